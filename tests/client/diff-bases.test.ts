/** The bases that the desk offers: those that would show something, and the others with the reason. */
import { expect, it } from 'vitest';
import { offeredBases } from '../../client/review/diff-bases.ts';

it('offers what is another text, and says why of the rest', () => {
  const found = { draft: { text: 'one', revision: 1 }, approved: { text: 'two', revision: 3 } };
  expect(offeredBases(found, 'one', 'two')).toEqual([
    { base: 'draft', text: 'one' },
    { base: 'previous', lacks: 'text' },
    { base: 'approved', text: 'two', lacks: 'difference' },
    { base: 'published', lacks: 'text' },
    { base: 'looked', lacks: 'text' },
    { base: 'saved', text: 'one' },
  ]);
});

it('says nothing against a base that is still being looked up', () => {
  expect(offeredBases(undefined, 'one', 'one')).toEqual([
    ...(['draft', 'previous', 'approved', 'published', 'looked'] as const).map((base) => ({ base })),
    { base: 'saved', text: 'one', lacks: 'difference' },
  ]);
});
