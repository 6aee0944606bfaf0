/** Demo text is no translation: nothing takes it along without saying so, and no other text is called so. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { locales } from '../../server/domain/locale.ts';
import { deliveredArticle } from '../../server/render/delivered-article.ts';
import { formWriters } from '../../server/render/edition-forms.ts';
import type { LiveEdition } from '../../server/render/live-document.ts';
import { renderStandalone } from '../../server/render/standalone-page.ts';
import { words } from '../../server/render/words.ts';
import { aFullEdition, aLiveDocument, filesOf, live, someSiteOf, someView } from '../support/editions.ts';

const site = { ...someView, settings: { ...someView.settings, bilingual: true } };
const [page, feeds] = [
  ['index.html', 'with-en/index.html'],
  ['feed.xml', 'feed.json'],
] as const;

const takenAlong: Readonly<Record<string, (edition: LiveEdition) => Promise<string>>> = {
  md: async (edition) => utf8(await formWriters.md(edition, site)),
  txt: async (edition) => utf8(await formWriters.txt(edition, site)),
  epub: async (edition) => unpacked(await formWriters.epub(edition, site), 'EPUB/title.xhtml'),
  docx: async (edition) => unpacked(await formWriters.docx(edition, site), 'word/document.xml'),
  html: async (edition) => utf8(renderStandalone(edition)),
  delivered: async (edition) => deliveredArticle(edition, aLiveDocument([edition]), site).html,
  ...Object.fromEntries(page.map((name) => [name, (edition) => onSite(edition, `he/a-library/${name}`)])),
  ...Object.fromEntries(feeds.map((name) => [name, (edition) => onSite(edition, `he/${name}`)])),
};

describe.each(Object.entries(takenAlong))('demo text in %s', (_, write) => {
  it('is said not to be a translation, before the text', async () => {
    const written = await write(madeBy('demo'));
    const at = written.indexOf(words.he.demo);
    expect(at).toBeGreaterThanOrEqual(0);
    const text = written.indexOf('03-555-1234');
    expect(text === -1 || at < text).toBe(true);
  });

  it('is said of no other text', async () => {
    expect(await write(madeBy('deepl'))).not.toContain(words.he.demo);
  });
});

it.each(locales)('a text file in %s says it below its title, in its language', async (locale) => {
  const edition = madeBy('demo', locale);
  for (const form of ['md', 'txt'] as const) {
    expect(utf8(await formWriters[form](edition, site)).split('\n\n')[1], form).toBe(words[locale].demo);
  }
});

function madeBy(provider: string, locale: (typeof locales)[number] = 'he'): LiveEdition {
  const edition = aFullEdition(locale);
  const segments = edition.segments.map((one, at) =>
    at === 3 ? { ...one, origin: { type: 'mt', provider, model: 'm' } as const } : one,
  );
  return live({ ...edition, segments });
}

async function onSite(edition: LiveEdition, path: string): Promise<string> {
  const files = await filesOf(someSiteOf([aLiveDocument([edition, aFullEdition('en')])], site));
  const file = files.find((one) => one.path === path) ?? expect.fail(`no ${path}`);
  return utf8(await file.bytes());
}

/** Runs of a word processor are told apart by script; their words are one text. */
function unpacked(bytes: Uint8Array, name: string): string {
  const text = strFromU8(unzipSync(bytes)[name] ?? expect.fail(`no ${name}`));
  return name.endsWith('document.xml') ? text.replace(/<[^>]+>/gu, '') : text;
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
