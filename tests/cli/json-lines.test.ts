/** JSON lines as commands read them. */
import { expect, it } from 'vitest';
import { jsonLines } from '../../server/cli/json-lines.ts';

it('gives the objects whole and passes blank lines by', () =>
  expect(jsonLines('{"a":"x","n":1}\n\n {"a":"y"}\r\n', ['a'])).toEqual([{ a: 'x', n: 1 }, { a: 'y' }]));

it.each(['{"a":"x"', '["a"]', 'null', '{"b":"x"}', '{"a":1}', '\uFEFF{"a":"x"'])('refuses %j by its number', (line) => {
  expect(() => jsonLines(`{"a":"x"}\n\n${line}`, ['a'])).toThrow('input.line {"line":3,"keys":"a"}');
});
