/**
 * From what the indexes find to what a translator is offered: the score with its penalties, the text with codes that fit
 * the one in hand, what a guard has against it, the best first and no text twice.
 */
import { codeFaults, lookAlikes, withoutCodes, type Content } from '../content.ts';
import type { Locale } from '../locale.ts';
import { isSameContext, type Context } from './context.ts';
import { guardsAgainst, type Guard } from './guards.ts';
import type { NamesIn } from './names.ts';
import { leastDrafted, penalised, rankOf, scores, type Penalty } from './score.ts';
import { textSimilarity } from './text-similarity.ts';
import { isFromOutside, type MemoryUnit, type Pair } from './unit.ts';

/** A text that a translation is wanted for. */
export interface Asked {
  readonly source: Content;
  readonly from: Locale;
  readonly to: Locale;
  readonly context?: Context | undefined;
  /** Which units count; default: all. A segment is not to be offered what it brought itself. */
  readonly mayOffer?: (unit: MemoryUnit) => boolean;
  /** Finds the termbase's names, for the guards. */
  readonly namesIn?: NamesIn;
}

export interface Match {
  readonly pair: Pair;
  /** Its target, with the codes of the text that was asked for, or with none. */
  readonly text: string;
  readonly score: number;
  readonly penalties: readonly Penalty[];
  readonly guards: readonly Guard[];
}

/** A pair that was found, and what it is worth before penalties. */
export interface Found {
  readonly pair: Pair;
  readonly score: number;
  readonly isOlder?: boolean;
}

/** Whether a match may be drafted without asking anybody. */
export function mayBeDrafted({ score, guards, penalties }: Match): boolean {
  return score >= leastDrafted && guards.length === 0 && !penalties.includes('codes');
}

/** Exact pairs with their worth. A text is older where a newer one stands for the same source, to the letter if it is. */
export function exactFound(pairs: readonly Pair[], { source, context }: Asked): Found[] {
  const isSame = (pair: Pair): boolean => pair.source.text === source.text;
  return pairs.map((pair) => {
    const isHere = isSame(pair) && pair.unit.from === pair.from && isSameContext(pair.unit.context, context);
    const score = isHere ? scores.inContext : isSame(pair) ? scores.same : scores.cosmetic;
    const isReplaced = pairs.some(
      (other) => other.target.text !== pair.target.text && byAge(other, pair) < 0 && (isSame(other) || !isSame(pair)),
    );
    return { pair, score, isOlder: !isHere && isReplaced };
  });
}

/** What is offered, the best first. Ties: what looks more alike, then the newest. */
export function ranked(found: readonly Found[], asked: Asked): Match[] {
  const offers = found.map((one) => ({
    base: one.score,
    alike: textSimilarity(one.pair.source.text, asked.source.text),
    match: offerOf(one, asked),
  }));
  const sorted = offers.toSorted(
    (a, b) =>
      rankOf(b.base, b.match.penalties) - rankOf(a.base, a.match.penalties) ||
      b.base - a.base ||
      b.alike - a.alike ||
      byAge(a.match.pair, b.match.pair),
  );
  const matches = sorted.map(({ match }) => match);
  const texts = matches.map(({ text }) => text);
  return matches.filter(({ text, score }, at) => texts.indexOf(text) === at && score >= scores.leastOffered);
}

function offerOf({ pair, score, isOlder = false }: Found, asked: Asked): Match {
  const fits = hasFittingCodes(pair, asked.source);
  const applies: Readonly<Record<Penalty, boolean>> = {
    'other-direction': pair.unit.from !== undefined && pair.unit.from !== pair.from,
    older: isOlder,
    outside: isFromOutside(pair.unit),
    codes: !fits,
  };
  const reasons = (Object.keys(applies) as Penalty[]).filter((reason) => applies[reason]);
  return {
    pair,
    text: fits ? pair.target.text : withoutAnyCodes(pair.target, asked.source),
    score: penalised(score, reasons),
    penalties: reasons,
    guards: guardsAgainst(asked.source, pair, asked.namesIn),
  };
}

/** The newest first; those whose age nobody knows last. */
export function byAge({ at: one = '' }: Pair, { at: other = '' }: Pair): number {
  return one === other ? 0 : one < other ? 1 : -1;
}

/** Memory holds texts and not mark-up: the numbers must be those of the text in hand, each in a form that it can have. */
function hasFittingCodes({ target }: Pair, source: Content): boolean {
  const isPlain = Object.keys(source.codes).length === 0;
  if (isPlain) return Object.keys(target.codes).length === 0 || withoutCodes(target.text, target.codes) === target.text;
  return codeFaults(target.text, source.codes).length === 0 && lookAlikes(target.text, source.codes).length === 0;
}

/** Neither its own codes, nor what could be taken for one of the text in hand. */
function withoutAnyCodes(target: Content, source: Content): string {
  const own = withoutCodes(target.text, target.codes);
  const left = lookAlikes(withoutCodes(own, source.codes), source.codes);
  return left
    .reduce((text, piece) => text.replaceAll(piece, ''), withoutCodes(own, source.codes))
    .replace(/ {2,}/gu, ' ')
    .trim();
}
