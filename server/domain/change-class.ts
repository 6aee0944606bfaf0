/**
 * What kind of change a change is, so that a reviewer can look at the ones that matter:
 *
 *   typography    quotation marks, dashes, sets of digits, spaces, invisible marks       צה"ל → צה״ל
 *   orthography   niqqud, tashkeel, tatweel, hamza, ya, ta marbuta, case                 امل → أمل
 *   clitic        the same words, with other one-letter words before them                الحكومة → بالحكومة
 *   meaning       everything else, and whatever is in doubt
 *
 * The first two can be taken out of sight. So they claim little: a space between two letters counts (`a way`, `away`),
 * a line break counts, and so does a mark that came or went without another in its place.
 */
import type { Chunk } from './diff.ts';
import { differByClitics } from './language/clitics.ts';
import { fold, type FoldLevel } from './language/fold.ts';
import type { Locale } from './locale.ts';

/** From the heaviest. */
export const changeClasses = ['meaning', 'clitic', 'orthography', 'typography'] as const;
export type ChangeClass = (typeof changeClasses)[number];

/** What a reviewer may hide: it changes how a text is written, not what it says. */
export const cosmetic: ReadonlySet<ChangeClass> = new Set(['orthography', 'typography']);

/** A chunk that knows, if it is a change, of what kind; both halves of a replacement say the same. */
export interface ClassifiedChunk extends Chunk {
  readonly change?: ChangeClass;
}

/** The kind of a replacement; of a mere deletion or insertion where one side is empty. */
export function changeClass(deleted: string, inserted: string, locale: Locale): ChangeClass {
  const isOneAt = (level: FoldLevel): boolean => seen(deleted, level) === seen(inserted, level);
  if (isOneAt(0)) return 'typography';
  if (isOneAt(2)) return 'orthography';
  return wordsDifferByClitics(deleted, inserted, locale) ? 'clitic' : 'meaning';
}

/** The chunks of a diff with the kind of each change. */
export function classified(chunks: readonly Chunk[], locale: Locale): ClassifiedChunk[] {
  const textAt = (place: number, kind: Chunk['kind']): string =>
    chunks[place]?.kind === kind ? (chunks[place]?.text ?? '') : '';
  return chunks.map((chunk, place) => {
    if (chunk.kind === 'same') return chunk;
    const first = chunk.kind === 'deleted' ? place : place - 1;
    return { ...chunk, change: changeClass(textAt(first, 'deleted'), textAt(first + 1, 'inserted'), locale) };
  });
}

/** The chunks with the cosmetic changes taken for done: their new text stands as if it had always been there. */
export function withoutCosmetic(chunks: readonly ClassifiedChunk[]): ClassifiedChunk[] {
  const shown: ClassifiedChunk[] = [];
  for (const chunk of chunks) {
    const isDone = chunk.change !== undefined && cosmetic.has(chunk.change);
    if (isDone && chunk.kind === 'deleted') continue;
    const last = shown.at(-1);
    if (chunk.kind !== 'same' && !isDone) shown.push(chunk);
    else if (last?.kind === 'same') shown.splice(-1, 1, { kind: 'same', text: last.text + chunk.text });
    else shown.push({ kind: 'same', text: chunk.text });
  }
  return shown;
}

/** A text as a reader of that level sees it; of spaces, those that keep two words apart. */
function seen(text: string, level: FoldLevel): string {
  return fold(text, level).text.replace(/(?<![\p{L}\p{M}\p{N}]) | (?![\p{L}\p{M}\p{N}])/gu, '');
}

/** Word for word the same but for clitics. */
function wordsDifferByClitics(deleted: string, inserted: string, locale: Locale): boolean {
  const [before, after] = [wordsOf(deleted), wordsOf(inserted)];
  return before.length === after.length && before.every((word, i) => differByClitics(word, after[i] ?? '', locale));
}

function wordsOf(text: string): string[] {
  return text.split(/[^\S\n]+/u).filter(Boolean);
}
