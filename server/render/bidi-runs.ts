/**
 * Runs of another direction inside a text, which the bidirectional algorithm would misplace at their edges: addresses and
 * handles, several Latin words in a row, words that begin or end with a symbol (C++, .NET, Yahoo!), telephone numbers,
 * signed numbers, codes and formulas, which Arabic would show back to front. A plain word of another script needs
 * nothing. Ranges (11–16, 2022-2026) need nothing either: they read as the text runs.
 *
 * Two rules keep isolating from doing harm. A run never begins or ends inside a word: between two Arabic letters an
 * isolate would break their joining. And a run is as long as the algorithm would make it: of `Dr. King, Jr.` or a quoted
 * sentence a part that is isolated would change places with the rest, so what stands between two words of the run belongs
 * to it: spaces, commas, full stops, numbers, whole brackets.
 *
 * A text without a word of the page's own language is one run from its first mark to its last.
 *
 * Falls short: two sentences, the first of which ends and the second of which begins in Latin, are one run, as they are
 * to the algorithm. A mark after a Latin word is the sentence's, unless it is known to be the name's.
 */
import { directionOf, locales, type Direction, type Locale } from '../domain/locale.ts';

/** What an isolate says of its run. */
export interface Isolate {
  readonly lang?: Locale;
  readonly dir: Direction;
  /** Not to be broken at a line's end. */
  readonly whole?: true;
}

export interface Run extends Isolate {
  readonly start: number;
  readonly end: number;
}

interface Kind extends Isolate {
  readonly pattern: string;
}

// Every repetition that can fail after it began is bounded: no text can make the search quadratic.
const before = String.raw`(?<![\p{Script=Latin}\p{N}])`;
const after = String.raw`(?![\p{Script=Latin}\p{N}])`;
const space = String.raw`[ \u00A0]{1,4}`;
const domain = String.raw`[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}`;
const addressEnd = String.raw`[^\s<>"”“«»()،؛؟\uFFFC]*[^\s<>"”“«»()،؛؟\uFFFC.,:;!?'…]`;

/** Names whose mark is their own, wherever they stand. */
const marked = String.raw`(?:Yahoo|Joomla|Jeopardy)!`;
/** Words whose full stop is their own while the sentence goes on, and initials. */
const abbreviated = String.raw`(?:(?:Bros|Co|Corp|Dr|Inc|Jr|Ltd|Mr|Mrs|Ms|Prof|Sr|St|etc|vs)\.(?=[ \u00A0,،])|(?:\p{Script=Latin}\.){2,6})`;
const latinWord = String.raw`(?:${marked}|${abbreviated}|\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}'’.&-]{0,63}(?<=[\p{Script=Latin}\p{M}\p{N}]))`;
const number = String.raw`\d{1,15}(?:[.,:/–-]\d{1,9}){0,9}%?`;
const operand = String.raw`(?:\p{Script=Latin}{1,3}|\d{1,15}(?:[.,]\d{1,15})?)[²³]?`;
const operator = String.raw`[ \u00A0]?[=≠≈≤≥<>×÷*+−/^-][ \u00A0]?`;
const relation = String.raw`[ \u00A0]?[=≠≈≤≥×÷][ \u00A0]?`;

/** Words in a row, and what stands between them. `more`: what else may follow a word before the next. */
function inARow(word: string, between: string, more: string): string {
  const row = String.raw`${word}(?:${between}${word}){0,40}`;
  const bracketed = String.raw`(?:\(${row}\)|"${row}"|“${row}”|«${row}»)`;
  return String.raw`(?:(?:${between}(?:${more}${space})?|[ \u00A0]?(?=["“«(]))(?:${word}|${bracketed}))`;
}

const latinRow = inARow(latinWord, String.raw`[.,:;!?…]{0,3}${space}(?:[&+/–—-]${space})?`, number);

