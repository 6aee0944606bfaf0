/** The folder of published files: what it writes, what it leaves alone, what it refuses, and interrupted runs. */
import { lstat, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileSink } from '../../server/adapters/sink-files.ts';
import type { SiteFile } from '../../server/ports.ts';
import { aFolder } from '../support/folders.ts';

describe('the file sink', () => {
  it('writes what is new, changes what differs, touches nothing else', async () => {
    const folder = await aFolder();
    const sink = createFileSink(folder);
    expect(await sink.reconcile(files({ 'he/a/index.html': 'A', 'he/b/index.html': 'B' }))).toEqual({
      written: ['he/a/index.html', 'he/b/index.html'],
      removed: [],
    });
    const before = await inode(folder, 'he/b/index.html');
    expect(await sink.reconcile(files({ 'he/a/index.html': 'a', 'he/b/index.html': 'B' }))).toEqual({
      written: ['he/a/index.html'],
      removed: [],
    });
    expect(await inode(folder, 'he/b/index.html')).toBe(before);
    expect(await contents(folder)).toEqual({ 'he/a/index.html': 'a', 'he/b/index.html': 'B' });
  });

  it('replaces a page as a whole: a reader who has it open goes on reading the old one', async () => {
    const folder = await aFolder();
    const sink = createFileSink(folder);
    await sink.reconcile(files({ 'a.html': 'old' }));
    const before = await inode(folder, 'a.html');
    await sink.reconcile(files({ 'a.html': 'new' }));
    expect(await inode(folder, 'a.html')).not.toBe(before);
  });

  it('removes what it wrote and is no longer named, with folders left empty, and nothing else', async () => {
    const folder = await aFolder();
    const sink = createFileSink(folder);
    await sink.reconcile(files({ 'he/a/index.html': 'A', 'he/index.html': 'I' }));
    await writeFile(path.join(folder, 'robots.txt'), 'mine');
    await mkdir(path.join(folder, 'ar'));
    expect(await sink.reconcile(files({ 'he/index.html': 'I' }))).toEqual({
      written: [],
      removed: ['he/a/index.html'],
    });
    expect(await contents(folder)).toEqual({ 'he/index.html': 'I', 'robots.txt': 'mine' });
    expect(await readdir(path.join(folder, 'he'))).toEqual(['index.html']);
    expect(await readdir(folder)).toContain('ar');
  });

  it('removes nothing when a plan ends early, and keeps every page whole', async () => {
    const folder = await aFolder();
    const sink = createFileSink(folder);
    await sink.reconcile(files({ 'a.html': 'A', 'b.html': 'B' }));
    await expect(sink.reconcile(stopped({ 'a.html': 'new' }))).rejects.toThrow('stopped');
    expect(['A', 'new']).toContain((await contents(folder))['a.html']);
    expect((await contents(folder))['b.html']).toBe('B');
  });

  it('makes only what does not stand there under its key, also after a restart', async () => {
    const folder = await aFolder();
    const made: string[] = [];
    const plan = (keys: Readonly<Record<string, string>>): SiteFile[] =>
      Object.entries(keys).map(([name, key]) => ({
        path: name,
        key,
        bytes: () => {
          made.push(name);
          return new TextEncoder().encode(`text of ${name}`);
        },
      }));
    const sink = createFileSink(folder);
    await sink.reconcile(plan({ 'a.html': '1', 'b.html': '1' }));
    expect(made.splice(0)).toEqual(['a.html', 'b.html']);
    expect(await sink.reconcile(plan({ 'a.html': '2', 'b.html': '1' })), 'made, and the same').toMatchObject({
      written: [],
    });
    expect(made.splice(0)).toEqual(['a.html']);
    const restarted = createFileSink(folder);
    expect(await restarted.holds({ path: 'a.html', key: '2' })).toBe(true);
    expect(await restarted.holds({ path: 'a.html', key: '1' })).toBe(false);
    expect(await restarted.holds({ path: 'c.html', key: '1' })).toBe(false);
    await restarted.reconcile(plan({ 'a.html': '2', 'b.html': '1' }));
    expect(made).toEqual([]);
  });

  it('writes again at the next start a file that somebody cut, deleted or changed', async () => {
    const folder = await aFolder();
    const page = path.join(folder, 'a.html');
    const damage: ReadonlyArray<() => Promise<unknown>> = [
      () => writeFile(page, ''),
      () => writeFile(page, 'AAAB'),
      () => rm(page),
    ];
    await createFileSink(folder).reconcile(files({ 'a.html': 'AAAA' }));
    for (const harm of damage) {
      await harm();
      expect((await createFileSink(folder).reconcile(files({ 'a.html': 'AAAA' }))).written).toEqual(['a.html']);
      expect(await contents(folder)).toEqual({ 'a.html': 'AAAA' });
    }
  });

  it('knows the list of an earlier version, which had paths alone, and one that was cut off', async () => {
    const folder = await aFolder();
    await createFileSink(folder).reconcile(files({ 'a.html': 'A', 'b.html': 'B', 'c.html': 'C' }));
    await writeFile(path.join(folder, '.dragoman', 'files'), 'a.html\nb.html\nc.ht');
    expect(await createFileSink(folder).reconcile(files({ 'b.html': 'B' }))).toEqual({
      written: [],
      removed: ['a.html'],
    });
    expect(await contents(folder)).toEqual({ 'b.html': 'B', 'c.html': 'C' });
  });

  it('keeps its list from growing without end', async () => {
    const folder = await aFolder();
    const sink = createFileSink(folder);
    for (let n = 0; n < 1100; n += 1) await sink.reconcile(files({ 'a.html': `text ${n}` }));
    const list = await readFile(path.join(folder, '.dragoman', 'files'), 'utf8');
    expect(list.split('\n').length).toBeLessThan(1100);
    expect(await createFileSink(folder).holds({ path: 'a.html', key: 'text 1099' })).toBe(true);
  });

  it.each([
    '../a',
    'a/../../b',
    '/etc/passwd',
    'a//b',
    '',
    '.dragoman/files',
    'a/.htaccess',
    'a\\b',
    'a\0b',
    'a\u202Eb',
    'C:',
    `${'א'.repeat(128)}/a`,
  ])('refuses the path %j', async (name) => {
    const folder = await aFolder();
    await expect(createFileSink(folder).reconcile(files({ [name]: 'x' }))).rejects.toThrow('Not a path of the site');
    expect(await contents(folder)).toEqual({});
  });

  it('refuses two files of one name', async () => {
    const [file] = files({ 'a.html': 'A' });
    await expect(createFileSink(await aFolder()).reconcile(file ? [file, file] : [])).rejects.toThrow('Two files');
  });

  it('replaces a link that stands in place of a page, and leaves what it led to', async () => {
    const [folder, elsewhere] = [await aFolder(), await aFolder()];
    await writeFile(path.join(elsewhere, 'secret'), 'x');
    await symlink(path.join(elsewhere, 'secret'), path.join(folder, 'a.html'));
    await createFileSink(folder).reconcile(files({ 'a.html': 'x' }));
    expect((await lstat(path.join(folder, 'a.html'))).isFile()).toBe(true);
    expect(await readFile(path.join(elsewhere, 'secret'), 'utf8')).toBe('x');
  });

  it('neither writes nor removes through a link that stands in place of a folder', async () => {
    const [folder, elsewhere] = [await aFolder(), await aFolder()];
    const sink = createFileSink(folder);
    await writeFile(path.join(elsewhere, 'index.html'), 'theirs');
    await symlink(elsewhere, path.join(folder, 'he'));
    await expect(sink.reconcile(files({ 'he/index.html': 'ours' }))).rejects.toThrow('is not a folder');
    await writeFile(path.join(folder, '.dragoman', 'files'), 'he/index.html\n../../etc/passwd\n');
    expect(await sink.reconcile(files({ 'a.html': 'A' }))).toEqual({ written: ['a.html'], removed: [] });
    expect(await contents(elsewhere)).toEqual({ 'index.html': 'theirs' });
  });

  it('lets any web server read its pages, and none its notes', async () => {
    const folder = await aFolder();
    await createFileSink(folder).reconcile(files({ 'he/index.html': 'A' }));
    expect((await stat(path.join(folder, 'he/index.html'))).mode & 0o004).toBe(0o004);
    expect((await stat(path.join(folder, '.dragoman'))).mode & 0o077).toBe(0);
  });
});

function files(contents: Readonly<Record<string, string>>): SiteFile[] {
  return Object.entries(contents).map(([path, text]) => ({
    path,
    key: text,
    bytes: () => new TextEncoder().encode(text),
  }));
}

function* stopped(contents: Readonly<Record<string, string>>): Generator<SiteFile> {
  yield* files(contents);
  throw new Error('stopped');
}

async function inode(folder: string, file: string): Promise<number> {
  return (await stat(path.join(folder, file))).ino;
}

/** What a reader could fetch. */
async function contents(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => entry.isFile() && !entry.parentPath.includes('.dragoman'));
  const read = found.map(async (entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return [path.relative(folder, file), await readFile(file, 'utf8')] as const;
  });
  return Object.fromEntries((await Promise.all(read)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
