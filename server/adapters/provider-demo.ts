/**
 * The demo provider: no key, no network, and NOT a translation. Every word becomes a made-up word in letters of the
 * target's script, so that one sees direction, shaping, line lengths and the whole way from import to edition before
 * deciding on a provider. Editions made of it carry a banner that says so.
 *
 * The same word gives the same made-up word; numbers, addresses, codes and spaces stay, and punctuation takes the target's
 * form.
 */
import { tokenize, type Content } from '../domain/content.ts';
import { addressesIn } from '../domain/language/addresses.ts';
import type { Locale } from '../domain/locale.ts';
import type { TranslationProvider } from '../ports.ts';

/** A provider that needs nothing and translates nothing. */
export function demoProvider(): TranslationProvider {
  return {
    id: 'demo',
    supports: (from, to) => from !== to,

    async translate({ items, to, signal }) {
      signal.throwIfAborted();
      return items.map(({ text, codes }) => ({
        content: { text: pseudo({ text, codes }, to), codes },
        model: 'demo',
        billed: 0,
      }));
    },

    describe: async () => ({ note: 'pseudo-text, not a translation' }),
  };
}

interface Script {
  readonly letters: string;
  /** Letters that change at the end of a word. */
  readonly finals: Readonly<Record<string, string>>;
  /** Length of a word beside that of an English one. */
  readonly density: number;
}

const scripts: Readonly<Record<Locale, Script>> = {
  en: { letters: 'aeioubdfglmnprstv', finals: {}, density: 1.1 },
  he: { letters: 'אבגדהוזחטיכלמנספעצקרשתויהל', finals: { כ: 'ך', מ: 'ם', נ: 'ן', פ: 'ף', צ: 'ץ' }, density: 0.8 },
  ar: { letters: 'ابتثجحدرزسشصطعفقكلمنهوياليم', finals: {}, density: 0.9 },
};

/** Punctuation that Arabic has forms of its own for. */
const arabicForms: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' };
const plainForms = Object.fromEntries(Object.entries(arabicForms).map(([plain, arabic]) => [arabic, plain]));

/** What a number is counted in is part of it: `2.4 million` says something else than `2.4`. */
const scales: ReadonlyArray<Readonly<Record<Locale, string>>> = [
  { en: 'thousand', he: 'אלף', ar: 'ألف' },
  { en: 'million', he: 'מיליון', ar: 'مليون' },
  { en: 'billion', he: 'מיליארד', ar: 'مليار' },
];

/** Numbers with what joins their digits; words with the marks inside them; single marks that may change form. */
const pieces =
  /(?<number>\p{N}+(?:[.,:/٫٬]\p{N}+)*)|(?<word>[\p{L}\p{M}]+(?:['’׳"״][\p{L}\p{M}]+)*)|(?<mark>[,;?،؛؟])/gu;

function pseudo({ text, codes }: Content, to: Locale): string {
  return tokenize(text, codes)
    .map((token) => (token.kind === 'text' ? withAddresses(token.text, to) : token.text))
    .join('');
}

function withAddresses(text: string, to: Locale): string {
  let made = '';
  let done = 0;
  for (const { start, end } of addressesIn(text)) {
    made += pseudoText(text.slice(done, start), to) + text.slice(start, end);
    done = end;
  }
  return made + pseudoText(text.slice(done), to);
}

function pseudoText(text: string, to: Locale): string {
  const marks = to === 'ar' ? arabicForms : plainForms;
  let isAfterNumber = false;
  return text.replace(pieces, (piece, number?: string, word?: string) => {
    const scale = isAfterNumber && word ? scales.find((one) => Object.values(one).includes(word)) : undefined;
    isAfterNumber = number !== undefined;
    if (number !== undefined) return piece;
    return word === undefined ? (marks[piece] ?? piece) : (scale?.[to] ?? pseudoWord(word, to));
  });
}

function pseudoWord(word: string, to: Locale): string {
  const { letters, finals, density } = scripts[to];
  const bare = word.normalize('NFC').replace(/[^\p{L}]/gu, '');
  const length = Math.max(2, Math.round(bare.length * density));
  const random = sequence(bare.toLowerCase());
  const chosen = Array.from({ length }, () => letters[random() % letters.length] ?? '');
  const last = chosen.pop() ?? '';
  const made = chosen.join('') + (finals[last] ?? last);
  return /^\p{Lu}/u.test(word) && to === 'en' ? made.charAt(0).toUpperCase() + made.slice(1) : made;
}

/** Numbers that follow from a word alone (FNV-1a, then a linear congruence). */
function sequence(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
