/** Real texts as published editions: the samples that ship, and any other file. */
import { readFileSync } from 'node:fs';
import { readImport } from '../../server/app/read-import.ts';
import type { SourceFormat } from '../../server/domain/document.ts';
import type { Locale } from '../../server/domain/locale.ts';
import type { PublishedEdition } from '../../server/ports.ts';
import { anEdition } from './editions.ts';

export interface SampleFile {
  readonly locale: Locale;
  readonly format: SourceFormat;
  /** Where the text has none. */
  readonly title?: string;
}

/** The edition of a text, as an import would read it. */
export function editionOf(text: string, file: SampleFile, about: Partial<PublishedEdition> = {}): PublishedEdition {
  const { locale, format, title } = file;
  const read = readImport({ input: { text, format }, from: locale, to: [], ...(title !== undefined && { title }) });
  if (!read.ok) throw new Error(`The text cannot be read: ${read.code}`);
  return anEdition(
    read.blocks.map(({ kind, text, layout, codes }) => [kind, text, layout, codes]),
    { locale, ...about },
  );
}

/** A text that ships, in one of its languages. */
export function sampleEdition(name: 'library' | 'river', locale: Locale): PublishedEdition {
  const [extension, format] = name === 'library' ? (['md', 'markdown'] as const) : (['txt', 'text'] as const);
  const text = readFileSync(`translations/samples/${name}.${locale}.${extension}`, 'utf8');
  return editionOf(text, { locale, format }, { documentId: name, slug: name });
}
