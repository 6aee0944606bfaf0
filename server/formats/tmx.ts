/**
 * TMX 1.4b (LISA OSCAR): translation memories of other tools in, ours out. Versions 1.1 to 1.4 are read.
 *
 * A variant (`tuv`) keeps the language tag of its file, so that nothing is lost before somebody decides what `en-US` is to
 * us (`unitsIn`). Native codes become numbered codes and what they hold is dropped: a memory holds texts, not the mark-up of
 * a tool that we are not. `x` names the same code in all variants, so it is the number wherever it can be one.
 */
import { refuse, Refused, type Refusal } from '../domain/errors.ts';
import { isLocale, locales, type Locale } from '../domain/locale.ts';
import { writeCode } from '../domain/content.ts';
import type { OutsideUnit, UnitsRead } from '../domain/memory/unit.ts';
import {
  attribute,
  elementsOf,
  escapeAttribute,
  escapeText,
  isElement,
  readXml,
  textOf,
  xmlNamespace,
  type XmlElement,
  type XmlNode,
} from './xml.ts';

export interface TmxVariant {
  /** BCP 47 as the file has it. */
  readonly lang: string;
  /** With numbered codes. */
  readonly text: string;
}

export interface TmxUnit {
  readonly variants: readonly TmxVariant[];
  /** ISO 8601. */
  readonly at?: string;
  readonly by?: string;
  readonly note?: string;
  /** Of its start tag, from 1. */
  readonly line: number;
}

export type TmxRead = { readonly ok: true; readonly units: readonly TmxUnit[] } | Refusal;

/** A unit longer than this on one side is no segment. */
const longestText = 100_000;

/**
 * Reads a memory. All or nothing. Refusals: those of `readXml`, import.tmx with the line and what is wrong there.
 */
