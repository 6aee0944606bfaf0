/**
 * What an import would make of an article: its blocks with the title first, and their words counted. Nothing here
 * touches the world, so that it can be done wherever a long text keeps nobody waiting (`ImportReader`).
 */
import { countWords } from '../domain/count-words.ts';
import { withoutCodes } from '../domain/content.ts';
import { titleOf } from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { withTitle } from '../domain/title.ts';
import { readSource } from '../formats/formats.ts';
import type { Preview, PreviewOrder } from '../ports.ts';

/** Reads an article. Refusals: those of `readSource`, import.same-locale. */
export function readImport({ input, from, to, title }: PreviewOrder): Preview | Refusal {
  if (to.includes(from)) return refuse('import.same-locale', { locale: from });
  const read = readSource(input);
  if (!read.ok) return read;
  const titled = withTitle(read.blocks, title);
  const blocks = titled.ok ? titled.blocks : read.blocks;
  return {
    ok: true,
    format: read.format,
    encoding: read.encoding,
    ...(titled.ok && { title: titleOf(titled.blocks) }),
    blocks,
    words: blocks.reduce((sum, { text, codes }) => sum + countWords(withoutCodes(text, codes)), 0),
  };
}
