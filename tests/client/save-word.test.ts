/** What the desk says of a text that nothing is on its way for. */
import { expect, it } from 'vitest';
import { saveWordOf, type DeskState } from '../../client/review/desk-state.ts';
import type { TargetView } from '../../server/contract/schemas.ts';

const nothing: DeskState = { entries: {}, acts: {}, words: {}, aside: {} };
const untranslated: TargetView = { text: '', state: 'untranslated', revision: 0, outdated: false, codeFaults: [] };
const at = '2026-01-01T00:00:00.000Z';

it.each([
  ['what nobody has touched', untranslated, 'untouched'],
  ['what nobody has touched since its source was split', { ...untranslated, revision: 3 }, 'untouched'],
  ['a draft', { ...untranslated, text: 'הָלַךְ', state: 'translated', revision: 1, at }, 'saved'],
] as const)('of %s', (_, target, word) => {
  expect(saveWordOf(nothing, 's', target)).toBe(word);
});
