/** The shipped samples: aligned paragraph by paragraph, and loaded into an empty store once. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { createMemoryStore } from '../../server/adapters/store-memory.ts';
import { blocksOf, loadSamples, samplesIn, type SampleFile } from '../../server/app/load-samples.ts';
import { codeFaults } from '../../server/domain/content.ts';
import { isTranslatable } from '../../server/domain/document.ts';
import { createExactMemory } from '../../server/domain/memory/exact-memory.ts';
import type { World } from '../../server/ports.ts';
import { aDecisionId, aShortId, importedDecision, memoryDecision } from '../support/builders.ts';

const folder = 'translations/samples';
const files: SampleFile[] = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(`${folder}/${name}`) }));
const samples = samplesIn(files);
const pairs = samples.flatMap(({ article, translations }) => translations.map(({ file }) => [article, file] as const));

describe('the samples', () => {
  it('are one Markdown article and one of plain text, each in Hebrew and Arabic', () => {
    expect(pairs.map(([article, translation]) => [article.name, translation.name])).toEqual([
      ['library.en.md', 'library.ar.md'],
      ['library.en.md', 'library.he.md'],
      ['river.en.txt', 'river.ar.txt'],
      ['river.en.txt', 'river.he.txt'],
    ]);
  });

  it('show every kind of segment that an article commonly has', () => {
    const kinds = new Set(samples.flatMap(({ article }) => blocksOf(article)).map(({ kind }) => kind));
    const common = [
      'title',
      'byline',
      'heading',
      'paragraph',
      'list-item',
      'quotation',
      'caption',
      'footnote',
    ] as const;
    expect([...kinds].toSorted()).toEqual(common.toSorted());
  });

  describe.each(pairs.map(([article, translation]) => [translation.name, article, translation] as const))(
    '%s',
    (_name, article, translation) => {
      const [source, target] = [blocksOf(article), blocksOf(translation)];

      it('has the kinds of its article in the same order', () => {
        expect(target.map(({ kind, layout }) => ({ kind, layout }))).toEqual(
          source.map(({ kind, layout }) => ({ kind, layout })),
        );
      });

      it('has the very codes of its article', () => {
        expect(target.map(({ codes }) => codes)).toEqual(source.map(({ codes }) => codes));
        expect(source.flatMap(({ codes }, i) => codeFaults(target[i]?.text ?? '', codes))).toEqual([]);
      });

      it('has the figures of its article', () => {
        expect(target.map(({ text }) => figuresOf(text))).toEqual(source.map(({ text }) => figuresOf(text)));
      });

      it('is written in normal form, without invisible marks', () => {
        const text = new TextDecoder().decode(translation.bytes);
        expect(text).toBe(text.normalize('NFC'));
        expect(text).not.toMatch(/[\p{Cf}\u00A0]/u);
      });
    },
  );
});

describe('loading the samples', () => {
  it('makes a document of each article, into the languages that it has', async () => {
    const world = aWorld();
    const documentIds = await loadSamples(world, files);
    const board = await world.store.board();
    expect(board.map(({ documentId }) => documentId).toSorted()).toEqual(documentIds.toSorted());
    expect(board.map(({ from, to }) => [from, ...to.toSorted()])).toEqual([
      ['en', 'ar', 'he'],
      ['en', 'ar', 'he'],
    ]);
  });

  it('puts every paragraph into the memory, where an exact look-up finds it', async () => {
    const world = aWorld();
    await loadSamples(world, files);
    const memory = createExactMemory(sha256Short);
    for (const [i, { from, to, pairs }] of (await world.store.site()).memory.entries()) {
      for (const [j, [source, target]] of pairs.entries()) {
        memory.put(`${i} ${j}`, { from, to, source: { text: source, codes: {} }, target });
      }
    }
    for (const { article, translations } of samples) {
      for (const block of blocksOf(article).filter(isTranslatable)) {
        for (const { locale } of translations) expect(memory.find(block, 'en', locale)?.score, block.text).toBe(100);
      }
    }
  });

  it('happens once', async () => {
    const world = aWorld();
    await loadSamples(world, files);
    expect(await loadSamples(world, files)).toEqual([]);
    expect(await world.store.board()).toHaveLength(samples.length);
  });

  it.each([
    ['a document', { stream: 'document-000', decisions: [importedDecision({ documentId: 'document-000' })] }],
    ['a memory', { stream: 'site', decisions: [memoryDecision()] }],
  ] as const)('leaves a store alone that has %s', async (_what, commit) => {
    const world = aWorld();
    await world.store.commit(commit);
    expect(await loadSamples(world, files)).toEqual([]);
  });
});

/** Every number of a text, in ascending order: word order differs between languages. */
function figuresOf(text: string): string[] {
  return (text.match(/\p{Nd}+(?:[.,:]\p{Nd}+)*/gu) ?? []).toSorted();
}

function aWorld(): World {
  return {
    store: createMemoryStore(sha256Short),
    clock: { now: () => '2026-01-01T00:00:00.000Z' },
    newId: { short: aShortId, uuid: aDecisionId },
    hash: sha256Short,
  } as unknown as World;
}
