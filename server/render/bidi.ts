/**
 * Runs of another direction inside a text. Plain words of another script need nothing: the bidirectional algorithm
 * places them. What it misplaces is isolated with <bdi>: addresses and handles, several Latin words in a row, words
 * that begin or end with a symbol (C++, .NET), telephone numbers and other digits joined by hyphens, which Arabic
 * would show back to front. Isolates are used sparingly, because between two Arabic letters one would break their
 * joining; every pattern below begins and ends on Latin letters, digits or symbols, never inside a word of the text.
 *
 * Falls short: `Yahoo!` at the end of a sentence keeps its mark outside, as that mark may be the sentence's; a single
 * hyphen between two numbers (11-16) may be a range and is left alone.
 */
import { directionOf, type Locale } from '../domain/locale.ts';
import { html, type Html } from './html.ts';

interface Isolate {
  readonly pattern: string;
  readonly lang?: Locale;
  readonly dir: 'ltr' | 'rtl';
  /** Not to be broken at a line's end. */
  readonly whole?: true;
}

// Every repetition that can fail after it began is bounded: no text can make the search quadratic.
const before = String.raw`(?<![\p{Script=Latin}\p{N}])`;
const after = String.raw`(?![\p{Script=Latin}\p{N}])`;
const latinWord = String.raw`\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}'’.&-]{0,63}(?<=[\p{Script=Latin}\p{M}\p{N}])`;
const space = String.raw`[ \u00A0]{1,4}`;
const addressEnd = String.raw`[^\s<>"”“«»()،؛؟]*[^\s<>"”“«»()،؛؟.,:;!?'…]`;

/** In right-to-left text, in the order in which they are tried at one place, none of them after a Latin letter or digit. */
const inRightToLeft: readonly Isolate[] = [
  { pattern: String.raw`(?:https?://|www\.)${addressEnd}`, dir: 'ltr' },
  { pattern: String.raw`[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}`, dir: 'ltr' },
  { pattern: String.raw`(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}/${addressEnd}`, dir: 'ltr' },
  { pattern: String.raw`[@#][A-Za-z0-9_]{0,64}[A-Za-z][A-Za-z0-9_]{0,64}`, dir: 'ltr' },
  { pattern: String.raw`\+?\d{1,15}(?:-\d{1,15}){2,9}${after}`, dir: 'ltr', whole: true },
  { pattern: String.raw`\+\d[\d -]{0,30}\d${after}`, dir: 'ltr', whole: true },
  {
    pattern: String.raw`${latinWord}(?:${space}(?:[&+]${space})?(?:${latinWord}|\d{1,9}(?=${space}\p{Script=Latin})))+(?:\+\+|#)?`,
    lang: 'en',
    dir: 'ltr',
  },
  { pattern: String.raw`\p{Script=Latin}{1,64}(?:\+\+?|#)(?![\p{L}\p{N}])`, lang: 'en', dir: 'ltr' },
  { pattern: String.raw`\.\p{Script=Latin}{2,24}${after}`, lang: 'en', dir: 'ltr' },
];

const scripts = { he: 'Hebrew', ar: 'Arabic' } as const;

/** Words of another script with what stands between them, as one run: `הָלַךְ`, `צה״ל`, `صه تُثبّت`, `الـ«حزب»`. */
function wordsOf(lang: keyof typeof scripts): Isolate {
  const letter = String.raw`[\p{Script_Extensions=${scripts[lang]}}\p{M}\u200C\u200D]`;
  const word = String.raw`(?=\p{L})${letter}(?:${letter}|["'״׳’](?=${letter}))*`;
  const words = String.raw`${word}(?:[ \u00A0־]${word})*`;
  const unit = String.raw`(?:(?:${word})?«${words}»|${word})`;
  return { pattern: String.raw`${unit}(?:[ \u00A0־]${unit})*`, lang, dir: directionOf(lang) };
}

const isolates: Readonly<Record<Locale, readonly Isolate[]>> = {
  en: [wordsOf('he'), wordsOf('ar')],
  he: [...inRightToLeft, wordsOf('ar')],
  ar: [...inRightToLeft, wordsOf('he')],
};

const finders = {
  en: finder([], isolates.en),
  he: finder(inRightToLeft, [wordsOf('ar')]),
  ar: finder(inRightToLeft, [wordsOf('he')]),
} satisfies Record<Locale, RegExp>;

/** What an isolate of a language cannot be without: most texts have none of it and are spared the search. */
const hints: Readonly<Record<Locale, RegExp>> = {
  en: /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u,
  he: /[A-Za-z\u00C0-\u024F\u1E00-\u1EFF\u0600-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC]|\d-\d|\+\d/u,
  ar: /[A-Za-z\u00C0-\u024F\u1E00-\u1EFF\u0590-\u05FF\uFB1D-\uFB4F]|\d-\d|\+\d/u,
};

/** A run of plain text as HTML, with what needs it isolated. */
export function isolateRuns(text: string, locale: Locale): Html {
  if (!hints[locale].test(text)) return html`${text}`;
  const pieces: Html[] = [];
  let end = 0;
  const find = finders[locale]; // Not by matchAll, which would build this long expression anew for every text.
  find.lastIndex = 0;
  for (let match = find.exec(text); match; match = find.exec(text)) {
    if (match.index > end) pieces.push(html`${text.slice(end, match.index)}`);
    const isolate = isolates[locale][match.slice(1).findIndex((group) => group !== undefined)];
    pieces.push(isolated(match[0], isolate));
    end = match.index + match[0].length;
  }
  pieces.push(html`${text.slice(end)}`);
  return html`${pieces}`;
}

function isolated(text: string, isolate: Isolate | undefined): Html {
  if (isolate?.lang) return html`<bdi lang="${isolate.lang}" dir="${isolate.dir}">${text}</bdi>`;
  return html`<bdi${isolate?.whole && html` class="whole"`} dir="${isolate?.dir ?? 'ltr'}">${text}</bdi>`;
}

/**
 * One expression with a group for each kind, in order. What all of the first kinds begin with is tested once: a look
 * at the next character spares most places the rest.
 */
function finder(latin: readonly Isolate[], others: readonly Isolate[]): RegExp {
  const grouped = (kinds: readonly Isolate[]): string => kinds.map(({ pattern }) => `(${pattern})`).join('|');
  const first = String.raw`(?=[\p{Script=Latin}\d@#+._-])${before}(?:${grouped(latin)})`;
  return new RegExp([...(latin.length > 0 ? [first] : []), grouped(others)].join('|'), 'gu');
}
