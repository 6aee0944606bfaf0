/**
 * The contents of a long article: its headings as nested lists, each leading to its place. A short article has none:
 * whoever reads it sees the whole way anyway. What is quoted has no place here, nor has a heading's mark-up; footnotes'
 * marks and links belong to the heading itself.
 *
 * A heading's place is named by its segment (`domain/anchor.ts`), which keeps its name in every later version and in
 * every language, so that a link into the text goes on leading there.
 */
import { segmentAnchor } from '../domain/anchor.ts';
import { withoutCodes } from '../domain/content.ts';
import type { PublishedEdition } from '../ports.ts';
import { isolateRuns } from './bidi.ts';
import { wordCount } from './dates.ts';
import { html, type Html } from './html.ts';
import { languageOf, type PageSegment } from './page-segment.ts';
import { words } from './words.ts';

/** From when on an article is long: it has both. */
const long = { headings: 4, words: 1200 } as const;

interface Entry {
  readonly heading: PageSegment;
  readonly level: number;
  readonly under: Entry[];
}

/** The contents of an edition; `items` are its segments as the page shows them. Nothing where it is short. */
export function renderContents(edition: PublishedEdition, items: readonly PageSegment[]): Html {
  const headings = items.slice(1).filter(isHeading);
  if (headings.length < long.headings || wordCount(edition) < long.words) return html``;
  const { locale } = edition;
  return html`<nav class="contents" aria-label="${words[locale].contents}">
    <details>
      <summary>${words[locale].contents}</summary>
      ${renderEntries(nested(headings), locale)}
    </details>
  </nav> `;
}

function isHeading({ segment: { kind, layout } }: PageSegment): boolean {
  return (kind === 'heading' || kind === 'title') && !layout.quoted;
}

/** Each heading under the last one before it that stands higher; a level that the text skips is no level here. */
function nested(headings: readonly PageSegment[]): readonly Entry[] {
  const top: Entry[] = [];
  const path: Entry[] = [];
  for (const heading of headings) {
    const entry: Entry = { heading, level: heading.segment.layout.level ?? 2, under: [] };
    while ((path.at(-1)?.level ?? 0) >= entry.level) path.pop();
    (path.at(-1)?.under ?? top).push(entry);
    path.push(entry);
  }
  return top;
}

function renderEntries(entries: readonly Entry[], locale: PublishedEdition['locale']): Html {
  return html`<ul>
    ${entries.map(({ heading, under }) => {
      const { segment, text, untranslated } = heading;
      const title = isolateRuns(withoutCodes(text, segment.codes).trim(), untranslated ?? locale);
      const link = html`<a href="#${segmentAnchor(segment.id)}" ${languageOf(heading)}>${title}</a>`;
      return html`<li>${link}${under.length > 0 && renderEntries(under, locale)}</li> `;
    })}
  </ul>`;
}
