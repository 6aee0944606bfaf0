/**
 * The head of an article: which line is the title, which are bylines. Read from the first lines down to the first that
 * can be neither, so that a short line further down is never taken for one.
 *
 * A title is asked for rather than guessed: a line that ends like a sentence, or has no text below it, is none.
 */
import { endsLikeSentence, isByline, longestByline } from './patterns.ts';
import type { SegmentKind } from '../document.ts';

/** A piece or paragraph as its head is read; `kind` where mark-up or an earlier rule has said what it is. */
export interface HeadLine {
  readonly text: string;
  readonly singleLine: boolean;
  readonly kind?: SegmentKind | undefined;
}

export interface Head {
  readonly title?: number;
  readonly bylines: ReadonlySet<number>;
}

const longestTitle = 140;
const longParagraph = 200;
/** May stand above a title or between it and the text. */
const passedOver: ReadonlySet<SegmentKind | undefined> = new Set<SegmentKind | undefined>([
  'caption',
  'separator',
  'title',
]);

/** Finds the title (the first that is marked as one, else the first line that can be) and the bylines around it. */
export function readHead(lines: readonly HeadLine[]): Head {
  const candidates: number[] = [];
  const bylines = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (passedOver.has(line.kind)) continue;
    if (line.kind !== undefined || !isShort(line)) break;
    if (isByline(line.text)) bylines.add(index);
    else candidates.push(index);
  }
  const marked = lines.findIndex(({ kind }) => kind === 'title');
  const title = marked >= 0 ? marked : titleAmong(candidates, lines);
  if (title === undefined) return { bylines };
  if (lines.some(({ text }) => text.length > longParagraph)) {
    for (const index of candidates) {
      if (index !== title && isMeta(lines[index]?.text ?? '', index < title)) bylines.add(index);
    }
  }
  return { title, bylines };
}

/** A line that could be a title or say who, where and when; mark-up left over from elsewhere is neither. */
function isShort({ text, singleLine }: HeadLine): boolean {
  return singleLine && text.length <= longestTitle && !endsLikeSentence(text) && !/[<>{}]/u.test(text);
}

/** The first candidate; one or two words above a longer candidate are the name of a section. */
function titleAmong(candidates: readonly number[], lines: readonly HeadLine[]): number | undefined {
  const [first, second] = candidates.map((index) => ({ index, words: wordsIn(lines[index]?.text ?? '') }));
  const found = first && second && first.words <= 2 && second.words >= 3 ? second : first;
  return found !== undefined && found.index < lines.length - 1 ? found.index : undefined;
}

/** A single word below the title heads the text (“Introduction”); a name or a place has more. */
function isMeta(text: string, aboveTitle: boolean): boolean {
  return text.length <= longestByline && (aboveTitle || wordsIn(text) > 1);
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).length;
}
