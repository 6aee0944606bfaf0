/** How a document stands, in badges and sums; and the search over titles. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionStanding, holdsWords, isReady, standingOf, sumsOf } from '../../client/documents/standing.ts';
import { counts, row } from '../component/samples.ts';

describe('standingOf', () => {
  it.each([
    ['nothing to tell', counts([1, 1, 1, 1]), []],
    ['ready', counts([0, 0, 0, 4]), ['badge-ready']],
    ['live', counts([0, 0, 0, 4], { live: 2 }), ['badge-live']],
    ['ready again', counts([0, 0, 0, 4], { live: 2, changedSinceLive: true }), ['badge-ready', 'badge-changed']],
    [
      'outdated',
      counts([0, 0, 0, 4], { outdated: 1, live: 1, changedSinceLive: true }),
      ['badge-outdated', 'badge-changed'],
    ],
    ['failed', counts([3, 0, 0, 1], { failed: 3 }), ['badge-failed']],
  ])('%s', (_, given, expected) => {
    expect(standingOf(given).map(({ key }) => key.replace('board.', ''))).toEqual(expected);
  });

  it('never calls an empty document ready', () => expect(isReady(counts([0, 0, 0, 0]))).toBe(false));
});

describe('sumsOf', () => {
  it('adds up what waits, over all documents and languages', () => {
    const other = row({ locales: { he: counts([0, 1, 2, 0], { outdated: 3 }) } });
    expect(sumsOf([row(), other])).toEqual({ toTranslate: 12, toReview: 45, toApprove: 13, toPublish: 1, outdated: 3 });
  });
});

describe('holdsWords', () => {
  it.each([
    ['הָלַךְ הַיֶּלֶד', 'הלך', true],
    ['صه تُثبّت أقوالها', 'تثبت', true],
    ['صه تُثبّت أقوالها', 'اقوالها', true],
    ['دوائر صه״ل', 'צה״ל', false],
    ['דובר צה״ל', 'צה״ל', true],
    ['الـ«حزب» يعلن', 'ال«حزب»', true],
    ['The Reading Room', 'room reading', true],
    ['The Reading Room', 'rooms', false],
    ['Café', 'cafe', true],
  ])('%s, %s: %s', (title, typed, expected) => expect(holdsWords(title, typed)).toBe(expected));

  it('finds every title by itself, and by nothing at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => holdsWords(title, title) && holdsWords(title, '')),
    );
  });
});

describe('an edition on its own page', () => {
  it.each([
    [{ publications: [], changedSinceLive: false }, []],
    [{ publications: [1], changedSinceLive: false }, ['board.badge-withdrawn']],
    [{ publications: [1, 2], live: 2, changedSinceLive: true }, ['board.badge-changed']],
  ])('%j says %j', (edition, keys) => expect(editionStanding(edition).map(({ key }) => key)).toEqual(keys));
});
