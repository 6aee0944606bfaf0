/** What stands around published texts: names, tags, settings. Each rule, and that readers see the change by itself. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemorySink, type MemorySink } from '../../server/adapters/sink-memory.ts';
import { describeEdition } from '../../server/app/describe-edition.ts';
import { followSurroundings, type Follower } from '../../server/app/follow-surroundings.ts';
import { importDocument } from '../../server/app/import-document.ts';
import { renameDocument, tagDocument } from '../../server/app/manage-document.ts';
import { changeSite, viewSite } from '../../server/app/manage-site.ts';
import { publishEdition } from '../../server/app/publish-edition.ts';
import { siteView } from '../../server/app/reconcile-editions.ts';
import { accepted } from '../../server/domain/errors.ts';
import { defaultSettings, type SiteSettings } from '../../server/domain/site-settings.ts';
import type { World } from '../../server/ports.ts';
import { stampOf } from '../../server/render/stamp.ts';
import { aDecisionId, approvalOfAll, importedDecision } from '../support/builders.ts';
import { aWorld } from '../support/desk.ts';

let world: World;
let sink: MemorySink;
let follower: Follower;
let documentId: string;
let reported: string[];

beforeEach(async () => {
  sink = createMemorySink();
  reported = [];
  world = await aWorld({ sink, report: (_, what) => reported.push(what) });
  follower = followSurroundings(world);
  documentId = await given('the-school');
});
afterEach(() => follower.close());

async function given(slug: string): Promise<string> {
  const imported = importedDecision({ slug });
  for (const decision of [imported, ...approvalOfAll('he')]) {
    accepted(await world.store.commit({ stream: imported.documentId, decisions: [decision] }));
  }
  return imported.documentId;
}

const order = (more: { documentId?: string } = {}) => ({ documentId, decisionId: aDecisionId(), by: 'dana', ...more });
const publish = () => publishEdition(world, { ...order(), locale: 'he' });
const set = (settings: Partial<SiteSettings>, revision = 0) =>
  changeSite(world, { decisionId: aDecisionId(), by: 'dana', revision, settings: { ...defaultSettings, ...settings } });
const paths = () => [...sink.files.keys()].join(' ');

describe('a new name', () => {
  it('is made of what is given, and readers find the article there', async () => {
    accepted(await publish());
    const { document } = accepted(await renameDocument(world, { ...order(), slug: ' The Village School! ' }));
    expect(document).toMatchObject({ slug: 'the-village-school', formerSlugs: ['the-school'] });
    await follower.idle();
    expect(paths()).toContain('he/the-village-school/index.html');
  });

  it('before anything was published leaves no trace', async () => {
    const { document } = accepted(await renameDocument(world, { ...order(), slug: 'كفر قاسم' }));
    expect(document).toMatchObject({ slug: 'كفر-قاسم', formerSlugs: [] });
  });

  it.each([
    ['…', 'document.slug-empty'],
    ['The school', 'document.same-slug'],
    ['Taken', 'document.slug-taken'],
    ['Once taken', 'document.slug-taken'],
  ])('%s is refused: %s', async (slug, code) => {
    const other = await given('once-taken');
    accepted(await publishEdition(world, { ...order({ documentId: other }), locale: 'he' }));
    accepted(await renameDocument(world, { ...order({ documentId: other }), slug: 'taken' }));
    expect(await renameDocument(world, { ...order(), slug })).toMatchObject({ ok: false, code });
  });

  it('may be one that the document had', async () => {
    accepted(await publish());
    accepted(await renameDocument(world, { ...order(), slug: 'village' }));
    const { document } = accepted(await renameDocument(world, { ...order(), slug: 'the-school' }));
    expect(document).toMatchObject({ slug: 'the-school', formerSlugs: ['village'] });
  });

  it('is given once, to whoever asks first; an import takes another', async () => {
    const others = await Promise.all(['one', 'two', 'three'].map(given));
    const input = { text: 'Village\n\nA text.', format: 'text' } as const;
    const [imported, ...renamed] = await Promise.all([
      importDocument(world, { decisionId: aDecisionId(), by: 'dana', from: 'en', to: ['he'], input }),
      ...others.map((documentId) => renameDocument(world, { ...order({ documentId }), slug: 'village' })),
    ]);
    expect(imported).toMatchObject({ ok: true });
    expect(renamed.map((answer) => (answer.ok ? 'given' : answer.code)).toSorted()).toEqual([
      'document.slug-taken',
      'document.slug-taken',
      'given',
    ]);
    const slugs = (await world.store.board()).map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    accepted(await publish());
    accepted(await renameDocument(world, { ...order(), slug: 'home' }));
    const again = { ...input, text: 'The school\n\nA text.' };
    const { documentId: second } = accepted(
      await importDocument(world, { decisionId: aDecisionId(), by: 'dana', from: 'en', to: ['he'], input: again }),
    );
    expect((await world.store.document(second))?.slug, 'a former name leads elsewhere').toBe('the-school-2');
  });

  it('sent twice is one decision', async () => {
    const twice = { ...order(), slug: 'village' };
    const first = await renameDocument(world, twice);
    expect(await renameDocument(world, twice)).toEqual(first);
  });
});

describe('tags', () => {
  const tags = [
    { id: 'land', names: { en: 'Land', he: 'קרקע' } },
    { id: 'حجب', names: { ar: 'حجب' } },
  ];

  it('are those of the settings; one that is taken away there stays, and no other is given', async () => {
    accepted({ ok: true as const, ...(await set({ tags })) });
    expect(accepted(await tagDocument(world, { ...order(), tags: ['land', 'حجب'] })).document.tags).toEqual([
      'land',
      'حجب',
    ]);
    await set({ tags: tags.slice(1) }, 1);
    expect(accepted(await tagDocument(world, { ...order(), tags: ['land'] })).document.tags).toEqual(['land']);
    expect(await tagDocument(world, { ...order(), tags: ['water'] })).toMatchObject({
      code: 'tag.unknown',
      params: { tag: 'water' },
    });
    const other = order({ documentId: await given('other') });
    expect(await tagDocument(world, { ...other, tags: ['land'] })).toMatchObject({ code: 'tag.unknown' });
  });
});

describe('settings', () => {
  it('are the defaults first; each change names what it replaces', async () => {
    expect(await viewSite(world)).toMatchObject({ settings: defaultSettings, revision: 0 });
    expect(await set({ bilingual: false })).toMatchObject({ revision: 1, settings: { bilingual: false } });
    expect(await set({ credits: false })).toMatchObject({ ok: false, code: 'settings.stale' });
    expect(await set({ credits: false }, 1)).toMatchObject({ revision: 2, settings: { bilingual: true } });
  });

  it('keep no empty text, so that a language without a title has the site’s own', async () => {
    const changed = await set({
      titles: { en: ' Harbour ', he: '  ', ar: '' },
      tags: [{ id: 'a', names: { en: ' ' } }],
    });
    expect(changed).toMatchObject({ settings: { titles: { en: 'Harbour' }, tags: [{ id: 'a', names: {} }] } });
    expect(changed).not.toHaveProperty('settings.titles.he');
  });

  it.each<[string, Partial<SiteSettings>, string]>([
    ['an about page that cannot be read', { about: { he: `${'> '.repeat(300)}אודות` } }, 'import.too-deep'],
    ['an about page that says nothing', { about: { ar: '[later]: https://example.org' } }, 'import.empty'],
    ['a theme that is not there', { theme: '../paper' }, 'theme.unknown'],
    [
      'one address for two tags',
      {
        tags: [
          { id: 'a', names: {} },
          { id: 'a', names: {} },
        ],
      },
      'settings.tag-twice',
    ],
    [
      'two tags whose folders are one where capitals say nothing',
      {
        tags: [
          { id: 'News', names: {} },
          { id: 'news', names: {} },
        ],
      },
      'settings.tag-twice',
    ],
  ])('do not name %s', async (_, settings, code) => {
    expect(await set(settings)).toMatchObject({ ok: false, code });
  });

  it('change the pages by themselves', async () => {
    accepted(await publish());
    await set({ titles: { he: 'בית הנמל' } });
    await follower.idle();
    expect(Buffer.from(sink.files.get('he/the-school/index.html') ?? []).toString()).toContain('בית הנמל');
  });

  it('are on the pages that show them, and no other is made again', async () => {
    accepted(await publish());
    await set({ about: { he: 'אודות' } });
    await follower.idle();
    const site = await siteView(world);
    await set({ about: { he: 'אודותינו' } }, 1);
    expect(stampOf(await siteView(world))).toBe(stampOf(site));
  });

  it('stand though the pages cannot be written, and the operator reads of it', async () => {
    await follower.close();
    const full = { ...sink, reconcile: () => Promise.reject(new Error('ENOSPC')) };
    follower = followSurroundings({ ...world, sink: full });
    expect(await set({ bilingual: false })).toMatchObject({ revision: 1 });
    await follower.idle();
    expect(reported).toEqual([expect.stringContaining('site')]);
  });
});

describe('details of an edition', () => {
  it('are not written over unseen', async () => {
    const describeAs = (description: string, seen: string) =>
      describeEdition(world, {
        ...order(),
        locale: 'he',
        details: { description },
        replaces: seen === '' ? {} : { description: seen },
      });
    accepted(await describeAs('שלהם', ''));
    expect(await describeAs('שלי', '')).toMatchObject({ ok: false, code: 'edition.stale' });
    expect(accepted(await describeAs('שלי', 'שלהם')).edition.details).toEqual({ description: 'שלי' });
  });

  it('are kept without what is empty, and come to readers with the next publication only', async () => {
    accepted(await publish());
    const details = { translators: [' נועה לוי ', '', 'נועה לוי'], description: '  ' };
    const described = accepted(await describeEdition(world, { ...order(), locale: 'he', details })).edition;
    expect(described).toMatchObject({ details: { translators: ['נועה לוי'] }, changedSinceLive: true });
    expect(described.details).not.toHaveProperty('description');
    const published = accepted(await publish()).edition;
    expect(published.publications[1]).toMatchObject({ details: { translators: ['נועה לוי'] } });
    expect(published).toMatchObject({ changedSinceLive: false });
  });
});
