/**
 * A table from its cells. Rows of header cells at the top become its head; a header cell further down names its row.
 * Columns turn round with the page's direction by themselves; columns of numbers line up at their end.
 */
import { withoutCodes } from '../domain/content.ts';
import { html, type Html } from './html.ts';
import { languageOf, type PageSegment } from './page-segment.ts';

/** A number with its signs and units: 1,400 · −3.5 % · $20 · ٪٢٨. */
const number = /^[\p{Sc}\s+\u002D−±~%٪]*\p{Nd}[\p{Nd}.,٫٬'’\s]*[\p{Sc}\s%٪]*$/u;

/**
 * Something to reckon with: `=SUM(A1:A3)`, `a² + b² = c²`, `−3.5 %`. From right to left its operands would change places.
 * A range (11–16) is none: it reads as its page does.
 */
const formula = /^=|^[+±−-][\s\p{Sc}]*\p{N}|[\p{L}\p{N})][ \u00A0]?[=≠≈≤≥<>×÷*+−^][ \u00A0]?[\p{L}\p{N}(√]/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** The cells of one table, in any order, as a table that scrolls in itself where the page is narrower. */
export function renderTable(cells: readonly PageSegment[], label: string, inner: (cell: PageSegment) => Html): Html {
  const rows = [...Map.groupBy(cells, ({ segment }) => segment.layout.row ?? 0)]
    .toSorted(([a], [b]) => a - b)
    .map(([, row]) => row);
  const firstOfBody = rows.findIndex((row) => !row.every(isHeader));
  const [head, body] = firstOfBody === -1 ? [[], rows] : [rows.slice(0, firstOfBody), rows.slice(firstOfBody)];
  const columns = Math.max(...cells.map(columnOf)) + 1;
  const numeric = numericColumns(body, columns);
  const write = (row: readonly PageSegment[], scope: 'col' | 'row'): Html =>
    html`<tr>
      ${filled(row, columns).map((cell, column) => renderCell(cell, scope, numeric.has(column), inner))}
    </tr>`;
  return html`<div class="scroll" role="group" aria-label="${label}" tabindex="0">
    <table>
      <thead>
        ${head.map((row) => write(row, 'col'))}
      </thead>
      <tbody>
        ${body.map((row) => write(row, 'row'))}
      </tbody>
    </table>
  </div>`;
}

function renderCell(
  cell: PageSegment | undefined,
  scope: 'col' | 'row',
  isNumeric: boolean,
  inner: (cell: PageSegment) => Html,
): Html {
  if (cell === undefined) return html`<td></td>`;
  const attributes = html`${isNumeric && html` class="number"`}${languageOf(cell)}`;
  const content = isFormula(cell) ? html`<bdi dir="ltr">${inner(cell)}</bdi>` : inner(cell);
  return isHeader(cell)
    ? html`<th scope="${scope}" ${attributes}>${content}</th>`
    : html`<td${attributes}>${content}</td>`;
}

/** Columns of numbers alone. The first column names its row, and stays at the start even where it holds years. */
function numericColumns(body: readonly (readonly PageSegment[])[], columns: number): ReadonlySet<number> {
  const indexes = Array.from({ length: columns }, (_, column) => column).slice(1);
  return new Set(
    indexes.filter((column) => {
      const found = body.flatMap((row) => row.filter((cell) => columnOf(cell) === column && cell.text.trim() !== ''));
      return found.length > 0 && found.every(isNumber);
    }),
  );
}

/** One cell for each column, with a hole where the source had none. */
function filled(row: readonly PageSegment[], columns: number): Array<PageSegment | undefined> {
  const byColumn = new Map(row.map((cell) => [columnOf(cell), cell]));
  return Array.from({ length: columns }, (_, column) => byColumn.get(column));
}

function columnOf({ segment }: PageSegment): number {
  return segment.layout.column ?? 0;
}

function isHeader({ segment }: PageSegment): boolean {
  return segment.layout.header === true;
}

/** An isolate and no `dir` of the cell's own, which would also turn its alignment round. */
function isFormula({ segment, text }: PageSegment): boolean {
  const shown = withoutCodes(text, segment.codes).trim();
  return formula.test(shown) && !rightToLeft.test(shown);
}

function isNumber({ segment, text }: PageSegment): boolean {
  return number.test(withoutCodes(text, segment.codes).trim());
}
