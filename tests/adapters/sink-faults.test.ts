/**
 * Killed at every step of a publication: before each step that changes anything on the disk, and in the middle of each
 * write. Whatever was reached, each page that a reader finds is the old one or the new one, what it fetches is there, and
 * the next run makes the site what it would have been.
 */
import { writeFileSync } from 'node:fs';
import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileSink } from '../../server/adapters/sink-files.ts';
import { realDisk, type Disk } from '../../server/adapters/site-files/disk.ts';
import type { LiveDocument } from '../../server/render/live-document.ts';
import { aFullEdition, aLiveDocument, anEdition, live, someSiteOf } from '../support/editions.ts';
import { aFolder } from '../support/folders.ts';

const first = { n: 1, at: '2026-11-21T22:30:00.000Z', by: 'dana', sourceVersion: 1, targets: [] };
const second = { ...first, n: 2, at: '2026-11-22T08:00:00.000Z' };

const steady = aLiveDocument([aFullEdition('ar', { slug: 'steady' })], { documentId: 'doc000000009' });
const before: readonly LiveDocument[] = [
  aLiveDocument([aFullEdition('en'), aFullEdition('he')]),
  aLiveDocument([anEdition([['title', 'Gone']], { slug: 'gone', locale: 'he' })], { documentId: 'doc000000002' }),
  aLiveDocument([anEdition([['title', 'Moved']], { slug: 'moved' })], { documentId: 'doc000000003' }),
  steady,
];
/** One corrected, with a new language; one withdrawn; one under another name; one as it was. */
const after: readonly LiveDocument[] = [
  aLiveDocument([
    live(anEdition([['title', 'A corrected library']], { publication: second }), { history: [first, second] }),
    aFullEdition('he'),
    aFullEdition('ar'),
  ]),
  aLiveDocument([], { documentId: 'doc000000002', slug: 'gone', withdrawn: ['he'] }),
  aLiveDocument([anEdition([['title', 'Moved']], { slug: 'moved-away' })], {
    documentId: 'doc000000003',
    formerSlugs: ['moved'],
  }),
  steady,
];

describe('a publication that is killed', () => {
  it('leaves the old or the new at every step, and heals', async () => {
    const [old, wanted] = [await aFolder(), await aFolder()];
    await createFileSink(old).reconcile(someSiteOf(before));
    const steps = await stepsOf(old);
    expect(steps).toBeGreaterThan(30);
    const oldPages = await contents(old);
    await createFileSink(wanted).reconcile(someSiteOf(after));
    const newPages = await contents(wanted);
    for (let step = 0; step < steps; step += 1) {
      for (const halfWritten of [false, true]) {
        const folder = await copyOf(old);
        const disk = dying(step, halfWritten);
        await expect(createFileSink(folder, disk).reconcile(someSiteOf(after))).rejects.toThrow('killed');
        const found = await contents(folder);
        for (const [name, text] of Object.entries(found)) {
          expect([oldPages[name], newPages[name]], `${name}, killed at step ${step}`).toContain(text);
        }
        for (const name of Object.keys(oldPages)) {
          if (newPages[name] !== undefined) expect(Object.keys(found), `step ${step}`).toContain(name);
        }
        expect(missing(found), `killed at step ${step}`).toEqual([]);
        await createFileSink(folder).reconcile(someSiteOf(after));
        expect(await contents(folder), `healed after step ${step}`).toEqual(newPages);
      }
    }
  });

  it('touches nothing that stays as it is', async () => {
    const folder = await aFolder();
    await createFileSink(folder).reconcile(someSiteOf(before));
    const { written } = await createFileSink(folder).reconcile(someSiteOf(after));
    expect(written.filter((name) => name.includes('steady') || name.startsWith('assets/'))).toEqual([]);
    expect(await createFileSink(folder).reconcile(someSiteOf(after))).toEqual({ written: [], removed: [] });
  });
});

const changing = ['makeFolder', 'write', 'append', 'rename', 'remove', 'removeFolder', 'syncFolder'] as const;

/** A disk whose process is killed at a step: nothing happens any more, or of a write only its first half. */
function dying(at: number, halfWritten: boolean): Disk {
  return counting((step, name, run, { disk, args: [file, content] }) => {
    if (step < at) return run();
    if (step === at && halfWritten) {
      if (typeof content === 'string') disk.append(file, content.slice(0, content.length / 2));
      if (content instanceof Uint8Array && name === 'write')
        writeFileSync(file, content.subarray(0, content.length / 2));
    }
    throw new Error('killed');
  });
}

async function stepsOf(old: string): Promise<number> {
  let steps = 0;
  const disk = counting((step, _name, run) => {
    steps = step + 1;
    return run();
  });
  await createFileSink(await copyOf(old), disk).reconcile(someSiteOf(after));
  return steps;
}

type Step = (
  step: number,
  name: (typeof changing)[number],
  run: () => unknown,
  real: { readonly disk: Disk; readonly args: readonly [file: string, content?: unknown] },
) => unknown;

function counting(each: Step): Disk {
  const disk = realDisk();
  let step = -1;
  const counted = changing.map((name) => [
    name,
    (...args: readonly [string, never]) => {
      step += 1;
      return each(step, name, () => disk[name](...args), { disk, args });
    },
  ]);
  return { ...disk, ...Object.fromEntries(counted) };
}

/** With its times, as a copy that a backup makes. */
async function copyOf(folder: string): Promise<string> {
  const copy = path.join(await aFolder(), 'site');
  await mkdir(copy);
  await cp(folder, copy, { recursive: true, preserveTimestamps: true });
  return copy;
}

/** What the pages fetch or offer, and is not there. Ways to other pages may be a moment ahead of them. */
function missing(found: Readonly<Record<string, string>>): string[] {
  return Object.entries(found).flatMap(([page, text]) => {
    if (!page.endsWith('.html') || page === '404.html') return [];
    return [...text.matchAll(/(?:href|src)="([^"#:]+\.[a-z0-9]+)"/gu)].flatMap(([, address = '']) => {
      const name = decodeURIComponent(new URL(address, `https://site.invalid/${page}`).pathname.slice(1));
      return name in found ? [] : [`${page} → ${name}`];
    });
  });
}

/** What a reader could fetch. */
async function contents(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => entry.isFile() && !entry.parentPath.includes('.dragoman'));
  const read = found.map(async (entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return [path.relative(folder, file), await readFile(file, 'latin1')] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
