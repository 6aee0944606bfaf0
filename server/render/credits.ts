/**
 * Who wrote an article and who translated it. Names are of any language, so each is isolated, and joined as the page's
 * language joins names: "Dana Levi and Omar Said", "דנה לוי ועומר סעיד", "دانا ليفي وعمر سعيد".
 */
import { withoutCodes } from '../domain/content.ts';
import type { Locale } from '../domain/locale.ts';
import type { PublishedEdition } from '../ports.ts';
import { html, type Html } from './html.ts';
import { words } from './words.ts';

/** What stands before a name in a byline. */
const beforeName = /^(?:By|מאת|بقلم|كتب)(?:\s*:\s*|\s+)/u;

const lists: Readonly<Record<Locale, Intl.ListFormat>> = {
  en: new Intl.ListFormat('en-GB'),
  he: new Intl.ListFormat('he'),
  ar: new Intl.ListFormat('ar'),
};

/** The translators' names; none where the edition is the original. */
export function translatorsOf({ locale, from, publication }: PublishedEdition): readonly string[] {
  return locale === from ? [] : (publication.details?.translators ?? []);
}

/** "Translated by" them, or nothing. */
export function renderTranslators(edition: PublishedEdition): Html | false {
  const names = translatorsOf(edition);
  return names.length > 0 && html`${words[edition.locale].translators}${joinNames(names, edition.locale)}`;
}

/** The author, where the byline names one; a byline may also be a date or a section's name. */
export function authorOf({ segments }: PublishedEdition): string | undefined {
  const bylines = segments.filter(({ segment }) => segment.kind === 'byline');
  const texts = bylines.map(({ segment, text }) => withoutCodes(text, segment.codes).trim());
  const byline = texts.find((text) => beforeName.test(text));
  return byline?.replace(beforeName, '').trim() || undefined;
}

/** Hebrew joins a name in Latin letters to its "and" by a hyphen, for which it has a letter of its own. */
function joinNames(names: readonly string[], locale: Locale): Html {
  const parts = lists[locale].formatToParts(names);
  return html`${parts.map(({ type, value }) =>
    type === 'element' ? html`<bdi>${value}</bdi>` : value.replace('ו-', 'ו־'),
  )}`;
}
