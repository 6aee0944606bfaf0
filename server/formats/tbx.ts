/**
 * The termbase as TBX-Basic (ISO 30042:2019, style DCA), for other tools. Read are also its DCT style and TBX 2 (martif).
 *
 *   a concept entry          a term; its `t-…` id is ours
 *   a term's status          preferred: the word to use; admitted: another right form; deprecated, superseded: to avoid
 *   subset of a project      the id of the only document that it is for, where it is one
 *   subset of a customer     what TBX has no word for, as `dragoman:person`, `dragoman:kept`, `dragoman:exact`
 *   note                     the note; a foreign entry's subject field and definition are kept there too
 *
 * Where no term of a language is called preferred, the first that is not to be avoided is. Two varieties of a language are
 * one to us, the later's words being other forms. Part of speech, gender, sources and who did what when are passed over.
 */
import { documentIdPattern } from '../domain/document.ts';
import { refuse, Refused } from '../domain/errors.ts';
import { locales, type Locale } from '../domain/locale.ts';
import { termKinds, type Term, type TermBody, type Wording } from '../domain/terms/term.ts';
import { tidyTerm } from '../domain/terms/tidy-term.ts';
import type { TermRead } from '../domain/terms/terms-read.ts';
import { localeOfTag, skippedList, type SkippedList, type TermsRead } from './terms-read.ts';
import {
  attribute,
  elementsOf,
  escapeAttribute,
  escapeText,
  readXml,
  textOf,
  xmlNamespace,
  type XmlElement,
} from './xml.ts';

/** TBX 2 names its document type, as a file beside it; an address is no such name. */
const coreStructure =
  /^\s*martif\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+(?:"[A-Za-z0-9_.-]+"|'[A-Za-z0-9_.-]+')\s*$/u;

/**
 * Reads a termbase. All or nothing. Refusals: those of `readXml`; import.tbx with the line and what is wrong there.
 */
