/** `dragoman lint`: what is found in which line of two files. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Options } from '../../server/cli/command.ts';
import { lintCommand } from '../../server/cli/lint-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dragoman-lint-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Line {
  readonly line: number;
  readonly check: string;
  readonly message: string;
}

async function lint(source: string | Buffer, target: string | Buffer, options: Options = {}) {
  const files = [path.join(folder, 'source.txt'), path.join(folder, 'target.txt')];
  await Promise.all([source, target].map((text, i) => writeFile(files[i] ?? '', text)));
  const order = { operands: files, options: { from: 'en', to: 'he', ...options }, input: () => Promise.resolve('') };
  const done = await lintCommand.run(order);
  return { ...done, lines: done.lines as readonly Line[] };
}

describe('lint', () => {
  it('gives one finding a line: where, what, how badly, in words', async () => {
    const { lines, text, refused } = await lint('A line of the house.\n', 'שורה של של הבית.\n');
    expect(lines).toEqual([
      {
        line: 1,
        check: 'dup.word',
        severity: 'warning',
        message: 'The same word stands here twice in a row: של',
        spans: [[5, 10]],
      },
    ]);
    expect(text).toBe('1: warning: The same word stands here twice in a row: של [dup.word]');
    expect(refused).toBe(false);
  });

  it('says so in another language, and that nothing is found', async () => {
    expect((await lint('A house.', 'בית  קטן.', { lang: 'ar' })).lines[0]?.message).toMatch(/^\p{sc=Arabic}/u);
    expect(await lint('A house.', 'בית קטן.')).toMatchObject({ lines: [], text: 'Nothing found.', refused: false });
  });

  it('fails where there is an error', async () => {
    expect((await lint('The house (2023).', 'הבית )2023(.')).refused).toBe(true);
  });

  it('compares nothing with a blank line, and takes one language for both sides', async () => {
    expect((await lint('\n', '[הערה] מה?\n')).lines).toEqual([]);
    expect((await lint('One two three four', 'One two three four', { to: 'en' })).lines).toEqual([]);
  });

  it('takes each line for a document, but compares translations of one source across all', async () => {
    const source = 'They went back home.\nSomething else here.\nThey went back home.\n';
    const target = 'הם חזרו הביתה.\nמשהו אחר כאן.\nהם שבו לביתם.\n';
    const { lines } = await lint(source, target);
    expect(lines.map(({ line, check }) => `${line} ${check}`)).toEqual(['1 inconsistent', '3 inconsistent']);
  });

  it.each([
    ['with Windows line ends and a mark at the beginning', '\uFEFFA\r\nB\r\n', 'א\r\nב\r\n'],
    ['with a line break at the end of one of them', 'A\nB', 'א\nב\n'],
    ['whose last line is blank', '\n\n', 'א\nב\nג'],
  ])('takes files %s', async (_, source, target) => {
    expect((await lint(source, target)).lines).toEqual([]);
  });

  it('refuses files of unequal length, of other bytes than UTF-8, and policies it does not know', async () => {
    await expect(lint('A\n', 'א\nב\n')).rejects.toThrow('lint.lines {"source":1,"target":2}');
    await expect(lint('A', Buffer.from([0xe0, 0x20]))).rejects.toThrow('import.encoding');
    await expect(lint('A', 'א', { policy: 'digits=arab' })).rejects.toThrow('--policy takes');
    await expect(lint('A', 'א', { policy: 'maqaf=hyphens' })).rejects.toThrow('maqaf=maqaf|hyphen');
    expect((await lint('In 7', 'ב 7', { policy: 'maqaf=hyphen' })).lines[0]?.check).toBe('space.after-prefix');
  });
});
