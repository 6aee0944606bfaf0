/**
 * Plans: “publish these editions, together, not before this time, as soon as nothing blocks any of them”. One notion for
 * a schedule (a time), for holding languages back until all are ready (several locales, no time), and for both. What goes
 * out is what is approved then: a plan asks the same rules as a hand does. A locale stands in one plan at most.
 */
import type { DecisionId, DocumentState, Hash, MemberId, Timestamp } from './document.ts';
import type { DecisionHead, EditionPlanned } from './decision.ts';
import { blockers, editionLocales, isUnchanged } from './edition.ts';
import { refuse, type Refusal } from './errors.ts';
import type { Locale } from './locale.ts';

/** Its id is that of the decision that made it. */
export interface Plan {
  readonly id: DecisionId;
  readonly locales: readonly Locale[];
  /** Not before; absent: as soon as all are ready. */
  readonly notBefore?: Timestamp;
  readonly by: MemberId;
  readonly madeAt: Timestamp;
}

export type Planned = Pick<DocumentState, 'plans'>;

/** The plan that a locale stands in. */
export function planOf({ plans = [] }: Planned, locale: Locale): Plan | undefined {
  return plans.find(({ locales }) => locales.includes(locale));
}

/** Whether its time has come, where it has one. */
export function isDue({ notBefore }: Plan, now: Timestamp): boolean {
  return notBefore === undefined || notBefore <= now;
}

/** A locale of a plan that cannot go out yet, and how many texts keep it. */
export interface WaitingLocale {
  readonly locale: Locale;
  readonly blockers: number;
}

/** What a plan waits for besides its time; none: it can go out. */
export function waitingLocales(
  document: DocumentState,
  { locales }: Pick<Plan, 'locales'>,
  hash: Hash,
): WaitingLocale[] {
  return locales
    .map((locale) => ({ locale, blockers: blockers(document, locale, hash).length }))
    .filter(({ blockers }) => blockers > 0);
}

/** Those whose readers would see something new. */
export function changedLocales(document: DocumentState, { locales }: Plan): Locale[] {
  return locales.filter((locale) => !isUnchanged(document, locale));
}

/**
 * Why a plan is not taken. Refusals: locale.unknown, plan.overlaps, plan.passed (its time, which somebody mistyped),
 * edition.unchanged (it would end at once with nothing published).
 */
export function planObjection(
  document: DocumentState,
  { locales, notBefore, at }: DecisionHead & EditionPlanned,
): Refusal | undefined {
  const unknown = locales.find((locale) => !editionLocales(document).includes(locale));
  if (unknown !== undefined) return refuse('locale.unknown', { locale: unknown });
  if (locales.some((locale) => planOf(document, locale))) return refuse('plan.overlaps');
  if (notBefore !== undefined) return notBefore <= at ? refuse('plan.passed') : undefined;
  return locales.every((locale) => isUnchanged(document, locale)) ? refuse('edition.unchanged') : undefined;
}
