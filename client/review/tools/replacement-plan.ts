/**
 * What a search and replace would change, hit by hit, so that each can be looked at and left out. A hit in an approved
 * text is left out unless it is chosen: the text would have to be approved again. Pure; the rules are the domain's.
 */
import type { SegmentRow } from '../../../server/contract/segments-api.ts';
import type { State } from '../../../server/domain/document.ts';
import type { Span } from '../../../server/domain/language/fold.ts';
import { spacedPieces } from '../../../server/domain/language/tokens.ts';
import type { Locale } from '../../../server/domain/locale.ts';
import { findHits, replaceHits } from '../../../server/domain/replace.ts';
import { searchable } from '../../../server/domain/language/searchable.ts';
import { isWork, type WorkRow } from '../rows.ts';

export interface Search {
  readonly find: string;
  readonly by: string;
  readonly wholeWords: boolean;
  /** Niqqud, tashkeel, case and kinds of quotation marks count for nothing. */
  readonly isFolded: boolean;
  /** In which texts. */
  readonly states: ReadonlySet<State>;
}

export interface Hit {
  /** Names the hit for as long as its text stands. */
  readonly key: string;
  readonly span: Span;
}

/** A text with hits in it. */
export interface Found {
  readonly row: WorkRow;
  readonly hits: readonly Hit[];
}

export interface ReplacementPlan {
  readonly found: readonly Found[];
  /** Texts with hits that are not saved: they are left out. */
  readonly unsaved: readonly WorkRow[];
}

/** States that have a text. */
export const replaceable = ['translated', 'reviewed', 'approved'] as const satisfies readonly State[];

export function planReplacement(
  rows: readonly SegmentRow[],
  search: Search,
  locale: Locale,
  isUnsaved: ReadonlySet<string>,
): ReplacementPlan {
  const found: Found[] = [];
  const unsaved: WorkRow[] = [];
  if (search.find.trim() === '') return { found, unsaved };
  const mayHold = quickTest(search);
  for (const row of rows) {
    if (!isWork(row) || !search.states.has(row.target.state)) continue;
    if (!mayHold(row)) continue;
    const hits = hitsOf(row, search, locale);
    if (hits.length === 0) continue;
    if (isUnsaved.has(row.segmentId)) unsaved.push(row);
    else found.push({ row, hits });
  }
  return { found, unsaved };
}

/** Cheap, and never a no where there is a hit: most texts of a long document hold none. */
function quickTest({ find, isFolded }: Search): (row: WorkRow) => boolean {
  const wanted = searchable(find);
  return ({ target: { text }, codes }) => (isFolded ? searchable(text, codes).includes(wanted) : text.includes(find));
}

function hitsOf({ segmentId, codes, target }: WorkRow, search: Search, locale: Locale): Hit[] {
  const { find, wholeWords, isFolded } = search;
  return findHits(target.text, codes, find, { locale, wholeWords, fold: isFolded }).map((span) => {
    return { key: `${segmentId} ${target.revision} ${span[0]}`, span };
  });
}

/** What was chosen by hand, by the key of the hit. */
export type Choices = ReadonlyMap<string, boolean>;

export function isChosen({ row }: Found, { key }: Hit, choices: Choices): boolean {
  return choices.get(key) ?? row.target.state !== 'approved';
}

export interface Edit {
  readonly segmentId: string;
  readonly baseRevision: number;
  readonly text: string;
}

/** The texts with the chosen hits replaced; those that would come to hold what looks like a code are told apart. */
export function editsOf(
  found: readonly Found[],
  choices: Choices,
  by: string,
): { readonly edits: readonly Edit[]; readonly hits: number; readonly impossible: readonly WorkRow[] } {
  const edits: Edit[] = [];
  const impossible: WorkRow[] = [];
  let hits = 0;
  for (const one of found) {
    const chosen = one.hits.filter((hit) => isChosen(one, hit, choices));
    const { segmentId, codes, target } = one.row;
    const text = replaceHits(
      target.text,
      codes,
      chosen.map(({ span }) => span),
      by,
    );
    if (text === undefined) impossible.push(one.row);
    else if (text !== target.text) {
      hits += chosen.length;
      edits.push({ segmentId, baseRevision: target.revision, text });
    }
  }
  return { edits, hits, impossible };
}

export interface Excerpt {
  readonly before: string;
  readonly after: string;
}

/** So many words on either side of a hit are shown. */
const wordsAround = 8;

/** A hit with the words around it, as it stands and as it would be. A code has no space in it, so none is cut. */
export function excerptOf({ target: { text } }: WorkRow, { span: [start, end] }: Hit, by: string): Excerpt {
  const lead = spacedPieces(text.slice(0, start));
  const tail = spacedPieces(text.slice(end));
  const before = `${lead.length > wordsAround ? '… ' : ''}${lead.slice(-wordsAround).join('')}`;
  const after = `${tail.slice(0, wordsAround).join('')}${tail.length > wordsAround ? '…' : ''}`;
  return { before: before + text.slice(start, end) + after, after: before + by + after };
}
