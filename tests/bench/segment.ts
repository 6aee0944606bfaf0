/**
 * Segmenting: bytes to blocks with ids and hashes, as an import does it. The peer is markdown-it's full parse of the
 * same text, which knows neither: it is the parser under our Markdown reader, so being near it means adding little. Sizes
 * in steps of ten, so that the growth can be read off the table.
 */
import MarkdownIt from 'markdown-it';
import { sha256Short } from '../../server/adapters/hash.ts';
import { matchHashOf, sourceHashOf, type Segment } from '../../server/domain/document.ts';
import { accepted } from '../../server/domain/errors.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { readSource } from '../../server/formats/formats.ts';
import { longArticle, longMarkdown } from '../support/long-article.ts';
import { alternate, timed, verify } from './measure.ts';
import { ratioOf, type Row } from './table.ts';

const article = { seed: 1, wordsPerParagraph: 100 };

export async function segmentRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of [100_000, 1_000_000]) rows.push(await against('markdown', 'en', size));
  for (const locale of ['he', 'ar'] as const) rows.push(await against('markdown', locale, 1_000_000));
  for (const locale of locales) rows.push(await against('text', locale, 1_000_000));
  return rows;
}

async function against(format: 'markdown' | 'text', locale: Locale, size: number): Promise<Row> {
  const text = textOf(format, locale, size);
  const bytes = new TextEncoder().encode(text);
  const name = format === 'markdown' ? 'long.md' : 'long.txt';
  check(segmentsOf(bytes, name), text);
  const peer = new MarkdownIt({ html: false });
  const times = await alternate({
    peer: timed(() => peer.parse(text, {})),
    ours: timed(() => segmentsOf(bytes, name)),
  });
  return {
    operation: `segment ${format}`,
    input: `${locale}, ${(bytes.length / 1e6).toPrecision(2)} MB`,
    peerName: 'markdown-it parse',
    ...times,
    ...(format === 'markdown' ? { goal: '≥ 1×', met: (ratioOf(times) ?? 0) >= 1 } : { goal: '' }),
  };
}

/** What an import does with the bytes before it commits. */
function segmentsOf(bytes: Uint8Array, name: string): readonly Segment[] {
  const { blocks } = accepted(readSource({ bytes, name }));
  return blocks.map((block, i) => {
    sourceHashOf(block, sha256Short);
    matchHashOf(block, sha256Short);
    return { id: i.toString(36).padStart(12, '0'), ...block };
  });
}

function textOf(format: 'markdown' | 'text', locale: Locale, size: number): string {
  const write = format === 'markdown' ? longMarkdown : longArticle;
  const sample = Buffer.byteLength(write({ ...article, locale, paragraphs: 100 }));
  return write({ ...article, locale, paragraphs: Math.ceil((100 * size) / sample) });
}

/** Nothing of the text is lost: as many letters in the segments as in the file, but for addresses. */
function check(segments: readonly Segment[], text: string): void {
  const letters = (text: string) => text.replaceAll(/\(https:[^)]*\)/gu, '').match(/\p{L}/gu)?.length ?? 0;
  const found = segments.reduce((sum, { text }) => sum + letters(text), 0);
  verify(`every letter stands in a segment (${found} of ${letters(text)})`, found === letters(text));
}
