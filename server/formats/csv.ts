/**
 * Tables as CSV (RFC 4180: commas, CRLF, quotation marks doubled), for spreadsheet programs. With a byte order mark, for
 * without one Excel reads Hebrew and Arabic as Latin letters. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it: names come from people, and `=HYPERLINK(…)` is one. Numbers are written with a point.
 */
export type Cell = string | number | undefined;

/** The file of a table. An absent value is an empty cell. */
export function writeCsv(columns: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [columns, ...rows].map((cells: readonly Cell[]) => cells.map(written).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** How a formula begins, in some spreadsheet or other. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

function written(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
