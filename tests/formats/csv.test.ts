/** CSV for spreadsheets: read back as it was, and never a formula. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeCsv } from '../../server/formats/csv.ts';

it('begins with a byte order mark, ends each line with CRLF, and leaves an absent value empty', () => {
  expect(
    writeCsv(
      ['a', 'b'],
      [
        ['שלום', 1.5],
        [undefined, 0],
      ],
    ),
  ).toBe('\uFEFFa,b\r\nשלום,1.5\r\n,0\r\n');
});

it.each([
  ['a,b', '"a,b"'],
  ['צה"ל', '"צה""ל"'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+972', "'+972"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
])('%j is written %j', (cell, written) => {
  expect(writeCsv([], [[cell]])).toBe(`\uFEFF\r\n${written}\r\n`);
});

it('a negative number is a number', () => expect(writeCsv([], [[-5]])).toContain('\r\n-5\r\n'));

it('gives back any table whose cells begin no formula', () => {
  const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r\n＝＋－＠]/u.test(text));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 })), (rows) => {
      expect(parsed(writeCsv(['x', 'y'], rows))).toEqual([['x', 'y'], ...rows]);
    }),
  );
});

/** As RFC 4180 reads it. */
function parsed(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n)/gu)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
