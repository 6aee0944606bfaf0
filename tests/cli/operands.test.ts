/** Files that a command names: read with their name, written where `--output` says so. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { UsageError } from '../../server/cli/command.ts';
import { handOut, namedFile } from '../../server/cli/operands.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dragoman-operands-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('reads a file with its name', async () => {
  const file = path.join(folder, 'מילים.csv');
  await writeFile(file, 'צה״ל');
  const read = await namedFile(file);
  expect(read.file).toBe('מילים.csv');
  expect(Buffer.from(read.base64, 'base64').toString()).toBe('צה״ל');
});

it('is wrong usage where there is none', () =>
  expect(namedFile(path.join(folder, 'none'))).rejects.toBeInstanceOf(UsageError));

it('writes a text where it is told to, and says where; else gives it as it is', async () => {
  const file = path.join(folder, 'out.txt');
  expect(await handOut('הָלַךְ', { output: file })).toEqual({ reply: { file }, text: file });
  expect(await readFile(file, 'utf8')).toBe('הָלַךְ');
  expect(await handOut('הָלַךְ', {})).toEqual({ reply: { text: 'הָלַךְ' }, text: 'הָלַךְ' });
});
