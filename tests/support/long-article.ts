/**
 * Long articles, made up: the same seed gives the same text on every machine. The words are random letters, but the
 * shape is that of a newspaper: a few words make up most of the text (Zipf), sentences end, quotations open and close,
 * headings stand between paragraphs, numbers, dates, joined prefixes, acronyms and vowel signs occur. Tests and
 * benchmarks need size and variety that no short sample has; nothing here is a translation of anything.
 *
 * 120 paragraphs × 140 words are about 100,000 characters, the long article that the goals speak of.
 */
import type { Locale } from '../../server/domain/locale.ts';

export interface ArticleShape {
  readonly seed: number;
  readonly locale: Locale;
  /** Headings are extra: one before every eighth paragraph but the first. */
  readonly paragraphs: number;
  readonly wordsPerParagraph: number;
}

/** Numbers from 0 up to 1, the same for the same seed. */
export type Random = () => number;

interface Script {
  readonly letters: string;
  readonly shortest: number;
  readonly longest: number;
  readonly quotes: readonly [string, string];
  readonly comma: string;
  readonly ends: readonly string[];
  /** What no pattern for Latin words expects, strewn into the text. */
  readonly oddities: readonly string[];
}

const scripts: Record<Locale, Script> = {
  en: {
    letters: 'etaoinshrdlucmfwypvbgk',
    shortest: 2,
    longest: 9,
    quotes: ['“', '”'],
    comma: ',',
    ends: ['.', '.', '.', '?', '…'],
    oddities: ['the UN', '3 March', '11,400', '28%', 'don’t', 'Almond-Street', 'Dr Marom', '’48'],
  },
  he: {
    letters: 'יוהלאמרתבשנכעדחקפסגטצז',
    shortest: 2,
    longest: 7,
    quotes: ['"', '"'],
    comma: ',',
    ends: ['.', '.', '.', '?', '…'],
    oddities: ['צה״ל', 'ב־3 במרץ', '11,400', '28%', 'הָלַךְ', 'בית־ספר', 'ג׳נין', 'ה־UN'],
  },
  ar: {
    letters: 'اليمنورتبسدعفحكقهجشطصخ',
    shortest: 2,
    longest: 8,
    quotes: ['«', '»'],
    comma: '،',
    ends: ['.', '.', '.', '؟', '…'],
    oddities: ['الأمم المتحدة', '3 آذار', '11,400', '28%', 'تُثبّت', 'شكرًا', 'لـUN', 'الـ«حزب»'],
  },
};

/** Different words of an article, the most frequent first. */
const vocabularySize = 3000;

/** One article as plain text: a title line, then blocks with a blank line between them. */
export function longArticle({ seed, locale, paragraphs, wordsPerParagraph }: ArticleShape): string {
  const random = seededRandom(seed);
  const words = madeUpWords(random, locale, vocabularySize);
  const blocks = [heading(random, words)];
  for (let ordinal = 0; ordinal < paragraphs; ordinal += 1) {
    if (ordinal > 0 && ordinal % 8 === 0) blocks.push(heading(random, words));
    blocks.push(paragraph(random, words, scripts[locale], wordsPerParagraph));
  }
  return `${blocks.join('\n\n')}\n`;
}

/** The article's Markdown sibling: the same shape with marked headings, links, emphasis, lists and quotations. */
export function longMarkdown(shape: ArticleShape): string {
  const [title = '', ...blocks] = longArticle(shape).trimEnd().split('\n\n');
  const random = seededRandom(shape.seed + 1);
  return `# ${title}\n\n${blocks.map((block) => markUp(random, block)).join('\n\n')}\n`;
}

/** So many words, all different, and none of them in a text of another seed: the worst case of a diff. */
export function distinctWords(seed: number, locale: Locale, count: number): string {
  const { letters } = scripts[locale];
  const digits = (number: number): string =>
    number === 0 ? '' : digits(Math.floor(number / letters.length)) + letters.charAt(number % letters.length);
  return Array.from({ length: count }, (_, i) => digits((seed + 1) * 1_000_000 + i)).join(' ');
}

/** So many words in the letters of a language; the frequent ones of `zipf` are the first. */
export function madeUpWords(random: Random, locale: Locale, count: number): readonly string[] {
  return Array.from({ length: count }, () => word(random, scripts[locale]));
}

/** Replaces, removes or adds this share of a text's words. */
export function revise(text: string, share: number, seed: number, locale: Locale): string {
  const random = seededRandom(seed);
  const fresh = () => word(random, scripts[locale]);
  return text
    .split(' ')
    .flatMap((old) => {
      if (random() >= share) return [old];
      return pick(random, [[fresh()], [fresh()], [], [old, fresh()]]);
    })
    .join(' ');
}

/** mulberry32: 32 bits of state, good enough to strew words. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function word(random: Random, { letters, shortest, longest }: Script): string {
  const length = shortest + Math.floor(random() * (longest - shortest + 1));
  // Squared: the first letters of an alphabet by frequency occur most.
  return Array.from({ length }, () => letters[Math.floor(random() ** 2 * letters.length)]).join('');
}

/** Rank r with a probability of about 1/r: the inverse of the distribution's logarithm. */
export function zipf(random: Random, words: readonly string[]): string {
  return words[Math.floor(words.length ** random()) - 1] ?? '';
}

function heading(random: Random, words: readonly string[]): string {
  return capital(Array.from({ length: 3 + Math.floor(random() * 4) }, () => zipf(random, words)).join(' '));
}

function paragraph(random: Random, words: readonly string[], script: Script, length: number): string {
  const sentences: string[] = [];
  for (let left = length; left > 0;) {
    const size = Math.min(left, 6 + Math.floor(random() * 18));
    sentences.push(sentence(random, words, script, size));
    left -= size;
  }
  return sentences.join(' ');
}

function sentence(random: Random, words: readonly string[], script: Script, length: number): string {
  const list = Array.from({ length }, () => (random() < 0.04 ? pick(random, script.oddities) : zipf(random, words)));
  if (length > 9 && random() < 0.2) {
    list[4] = `${script.quotes[0]}${list[4]}`;
    list[8] = `${list[8]}${script.quotes[1]}`;
  }
  if (length > 12) list[2] = `${list[2]}${script.comma}`;
  return `${capital(list.join(' '))}${pick(random, script.ends)}`;
}

function markUp(random: Random, block: string): string {
  if (block.length < 80) return `## ${block}`;
  const words = block.split(' ');
  const place = 1 + Math.floor(random() * (words.length - 2));
  const marked = pick(random, [
    (text: string) => `**${text}**`,
    (text: string) => `*${text}*`,
    (text: string) => `[${text}](https://example.org/${place})`,
  ])(words[place] ?? '');
  const text = words.with(place, marked).join(' ');
  return pick(random, [text, text, text, text, `> ${text}`, `- ${text}\n- ${words.slice(0, 12).join(' ')}`]);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function pick<T>(random: Random, values: readonly [T, ...T[]] | readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}
