/**
 * What a browser does not let one say about a PDF: that its pages follow each other from right to left (viewer
 * preference /Direction /R2L, ISO 32000-1, 12.2), and when it was made; so that the same page gives the same bytes, its
 * parts are counted from 1, too, which the browser counts on through its life. Dates and numbers are overwritten in place,
 * byte for byte as long as they were. The direction is an incremental update (7.5.6): the file as it was, then the
 * catalogue anew, a cross-reference section with that one object, and a trailer that leads back to the one before.
 *
 * It knows what Chromium writes (Skia: plain objects, cross-reference tables, no encryption) and throws for anything
 * else. Libraries that would do the same for any PDF weigh 20 MB and write the whole file anew.
 */
import type { Timestamp } from '../domain/document.ts';

/** The PDF with these facts. Throws where it is not made as Chromium's are. */
export function withFacts(
  pdf: Uint8Array,
  { rightToLeft, at }: { readonly rightToLeft: boolean; readonly at: Timestamp },
): Uint8Array {
  const file = Buffer.from(pdf);
  const { infoAt, ...trailer } = trailerOf(file);
  if (infoAt !== undefined) setDates(file, infoAt, at);
  numberParts(file);
  return rightToLeft ? Buffer.concat([file, directionUpdate(file, trailer)]) : file;
}

interface Trailer {
  readonly size: string;
  readonly root: string;
  readonly info: string | undefined;
  /** Where the last cross-reference table begins. */
  readonly tableAt: number;
}

/** PDF syntax is bytes; as Latin-1, each is one character at its own place. */
const read = (file: Buffer, from: number, to: number): string => file.toString('latin1', from, to);

function trailerOf(file: Buffer): Trailer & { readonly infoAt: number | undefined } {
  const trailerAt = file.lastIndexOf('trailer');
  const text = trailerAt === -1 ? '' : read(file, trailerAt, file.length);
  const size = /\/Size (\d+)/.exec(text)?.[1];
  const root = /\/Root (\d+) 0 R/.exec(text)?.[1];
  const info = /\/Info (\d+) 0 R/.exec(text)?.[1];
  const tableAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? Number.NaN);
  if (size === undefined || root === undefined || read(file, tableAt, tableAt + 4) !== 'xref') {
    throw new Error('The browser wrote a PDF of an unknown kind: it has no plain trailer');
  }
  return { size, root, info, tableAt, infoAt: info === undefined ? undefined : placeOf(file, tableAt, info) };
}

/** Where an object begins, by the cross-reference table. */
function placeOf(file: Buffer, tableAt: number, object: string): number {
  const [head = '', first, count] = /^xref\s+(\d+) (\d+)\s+/.exec(read(file, tableAt, tableAt + 64)) ?? [];
  const entry = Number(object) - Number(first);
  if (!(entry >= 0 && entry < Number(count))) throw new Error(`The PDF has no object ${object}`);
  const at = tableAt + head.length + 20 * entry;
  const place = Number(read(file, at, at + 10));
  const label = `${object} 0 obj`;
  if (read(file, place, place + label.length) !== label) throw new Error(`Object ${object} of the PDF is elsewhere`);
  return place;
}

function objectAt(file: Buffer, place: number): string {
  return read(file, place, file.indexOf('endobj', place));
}

const date = /(?<=\/(?:Creation|Mod)Date \(D:)\d{14}[+-]\d\d'\d\d(?='\))/g;

function setDates(file: Buffer, infoAt: number, at: Timestamp): void {
  const written = `${at.replace(/\D/gu, '').slice(0, 14)}+00'00`;
  for (const found of objectAt(file, infoAt).matchAll(date)) file.write(written, infoAt + found.index, 'latin1');
}

/** The names of the parts in the tree of tags. In their order, since the tree is searched by it. */
function numberParts(file: Buffer): void {
  const names = [...read(file, 0, file.length).matchAll(/(?<=\(node)\d{8}(?=\))/g)];
  const numbers = new Map([...new Set(names.map(([name]) => name))].toSorted().map((name, at) => [name, at + 1]));
  for (const { 0: name, index } of names) file.write(String(numbers.get(name)).padStart(8, '0'), index, 'latin1');
}

function directionUpdate(file: Buffer, { size, root, info, tableAt }: Trailer): Buffer {
  const catalogue = objectAt(file, placeOf(file, tableAt, root));
  const preferences = /\/ViewerPreferences\s*<</.exec(catalogue);
  const opening = preferences ?? /<</.exec(catalogue);
  if (opening === null) throw new Error('The PDF has no catalogue');
  const place = opening.index + opening[0].length;
  const fact = preferences ? '/Direction /R2L\n' : '/ViewerPreferences <</Direction /R2L>>\n';
  const updated = `\n${catalogue.slice(0, place)}${fact}${catalogue.slice(place)}endobj\n`;
  const objectAtByte = String(file.length + 1).padStart(10, '0');
  const update = [
    `${updated}xref`,
    `${root} 1`,
    `${objectAtByte} 00000 n `,
    'trailer',
    `<</Size ${size}`,
    `/Root ${root} 0 R`,
    ...(info === undefined ? [] : [`/Info ${info} 0 R`]),
    `/Prev ${tableAt}>>`,
    'startxref',
    String(file.length + updated.length),
    '%%EOF\n',
  ];
  return Buffer.from(update.join('\n'), 'latin1');
}
