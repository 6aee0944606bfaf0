/**
 * The formats that can be imported, as one table. To add one: its name in `sourceFormats` (domain/document.ts), a file
 * with its reader, and a row here.
 */
import { sourceFormats, type Block, type SourceFormat } from '../domain/document.ts';
import { refuse, Refused, type Refusal } from '../domain/errors.ts';
import { importBytes, importLimits } from '../domain/limits.ts';
import { checkText, decodeText, type Decoded, type Encoding } from './decode.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain-text.ts';

export { withTitle } from '../domain/title.ts';

interface Format {
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  readonly read: (text: string) => Block[];
}

export const formats: Readonly<Record<SourceFormat, Format>> = {
  text: { extensions: ['txt', 'text'], read: readPlainText },
  markdown: { extensions: ['md', 'markdown'], read: readMarkdown },
};

/** A file's bytes with its name, or a text that was pasted; a given format goes before the name's. */
export type SourceInput =
  | { readonly bytes: Uint8Array; readonly name?: string; readonly format?: SourceFormat }
  | { readonly text: string; readonly name?: string; readonly format?: SourceFormat };

export interface ReadSource {
  readonly ok: true;
  readonly format: SourceFormat;
  readonly encoding: Encoding;
  readonly blocks: readonly Block[];
}

/**
 * Reads a source into blocks; at most one of them is a title (see `withTitle`).
 * Refusals: import.unknown-format, import.too-large, import.empty, those of `decodeText`, and those of the readers
 * (import.too-many-segments, import.segment-too-long, import.too-deep).
 */
export function readSource(input: SourceInput): ReadSource | Refusal {
  const format = input.format ?? formatOf(input.name ?? '');
  if (format === undefined) return refuse('import.unknown-format', { name: input.name ?? '' });
  const size = 'bytes' in input ? input.bytes.length : input.text.length;
  if (size > importBytes) return refuse('import.too-large', { limit: importLimits.megabytes });
  const decoded = 'bytes' in input ? decodeText(input.bytes) : pasted(input.text);
  return decoded.ok ? read(decoded.text, format, decoded.encoding) : decoded;
}

function read(text: string, format: SourceFormat, encoding: Encoding): ReadSource | Refusal {
  try {
    const blocks = formats[format].read(text);
    return blocks.length === 0 ? refuse('import.empty') : { ok: true, format, encoding, blocks };
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

function pasted(text: string): Decoded {
  return checkText(text) ?? { ok: true, text, encoding: 'utf-8' };
}

function formatOf(name: string): SourceFormat | undefined {
  const extension = /\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  return sourceFormats.find((format) => formats[format].extensions.includes(extension));
}
