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
  readonly context?: Context;
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

/** Exact pairs with their worth; of several texts for one source, the newest is the one that holds. */
export function exactFound(pairs: readonly Pair[], { source, context }: Asked): Found[] {
  const newest = pairs.toSorted(byAge)[0];
  return pairs.map((pair) => {
    const isSame = pair.source.text === source.text;
    const isHere = isSame && pair.unit.from === pair.from && isSameContext(pair.unit.context, context);
    const score = isHere ? scores.inContext : isSame ? scores.same : scores.cosmetic;
    return { pair, score, isOlder: !isHere && pair.target.text !== newest?.target.text };
  });
}

/** What is offered, the best first. Ties: what looks more alike, then the newest. */
export function ranked(found: readonly Found[], asked: Asked): Match[] {
  const offers = found.map((one) => ({ ...offerOf(one, asked), base: one.score }));
  const alike = new Map(offers.map(({ pair }) => [pair, textSimilarity(pair.source.text, asked.source.text)]));
  const sorted = offers.toSorted(
    (a, b) =>
      rankOf(b.base, b.penalties) - rankOf(a.base, a.penalties) ||
      b.base - a.base ||
      (alike.get(b.pair) ?? 0) - (alike.get(a.pair) ?? 0) ||
      byAge(a.pair, b.pair),
  );
  const texts = sorted.map(({ text }) => text);
  return sorted
    .filter(({ text, score }, at) => texts.indexOf(text) === at && score >= scores.leastOffered)
    .map(({ base: _, ...match }) => match);
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
