/** Names in comments, as they are typed: where one begins, who is meant, and what is written out. */
import { describe, expect, it } from 'vitest';
import { membersMeant, nameAt, withName } from '../../client/review/panel/name-being-typed.ts';

const members = ['operator', 'נוֹעה לוי', 'عمر الأحمد'].map((name) => ({ memberId: name, name }));

describe('a name is being typed', () => {
  it.each([
    ['@', ''],
    ['ראי @נוע', 'נוע'],
    ['ל@נועה ל', 'נועה ל'],
    ['و@عم', 'عم'],
    ['@a @b', 'b'],
  ])('in %s', (text, letters) => {
    expect(nameAt(text, text.length)?.letters).toBe(letters);
  });

  it.each(['', 'noa@example', '@נועה\nנועה', `@${'א'.repeat(41)}`])('not in %j', (text) => {
    expect(nameAt(text, text.length)).toBeUndefined();
  });

  it('only before the caret', () => {
    expect(nameAt('a @נועה', 1)).toBeUndefined();
  });
});

it.each([
  ['', ['operator', 'נוֹעה לוי', 'عمر الأحمد']],
  ['OP', ['operator']],
  ['נועה', ['נוֹעה לוי']],
  ['לו', ['נוֹעה לוי']],
  ['עה', []],
  ['الاحمد', ['عمر الأحمد']],
  ['نو', []],
])('%j means %j', (letters, names) => {
  expect(membersMeant(letters, members).map(({ name }) => name)).toEqual(names);
});

it('writes the name out with one space after it, and the caret behind', () => {
  const begun = nameAt('ראי @לו', 7);
  expect(begun && withName('ראי @לו היום', begun, 'נועה לוי')).toEqual({ text: 'ראי @נועה לוי היום', caret: 14 });
  expect(begun && withName('ראי @לו, נכון?', begun, 'נועה לוי').text).toBe('ראי @נועה לוי , נכון?');
});