export function readTmx(bytes: Uint8Array): TmxRead {
  const read = readXml(bytes, { mayNameDoctype: true });
  if (!read.ok) return read;
  try {
    return { ok: true, units: unitsOf(read.root) };
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

function unitsOf(root: XmlElement): TmxUnit[] {
  if (root.name !== 'tmx') throw broken(root, `<${root.name}> is not <tmx>`);
  const version = attribute(root, 'version') ?? '';
  if (!/^1\.[1-4][a-z]?$/u.test(version)) throw broken(root, `version ${version || 'missing'}`);
  only(root, 'header');
  return elementsOf(only(root, 'body')).map(unitOf);
}

function only(parent: XmlElement, name: string): XmlElement {
  const [found, second] = elementsOf(parent, name);
  if (found === undefined || second) throw broken(second ?? parent, `<${parent.name}> has one <${name}>`);
  return found;
}

function unitOf(tu: XmlElement): TmxUnit {
  if (tu.name !== 'tu') throw broken(tu, `<${tu.name}> in <body>`);
  const found = elementsOf(tu, 'tuv');
  if (found.length === 0) throw broken(tu, '<tu> without <tuv>');
  const number = numbering();
  const variants = found.map((tuv) => ({ lang: langOf(tuv), text: segmentOf(tuv, number) }));
  const date = isoDate(attribute(tu, 'changedate') ?? attribute(tu, 'creationdate'));
  const by = attribute(tu, 'changeid') ?? attribute(tu, 'creationid');
  const note = elementsOf(tu, 'note').map(textOf).join('\n').trim();
  return { variants, ...(date && { at: date }), ...(by && { by }), ...(note && { note }), line: tu.line };
}

/** Before TMX 1.4 the attribute was `lang`. */
function langOf(tuv: XmlElement): string {
  const lang = attribute(tuv, 'lang', xmlNamespace) ?? attribute(tuv, 'lang');
  if (lang === undefined || !/^[A-Za-z]{1,8}(?:[-_][A-Za-z0-9]{1,8})*$/u.test(lang)) {
    throw broken(tuv, lang === undefined ? '<tuv> without xml:lang' : `“${lang}” is no language`);
  }
  return lang;
}

function segmentOf(tuv: XmlElement, number: Numbering): string {
  const seg = only(tuv, 'seg');
  const text = codedText(seg, number, new Map());
  if (text.length > longestText) throw broken(seg, `a text of ${text.length} characters`);
  return text;
}

type Numbering = (key: string, wanted: string | undefined) => string;

/** Gives the same number to the same code of a unit: the file's own where it is one and nobody has it yet. */
function numbering(): Numbering {
  const known = new Map<string, string>();
  const taken = new Set<string>();
  let next = 1;
  return (key, wanted = '') => {
    const before = known.get(key);
    if (before !== undefined) return before;
    let number = /^[1-9][0-9]{0,5}$/u.test(wanted) && !taken.has(wanted) ? wanted : '';
    for (; number === ''; next += 1) if (!taken.has(String(next))) number = String(next);
    known.set(key, number);
    taken.add(number);
    return number;
  };
}

/** What an element of a segment is in ours. `hi` and `sub` hold text that is read; the others hold foreign mark-up. */
const kinds = { bpt: 'open', ept: 'close', ph: 'alone', it: 'alone', ut: 'alone' } as const;

function codedText(parent: XmlElement, number: Numbering, pairs: Map<string, string>): string {
  return parent.children.map((node, place) => pieceOf(node, place, number, pairs)).join('');
}

function pieceOf(node: XmlNode, place: number, number: Numbering, pairs: Map<string, string>): string {
  if (typeof node === 'string') return node;
  if (!isElement(node)) return '';
  if (node.name === 'hi') return codedText(node, number, pairs);
  const kind = Object.hasOwn(kinds, node.name) ? kinds[node.name as keyof typeof kinds] : undefined;
  if (kind === undefined) throw broken(node, `<${node.name}> in <seg>`);
  const i = attribute(node, 'i') ?? '';
  if (kind !== 'alone' && i === '') throw broken(node, `<${node.name}> without i`);
  if (kind === 'close') {
    const opened = pairs.get(i);
    if (opened === undefined) throw broken(node, `<ept i="${i}"> without its <bpt>`);
    return writeCode('close', opened);
  }
  const x = attribute(node, 'x');
  const own = number(x === undefined ? `${node.name} ${i || place}` : `x ${x}`, x);
  if (kind === 'open') pairs.set(i, own);
  return writeCode(kind, own);
}

/** `20020523T091200Z` → `2002-05-23T09:12:00.000Z`; undefined for what is no date. */
function isoDate(date = ''): string | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/u.exec(date);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

function broken({ line }: XmlElement, reason: string): Refused {
  return new Refused(refuse('import.tmx', { line, reason }));
}

/**
 * The units in our languages: `en-US` is English, and of two variants in one language the first counts. A unit with fewer
 * than two of them, or with nothing but space on one side, is skipped.
 */
export function unitsIn(read: readonly TmxUnit[]): UnitsRead {
  const units: OutsideUnit[] = [];
  const skipped: Array<UnitsRead['skipped'][number]> = [];
  for (const { variants, line, ...facts } of read) {
    const texts = textsIn(variants);
    const found = Object.values(texts);
    if (found.length < 2) skipped.push({ line, reason: 'languages' });
    else if (found.some((text) => text.trim() === '')) skipped.push({ line, reason: 'empty' });
    else units.push({ texts, ...withoutLine(facts) });
  }
  return { units, skipped };
}

function textsIn(variants: readonly TmxVariant[]): Partial<Record<Locale, string>> {
  const texts: Partial<Record<Locale, string>> = {};
  for (const { lang, text } of variants) {
    const tag = lang.split(/[-_]/u)[0]?.toLowerCase() ?? '';
    const locale = tag === 'iw' ? 'he' : tag;
    if (isLocale(locale)) texts[locale] ??= text;
  }
  return texts;
}

function withoutLine({ at, by, note }: Omit<TmxUnit, 'variants' | 'line'>): Omit<OutsideUnit, 'texts'> {
  return { ...(at && { at }), ...(by && { by }), ...(note && { note }) };
}

/**
 * Writes a memory, piece by piece: it may be larger than anybody wants to hold. Characters that XML cannot hold (stray
 * controls) are left out. `version` is Dragoman's.
 */
export function* writeTmx(units: Iterable<OutsideUnit>, { version, from }: { version: string; from: Locale }) {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header creationtool="Dragoman" creationtoolversion="${escapeAttribute(version)}" segtype="paragraph" o-tmf="Dragoman" adminlang="en" srclang="${from}" datatype="plaintext"/>\n<body>\n`;
  for (const unit of units) yield unitText(unit);
  yield '</body>\n</tmx>\n';
}

function unitText({ texts, at, by, note }: OutsideUnit): string {
  const facts = [
    ...(at ? [` changedate="${at.replace(/[-:]|\.\d+/gu, '')}"`] : []),
    ...(by ? [` changeid="${escapeAttribute(holdable(by))}"`] : []),
  ];
  const variants = locales.flatMap((locale) => {
    const text = texts[locale];
    return text === undefined ? [] : [`<tuv xml:lang="${locale}"><seg>${segText(holdable(text))}</seg></tuv>`];
  });
  const noted = note ? `<note>${escapeText(holdable(note))}</note>` : '';
  return `<tu${facts.join('')}>${noted}${variants.join('')}</tu>\n`;
}

const codeLike = /<(\/?)([1-9][0-9]{0,5})(\/?)>/gu;

/** Numbered codes as elements. A half without the other stays the characters that it is. */
function segText(text: string): string {
  const found = Array.from(text.matchAll(codeLike));
  const pairs = pairsAmong(found);
  let out = '';
  let end = 0;
  for (const match of found) {
    out += escapeText(text.slice(end, match.index)) + elementFor(match, pairs);
    end = match.index + match[0].length;
  }
  return out + escapeText(text.slice(end));
}

/** The numbers that are opened once and closed once after it. */
function pairsAmong(found: readonly RegExpExecArray[]): ReadonlySet<string> {
  const byNumber = Map.groupBy(
    found.filter(([, , , alone]) => alone === ''),
    ([, , number = '']) => number,
  );
  const isPair = (codes: readonly RegExpExecArray[]): boolean => codes.map(([, close]) => close).join(' ') === ' /';
  return new Set(Array.from(byNumber).flatMap(([number, codes]) => (isPair(codes) ? [number] : [])));
}

function elementFor([code, close, number = '', alone]: RegExpExecArray, pairs: ReadonlySet<string>): string {
  if (close === '' && alone !== '') return `<ph x="${number}"/>`;
  if (alone !== '' || !pairs.has(number)) return escapeText(code);
  return close === '' ? `<bpt i="${number}" x="${number}"/>` : `<ept i="${number}"/>`;
}

function holdable(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '');
}
