/** Reads XLIFF 2.0, 2.1 and 1.2: bytes → a tree that holds to its standard → what it says. */
import { refuse, type Refusal } from '../../domain/errors.ts';
import { readXml, type XmlElement } from '../xml.ts';
import type { BilingualFile } from '../../domain/bilingual.ts';
import type { Fault } from './fault.ts';
import { bilingualOf } from './project.ts';
import { faultsOf } from './validate.ts';
import { bilingual12, faults12, isXliff12 } from './xliff12.ts';

export type XliffRead =
  | { readonly ok: true; readonly root: XmlElement; readonly bilingual: BilingualFile }
  | (Refusal & { readonly faults?: readonly Fault[] });

/**
 * Reads a file, whole or not at all. Refusals: those of `readXml`; import.xliff with the line and the reason of the first
 * fault, and all faults beside it.
 */
export function readXliff(bytes: Uint8Array): XliffRead {
  const read = readXml(bytes);
  if (!read.ok) return read;
  const { root } = read;
  const is12 = isXliff12(root);
  const faults = is12 ? faults12(root) : faultsOf(root);
  const [first] = faults;
  if (first) return { ...refuse('import.xliff', { line: first.line, reason: first.reason }), faults };
  return { ok: true, root, bilingual: is12 ? bilingual12(root) : bilingualOf(root) };
}
