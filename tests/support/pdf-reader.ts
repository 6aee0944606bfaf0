/**
 * A second reader of PDFs, written from the standard and not from the writer: it follows the chain of cross-reference
 * tables from the end of the file (ISO 32000-1, 7.5.5 and 7.5.8), the newest first, and holds every entry to lead to the
 * object that it names.
 */

export interface PdfRead {
  readonly catalogue: string;
  readonly info: string;
  readonly pages: number;
  /** Tables of the chain: 1 in a file that was written at once. */
  readonly generations: number;
}

/** Reads what a viewer would first. Throws where a table and the file disagree. */
export function readPdf(pdf: Uint8Array): PdfRead {
  const file = Buffer.from(pdf).toString('latin1');
  if (!file.startsWith('%PDF-1.')) throw new Error('no header');
  const objects = new Map<number, string>();
  let at: number | undefined = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(file)?.[1]);
  let newest: string | undefined;
  let generations = 0;
  while (at !== undefined) {
    const { trailer, entries } = readTable(file, at);
    newest ??= trailer;
    generations += 1;
    for (const [number, place] of entries) {
      if (!objects.has(number)) objects.set(number, readObject(file, number, place));
    }
    const previous = /\/Prev (\d+)/u.exec(trailer)?.[1];
    at = previous === undefined ? undefined : Number(previous);
  }
  const referred = (from: string, name: string): string => {
    const number = Number(new RegExp(`/${name} (\\d+) 0 R`, 'u').exec(from)?.[1]);
    const object = objects.get(number);
    if (object === undefined) throw new Error(`no ${name}`);
    return object;
  };
  const catalogue = referred(newest ?? '', 'Root');
  const pages = Number(/\/Count (\d+)/u.exec(referred(catalogue, 'Pages'))?.[1]);
  return { catalogue, info: referred(newest ?? '', 'Info'), pages, generations };
}

function readTable(file: string, at: number): { trailer: string; entries: Array<[number, number]> } {
  const opening = /^xref\r?\n(\d+) (\d+)\r?\n/u.exec(file.slice(at, at + 64));
  if (opening === null) throw new Error(`no table at ${at}`);
  const [head, first, count] = opening;
  const rows = at + head.length;
  const entries = Array.from({ length: Number(count) }, (_, row): [number, number][] => {
    const entry = file.slice(rows + 20 * row, rows + 20 * row + 20);
    const [, place, kind] = /^(\d{10}) \d{5} ([nf])[ \r][\r\n]$/u.exec(entry) ?? [];
    if (place === undefined) throw new Error(`entry ${row} is not 20 bytes: ${JSON.stringify(entry)}`);
    return kind === 'n' ? [[Number(first) + row, Number(place)]] : [];
  }).flat();
  const after = file.slice(rows + 20 * Number(count));
  if (!after.startsWith('trailer')) throw new Error('no trailer after the table');
  return { trailer: after.slice(0, after.indexOf('startxref')), entries };
}

function readObject(file: string, number: number, place: number): string {
  if (!file.startsWith(`${number} 0 obj`, place)) throw new Error(`object ${number} is not at ${place}`);
  return file.slice(place, file.indexOf('endobj', place));
}
