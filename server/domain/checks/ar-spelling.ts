/**
 * Spellings that are wrong whatever is meant: closed lists (`language/arabic-spellings.ts`), and never a rule, because
 * the same letters are right in thousands of other words (الاحتلال, استقبال; وجهه; على and علي).
 *
 * `hamza-missing`: an alef that has lost its hamza (اسرائيل, الى). `ان` is إن after “say” and where a clause begins, and
 * else only a person knows.
 * `ya-maqsura`: ى for ي and ي for ى at the end of small words (فى, التى, الي). `علي` is also a name: it is only
 * mentioned, and only before a word that shows the preposition.
 * `ta-marbuta-ha`: ه for ة (غزه, الحكومه). Words that may carry a pronoun (كتابه, وجهه) are in no list.
 */
import { missingHamza, spellingOf, wrongHa, wrongYa, type Spellings } from '../language/arabic-spellings.ts';
import { composed } from '../language/compose.ts';
import type { Found, SegmentCheck } from './check.ts';
import { mention, replacement } from './matches.ts';
import type { Side } from './subject.ts';

export const arHamzaMissing: SegmentCheck = {
  id: 'ar.hamza-missing',
  severity: 'warning',
  to: ['ar'],
  scope: 'segment',
  find: ({ target }) => misspelt(target, missingHamza, rightAfterSaying),
};

export const arYaMaqsura: SegmentCheck = {
  id: 'ar.ya-maqsura',
  severity: 'warning',
  to: ['ar'],
  scope: 'segment',
  find: ({ target }) => [
    ...misspelt(target, wrongYa),
    ...verbsLikePrepositions(target),
    ...prepositionsLikeNames(target),
  ],
};

export const arTaMarbutaHa: SegmentCheck = {
  id: 'ar.ta-marbuta-ha',
  severity: 'info',
  to: ['ar'],
  scope: 'segment',
  find: ({ target }) => misspelt(target, wrongHa),
};

/** The words of a text that are in a list, `resolve` choosing where the list leaves it open. */
function misspelt(
  side: Side,
  list: Spellings,
  resolve?: (rest: string, side: Side, at: number) => string,
): readonly Found[] {
  return side.words.flatMap((word, at): Found[] => {
    const bare = bareOf(word.text);
    const spelling = spellingOf(bare, list);
    if (!spelling) return [];
    const right = spelling.right || resolve?.(bare.slice(spelling.before.length), side, at);
    return right
      ? [replacement(word.start, word.text, withPointsOf(word.text, asWritten(spelling.before, right)))]
      : [mention(word.start, word.text)];
  });
}

/** A hamza is no point, even one that is stored by itself: that is another check's. */
function bareOf(word: string): string {
  return pointed.test(word) ? composed(word).replace(/[\p{M}ـ]/gu, '') : word;
}

const pointed = /[\p{M}ـ]/u;

/** `ل` and the article are `لل`. */
function asWritten(before: string, right: string): string {
  return before.endsWith('ل') && right.startsWith('ال') ? before + right.slice(1) : before + right;
}

/** The letters of one spelling with the points of the other. */
function withPointsOf(word: string, spelling: string): string {
  let at = 0;
  return word.replace(/[^\p{M}ـ]/gu, () => spelling[at++] ?? '');
}

const saying = /^[وف]?(?:قال|قالت|قالوا|يقول|تقول|يقولون|قائلا|قائلة|القول)$/u;

function rightAfterSaying(rest: string, { text, words }: Side, at: number): string {
  if (!/^ان(?:ه|ها|هم|نا|ني|كم)?$/u.test(rest)) return '';
  const [previous, word] = [words[at - 1], words[at]];
  const between = text.slice(previous?.end ?? 0, word?.start);
  const beginsClause = !previous || /[.!?؟:؛\n]/u.test(between);
  return beginsClause || saying.test(previous.text.replace(/\p{M}/gu, '')) ? `إ${rest.slice(1)}` : '';
}

/** `وفى` is “and in”, unless a `بـ` follows: he kept (his promise). */
function verbsLikePrepositions({ words }: Side): readonly Found[] {
  return words.flatMap(({ text, start }, at): Found[] =>
    text === 'وفى' && /^[^ب]/u.test(words[at + 1]?.text ?? '') ? [replacement(start, text, 'وفي')] : [],
  );
}

const showsPreposition = /^(?:أن|ان|أنه|أنها|هذا|هذه|ذلك|تلك|الرغم|سبيل|الأقل|الاقل|الأرض|الفور|حد|مدى|وشك)$/u;

function prepositionsLikeNames({ words }: Side): readonly Found[] {
  return words.flatMap(({ text, start }, at): Found[] =>
    /^[وف]?علي$/u.test(text) && words[at - 1]?.text !== 'على' && showsPreposition.test(words[at + 1]?.text ?? '')
      ? [{ ...replacement(start, text, `${text.slice(0, -1)}ى`), severity: 'info' }]
      : [],
  );
}
