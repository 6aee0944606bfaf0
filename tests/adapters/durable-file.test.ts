/** A durable file gives what was written, else what was written before, else nothing; never a default. */
import { readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DurableFile, type Checkpoint } from '../../server/adapters/durable-file.ts';
import { aFolder } from '../support/folders.ts';

function aCheckpoint(seq: number): Checkpoint<string> {
  return { of: 'test', seq, chain: '0123456789abcdef', data: `הָלַךְ \u2028 ${seq}` };
}

async function writtenTwice() {
  const file = path.join(await aFolder(), 'deep/er', 'file.json');
  for (const seq of [1, 2]) await new DurableFile<string>(file).write(aCheckpoint(seq));
  return { file, read: () => new DurableFile<string>(file).read() };
}

describe('a durable file', () => {
  it('gives what was written last, and leaves nothing but it and the one before', async () => {
    const { file, read } = await writtenTwice();
    expect(await read()).toMatchObject(aCheckpoint(2));
    expect(readdirSync(path.dirname(file)).toSorted()).toEqual(['file.json', 'file.json.prev']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
  });

  it.each([
    ['missing', (file: string) => rmSync(file)],
    ['empty', (file: string) => truncateSync(file, 0)],
    ['cut short', (file: string) => truncateSync(file, 90)],
    ['null', (file: string) => writeFileSync(file, 'null')],
  ])('that is %s gives the one before, and then nothing', async (_, damage) => {
    const { file, read } = await writtenTwice();
    damage(file);
    expect(await read()).toMatchObject(aCheckpoint(1));
    damage(`${file}.prev`);
    expect(await read()).toBeNull();
  });

  it('gives the one before where the last is turned down', async () => {
    const { file } = await writtenTwice();
    expect(await new DurableFile<string>(file, ({ seq }) => seq < 2).read()).toMatchObject(aCheckpoint(1));
    expect(await new DurableFile<string>(file, () => false).read()).toBeNull();
  });

  it('goes on after the last was lost', async () => {
    const { file, read } = await writtenTwice();
    rmSync(file);
    await new DurableFile<string>(file).write(aCheckpoint(3));
    expect(await read()).toMatchObject(aCheckpoint(3));
  });

  it('throws a fault that is not absence', async () => {
    const folder = await aFolder();
    await expect(new DurableFile<string>(folder).read()).rejects.toThrow('EISDIR');
  });
});
