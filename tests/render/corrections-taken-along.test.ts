/** What was corrected goes with the files of an edition, in its language, newest first, as on the page. */
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { formWriters } from '../../server/render/edition-forms.ts';
import type { LiveEdition } from '../../server/render/live-document.ts';
import { words } from '../../server/render/words.ts';
import { aFullEdition, live, someView } from '../support/editions.ts';

const notes: Readonly<Record<Locale, readonly [string, string]>> = {
  en: ['A name was wrong.', 'A figure was corrected.'],
  he: ['שם תוקן.', 'נתון תוקן.'],
  ar: ['صُوِّب اسم.', 'صُوِّب رقم.'],
};

describe.each(locales)('a corrected edition in %s', (locale) => {
  const said = [words[locale].corrections, notes[locale][1], notes[locale][0]];

  it('says at the end of its book what changed, and leads there', async () => {
    const bytes = await formWriters.epub(corrected(locale), someView);
    const page = part(bytes, 'EPUB/corrections.xhtml');
    expect(inOrder(page.slice(page.indexOf('<h2')), said)).toBe(true);
    expect(page).toContain('<time datetime="2026-11-23">');
    expect(part(bytes, 'EPUB/nav.xhtml')).toContain('href="corrections.xhtml"');
    const { messages } = await EpubCheck.validate(bytes);
    expect(messages.filter(({ severity }) => severity !== 'usage')).toEqual([]);
  });

  it('says it at the end of its Word document', async () => {
    const text = part(await formWriters.docx(corrected(locale), someView), 'word/document.xml');
    const plain = text.replace(/<[^>]+>/gu, '');
    expect(inOrder(plain.slice(plain.indexOf('run(')), said)).toBe(true);
  });

  it('says nothing of it where nothing was noted', async () => {
    const edition = live(aFullEdition(locale));
    expect(unzipSync(await formWriters.epub(edition, someView))).not.toHaveProperty('EPUB/corrections.xhtml');
    const text = part(await formWriters.docx(edition, someView), 'word/document.xml');
    expect(text.replace(/<[^>]+>/gu, '')).not.toContain(words[locale].corrections);
  });
});

function corrected(locale: Locale): LiveEdition {
  const edition = aFullEdition(locale);
  const [first, second] = notes[locale];
  const later = (n: number, note: string) => ({ ...edition.publication, n, note, at: `2026-11-2${n}T10:00:00.000Z` });
  const history = [edition.publication, later(2, first), later(3, second)];
  return live({ ...edition, publication: later(3, second) }, { history });
}

function inOrder(text: string, parts: readonly string[]): boolean {
  const places = parts.map((one) => text.indexOf(one));
  return places.every((place, at) => place > (places[at - 1] ?? -1));
}

function part(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? expect.fail(`no ${name}`));
}
