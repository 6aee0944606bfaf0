/**
 * What the house says of its published site: its names, what it is about, its tags, how it looks and what stands beside
 * an article. One value, replaced as a whole; whoever replaces it names the revision they saw, so that no change is lost
 * under another.
 * To add a setting: a member here, its default, its shape in `decision-shapes.ts`, its words in `site.*` of `locales/`.
 */
import type { Locale } from './locale.ts';

/**
 * What a tag is called in addresses: letters and digits of any script, joined by hyphens. It is the name of a folder too,
 * which can have 255 bytes.
 */
export const tagIdPattern = /^(?=.{1,60}$)[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u;
export type TagId = string;

export interface Tag {
  readonly id: TagId;
  /** What readers are shown; a language without a name shows the tag nowhere. */
  readonly names: Readonly<Partial<Record<Locale, string>>>;
}

/** What an edition can be had as beside its page. */
export const editionForms = ['epub', 'pdf', 'docx', 'md', 'txt'] as const;
export type EditionForm = (typeof editionForms)[number];

export interface SiteSettings {
  /** The site's name; a language without one has `SITE_NAME`. */
  readonly titles: Readonly<Partial<Record<Locale, string>>>;
  /** In a sentence or two. */
  readonly descriptions: Readonly<Partial<Record<Locale, string>>>;
  /** The about page, in Markdown; a language without a text has no such page. */
  readonly about: Readonly<Partial<Record<Locale, string>>>;
  /** In the order in which they are shown. */
  readonly tags: readonly Tag[];
  /** A folder of themes; one that is not there falls back to the first that ships. */
  readonly theme: string;
  readonly forms: readonly EditionForm[];
  /** Two languages side by side, as pages of their own. */
  readonly bilingual: boolean;
  /** Readers are told who translated. */
  readonly credits: boolean;
  /** Readers are told that the original has changed since. */
  readonly tellsOutdated: boolean;
}

export const defaultSettings: SiteSettings = {
  titles: {},
  descriptions: {},
  about: {},
  tags: [],
  theme: 'paper',
  forms: ['epub', 'pdf'],
  bilingual: true,
  credits: true,
  tellsOutdated: false,
};

/** Far beyond any site, and little enough for one decision. */
export const settingsLimits = { tags: 500, title: 120, description: 500, about: 100_000, theme: 60 } as const;
