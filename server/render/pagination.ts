/**
 * A list in pages that stay as they are. Pages are counted from the oldest, and only full ones leave the front page:
 * the front page has the newest ten to nineteen, page 1 the oldest ten, whatever is published later. Counted from the
 * newest, each new article would move every other to another place, and every page of the site would change with it.
 */

/** How many a page has; the front page has up to twice as many, less one. */
export const pageLength = 10;

export interface ListPage<T> {
  /** From 1, the oldest; absent: the front page. */
  readonly number?: number;
  readonly items: readonly T[];
  /** The page before it, with newer ones; `front` where that is the front page. Absent on the front page. */
  readonly newer?: number | 'front';
  readonly older?: number;
}

/** The pages of a list that has its newest first: the oldest page first, the front page last. There always is one. */
export function pagesOf<T>(newestFirst: readonly T[]): ListPage<T>[] {
  const { length } = newestFirst;
  const full = Math.max(0, Math.floor(length / pageLength) - 1);
  const onFront = length - full * pageLength;
  const numbered = Array.from({ length: full }, (_, at): ListPage<T> => {
    const number = at + 1;
    const end = length - at * pageLength;
    return {
      number,
      items: newestFirst.slice(end - pageLength, end),
      newer: number === full ? 'front' : number + 1,
      ...(number > 1 && { older: number - 1 }),
    };
  });
  return [...numbered, { items: newestFirst.slice(0, onFront), ...(full > 0 && { older: full }) }];
}

/** Where a page of a list stands beneath its front page. */
export function pagePath(number: number | 'front' | undefined): string {
  return typeof number === 'number' ? `page/${number}/` : '';
}
