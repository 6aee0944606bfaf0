/** Long imports are read in a thread: the same answer as at once, within bounds, and given up when nobody waits. */
import { describe, expect, it } from 'vitest';
import { createThreadReader } from '../../server/adapters/reader-thread.ts';
import { readMemory, readTerms } from '../../server/app/read-exchange.ts';
import { readImport } from '../../server/app/read-import.ts';
import { readTranslation } from '../../server/app/read-translation.ts';
import type { PreviewOrder } from '../../server/ports.ts';
import { longMarkdown } from '../support/long-article.ts';
import { aSource, bytesOf } from '../support/xliff.ts';

const entry = new URL('../../server/import-thread.ts', import.meta.url);
const reader = createThreadReader(entry);

function order(text: string, name = 'article.md'): PreviewOrder {
  return { input: { bytes: new TextEncoder().encode(text), name }, from: 'he', to: ['en'] };
}

const article = order(longMarkdown({ seed: 1, paragraphs: 40, wordsPerParagraph: 60, locale: 'he' }));

/** Seconds of work for a parser: paragraphs that open many brackets and close none. */
const laborious = order(`${'['.repeat(900)}\n\n`.repeat(10_000));

describe('a thread that reads', () => {
  it('answers as the reader itself does', async () => {
    expect(await reader.read(article)).toEqual(readImport(article));
  });

  it('answers so of a translation file as well', async () => {
    const [sound, broken] = [bytesOf(aSource('הָלַךְ<ph id="1"/>')), bytesOf(aSource('<ph id="1"/><ph id="1"/>'))];
    expect(await reader.readTranslation(sound)).toEqual(readTranslation(sound));
    expect(await reader.readTranslation(broken)).toMatchObject({
      ok: false,
      code: 'import.xliff',
      params: { line: 1 },
    });
  });

  it('answers so of memories and termbases', async () => {
    const table = bytesOf('en,he\nsea,ים\n');
    expect(await reader.readTerms(table)).toEqual(readTerms(table));
    expect(await reader.readTerms(bytesOf('<tbx/>'))).toMatchObject({ ok: false, code: 'import.tbx' });
    const seg = (lang: string, text: string) => `<tuv xml:lang="${lang}"><seg>${text}</seg></tuv>`;
    const memory = bytesOf(
      `<tmx version="1.4"><header srclang="en"/><body><tu>${seg('en', 'sea')}${seg('he', 'ים')}</tu></body></tmx>`,
    );
    expect(await reader.readMemory(memory)).toEqual(readMemory(memory));
    expect(await reader.readMemory(bytesOf('<tbx/>'))).toMatchObject({ ok: false, code: 'import.tmx' });
  });

  it('hands refusals on', async () => {
    expect(await reader.read(order('\u0007\u0000', 'a.txt'))).toMatchObject({ ok: false, code: 'import.not-text' });
  });

  it('takes several orders, one after the other', async () => {
    const answers = await Promise.all([reader.read(article), reader.read(order('')), reader.read(article)]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, true]);
  });

  it('refuses what takes longer than its bound', async () => {
    const hasty = createThreadReader(entry, { milliseconds: 1, megabytes: 512 });
    expect(await hasty.read(laborious)).toMatchObject({ ok: false, code: 'import.too-complex' });
  });

  it('refuses what takes more memory than its bound, and reads the next', async () => {
    const small = createThreadReader(entry, { milliseconds: 60_000, megabytes: 12 });
    const large = order(`${'הָלַךְ '.repeat(100)}\n\n`.repeat(15_000), 'article.txt');
    expect(await small.read(large)).toMatchObject({ ok: false, code: 'import.too-complex' });
    expect(await small.read(order('# כותרת\n\nפסקה'))).toMatchObject({ ok: true });
  });

  it('gives up when the signal fires, also before its turn, and reads the next', async () => {
    const reason = new Error('gone');
    const gone = new AbortController();
    const both = [reader.read(laborious, gone.signal), reader.read(laborious, gone.signal)];
    gone.abort(reason);
    expect(await Promise.allSettled(both)).toEqual([
      { status: 'rejected', reason },
      { status: 'rejected', reason },
    ]);
    expect(await reader.read(article)).toMatchObject({ ok: true });
  });
});
