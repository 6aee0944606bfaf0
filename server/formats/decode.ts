/**
 * From bytes to text, strictly: UTF-8, or UTF-16 where a byte order mark says so. Anything else is refused rather than
 * guessed (a Hebrew text in ISO-8859-8 and an Arabic one in windows-1256 are the same bytes), and nothing ever becomes
 * U+FFFD. A second byte order mark, noncharacters and every assigned or unassigned letter are text and are kept.
 */
import { refuse, type Refusal } from '../domain/errors.ts';
import { isBlank } from '../domain/segmentation.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';
export type Decoded = { readonly ok: true; readonly text: string; readonly encoding: Encoding } | Refusal;

/** Files that people choose by mistake; the sentence of the refusal names them. */
const signatures = [
  { name: 'PDF', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { name: 'ZIP, DOCX, ODT', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'DOC', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'RTF', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { name: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { name: 'GIF', bytes: [0x47, 0x49, 0x46, 0x38] },
  { name: 'GZIP', bytes: [0x1f, 0x8b] },
] as const;

const byteOrderMarks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const satisfies ReadonlyArray<{ encoding: Encoding; bytes: readonly number[] }>;

/**
 * NUL, DEL and C1 but NEL: signs of a wrong encoding or of no text at all. Other C0 characters occur in honest texts that
 * went through old programs; they stay as written, are shown inert, and no page can hold them (`render/html.ts`).
 */
const controlCharacter = /[\u0000\u007F-\u0084\u0086-\u009F]/u;

/**
 * The text that the bytes are, without its byte order mark.
 * Refusals: import.not-text (a known file of another kind, or NUL bytes), import.encoding, and those of `checkText`.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const mistaken = signatures.find((signature) => startsWith(bytes, signature.bytes));
  if (mistaken) return refuse('import.not-text', { kind: mistaken.name });
  const encoding = byteOrderMarks.find((mark) => startsWith(bytes, mark.bytes))?.encoding ?? 'utf-8';
  if (encoding === 'utf-8' && bytes.includes(0)) return refuse('import.not-text', { kind: 'NUL' });
  const text = decode(bytes, encoding);
  if (text === undefined) return refuse('import.encoding', { encoding });
  return checkText(text) ?? { ok: true, text, encoding };
}

/**
 * What is wrong with a text, however it came; undefined when nothing is.
 * Refusals: import.not-well-formed (half of a character), import.control-character (NUL, DEL, C1 but NEL),
 * import.empty (nothing that a reader would see).
 */
export function checkText(text: string): Refusal | undefined {
  if (!text.isWellFormed()) return refuse('import.not-well-formed');
  const control = controlCharacter.exec(text);
  if (control) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const line = text.slice(0, control.index).split(/\r\n?|[\n\u0085\u2028\u2029]/u).length;
    return refuse('import.control-character', { character: `U+${code}`, line });
  }
  return isBlank(text) ? refuse('import.empty') : undefined;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
