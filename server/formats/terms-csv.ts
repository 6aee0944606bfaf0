/**
 * The termbase as a table: a row a term, for people who keep their words in a spreadsheet.
 *
 *   id             under which it is here; absent in a table from elsewhere
 *   kind           term, person, place, organisation; blank: term
 *   en             the word to use; so for `he` and `ar`
 *   en forms       other right forms, parted by |  (a | of a word is written \|, and a \ before it or another \\)
 *   en forbidden   words to avoid, parted likewise
 *   en matching    inflect, exact; blank: inflect
 *   kept           yes: it is not translated
 *   note
 *   document       the id of the only document that it is for
 *
 * At least one language has a column. Order and case of the columns do not matter, nor do `_` and `-` for spaces; columns of
 * other names are passed over and reported.
 */
import { documentIdPattern } from '../domain/document.ts';
import { refuse, Refused } from '../domain/errors.ts';
import { locales, type Locale } from '../domain/locale.ts';
import { matchings, termKinds, type Term, type TermBody, type Wording } from '../domain/terms/term.ts';
import { tidyTerm } from '../domain/terms/tidy-term.ts';
import type { TermRead } from '../domain/terms/terms-read.ts';
import { readCsv, writeCsv, type Cell, type CsvRow } from './csv.ts';
import { decodeText } from './decode.ts';
import { localeOfTag, skippedList, type SkippedList, type TermsRead } from './terms-read.ts';

const ofLocale = ['', ' forms', ' forbidden', ' matching'] as const;
const columns = [
  'id',
  'kind',
  ...locales.flatMap((locale) => ofLocale.map((part) => `${locale}${part}`)),
  'kept',
  'note',
  'document',
];

/** The table of a termbase, for spreadsheets. */
export function writeTermsCsv(terms: Iterable<TermBody & Partial<Pick<Term, 'id'>>>): string {
  return writeCsv(columns, Array.from(terms, rowOf));
}

function rowOf({ id, kind, words, isKept, note, documentId }: TermBody & Partial<Pick<Term, 'id'>>): Cell[] {
  const wordings = locales.flatMap((locale) => {
    const { preferred, forms = [], forbidden = [], matching } = words[locale] ?? {};
    return [preferred, listed(forms), listed(forbidden), matching];
  });
  return [id, kind, ...wordings, isKept ? 'yes' : undefined, note, documentId];
}

function listed(words: readonly string[]): string {
  return words.map((word) => word.replace(/[\\|]/gu, String.raw`\$&`)).join('|');
}

/**
 * Reads a table. All or nothing. Refusals: import.too-large and those of `decodeText` and `readCsv`; import.csv with the
 * line, for a table without a language, a column that is there twice, a value that means nothing, or a term that cannot be
 * kept.
 */
export function readTermsCsv(bytes: Uint8Array): TermsRead {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const read = readCsv(decoded.text);
  if (!read.ok) return read;
  const [head, ...rows] = read.rows;
  const skipped = skippedList();
  try {
    const places = placesOf(head, skipped);
    const terms = rows.flatMap((row) => termOf(row, places, skipped));
    return { ok: true, terms, skipped: skipped.list() };
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** Where each column is, by its name. */
type Places = ReadonlyMap<string, number>;

function placesOf({ cells, line }: CsvRow, skipped: SkippedList): Places {
  const places = new Map<string, number>();
  for (const [place, cell] of cells.entries()) {
    const name = nameOf(cell);
    if (places.has(name)) throw broken(line, `the column “${name}” is there twice`);
    if (columns.includes(name)) places.set(name, place);
    else if (cell.trim() !== '') skipped.add(/^[a-z]{2,3}$/u.test(name) ? 'language' : 'column', cell.trim(), line);
  }
  if (!locales.some((locale) => places.has(locale))) throw broken(line, `no column is called ${locales.join(', ')}`);
  return places;
}

/** `EN_forms` is `en forms`, and `he-IL` is `he`. */
function nameOf(cell: string): string {
  const name = cell.trim().toLowerCase().replaceAll('_', ' ');
  const [, tag = '', part = ''] = /^([a-z]{2,3}(?:-[a-z0-9]+)*)(?:[ -](forms|forbidden|matching))?$/u.exec(name) ?? [];
  const locale = localeOfTag(tag);
  return locale === undefined ? name : `${locale}${part && ` ${part}`}`;
}

function termOf({ cells, line }: CsvRow, places: Places, skipped: SkippedList): TermRead[] {
  const at = (name: string): string => cells[places.get(name) ?? -1]?.trim() ?? '';
  const words = Object.fromEntries(
    locales.flatMap((locale) => {
      const wording = wordingOf(locale, at, line);
      return wording ? [[locale, wording]] : [];
    }),
  ) as TermBody['words'];
  if (Object.keys(words).length === 0) {
    if (cells.some((cell) => cell.trim() !== '')) skipped.add('entry', '', line);
    return [];
  }
  const [id, note, documentId] = [at('id'), at('note'), at('document')];
  if (documentId !== '' && !documentIdPattern.test(documentId))
    throw broken(line, `“${documentId}” is no document’s id`);
  const term = tidyTerm({
    kind: oneOf(termKinds, at('kind'), 'term', line),
    words,
    ...(isYes(at('kept'), line) && { isKept: true }),
    ...(note && { note }),
    ...(documentId && { documentId }),
  });
  if (term === undefined) throw broken(line, 'the term has too many words, or too long ones');
  return [{ term, line, ...(documentIdPattern.test(id) && { id }) }];
}

function wordingOf(locale: Locale, at: (name: string) => string, line: number): Wording | undefined {
  const preferred = at(locale);
  const [forms, forbidden] = [wordsIn(at(`${locale} forms`)), wordsIn(at(`${locale} forbidden`))];
  const matching = oneOf(matchings, at(`${locale} matching`), 'inflect', line);
  if (preferred !== '') return { preferred, forms, forbidden, matching };
  if (forms.length + forbidden.length > 0) throw broken(line, `“${locale}” has other words, and none to use`);
  return undefined;
}

function wordsIn(cell: string): string[] {
  const words = Array.from(cell.matchAll(/(?:\\[\\|]|[^|])+/gu), ([word]) => word.replace(/\\([\\|])/gu, '$1'));
  return words.filter((word) => word.trim() !== '');
}

function oneOf<T extends string>(choices: readonly T[], cell: string, fallback: T, line: number): T {
  const choice = choices.find((one) => one === cell.toLowerCase());
  if (choice === undefined && cell !== '') throw broken(line, `“${cell}” is none of ${choices.join(', ')}`);
  return choice ?? fallback;
}

function isYes(cell: string, line: number): boolean {
  return oneOf(['yes', 'true', '1', 'no', 'false', '0'], cell, 'no', line).search(/^(?:yes|true|1)$/u) === 0;
}

function broken(line: number, reason: string): Refused {
  return new Refused(refuse('import.csv', { line, reason }));
}
