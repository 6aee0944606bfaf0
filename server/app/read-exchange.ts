/**
 * What a file of somebody's memory or termbase says: TMX, TBX, a table. Nothing here touches the world, so that it can be
 * done wherever a long file keeps nobody waiting (`ImportReader`).
 */
import { refuse, type Refusal } from '../domain/errors.ts';
import { importBytes, importLimits } from '../domain/limits.ts';
import { readTbx } from '../formats/tbx.ts';
import { readTermsCsv } from '../formats/terms-csv.ts';
import { readTmx, unitsIn } from '../formats/tmx.ts';
import type { MemoryRead, TermsRead } from '../ports.ts';

/** Reads a memory. Refusals: import.too-large, those of `readTmx`. */
export function readMemory(bytes: Uint8Array): MemoryRead | Refusal {
  const read = tooLarge(bytes) ?? readTmx(bytes);
  return read.ok ? { ok: true, ...unitsIn(read.units) } : read;
}

/** Reads a table or a TBX file, by what it begins with. Refusals: import.too-large, those of `readTermsCsv` and `readTbx`. */
export function readTerms(bytes: Uint8Array): TermsRead | Refusal {
  return tooLarge(bytes) ?? (isMarkup(bytes) ? readTbx(bytes) : readTermsCsv(bytes));
}

function tooLarge({ length }: Uint8Array): Refusal | undefined {
  return length > importBytes ? refuse('import.too-large', { limit: importLimits.megabytes }) : undefined;
}

/** XML begins with a bracket, whatever stands before it: a byte order mark, a byte of UTF-16, white space. */
function isMarkup(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, 100).filter((byte) => byte > 0x20 && byte < 0x7f);
  return beginning[0] === 0x3c;
}
