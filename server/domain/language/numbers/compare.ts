/**
 * Whether two texts, in one language or in two, say the same numbers. Quantities are matched as multisets over all that
 * they may mean; what finds no partner is missing (of the first text) or extra (of the second).
 *
 * Matching goes value by value, in an order that does not depend on the side, and takes the plainest first, so that the
 * answer is the same both ways and a text equals itself; the work grows as sorting does. A perfect assignment was
 * rejected: it costs a square of the text's numbers and would only help where three readings cross.
 */
import type { Locale } from '../../locale.ts';
import { isNamesake } from './namesakes.ts';
import { quantitiesOf, type Quantities, type Quantity } from './quantities.ts';

export interface NumberText {
  readonly text: string;
  readonly locale: Locale;
}

export interface NumberComparison {
  /** Nothing is to be told of. */
  readonly equal: boolean;
  /** In the first text without a partner in the second. */
  readonly missing: readonly Quantity[];
  /** The other way round. */
  readonly extra: readonly Quantity[];
  /** Of these, those that have the same digits in another order or with their point elsewhere; no longer among them. */
  readonly transposed: ReadonlyArray<{ readonly source: Quantity; readonly target: Quantity }>;
  /** What says percent in a text, where nothing in the other does. */
  readonly percent: Sides;
}

interface Sides {
  readonly source: readonly Quantity[];
  readonly target: readonly Quantity[];
}

/** What a reader should be told of; numbers that people commonly say in other ways (one, two, the months) are let pass. */
export function compareNumbers(source: NumberText, target: NumberText): NumberComparison {
  const [a, b] = [quantitiesOf(source.text, source.locale), quantitiesOf(target.text, target.locale)];
  const rest = unmatched(a, b);
  const months = otherMonths(a, b);
  const told = {
    source: inOrder([...toldOf(rest.source, source, target), ...months.source]),
    target: inOrder([...toldOf(rest.target, target, source), ...months.target]),
  };
  const transposed = transpositions(told);
  const gone = new Set(transposed.flatMap(({ source, target }) => [source, target]));
  const percent = { source: percentsWithout(a, b), target: percentsWithout(b, a) };
  return {
    equal: told.source.length + told.target.length + percent.source.length + percent.target.length === 0,
    missing: told.source.filter((one) => !gone.has(one)),
    extra: told.target.filter((one) => !gone.has(one)),
    transposed,
    percent,
  };
}

/** Whether any number differs at all, the small ones included: what holds a match of memory back. */
export function numbersDiffer(source: NumberText, target: NumberText): boolean {
  const [a, b] = [quantitiesOf(source.text, source.locale), quantitiesOf(target.text, target.locale)];
  const rest = unmatched(a, b);
  return (
    [...rest.source, ...rest.target, ...percentsWithout(a, b), ...percentsWithout(b, a), ...otherMonths(a, b).source]
      .length > 0
  );
}

function inOrder(quantities: readonly Quantity[]): Quantity[] {
  return quantities.toSorted((a, b) => a.span[0] - b.span[0]);
}

function percentsWithout(one: Quantities, other: Quantities): Quantity[] {
  return other.saysPercent ? [] : one.all.filter(({ isPercent }) => isPercent);
}

function toldOf(quantities: readonly Quantity[], { text }: NumberText, other: NumberText): Quantity[] {
  return quantities.filter((one) => isTold(one) && !isNamesake(one, text, other.text));
}

/** One digit up to 2 stands for words that need no number (`a`, `both`, a dual) and is never told of, nor is `XVI`. */
function isTold({ form, values, digits }: Quantity): boolean {
  const isSmall = /^[012]$/u.test(values[0] ?? '') && values.length === 1;
  if (form === 'digits') return digits.length > 1 || !isSmall;
  return form === 'words' && Number(values[0]) > 2;
}

function unmatched(a: Quantities, b: Quantities): Sides {
  const unlike = withoutPairs({ source: a.all, target: b.all }, ({ values }) => [values.join(' ')]);
  const unequal = withoutPairs(unlike, ({ values }) => values);
  const backwards = withoutDays({ source: unequal.target, target: unequal.source }, a);
  return withoutDays({ source: backwards.target, target: backwards.source }, b);
}

