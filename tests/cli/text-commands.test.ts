/** The commands about texts, from what a script gives them to what it gets. */
import { describe, expect, it } from 'vitest';
import { numbersCommand } from '../../server/cli/numbers-command.ts';
import { sentencesCommand } from '../../server/cli/sentences-command.ts';
import type { TextCommand } from '../../server/cli/text-commands.ts';

function run(command: TextCommand, options: { from?: string; to?: string; lang?: string }, input: string) {
  return command.run({ operands: [], options, input: async () => input });
}

it('`sentences` answers with one list', async () => {
  const done = await run(sentencesCommand, { lang: 'ar' }, 'قال د. أحمد. ثم ذهب.\n');
  expect(done).toMatchObject({ reply: ['قال د. أحمد.', 'ثم ذهب.'], text: 'قال د. أحمد.\nثم ذهب.' });
  expect(done.lines).toBeUndefined();
});

describe('`numbers`', () => {
  const fromEnglish = { from: 'en', to: 'he' };

  it('answers each line as it came, with what became of its numbers', async () => {
    const lines = [
      { id: 7, source: '11,400 in 2023', target: '11,400 ב־2023' },
      { source: '11,400', target: '11,040' },
      { source: '300 and 28%', target: '28' },
      { source: 'all', target: '300%' },
    ];
    const input = lines.map((line) => JSON.stringify(line)).join('\n');
    expect((await run(numbersCommand, fromEnglish, input)).lines).toEqual([
      { ...lines[0], equal: true },
      { ...lines[1], equal: false, report: 'digits transposed', transposed: [['11,400', '11,040']] },
      { ...lines[2], equal: false, report: 'missing', missing: ['300'], percent: ['28%'] },
      { ...lines[3], equal: false, report: 'extra', extra: ['300%'], percentExtra: ['300%'] },
    ]);
  });

  it('refuses a line that is none by its number', async () => {
    await expect(run(numbersCommand, fromEnglish, '{"source":"1","target":"1"}\n{"source":1}')).rejects.toThrow(
      'input.line',
    );
  });

  it('takes no language that it does not know', async () => {
    await expect(run(numbersCommand, { from: 'en', to: 'fr' }, '')).rejects.toThrow('--to');
  });
});
