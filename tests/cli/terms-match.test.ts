/** `dragoman terms match`: what comes in goes out, with its level. */
import { expect, it } from 'vitest';
import { termsMatchCommand } from '../../server/cli/terms-match-command.ts';

const run = (input: string, lang?: string) =>
  termsMatchCommand.run({
    operands: [],
    options: lang === undefined ? {} : { lang },
    input: () => Promise.resolve(input),
  });

it('gives each line back with its level', async () => {
  const { lines, text } = await run('{"text":"ובממשלה","term":"ממשלה","n":7}\n{"term":"ح","text":""}\n', 'he');
  expect(lines).toEqual([
    { text: 'ובממשלה', term: 'ממשלה', n: 7, level: 3 },
    { text: '', term: 'ح', level: 0 },
  ]);
  expect(text.split('\n')[0]).toBe('3  ממשלה  ובממשלה');
});

it('refuses a line that names no term', async () => {
  await expect(run('{"text":"x","term":"y"}\n{"text":"x"}', 'he')).rejects.toThrow('input.line {"line":2');
});

it.each([undefined, 'de'])('asks for a language that it knows, not %s', async (lang) => {
  await expect(run('', lang)).rejects.toThrow('--lang');
});