/** In right-to-left text, in the order in which they are tried at one place, none of them after a Latin letter or digit. */
const inRightToLeft: readonly Kind[] = [
  { pattern: String.raw`(?:https?://|www\.)${addressEnd}`, dir: 'ltr' },
  { pattern: String.raw`@?[A-Za-z0-9][A-Za-z0-9_.%+-]{0,63}@${domain}`, dir: 'ltr' },
  { pattern: String.raw`(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}/${addressEnd}`, dir: 'ltr' },
  { pattern: String.raw`[@#][A-Za-z0-9_]{0,64}[A-Za-z][A-Za-z0-9_]{0,64}`, dir: 'ltr' },
  { pattern: String.raw`IS[BS]N(?:-1[03])?:?[ \u00A0]\d[\dX \u00A0-]{6,20}[\dX]${after}`, dir: 'ltr' },
  {
    pattern: String.raw`(?:IBAN:?[ \u00A0])?[A-Z]{2}\d{2}(?:[ \u00A0]?[A-Z\d]{4}){2,7}(?:[ \u00A0]?[A-Z\d]{1,3})?${after}`,
    dir: 'ltr',
  },
  {
    pattern: String.raw`${operand}(?:${operator}${operand}){0,8}${relation}${operand}(?:${operator}${operand}){0,8}${after}`,
    dir: 'ltr',
  },
  { pattern: String.raw`\d{1,15}(?:-\d{1,15}){2,9}(?:-X)?${after}`, dir: 'ltr', whole: true },
  { pattern: String.raw`0\d{1,3}-\d{5,8}${after}`, dir: 'ltr', whole: true },
  { pattern: String.raw`\(0\d{1,3}\)[ \u00A0]?\d{2,4}[ -]?\d{3,5}${after}`, dir: 'ltr', whole: true },
  { pattern: String.raw`\+\d[\d ()-]{0,30}\d${after}`, dir: 'ltr', whole: true },
  {
    pattern: String.raw`(?<![\p{L}\p{M}]|\d[ \u00A0])[+±−-]\p{Sc}?${number}(?:[ \u00A0]?°[CF]?)?${after}`,
    dir: 'ltr',
    whole: true,
  },
  { pattern: String.raw`\d{1,15}(?:[.,]\d{1,9})?[ \u00A0]?°[CF]${after}`, dir: 'ltr', whole: true },
  {
    pattern: String.raw`(?=[\d._/-]{1,64}[A-Za-z])\d[A-Za-z\d]{0,31}(?:[._/-][A-Za-z\d]{1,32}){1,8}${after}`,
    dir: 'ltr',
  },
  {
    pattern: String.raw`${latinWord}${latinRow}{1,200}(?:\+\+|#)?(?:${space}${number}${after}){0,9}`,
    lang: 'en',
    dir: 'ltr',
  },
  { pattern: String.raw`${marked}|${abbreviated}|\p{Script=Latin}{1,64}!(?=[,;:،؛])`, lang: 'en', dir: 'ltr' },
  { pattern: String.raw`\p{Script=Latin}{1,64}(?:\+\+?|#)(?![\p{L}\p{N}])`, lang: 'en', dir: 'ltr' },
  { pattern: String.raw`\.\p{Script=Latin}{2,24}${after}`, lang: 'en', dir: 'ltr' },
];

const scripts = { he: 'Hebrew', ar: 'Arabic' } as const;

/** Words of another script with what stands between them, as one run: `הָלַךְ`, `צה״ל`, `صه تُثبّت`, `الـ«حزب»`. */
function wordsOf(lang: keyof typeof scripts): Kind {
  const letter = String.raw`[\p{Script_Extensions=${scripts[lang]}}\p{M}\u200C\u200D]`;
  const word = String.raw`(?=\p{L})${letter}(?:${letter}|["'״׳’](?=${letter}))*`;
  const words = String.raw`${word}(?:[ \u00A0־]${word})*`;
  const unit = String.raw`(?:(?:${word})?«${words}»|${word})`;
  const between = String.raw`(?:[.,:;!?…،؛؟]{0,3}${space}(?:[–—-]${space})?|[־-])`;
  const row = inARow(unit, between, number);
  return { pattern: String.raw`[@#]?${unit}${row}*`, lang, dir: directionOf(lang) };
}

