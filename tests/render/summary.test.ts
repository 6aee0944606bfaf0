/** What lists, feeds and search engines show of a text that they do not show whole. */
import { describe, expect, it } from 'vitest';
import { standfirstOf } from '../../server/render/summary.ts';
import { anEdition } from '../support/editions.ts';

const publication = { n: 1, at: '2026-11-21T22:30:00.000Z', by: 'dana', sourceVersion: 1, targets: [] };

describe('the standfirst', () => {
  it.each([
    ['كلمة', 'كلمة'],
    [`${'كتاب '.repeat(42)}نهاية، ${'كتاب '.repeat(40)}`, `${'كتاب '.repeat(42)}نهاية…`],
    [`${'word '.repeat(43)}end. ${'word '.repeat(40)}`, `${'word '.repeat(43)}end…`],
  ])('of a first paragraph ends with a word', (text, standfirst) => {
    expect(
      standfirstOf(
        anEdition([
          ['title', 'T'],
          ['paragraph', text],
        ]),
      ),
    ).toBe(standfirst);
  });

  it('is the description where its editors gave one', () => {
    const described = { ...publication, details: { description: ' What it is about. ' } };
    expect(standfirstOf(anEdition([['paragraph', 'Text.']], { publication: described }))).toBe('What it is about.');
  });
});