export function readTbx(bytes: Uint8Array): TermsRead {
  const read = readXml(bytes, { mayNameDoctype: coreStructure });
  if (!read.ok) return read;
  const skipped = skippedList();
  try {
    const terms = entriesOf(read.root).flatMap((entry) => termOf(entry, skipped));
    return { ok: true, terms, skipped: skipped.list() };
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** What TBX 2 and 3 call the same. */
const names = {
  tbx: { entry: 'conceptEntry', language: 'langSec', terms: ['termSec'] },
  martif: { entry: 'termEntry', language: 'langSet', terms: ['tig', 'ntig'] },
} as const;
type Names = (typeof names)[keyof typeof names];

interface Entry {
  readonly element: XmlElement;
  readonly names: Names;
}

const mostEntries = 100_000;

function entriesOf(root: XmlElement): Entry[] {
  const version = root.name === 'tbx' || root.name === 'martif' ? names[root.name] : undefined;
  if (version === undefined) throw broken(root, `<${root.name}> is neither <tbx> nor <martif>`);
  const entries = elementsOf(only(only(root, 'text'), 'body'));
  if (entries.length > mostEntries) throw broken(root, `more than ${mostEntries} entries`);
  const stranger = entries.find(({ name }) => name !== version.entry);
  if (stranger) throw broken(stranger, `<${stranger.name}> in <body>`);
  return entries.map((element) => ({ element, names: version }));
}

function only(parent: XmlElement, name: string): XmlElement {
  const [found, second] = elementsOf(parent, name);
  if (found === undefined || second) throw broken(second ?? parent, `<${parent.name}> has one <${name}>`);
  return found;
}

function termOf({ element, names: { language, terms } }: Entry, skipped: SkippedList): TermRead[] {
  const sections = elementsOf(element, language);
  if (sections.length === 0) throw broken(element, `<${element.name}> without <${language}>`);
  const found: Partial<Record<Locale, Wording>> = {};
  for (const section of sections) addWords(found, section, terms, skipped);
  const term = tidyTerm({ ...factsOf(element), words: found });
  const id = /^t-(.+)$/u.exec(attribute(element, 'id') ?? '')?.[1];
  if (term) return [{ term, line: element.line, ...(id !== undefined && documentIdPattern.test(id) && { id }) }];
  if (Object.keys(found).length > 0) throw broken(element, 'the term has too many words, or too long ones');
  skipped.add('entry', '', element.line);
  return [];
}

function addWords(
  found: Partial<Record<Locale, Wording>>,
  section: XmlElement,
  names: readonly string[],
  skipped: SkippedList,
): void {
  const tag = attribute(section, 'lang', xmlNamespace);
  if (tag === undefined) throw broken(section, `<${section.name}> without xml:lang`);
  const terms = elementsOf(section).filter(({ name }) => names.includes(name));
  if (terms.length === 0) throw broken(section, `<${section.name}> without <${names.join('> or <')}>`);
  const words = terms.map(wordOf);
  const locale = localeOfTag(tag);
  if (locale === undefined) {
    skipped.add('language', tag, section.line);
    return;
  }
  const wording = wordingOf(words, found[locale]);
  if (wording) found[locale] = wording;
  else skipped.add('no-word', tag, section.line);
}

const statuses = ['preferred', 'admitted', 'deprecated', 'superseded'] as const;

interface Word {
  readonly text: string;
  readonly status?: (typeof statuses)[number];
  readonly isExact: boolean;
}

/** `termGrp` holds the term and its notes where TBX 2 has an `ntig`. */
function wordOf(section: XmlElement): Word {
  const group = section.name === 'ntig' ? only(section, 'termGrp') : section;
  const text = textOf(only(group, 'term')).trim();
  if (text === '') throw broken(group, 'a blank <term>');
  const said = valueOf(group, 'administrativeStatus');
  const status = statuses.find((one) => said.startsWith(one));
  return { text, isExact: marksOf(section).includes('exact'), ...(status && { status }) };
}

/** Undefined where every word is to be avoided, and none is known to be used. */
function wordingOf(words: readonly Word[], before: Wording | undefined): Wording | undefined {
  const isWrong = ({ status }: Word): boolean => status === 'deprecated' || status === 'superseded';
  const right = words.filter((word) => !isWrong(word));
  const first = right.find(({ status }) => status === 'preferred') ?? right[0];
  const preferred = before?.preferred ?? first?.text;
  if (preferred === undefined) return undefined;
  const others = right.filter((word) => word !== first || before !== undefined).map(({ text }) => text);
  return {
    preferred,
    forms: [...(before?.forms ?? []), ...others],
    forbidden: [...(before?.forbidden ?? []), ...words.filter(isWrong).map(({ text }) => text)],
    matching: before?.matching ?? (first?.isExact ? 'exact' : 'inflect'),
  };
}

function factsOf(entry: XmlElement): Omit<TermBody, 'words'> {
  const marks = marksOf(entry);
  const documentId = valueOf(entry, 'projectSubset');
  const said = [valueOf(entry, 'subjectField'), valueOf(entry, 'definition'), ...elementsOf(entry, 'note').map(textOf)];
  const note = said.filter((text) => text.trim() !== '').join('\n');
  return {
    kind: termKinds.find((kind) => marks.includes(kind)) ?? 'term',
    ...(marks.includes('kept') && { isKept: true }),
    ...(note && { note }),
    ...(documentIdPattern.test(documentId) && { documentId }),
  };
}

const own = 'dragoman:';

function marksOf(element: XmlElement): string[] {
  return valuesOf(element, 'customerSubset').flatMap((value) =>
    value.startsWith(own) ? [value.slice(own.length)] : [],
  );
}

function valueOf(element: XmlElement, category: string): string {
  return valuesOf(element, category)[0] ?? '';
}

/** Of a data category: by attribute in the style DCA, by element in DCT; perhaps in a group with its source. */
function valuesOf(element: XmlElement, category: string): string[] {
  const children = elementsOf(element);
  const grouped = children
    .filter(({ name }) => name.endsWith('Grp') && name !== 'termGrp')
    .flatMap((one) => elementsOf(one));
  return [...children, ...grouped]
    .filter((one) => attribute(one, 'type') === category || one.name === category)
    .map((one) => textOf(one).trim());
}

function broken({ line }: XmlElement, reason: string): Refused {
  return new Refused(refuse('import.tbx', { line, reason }));
}

type Exported = TermBody & Partial<Pick<Term, 'id'>>;

/** Writes a termbase, piece by piece. `title` says whose it is. */
export function* writeTbx(terms: Iterable<Exported>, { title }: { readonly title: string }): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><titleStmt><title>${escapeText(title)}</title></titleStmt><sourceDesc><p>Dragoman</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
`;
  let place = 0;
  for (const term of terms) yield entryText(term, (place += 1));
  yield '</body></text>\n</tbx>\n';
}

function entryText({ id, kind, words, isKept, note, documentId }: Exported, place: number): string {
  const marks = [...(kind === 'term' ? [] : [kind]), ...(isKept ? ['kept'] : [])];
  const sections = locales.flatMap((locale) => {
    const wording = words[locale];
    return wording ? [`<langSec xml:lang="${locale}">${sectionText(wording)}</langSec>\n`] : [];
  });
  return [
    `<conceptEntry id="${id === undefined ? `e-${place}` : `t-${escapeAttribute(id)}`}">\n`,
    ...marks.map(markText),
    documentId === undefined ? '' : `<admin type="projectSubset">${escapeText(documentId)}</admin>\n`,
    note === undefined ? '' : `<note>${escapeText(note)}</note>\n`,
    ...sections,
    '</conceptEntry>\n',
  ].join('');
}

function sectionText({ preferred, forms, forbidden, matching }: Wording): string {
  const isExact = matching === 'exact' ? markText('exact') : '';
  return [
    termText(preferred, 'preferred', isExact),
    ...forms.map((word) => termText(word, 'admitted')),
    ...forbidden.map((word) => termText(word, 'deprecated')),
  ].join('');
}

function termText(word: string, status: (typeof statuses)[number], mark = ''): string {
  return `<termSec><term>${escapeText(word)}</term><termNote type="administrativeStatus">${status}Term-admn-sts</termNote>${mark}</termSec>`;
}

function markText(mark: string): string {
  return `<admin type="customerSubset">${own}${mark}</admin>`;
}
