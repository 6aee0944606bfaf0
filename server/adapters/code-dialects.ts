/**
 * How inline codes travel through a machine: written into what is sent, read back from what returns.
 *
 *   own       <1>…</1> <2/>           as they stand; for models that can be told what they are
 *   xml       <c1>…</c1> <c2/>        for tag handling; everything else is escaped
 *   sentinel  ⟦1⟧…⟦/1⟧ ⟦2/⟧           plain text, where a vendor's tag handling is not to be trusted (Hebrew at DeepL)
 *
 * Law, held by tests: `read(write(x), x) = x` for every content, so that a look-alike which somebody typed (`<c1>`,
 * `⟦1⟧`) comes back as it was. `read` is lenient in how a code is written (spaces, marks of direction, the target's
 * digits, `<c2></c2>`), never in which code it is: a number that the source does not declare stays literal.
 * A source that types `⟦1⟧` itself has its codes numbered above its own, rather than escaped: a machine would break an
 * escape.
 */
import { codeShapes, tokenize, writeCode, type Codes, type Content } from '../domain/content.ts';

export interface CodeDialect {
  readonly id: 'own' | 'xml' | 'sentinel';
  /** The text to send. */
  write(source: Content): string;
  /** The text in our codes, from a machine's answer to `write(source)`. */
  read(answer: string, source: Content): string;
}

/** Our codes as they are. */
export const ownCodes: CodeDialect = {
  id: 'own',
  write: ({ text }) => text,
  read: (answer) => answer,
};

/** Elements of XML; `&`, `<` and `>` of the text are escaped. */
export const xmlTags: CodeDialect = {
  id: 'xml',
  write: (source) => rewrite(source, escapeXml, (kind, number) => writeCode(kind, number).replace(/\d/u, 'c$&')),
  read: (answer, { codes }) =>
    readCodes(
      answer.replace(/<c(\d+)\s*><\/c\1\s*>/giu, (pair, number: string) =>
        isAlone(number, codes) ? `<c${number}/>` : pair,
      ),
      /<\s*(?<close>\/?)\s*c(?<number>\d{1,6})\s*(?<alone>\/?)\s*>/giu,
      codes,
      unescapeXml,
    ),
};

/** Bracketed numbers in plain text. */
export const sentinels: CodeDialect = {
  id: 'sentinel',
  write: (source) => {
    const offset = sentinelOffset(source);
    return rewrite(source, asIs, (kind, number) => bracketed(writeCode(kind, String(Number(number) + offset))));
  },
  read: (answer, source) => {
    const offset = sentinelOffset(source);
    return readCodes(answer, sentinelLike, source.codes, asIs, (number) =>
      String(Number(westernDigits(number)) - offset),
    );
  },
};

type Kind = 'open' | 'close' | 'alone';

const mark = '[\\s\\u061C\\u200E\\u200F\\u2066-\\u2069]*';
const sentinelLike = new RegExp(`⟦${mark}(?<close>/?)${mark}(?<number>[0-9٠-٩]{1,9})${mark}(?<alone>/?)${mark}⟧`, 'gu');

/** 0, or just above the highest number that the source itself types in such brackets. */
function sentinelOffset({ text }: Content): number {
  const typed = [...text.matchAll(sentinelLike)].map((match) => Number(westernDigits(match.groups?.['number'] ?? '')));
  return Math.max(0, ...typed);
}

function bracketed(code: string): string {
  return code.replace('<', '⟦').replace('>', '⟧');
}

function rewrite(
  { text, codes }: Content,
  onText: (text: string) => string,
  onCode: (kind: Kind, number: string) => string,
): string {
  return tokenize(text, codes)
    .map((token) => (token.kind === 'text' ? onText(token.text) : onCode(token.kind, token.number)))
    .join('');
}

/** Replaces what is like a code and declared; hands everything between to `onText`. */
function readCodes(
  answer: string,
  like: RegExp,
  codes: Codes,
  onText: (text: string) => string,
  numberOf: (number: string) => string = asIs,
): string {
  let read = '';
  let end = 0;
  for (const match of answer.matchAll(like)) {
    const code = codeOf(match, codes, numberOf);
    if (code === undefined) continue;
    read += onText(answer.slice(end, match.index)) + code;
    end = match.index + match[0].length;
  }
  return read + onText(answer.slice(end));
}

/** A code that stands alone is known by its number, however the machine closed it. */
function codeOf({ groups }: RegExpExecArray, codes: Codes, numberOf: (number: string) => string): string | undefined {
  const number = numberOf(groups?.['number'] ?? '');
  if (!Object.hasOwn(codes, number)) return undefined;
  if (isAlone(number, codes)) return writeCode('alone', number);
  if (groups?.['alone'] !== '') return undefined;
  return writeCode(groups['close'] === '/' ? 'close' : 'open', number);
}

function isAlone(number: string, codes: Codes): boolean {
  const code = Object.hasOwn(codes, number) ? codes[number] : undefined;
  return code !== undefined && codeShapes[code.type] === 'alone';
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
};

function escapeXml(text: string): string {
  return text.replace(/[&<>]/gu, (character) => entities[character] ?? character);
}

function unescapeXml(text: string): string {
  return text.replace(/&(#?[a-z0-9]+);/giu, (entity, name: string) => characters[name.toLowerCase()] ?? entity);
}

function westernDigits(number: string): string {
  return number.replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660));
}

function asIs(text: string): string {
  return text;
}
