/** Lists in pages: nothing is lost, and what was published later moves nothing but the front page. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageLength, pagesOf } from '../../server/render/pagination.ts';

const lists = fc.nat({ max: 400 }).map((length) => Array.from({ length }, (_, at) => length - at));

describe('the pages of a list', () => {
  it.each([
    [0, [0]],
    [1, [1]],
    [19, [19]],
    [20, [10, 10]],
    [29, [10, 19]],
    [30, [10, 10, 10]],
  ])('of %i articles have %j, the oldest page first', (length, lengths) => {
    expect(pagesOf(Array.from({ length }, () => 0)).map(({ items }) => items.length)).toEqual(lengths);
  });

  it('have every article once, in order', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const pages = pagesOf(list);
        expect(pages.toReversed().flatMap(({ items }) => items)).toEqual(list);
      }),
    );
  });

  it('lead to each other, from the front page to the oldest and back', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const pages = pagesOf(list);
        const byNumber = new Map(pages.map((page) => [page.number ?? 'front', page]));
        for (const { number = 'front', newer, older } of pages) {
          if (newer !== undefined) expect(byNumber.get(newer)?.older).toBe(number);
          if (older !== undefined) expect(byNumber.get(older)?.newer).toBe(number);
          expect(newer === undefined).toBe(number === 'front');
          expect(older === undefined).toBe(number === 1 || byNumber.size === 1);
        }
      }),
    );
  });

  it('stay as they are when one is added, but for the front page and, when that overflows, its neighbour’s link', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const before = pagesOf(list).slice(0, -1);
        const after = pagesOf([list.length + 1, ...list]);
        expect(after.slice(0, before.length).map(({ items }) => items)).toEqual(before.map(({ items }) => items));
        const changed = before.filter((page, at) => JSON.stringify(page) !== JSON.stringify(after[at]));
        expect(changed.length).toBe(after.length - 1 > before.length && before.length > 0 ? 1 : 0);
        expect(after.at(-1)?.items.length).toBeLessThan(2 * pageLength);
      }),
    );
  });
});
