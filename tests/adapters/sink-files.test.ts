/** The folder of published files: what it writes, what it leaves alone, what it refuses, and interrupted runs. */
import { lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
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

  it('heals what was cut short, and still knows what to withdraw', async () => {
    const folder = await aFolder();
    const sink = createFileSink(folder);
    await expect(sink.reconcile(stopped({ 'he/a/index.html': 'A' }))).rejects.toThrow('stopped');
    await writeFile(path.join(folder, '.dragoman', 'next'), 'half a pa');
    expect(await contents(folder)).toEqual({ 'he/a/index.html': 'A' });
    expect(await sink.reconcile(files({ 'he/b/index.html': 'B' }))).toEqual({
      written: ['he/b/index.html'],
      removed: ['he/a/index.html'],
    });
    expect(await contents(folder)).toEqual({ 'he/b/index.html': 'B' });
  });

  it('removes nothing when a run ends early', async () => {
    const folder = await aFolder();
    const sink = createFileSink(folder);
    await sink.reconcile(files({ 'a.html': 'A', 'b.html': 'B' }));
    await expect(sink.reconcile(stopped({ 'a.html': 'new' }))).rejects.toThrow('stopped');
    expect(await contents(folder)).toEqual({ 'a.html': 'new', 'b.html': 'B' });
  });

  it('writes again a file that somebody cut, deleted or changed', async () => {
    const folder = await aFolder();
    const sink = createFileSink(folder);
    await sink.reconcile(files({ 'a.html': 'AAAA' }));
    for (const damage of ['', 'AAAB']) {
      await writeFile(path.join(folder, 'a.html'), damage);
      expect((await sink.reconcile(files({ 'a.html': 'AAAA' }))).written).toEqual(['a.html']);
    }
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
