/**
 * Runs of another direction, isolated: by <bdi> in HTML, by characters where there are no elements (a link's title). Which
 * runs: `bidi-runs.ts`. A text with codes goes through `isolated-tokens.ts`.
 */
import type { Locale } from '../domain/locale.ts';
import { runsIn, type Isolate, type Run } from './bidi-runs.ts';
import { html, type Html } from './html.ts';

const opening = { ltr: '\u2066', rtl: '\u2067', auto: '\u2068' } as const;
const closing = '\u2069';

/** A run of plain text as HTML, with what needs it isolated. */
export function isolateRuns(text: string, locale: Locale): Html {
  const pieces = pieceByPiece(text, locale, (part, run) => (run ? isolated(html`${part}`, run) : html`${part}`));
  return html`${pieces}`;
}

/** The same for an attribute, which can hold no element. */
export function isolateByCharacters(text: string, locale: Locale): string {
  return pieceByPiece(text, locale, (part, run) => (run ? `${opening[run.dir]}${part}${closing}` : part)).join('');
}

/** What is in a run, isolated. */
export function isolated(inner: Html, { lang, dir, whole }: Isolate): Html {
  if (lang) return html`<bdi lang="${lang}" dir="${dir}">${inner}</bdi>`;
  return html`<bdi${whole && html` class="whole"`} dir="${dir}">${inner}</bdi>`;
}

function pieceByPiece<T>(text: string, locale: Locale, write: (part: string, run?: Run) => T): T[] {
  const pieces: T[] = [];
  let end = 0;
  for (const run of runsIn(text, locale)) {
    if (run.start > end) pieces.push(write(text.slice(end, run.start)));
    pieces.push(write(text.slice(run.start, run.end), run));
    end = run.end;
  }
  if (end < text.length) pieces.push(write(text.slice(end)));
  return pieces;
}
