/** The life of one unsaved text: a lost answer is asked for again under the same id, and never becomes a conflict. */
import { describe, expect, it } from 'vitest';
import {
  attemptOf,
  carried,
  isKnown,
  isOvertaken,
  rebased,
  refused,
  sending,
  taken,
  typed,
} from '../../client/review/unsaved.ts';
import { unsavedStore, type Shelf } from '../../client/review/unsaved-store.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { aShelf } from '../support/shelf.ts';

const saved = { text: 'one', revision: 3 };
const first = typed(undefined, 'two', saved, 'id-1');

describe('typing', () => {
  it('is based on what the server had', () => {
    expect(first).toEqual({ text: 'two', baseRevision: 3, base: 'one', decisionId: 'id-1' });
  });

  it('keeps the id of the same text and gives another text another', () => {
    expect(typed(first, 'two', saved, 'id-2')).toBe(first);
    expect(typed(first, 'three', saved, 'id-2')).toMatchObject({ text: 'three', baseRevision: 3, decisionId: 'id-2' });
  });

  it('back to the saved text leaves nothing unsaved', () => {
    expect(typed(first, 'one', saved, 'id-2')).toBeUndefined();
  });

  it('back to the saved text still has to be sent while an older one may have arrived', () => {
    const sent = first && sending(first, attemptOf(first));
    expect(typed(sent, 'one', saved, 'id-2')).toMatchObject({ text: 'one', sent: { text: 'two', decisionId: 'id-1' } });
  });

  it('stays based on the old revision when somebody else has saved meanwhile', () => {
    expect(typed(first, 'three', { text: 'theirs', revision: 4 }, 'id-2')).toMatchObject({
      baseRevision: 3,
      base: 'one',
    });
  });
});

describe('sending', () => {
  it('repeats what was sent, not what was typed since', () => {
    const sent = first && typed(sending(first, attemptOf(first)), 'three', saved, 'id-2');
    expect(sent && attemptOf(sent)).toEqual({ text: 'two', baseRevision: 3, decisionId: 'id-1' });
  });

  it('is over when the server has this text', () => {
    expect(first && taken(sending(first, attemptOf(first)), attemptOf(first), 4)).toBeUndefined();
  });

  it('leaves what was typed since, based on the new revision', () => {
    const newer = first && typed(sending(first, attemptOf(first)), 'three', saved, 'id-2');
    expect(newer && taken(newer, attemptOf(newer), 4)).toEqual({
      text: 'three',
      baseRevision: 4,
      base: 'two',
      decisionId: 'id-2',
    });
  });

  it('had no effect when it is refused', () => {
    expect(first && refused(sending(first, attemptOf(first)))).toEqual(first);
  });
});

describe('somebody else', () => {
  const theirs = { text: 'theirs', revision: 4 };

  it('has overtaken a text that is based on an older revision', () => {
    expect(first && isOvertaken(first, theirs)).toBe(true);
    expect(first && isOvertaken(first, saved)).toBe(false);
  });

  it('has not while our own save is unanswered: it may be ours', () => {
    expect(first && isOvertaken(sending(first, attemptOf(first)), theirs)).toBe(false);
  });

  it('who wrote the same text is no conflict', () => {
    expect(first && isOvertaken(first, { text: 'two', revision: 4 })).toBe(false);
    expect(first && isKnown(first, { text: 'two', revision: 4 })).toBe(true);
  });

  it('is answered by a new decision on top of theirs', () => {
    expect(first && rebased(first, theirs, 'id-2')).toEqual({
      text: 'two',
      baseRevision: 4,
      base: 'theirs',
      decisionId: 'id-2',
    });
  });

  it('is not what our own approval was', () => {
    expect(first && carried(first, 3, 4)).toMatchObject({ baseRevision: 4 });
    expect(first && carried(first, 2, 4)).toBe(first);
  });
});

describe('the shelf', () => {
  const shelfOf = (shelf: Shelf, tab = 'a', documentId = 'doc', locale: Locale = 'he') =>
    unsavedStore(shelf, documentId, locale, tab);
  const item = { kind: 'unsaved', segmentId: 's1', holder: 'a', value: first ?? expect.fail() } as const;

  it('keeps each target apart, and gives back what was put there', () => {
    const shelf = aShelf();
    expect(shelfOf(shelf).keep(item)).toBe(true);
    expect(shelfOf(shelf).read()).toEqual([item]);
    expect(shelfOf(shelf, 'a', 'doc', 'ar').read()).toEqual([]);
    expect(shelfOf(shelf, 'a', 'do').read()).toEqual([]);
    shelfOf(shelf).forget(item);
    expect(shelfOf(shelf).read()).toEqual([]);
  });

  it('keeps each tab apart, and shows every tab what all of them have kept', () => {
    const shelf = aShelf();
    const other = { ...item, holder: 'b', value: { ...item.value, text: 'other' } };
    shelfOf(shelf, 'a').keep(item);
    shelfOf(shelf, 'b').keep(other);
    expect(shelfOf(shelf, 'c').read()).toEqual([item, other]);
  });

  it('forgets of another tab what was read, and nothing newer', () => {
    const shelf = aShelf();
    const newer = { ...item, value: { ...item.value, text: 'newer' } };
    shelfOf(shelf, 'a').keep(newer);
    shelfOf(shelf, 'b').forget(item);
    expect(shelfOf(shelf, 'b').has(item)).toBe(false);
    expect(shelfOf(shelf, 'b').read()).toEqual([newer]);
    shelfOf(shelf, 'b').forget(newer);
    expect(shelfOf(shelf, 'b').read()).toEqual([]);
  });

  it('reads what an older version has kept, which knew no base', () => {
    const shelf = aShelf();
    shelf.setItem('dragoman.unsaved.doc.he.s1.a', '{"text":"a","baseRevision":1,"decisionId":"x"}');
    expect(shelfOf(shelf).read()).toMatchObject([{ value: { text: 'a', baseRevision: 1 } }]);
  });

  it.each([
    '{',
    'null',
    '{"text":1}',
    '{"text":"a","baseRevision":1,"decisionId":"x","sent":{}}',
    '{"text":"a","baseRevision":1,"decisionId":"x","base":1}',
  ])('leaves alone what it cannot read: %s', (json) => {
    const shelf = aShelf();
    shelf.setItem('dragoman.unsaved.doc.he.s1.a', json);
    expect(shelfOf(shelf).read()).toEqual([]);
    expect(shelf.getItem('dragoman.unsaved.doc.he.s1.a')).toBe(json);
  });

  it('says when the device has no room', () => {
    const full: Shelf = {
      ...aShelf(),
      setItem() {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(shelfOf(full).keep(item)).toBe(false);
  });
});
