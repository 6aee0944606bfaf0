/** The site as its pages see it: what the operator configured, what the house says of it, how it looks. */
import type { Block } from '../domain/document.ts';
import { directionOf, type Direction, type Locale } from '../domain/locale.ts';
import type { Policy } from '../domain/policy.ts';
import type { SiteSettings } from '../domain/site-settings.ts';
import type { Theme } from '../ports.ts';
import { html, type Html } from './html.ts';

export interface SiteView {
  /** What the operator called it; a language may have a name of its own. */
  readonly name: string;
  /** Where readers find it, with a slash at its end; absent: nobody knows, and nothing says an absolute address. */
  readonly editionsUrl?: string;
  readonly settings: SiteSettings;
  /** What its about pages say, as blocks; a language without any has no such page. */
  readonly about: Readonly<Partial<Record<Locale, readonly Block[]>>>;
  /** By which a language's pages are written; an article may have a policy of its own. */
  readonly policies: Readonly<Record<Locale, Policy>>;
  readonly theme: Theme;
}

/** What the site is called in a language. */
export function siteTitle({ settings, name }: SiteView, locale: Locale): string {
  return settings.titles[locale]?.trim() || name;
}

/** Which direction that has: its language's, or its own letters' where it is the one name for all languages. */
export function titleDirection({ settings }: SiteView, locale: Locale): Direction | 'auto' {
  return settings.titles[locale]?.trim() ? directionOf(locale) : 'auto';
}

/** What the site is called, where a page shows it. */
export function renderSiteTitle(site: SiteView, locale: Locale): Html {
  return html`<bdi dir="${titleDirection(site, locale)}">${siteTitle(site, locale)}</bdi>`;
}