const kinds: Readonly<Record<Locale, readonly Kind[]>> = {
  en: [wordsOf('he'), wordsOf('ar')],
  he: [...inRightToLeft, wordsOf('ar')],
  ar: [...inRightToLeft, wordsOf('he')],
};

const finders = {
  en: finder([], kinds.en),
  he: finder(inRightToLeft, [wordsOf('ar')]),
  ar: finder(inRightToLeft, [wordsOf('he')]),
} satisfies Record<Locale, RegExp>;

const digitsAndSigns = String.raw`\d[ \u00A0]?[=≠≈≤≥<>×÷*+/^-]|[+±−-]\p{Sc}?\d`;

/** What a run cannot be without in a language: most texts have none of it and are spared the search. */
const hints: Readonly<Record<Locale, RegExp>> = {
  en: /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u,
  he: new RegExp(
    String.raw`[A-Za-z\u00C0-\u024F\u1E00-\u1EFF\u0600-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC]|${digitsAndSigns}`,
    'u',
  ),
  ar: new RegExp(String.raw`[A-Za-z\u00C0-\u024F\u1E00-\u1EFF\u0590-\u05FF\uFB1D-\uFB4F]|${digitsAndSigns}`, 'u'),
};

/** The runs of a text that need isolating, in order; they do not overlap. */
export function runsIn(text: string, locale: Locale): Run[] {
  if (!hints[locale].test(text)) return [];
  const whole = wholeText(text, locale);
  if (whole) return whole;
  const runs: Run[] = [];
  const find = finders[locale]; // Not by matchAll, which would build this long expression anew for every text.
  find.lastIndex = 0;
  for (let match = find.exec(text); match; match = find.exec(text)) {
    const kind = kinds[locale][match.slice(1).findIndex((group) => group !== undefined)];
    const { lang, dir = 'ltr', whole } = kind ?? {};
    runs.push({ start: match.index, end: find.lastIndex, dir, ...(lang && { lang }), ...(whole && { whole }) });
  }
  return runs;
}

/** Whether a text has letters of a language's script, and whether it has others. */
const letters: Readonly<Record<Locale, readonly [own: RegExp, other: RegExp]>> = {
  en: [/\p{Script=Latin}/v, /[\p{L}--\p{Script=Latin}]/v],
  he: [/\p{Script=Hebrew}/v, /[\p{L}--\p{Script=Hebrew}]/v],
  ar: [/\p{Script=Arabic}/v, /[\p{L}--\p{scx=Arabic}]/v],
};

/**
 * A text that is all of another script (a source in a note, `Hello, World!`, `14.3 US$`) is one run with the marks that
 * begin and end it: there is no sentence of the page's own language that they could belong to. What breaks a text (a
 * note's mark, code) may stand before or behind its words only.
 */
function wholeText(text: string, locale: Locale): Run[] | undefined {
  const lang = locales.find((other) => letters[other][0].test(text) && !letters[other][1].test(text));
  if (lang === undefined || lang === locale) return undefined;
  const lines = [...text.matchAll(/[^\n]+/gu)].filter(([line]) => /[\p{L}\p{N}]/u.test(line));
  const [line] = lines;
  if (line === undefined || lines.length > 1) return undefined;
  const shown = line[0].trim().replace(/^\(([^()]*)\)$/u, '$1'); // Brackets around all of it are right either way.
  if (/^\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}]*$/u.test(shown)) return [];
  const start = line.index + line[0].indexOf(shown);
  return [{ start, end: start + shown.length, lang, dir: directionOf(lang) }];
}

/**
 * One expression with a group for each kind, in order. What all of the first kinds begin with is tested once: a look
 * at the next character spares most places the rest.
 */
function finder(latin: readonly Kind[], others: readonly Kind[]): RegExp {
  const grouped = (some: readonly Kind[]): string => some.map(({ pattern }) => `(${pattern})`).join('|');
  const first = String.raw`(?=[\p{Script=Latin}\d@#+±−(._-])${before}(?:${grouped(latin)})`;
  return new RegExp([...(latin.length > 0 ? [first] : []), grouped(others)].join('|'), 'gu');
}
