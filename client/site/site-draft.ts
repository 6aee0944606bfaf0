/**
 * The site's settings as somebody changes them. A draft remembers what it began from, so that what somebody else saved
 * meanwhile is told apart: what only they changed is taken over, what only this draft changed stays, and what both changed
 * stays as it is here and is shown beside theirs. Pure; the form draws it.
 */
import { locales, type Locale } from '../../server/domain/locale.ts';
import type { SiteSettings, Tag } from '../../server/domain/site-settings.ts';

export interface SiteDraft {
  /** What the form began from, and its revision: the one that a save says it has seen. */
  readonly base: SiteSettings;
  readonly revision: number;
  readonly settings: SiteSettings;
}

/** Settings that have a text in each language. */
export const textParts = ['titles', 'descriptions', 'about'] as const;
export type TextPart = (typeof textParts)[number];

const wholeParts = ['tags', 'theme', 'forms', 'bilingual', 'credits', 'tellsOutdated'] as const;

/** A setting that two people can change without meeting each other. */
export type SitePart =
  | { readonly name: TextPart; readonly locale: Locale }
  | { readonly name: (typeof wholeParts)[number] };

const parts: readonly SitePart[] = [
  ...textParts.flatMap((name) => locales.map((locale) => ({ name, locale }))),
  ...wholeParts.map((name) => ({ name })),
];

export interface Merged {
  readonly draft: SiteDraft;
  /** What was changed on both sides, to different things. */
  readonly conflicts: readonly SitePart[];
}

/** The draft on top of what the server has now. */
export function onTopOf(draft: SiteDraft, theirs: SiteSettings, revision: number): Merged {
  const { base, settings } = draft;
  const mine = parts.filter((part) => !isSame(part, settings, base));
  const conflicts = mine.filter((part) => !isSame(part, theirs, base) && !isSame(part, theirs, settings));
  return {
    draft: { base: theirs, revision, settings: mine.reduce((made, part) => withPart(made, part, settings), theirs) },
    conflicts,
  };
}

/** The settings with one part as it is in others. */
export function withPart(settings: SiteSettings, part: SitePart, others: SiteSettings): SiteSettings {
  if (!('locale' in part)) return { ...settings, [part.name]: others[part.name] };
  return withText(settings, part.name, part.locale, others[part.name][part.locale] ?? '');
}

/** A text set in a language, or taken away where it is empty. */
export function withText(settings: SiteSettings, name: TextPart, locale: Locale, text: string): SiteSettings {
  return { ...settings, [name]: withName(settings[name], locale, text) };
}

/** A name set in a language, or taken away where it is empty; languages stay in their own order. */
export function withName(names: Tag['names'], locale: Locale, name: string): Tag['names'] {
  const all = { ...names, [locale]: name };
  return Object.fromEntries(locales.flatMap((one) => (all[one] ? [[one, all[one]]] : [])));
}

/** What is sent: without white space around names, and without tags that say nothing. */
export function tidySettings(settings: SiteSettings): SiteSettings {
  const tidy = (texts: Tag['names']): Tag['names'] =>
    locales.reduce<Tag['names']>((made, locale) => withName(made, locale, texts[locale]?.trim() ?? ''), {});
  return {
    ...settings,
    titles: tidy(settings.titles),
    descriptions: tidy(settings.descriptions),
    about: locales.reduce<Tag['names']>((made, locale) => {
      const text = settings.about[locale] ?? '';
      return withName(made, locale, text.trim() === '' ? '' : text);
    }, {}),
    tags: settings.tags
      .map(({ id, names }) => ({ id, names: tidy(names) }))
      .filter(({ names }) => Object.keys(names).length > 0),
  };
}

/** Whether anything stands in the draft that the server does not have. */
export function isChanged({ settings, base }: SiteDraft): boolean {
  return parts.some((part) => !isSame(part, settings, base));
}

/** Whether somebody kept this: a draft of another version of the settings is none. */
export function isSiteDraft(value: unknown): value is SiteDraft {
  const { base, settings, revision } = (value ?? {}) as Partial<SiteDraft>;
  const isWhole = (one: Partial<SiteSettings> | undefined): boolean =>
    typeof one === 'object' && [...textParts, ...wholeParts].every((name) => one[name] !== undefined);
  return Number.isInteger(revision) && isWhole(base) && isWhole(settings);
}

function isSame(part: SitePart, one: SiteSettings, other: SiteSettings): boolean {
  const valueIn = (settings: SiteSettings): unknown =>
    'locale' in part ? (settings[part.name][part.locale] ?? '') : settings[part.name];
  return JSON.stringify(valueIn(one)) === JSON.stringify(valueIn(other));
}
