/**
 * The months of an Arabic text are named by one system, the policy's: تشرين الأول, or أكتوبر, or أوت. Both names
 * together (تشرين الأول/أكتوبر) are for every reader. Names that are also other words (مارس, آب, ماي) count only in a
 * date, and none counts in the name of an event (حرب أكتوبر).
 */
import { monthNames, monthSystemsOf, type MonthSystem } from '../language/months.ts';
import type { SegmentCheck } from './check.ts';
import { replacement } from './matches.ts';

interface Month {
  readonly number: number;
  readonly systems: ReadonlySet<MonthSystem>;
}

/** By the letters of the name, alefs without hamza, one space. */
const months = monthsByName();
const name = Array.from(months.keys())
  .toSorted((a, b) => b.length - a.length)
  .join('|')
  .replaceAll('ا', '[اأإآ]')
  .replaceAll(' ', '[^\\S\\n]+');
const named = new RegExp(`(?<![\\p{L}\\p{M}ـ])([وف]?[بلك]?)(${name})(?![\\p{L}\\p{M}ـ])`, 'gu');

const otherWords = new Set(['مارس', 'ماي', 'مايو', 'اب', 'اوت', 'جوان', 'نيسان', 'غشت', 'تموز', 'شباط']);
const dateBefore = /(?:\p{Nd}[^\S\n]*|شهر[^\S\n]+)$/u;
const dateAfter = /^[^\S\n]*(?:من[^\S\n]+)?(?:عام[^\S\n]+|سنة[^\S\n]+)?\p{Nd}/u;
const event =
  /(?:حرب|ثورة|انتفاضة|نكسة|هجمات?|هجوم|أحداث|انقلاب|حركة|مدينة|شارع|جسر|جريدة|صحيفة)[^\S\n]+(?:\p{Nd}{1,2}[^\S\n]+)?$/u;
const bothNames = /^[^\S\n]{0,2}[/(][^\S\n]{0,2}$/u;

export const monthsPolicy: SegmentCheck = {
  id: 'months.policy',
  severity: 'style',
  to: ['ar'],
  scope: 'segment',
  find: ({ target: { text }, policy }) => {
    const found = monthsIn(text);
    return found
      .filter(({ month }) => !month.systems.has(policy.months))
      .filter((one) => !found.some((other) => areBothNames(one, other, text)))
      .map(({ start, written, month }) =>
        replacement(start, written, monthNames[policy.months][month.number]?.[0] ?? written),
      );
  },
};

interface Place {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly month: Month;
}

function monthsIn(text: string): Place[] {
  return Array.from(text.matchAll(named)).flatMap(({ 0: all, 1: clitics = '', 2: written = '', index }): Place[] => {
    const [start, end] = [index + clitics.length, index + all.length];
    const month = months.get(bareName(written));
    const [before, after] = [text.slice(Math.max(0, index - 24), index), text.slice(end, end + 24)];
    if (!month || event.test(before)) return [];
    const isDate = dateBefore.test(before) || dateAfter.test(after) || /[/(]$/u.test(before);
    return isDate || !otherWords.has(bareName(written)) ? [{ start, end, written, month }] : [];
  });
}

function areBothNames(a: Place, b: Place, text: string): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return a.month.number === b.month.number && first !== second && bothNames.test(text.slice(first.end, second.start));
}

function bareName(written: string): string {
  return written.replace(/[أإآ]/gu, 'ا').replace(/\s+/gu, ' ');
}

function monthsByName(): ReadonlyMap<string, Month> {
  const byName = new Map<string, { number: number; systems: Set<MonthSystem> }>();
  for (const system of monthSystemsOf.ar) {
    for (const [number, names] of monthNames[system].entries()) {
      for (const one of names.map(bareName)) {
        const known = byName.get(one) ?? { number, systems: new Set() };
        byName.set(one, { number, systems: known.systems.add(system) });
      }
    }
  }
  return byName;
}
