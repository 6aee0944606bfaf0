/** The termbase as a table: read back as it was, and what tables from elsewhere look like. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTermsCsv, writeTermsCsv } from '../../server/formats/terms-csv.ts';
import { badFiles, bytesOf, skipped } from '../support/bad-input.ts';
import { anId, anyTermbase } from '../support/termbases.ts';
import '../support/laws.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readTermsCsv(bytes(text));

/** The terms, or the refusal. */
function termsIn(text: string): unknown {
  const done = read(text);
  return done.ok ? done.terms.map(({ term }) => term) : done;
}

const word = (preferred: string, rest: object = {}) => ({
  preferred,
  forms: [],
  forbidden: [],
  matching: 'inflect',
  ...rest,
});

it('gives back any termbase', () => {
  fc.assert(
    fc.property(anyTermbase, (terms) => {
      const done = readTermsCsv(bytes(writeTermsCsv(terms.map((term, i) => ({ ...term, id: anId(i) })))));
      expect(done).toMatchObject({ ok: true, skipped: [] });
      expect(done.ok && done.terms.map(({ term }) => term)).toEqual(terms);
      expect(done.ok && done.terms.map(({ id }) => id)).toEqual(terms.map((_, i) => anId(i)));
    }),
    { numRuns: 400 },
  );
});

it('writes nothing that a spreadsheet takes for a formula', () => {
  const words = { en: { preferred: '=1+1', forms: ["'-x"], forbidden: [], matching: 'exact' as const } };
  const table = writeTermsCsv([{ kind: 'term', words, note: '@SUM(A1)' }]);
  expect(table.split('\r\n')[1]).toBe(",term,'=1+1,''-x,,exact,,,,,,,,,,'@SUM(A1),");
  expect(termsIn(table)).toEqual([{ kind: 'term', words, note: '@SUM(A1)' }]);
});

describe('a table from elsewhere', () => {
  const rows: Array<[what: string, text: string, terms: unknown]> = [
    ['with two columns', 'en,he\nhostage,חטוף\n', [{ kind: 'term', words: { en: word('hostage'), he: word('חטוף') } }]],
    [
      'with semicolons and CR',
      'he;ar\rצה״ל;الجيش, الإسرائيلي\r',
      [{ kind: 'term', words: { he: word('צה״ל'), ar: word('الجيش, الإسرائيلي') } }],
    ],
    [
      'with tabs and a byte order mark',
      '\uFEFFhe\ten\nא\tb',
      [{ kind: 'term', words: { he: word('א'), en: word('b') } }],
    ],
    [
      'with a quotation mark in a cell',
      'he,en\nצה"ל,IDF',
      [{ kind: 'term', words: { he: word('צה"ל'), en: word('IDF') } }],
    ],
    [
      'with names as others write them',
      'KIND,he-IL,EN_forms,En\nPerson,דנה,Danna | Dannah,Dana',
      [{ kind: 'person', words: { he: word('דנה'), en: word('Dana', { forms: ['Danna', 'Dannah'] }) } }],
    ],
    [
      'with escapes',
      String.raw`en,en forms` + '\n' + String.raw`x,a\|b|c\\|\d`,
      [{ kind: 'term', words: { en: word('x', { forms: ['a|b', 'c\\', '\\d'] }) } }],
    ],
    ['with blank lines and blank rows', 'en,he\n\nx,\n,\n', [{ kind: 'term', words: { en: word('x') } }]],
    [
      'with what is kept',
      'en,kept\nx,Yes\ny,0',
      [
        { kind: 'term', isKept: true, words: { en: word('x') } },
        { kind: 'term', words: { en: word('y') } },
      ],
    ],
    [
      'in UTF-8 with two lines in a cell',
      'en,note\r\nx,"one\r\ntwo"\r\n',
      [{ kind: 'term', words: { en: word('x') }, note: 'one\r\ntwo' }],
    ],
  ];
  it.each(rows)('%s', (_, text, terms) => expect(termsIn(text)).toEqual(terms));

  it('in UTF-16, as Excel saves “Unicode text”', () => {
    const done = readTermsCsv(new Uint8Array(Buffer.from('\uFEFFhe\ten\r\nצה״ל\tIDF\r\n', 'utf16le')));
    expect(done.ok && done.terms[0]?.term.words.he?.preferred).toBe('צה״ל');
  });

  it('says what it passes over', () => {
    const done = read('en,fr,owner,note\nx,y,Dana,\n,y,Dana,\n,z,,\n');
    expect(done.ok && done.skipped).toEqual([
      { why: 'language', name: 'fr', line: 1, count: 1 },
      { why: 'column', name: 'owner', line: 1, count: 1 },
      { why: 'entry', name: '', line: 3, count: 2 },
    ]);
  });
});

describe('is refused, with the line', () => {
  const rows: Array<[what: string, text: string, line: number, reason: string]> = [
    ['no column of a language', 'a,b\n1,2', 1, 'no column is called'],
    ['a column that is there twice', 'en,he,he-IL\nx,y,z', 1, '“he” is there twice'],
    ['an open quotation mark', 'en,he\nx,y\n"x,y\n', 3, 'not closed'],
    ['text after a closed cell', 'en,he\n"x"y,z', 2, 'text after'],
    ['a row that is too long', 'en,he\nx,y\n"a\nb",y,z', 3, '3 cells, and 2 columns'],
    ['a row that is too short', 'en,he\nx', 2, '1 cells, and 2 columns'],
    ['an unknown kind', 'en,kind\nx,planet', 2, '“planet” is none of term'],
    ['other words and none to use', 'en,en forms,he\n,y,z', 2, '“en” has other words'],
    ['a word that is too long', `en\n${'x'.repeat(201)}`, 2, 'too long'],
    ['an id that is none', 'en,document\nx,../x', 2, 'no document'],
    ['neither yes nor no', 'en,kept\nx,maybe', 2, '“maybe” is none of yes'],
    ['a million columns', `en${','.repeat(1_000_000)}\n`, 1, 'more than 200 columns'],
    ['a million columns in a row', `en\nx${','.repeat(1_000_000)}\n`, 2, 'more than 200 columns'],
    ['an endless cell', `en\n"${'x'.repeat(1_000_000)}"\n`, 2, 'a cell of 1000000 characters'],
    ['more rows than any termbase has', `en\n${'x\n'.repeat(100_001)}`, 100_001, 'more than 100000 rows'],
  ];
  it.each(rows)('%s', (_, text, line, reason) => {
    const done = read(text);
    expect(done).toMatchObject({ ok: false, code: 'import.csv', params: { line } });
    expect(!done.ok && done.params['reason']).toContain(reason);
  });
});

describe(`bad input${skipped}`, () => {
  it.skipIf(skipped !== '').each(badFiles('text', 'xml', 'json').map(({ file }) => file))(
    '%s gives no term and no fault',
    (file) => {
      const done = readTermsCsv(bytesOf(file));
      expect(done.ok).toBe(false);
    },
  );
});