/** What is left of two lists when those that share a key have been paired off. */
function withoutPairs({ source, target }: Sides, keysOf: (quantity: Quantity) => readonly string[]): Sides {
  const [left, right] = [byKey(source, keysOf), byKey(target, keysOf)];
  const gone = new Set<Quantity>();
  for (const key of [...left.keys()].filter((key) => right.has(key)).toSorted()) {
    const [one, other] = [left, right].map((lists) => (lists.get(key) ?? []).filter((quantity) => !gone.has(quantity)));
    for (let i = 0; i < Math.min(one?.length ?? 0, other?.length ?? 0); i += 1) {
      for (const quantity of [one?.[i], other?.[i]]) if (quantity) gone.add(quantity);
    }
  }
  return { source: source.filter((one) => !gone.has(one)), target: target.filter((one) => !gone.has(one)) };
}

/** Digits before words and few readings before many: what is left over is what can be said most freely. */
function byKey(quantities: readonly Quantity[], keysOf: (quantity: Quantity) => readonly string[]) {
  const lists = new Map<string, Quantity[]>();
  for (const quantity of quantities.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    for (const key of keysOf(quantity)) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [quantity]);
      else if (list.at(-1) !== quantity) list.push(quantity);
    }
  }
  return lists;
}

function rankOf({ form, values }: Quantity): number {
  return (form === 'digits' ? 0 : 100) + values.length;
}

/** A day whose month is named once for several: `7–9 October` beside `7 באוקטובר עד 9 באוקטובר`. */
function withoutDays({ source, target }: Sides, other: Quantities): Sides {
  const named = new Set(other.months.map(({ month }) => month));
  const dayOf = (quantity: Quantity) => daysOf(quantity).find(({ month }) => named.has(month))?.day;
  const isDated = (quantity: Quantity) => dayOf(quantity) !== undefined;
  const isPlain = (quantity: Quantity) => quantity.date === undefined;
  const dayOrValues = (quantity: Quantity) => {
    const day = dayOf(quantity);
    return day === undefined ? quantity.values : [day];
  };
  const left = withoutPairs({ source: source.filter(isDated), target: target.filter(isPlain) }, dayOrValues);
  return {
    source: [...source.filter((one) => !isDated(one)), ...left.source],
    target: [...target.filter((one) => !isPlain(one)), ...left.target],
  };
}

/** What days a quantity may be: the one it says, or those that `5.11` may be read as. */
function daysOf({ date, values }: Quantity): ReadonlyArray<{ readonly day: string; readonly month: number }> {
  if (date) return [date];
  return values.flatMap((value) => {
    const [, day, month] = /^d([0-9]+)\/([0-9]+)$/u.exec(value) ?? [];
    return day === undefined ? [] : [{ day, month: Number(month) }];
  });
}

/** Months without a day, where each text names one that the other does not: `in October` beside `בנובמבר`. */
function otherMonths(a: Quantities, b: Quantities): Sides {
  const [source, target] = [monthsBeyond(a, b), monthsBeyond(b, a)];
  return source.length > 0 && target.length > 0 ? { source, target } : { source: [], target: [] };
}

function monthsBeyond(one: Quantities, other: Quantities): Quantity[] {
  const named = new Set([...other.months, ...datesOf(other)].map(({ month }) => month));
  const dated = new Set(datesOf(one).map(({ month }) => month));
  return one.months
    .filter(({ month }) => !named.has(month) && !dated.has(month))
    .map(({ month, span }) => ({
      span,
      values: [`m${month}`],
      form: 'words',
      digits: '',
      figure: '',
      isPercent: false,
    }));
}

function datesOf({ all }: Quantities): ReadonlyArray<{ readonly month: number }> {
  return all.flatMap(({ date }) => date ?? []);
}

/**
 * Pairs of the same digits, written otherwise: `11,400` and `11,040`, `1.5` and `15`. Where the figure is the same, what
 * belongs to it is lost (`12 November` and `12`), and nothing has changed its place.
 */
function transpositions({ source, target }: Sides): Array<{ source: Quantity; target: Quantity }> {
  const sorted = ({ digits, form }: Quantity) =>
    form === 'digits' && digits.length > 1 ? [Array.from(digits).toSorted().join('')] : [];
  const lists = byKey(target, sorted);
  return source.flatMap((one) => {
    const others = lists.get(sorted(one)[0] ?? '') ?? [];
    const same = others.findIndex(({ figure }) => figure === one.figure);
    const [other] = others.splice(Math.max(same, 0), 1);
    return other && same === -1 ? [{ source: one, target: other }] : [];
  });
}
