/**
 * The chapters of a book. A short article is one; a long one begins a chapter at each heading of its second level, so that a
 * reading device lays out a part and not the whole. Every heading can be led to from the table of contents.
 */
import { segmentAnchor } from '../../domain/anchor.ts';
import { withoutCodes } from '../../domain/content.ts';
import type { PageSegment } from '../page-segment.ts';

/** Minutes of reading from which an article is long. */
export const longReading = 20;

export interface Heading {
  /** 2–6. */
  readonly level: number;
  readonly title: string;
  /** With the file: `chapter-2.xhtml#…`. */
  readonly href: string;
}

export interface Chapter {
  readonly file: string;
  /** What its first heading says; absent where the text begins without one. */
  readonly title?: string;
  readonly items: readonly PageSegment[];
  readonly headings: readonly Heading[];
}

/** The text below an article's title as chapters; none where it has no text. */
export function chaptersOf(items: readonly PageSegment[], isLong: boolean): Chapter[] {
  const parts: PageSegment[][] = [];
  for (const item of items) {
    const part = parts.at(-1);
    if (part === undefined || (isLong && beginsChapter(item))) parts.push([item]);
    else part.push(item);
  }
  return parts.filter((part) => part.some(({ segment }) => segment.kind !== 'footnote')).map(chapterOf);
}

function chapterOf(items: readonly PageSegment[], at: number): Chapter {
  const file = `chapter-${at + 1}.xhtml`;
  const headings = items.filter(isNamed).map((item) => ({
    level: item.segment.layout.level ?? 2,
    title: plainText(item),
    href: `${file}#${segmentAnchor(item.segment.id)}`,
  }));
  const [first] = items;
  return { file, items, headings, ...(first && isNamed(first) && { title: plainText(first) }) };
}

function beginsChapter(item: PageSegment): boolean {
  return isNamed(item) && (item.segment.layout.level ?? 2) === 2;
}

/** A heading of the text itself, with words that a table of contents can show. */
function isNamed(item: PageSegment): boolean {
  const { kind, layout } = item.segment;
  return kind === 'heading' && layout.quoted === undefined && plainText(item) !== '';
}

function plainText({ segment, text }: PageSegment): string {
  return withoutCodes(text, segment.codes).replace(/\s+/gu, ' ').trim();
}
