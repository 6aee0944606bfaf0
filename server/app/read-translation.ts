/**
 * What a translation file says: XLIFF 2.0, 2.1 or 1.2. Nothing here touches the world, so that it can be done wherever a long
 * file keeps nobody waiting (`ImportReader`).
 */
import { refuse, type Refusal } from '../domain/errors.ts';
import { importBytes, importLimits } from '../domain/limits.ts';
import { readXliff } from '../formats/xliff/read-xliff.ts';
import type { TranslationRead } from '../ports.ts';

/** Reads a file. Refusals: import.too-large, those of `readXliff`. */
export function readTranslation(bytes: Uint8Array): TranslationRead | Refusal {
  if (bytes.length > importBytes) return refuse('import.too-large', { limit: importLimits.megabytes });
  const read = readXliff(bytes);
  return read.ok ? { ok: true, bilingual: read.bilingual } : refuse(read.code, read.params);
}
