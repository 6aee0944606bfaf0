/**
 * Tables as CSV (RFC 4180: commas, CRLF, quotation marks doubled), for spreadsheet programs. With a byte order mark, for
 * without one Excel reads Hebrew and Arabic as Latin letters. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it: names come from people, and `=HYPERLINK(…)` is one. Reading takes that apostrophe off again, and a
 * text that has one itself gets another, so what is written is read as it was. Numbers are written with a point.
 *
 * Reading is strict about what would be guessing (quotation marks left open, rows of unequal length) and takes what
 * spreadsheets make of a table: semicolons or tabs where a country's comma is in its numbers, any line end, and a quotation
 * mark inside a cell that begins with none (`צה"ל`), which is a letter there.
 */
import { refuse, type Refusal } from '../domain/errors.ts';

export type Cell = string | number | undefined;

/** The file of a table. An absent value is an empty cell. */
export function writeCsv(columns: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [columns, ...rows].map((cells: readonly Cell[]) => cells.map(written).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** How a formula begins, in some spreadsheet or other; behind the apostrophes that say that it is none. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/u;

function written(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export interface CsvRow {
  readonly cells: readonly string[];
  /** On which it begins, from 1. */
  readonly line: number;
}

export type CsvRead = { readonly ok: true; readonly rows: readonly [CsvRow, ...CsvRow[]] } | Refusal;

const limits = { columns: 200, rows: 100_000, cell: 100_000 } as const;

/**
 * The rows of a table, the first of which names its columns; blank lines are passed over. Refusals: import.csv with the
 * line and the reason (a quotation mark left open or in the way, a row of another length, more than the bounds).
 */
export function readCsv(text: string): CsvRead {
  const delimiter = delimiterOf(text);
  const rows: CsvRow[] = [];
  let spot: Spot = { at: 0, line: 1 };
  while (spot.at < text.length) {
    const row = readRow(text, spot, delimiter);
    if (!row.ok) return row;
    const { cells, end } = row;
    const isBlank = cells.length === 1 && cells[0]?.trim() === '';
    const width = rows[0]?.cells.length ?? cells.length;
    if (!isBlank && cells.length !== width) return broken(spot, `${cells.length} cells, and ${width} columns`);
    if (!isBlank) rows.push({ cells, line: spot.line });
    if (rows.length > limits.rows) return broken(spot, `more than ${limits.rows} rows`);
    spot = end;
  }
  const [first, ...others] = rows;
  return first ? { ok: true, rows: [first, ...others] } : broken(spot, 'no rows');
}

/** A place of the file. */
interface Spot {
  readonly at: number;
  readonly line: number;
}

const delimiters = [',', ';', '\t'] as const;
type Delimiter = (typeof delimiters)[number];

/** What parts the names of the columns; where two do, the more frequent. */
function delimiterOf(text: string): Delimiter {
  const [head = ''] = text
    .slice(0, 10_000)
    .replace(/"[^"]*"/gu, '')
    .split(/[\r\n]/u);
  const count = (delimiter: Delimiter): number => head.split(delimiter).length;
  return delimiters.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

type RowRead = { readonly ok: true; readonly cells: readonly string[]; readonly end: Spot } | Refusal;

function readRow(text: string, start: Spot, delimiter: Delimiter): RowRead {
  const cells: string[] = [];
  let spot = start;
  for (;;) {
    const cell = text[spot.at] === '"' ? readQuoted(text, spot) : readPlain(text, spot, delimiter);
    if (!cell.ok) return cell;
    cells.push(formula.test(cell.text) && cell.text.startsWith("'") ? cell.text.slice(1) : cell.text);
    if (cell.text.length > limits.cell) return broken(spot, `a cell of ${cell.text.length} characters`);
    if (cells.length > limits.columns) return broken(spot, `more than ${limits.columns} columns`);
    const { at, line } = cell.end;
    const next = text[at];
    if (next === delimiter) {
      spot = { at: at + 1, line };
    } else if (next === undefined || next === '\r' || next === '\n') {
      return { ok: true, cells, end: { at: at + (text.startsWith('\r\n', at) ? 2 : 1), line: line + 1 } };
    } else {
      return broken(cell.end, 'text after a quotation mark that closes its cell');
    }
  }
}

type CellRead = { readonly ok: true; readonly text: string; readonly end: Spot } | Refusal;

const plainEnds: Readonly<Record<Delimiter, RegExp>> = {
  ',': /[,\r\n]/gu,
  ';': /[;\r\n]/gu,
  '\t': /[\t\r\n]/gu,
};

function readPlain(text: string, { at, line }: Spot, delimiter: Delimiter): CellRead {
  const end = plainEnds[delimiter];
  end.lastIndex = at;
  const next = end.exec(text)?.index ?? text.length;
  return { ok: true, text: text.slice(at, next), end: { at: next, line } };
}

function readQuoted(text: string, spot: Spot): CellRead {
  let close = text.indexOf('"', spot.at + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return broken(spot, 'a quotation mark is not closed');
  const quoted = text.slice(spot.at + 1, close);
  const lines = quoted.match(/\r\n?|\n/gu)?.length ?? 0;
  return { ok: true, text: quoted.replaceAll('""', '"'), end: { at: close + 1, line: spot.line + lines } };
}

function broken({ line }: Spot, reason: string): Refusal {
  return refuse('import.csv', { line, reason });
}
