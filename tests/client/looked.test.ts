/** What a device remembers of what was seen: the last of each segment, never too much, and never in the way. */
import { describe, expect, it } from 'vitest';
import { lookedOn, mostDocuments, mostSegments } from '../../client/review/looked.ts';
import type { Shelf } from '../../client/review/unsaved-store.ts';
import { aShelf } from '../support/shelf.ts';

const document = 'document-001';

function clock(): () => number {
  let time = 0;
  return () => (time += 1);
}

const here = (shelf: Shelf, now = clock()) => lookedOn(shelf, document, 'he', now);

describe('what was seen', () => {
  it('is the last revision of each segment, for each document and language', () => {
    const shelf = aShelf();
    here(shelf).saw('a', 3);
    here(shelf).saw('b', 1);
    here(shelf).saw('a', 5);
    expect(['a', 'b', 'c'].map(here(shelf).revisionOf)).toEqual([5, 1, undefined]);
    expect(lookedOn(shelf, document, 'ar', clock()).revisionOf('a')).toBeUndefined();
    expect(lookedOn(shelf, 'document-002', 'he', clock()).revisionOf('a')).toBeUndefined();
  });

  it('is forgotten for the segments left longest ago, beyond a bound', () => {
    const looked = here(aShelf());
    for (let n = 0; n < mostSegments; n += 1) looked.saw(`s${n}`, n);
    looked.saw('s0', 7);
    looked.saw('one more', 1);
    expect(['s0', 's1', 's2', 'one more'].map(looked.revisionOf)).toEqual([7, undefined, 2, 1]);
  });

  it('is forgotten for the documents opened longest ago, with what nobody can read', () => {
    const shelf = aShelf();
    const now = clock();
    shelf.setItem('dragoman.looked.document-999.he', '{"at":1,"seen":[["a",-1]]}');
    shelf.setItem('dragoman.unsaved.x', 'is not ours');
    const seen = Array.from({ length: mostDocuments + 1 }, (_, n) => lookedOn(shelf, `document-${n}`, 'he', now));
    for (const one of [...seen, ...seen.slice(0, 1)]) one.saw('a', 1);
    expect(seen.map(({ revisionOf }) => revisionOf('a'))).toEqual([1, undefined, ...seen.slice(2).map(() => 1)]);
    expect(shelf.getItem('dragoman.looked.document-999.he')).toBeNull();
    expect(shelf.getItem('dragoman.unsaved.x')).toBe('is not ours');
  });

  it.each(['', 'null', '{', '{"at":1}', '{"at":1,"seen":[["a"]]}', '{"at":1,"seen":[["a","3"]]}'])(
    'is nothing where %j stands',
    (kept) => {
      const shelf = aShelf();
      shelf.setItem(`dragoman.looked.${document}.he`, kept);
      expect(here(shelf).revisionOf('a')).toBeUndefined();
      here(shelf).saw('a', 2);
      expect(here(shelf).revisionOf('a')).toBe(2);
    },
  );

  it('is not kept where there is no room, and nobody is troubled', () => {
    const shelf = aShelf();
    const full: Shelf = {
      ...shelf,
      length: 0,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    here(full).saw('a', 1);
    expect(here(full).revisionOf('a')).toBeUndefined();
  });
});
