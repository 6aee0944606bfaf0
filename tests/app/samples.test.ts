/** The shipped samples: aligned paragraph by paragraph, and loaded into an empty store once. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blocksOf, loadSamples, samplesIn, type SampleFile } from '../../server/app/load-samples.ts';
import { requestTranslation } from '../../server/app/translate-document.ts';
import { codeFaults } from '../../server/domain/content.ts';
import { isTranslatable } from '../../server/domain/document.ts';
import { aDecisionId, importedDecision, memoryDecision } from '../support/builders.ts';
import { aWorld } from '../support/desk.ts';

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
    const world = await aWorld();
    const documentIds = await loadSamples(world, files);
    const board = await world.store.board();
    expect(board.map(({ documentId }) => documentId).toSorted()).toEqual(documentIds.toSorted());
    expect(board.map(({ from, to }) => [from, ...to.toSorted()])).toEqual([
      ['en', 'ar', 'he'],
      ['en', 'ar', 'he'],
    ]);
  });

  it('puts every paragraph into the memory, where an exact look-up finds it', async () => {
    const world = await aWorld();
    await loadSamples(world, files);
    for (const { article, translations } of samples) {
      for (const block of blocksOf(article).filter(isTranslatable)) {
        for (const { locale } of translations) {
          expect(await world.memory.draft({ source: block, from: 'en', to: locale }), block.text).toMatchObject({
            score: 100,
          });
        }
      }
    }
  });

  it('lets every paragraph be drafted from memory, without any provider', async () => {
    const world = await aWorld();
    for (const documentId of await loadSamples(world, files)) {
      await requestTranslation(world, { documentId, locales: ['he', 'ar'], decisionId: aDecisionId(), by: 'dana' });
      await world.queue.idle();
      const document = await world.store.document(documentId);
      const drafts = Object.values(document?.targets ?? {}).flat();
      expect(drafts).toHaveLength(2 * (document?.source.segments.length ?? 0));
      for (const { origin, text } of drafts) expect(origin, text).toEqual({ type: 'tm', score: 100 });
    }
  });

  it('happens once', async () => {
    const world = await aWorld();
    await loadSamples(world, files);
    expect(await loadSamples(world, files)).toEqual([]);
    expect(await world.store.board()).toHaveLength(samples.length);
  });

  it.each([
    ['a document', { stream: 'document-000', decisions: [importedDecision({ documentId: 'document-000' })] }],
    ['a memory', { stream: 'site', decisions: [memoryDecision()] }],
  ] as const)('leaves a store alone that has %s', async (_what, commit) => {
    const world = await aWorld();
    await world.store.commit(commit);
    expect(await loadSamples(world, files)).toEqual([]);
  });
});

/** Every number of a text, in ascending order: word order differs between languages. */
function figuresOf(text: string): string[] {
  return (text.match(/\p{Nd}+(?:[.,:]\p{Nd}+)*/gu) ?? []).toSorted();
}
