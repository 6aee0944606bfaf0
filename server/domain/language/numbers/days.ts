/**
 * Days of the calendar: a number beside the name of a month is its day. `7 October`, `October 7th`, `ה־7 באוקטובר`,
 * `السابع من أكتوبر` all become `d7/10`, as `7.10` may be read.
 */
import type { Locale } from '../../locale.ts';
import { dayValue } from './digits.ts';
import type { MonthMention } from './month-mentions.ts';
import type { Draft } from './quantities.ts';

/** What stands between a day and its month. */
const between: Readonly<Record<Locale, RegExp>> = {
  en: /^(?:st|nd|rd|th)?[\s,-]{0,2}(?:day\s)?(?:of\s)?(?:the\s)?(?:month\sof\s)?$/u,
  he: /^[\s-]?(?:[בל]?חודש\s|ב-|ל-)?$/u,
  ar: /^\s?(?:من\s)?(?:شهر\s)?$/u,
};

/** English also has the day after the month, and it is no year then. */
const betweenBackwards = /^\.?\s(?:the\s)?$/u;

/** The quantities with days in place of the numbers that name them. Both lists are in the order of the text. */
export function withDays(plain: string, drafts: readonly Draft[], months: readonly MonthMention[]): Draft[] {
  const days = [...drafts];
  let i = 0;
  for (const month of months) {
    while ((drafts[i]?.end ?? Infinity) <= month.start) i += 1;
    const [before, after] = [days[i - 1], days[i]];
    if (before && between[month.locale].test(gapOf(plain, before.end, month.start)) && isDay(before)) {
      days[i - 1] = asDay(before, month);
    } else if (
      after &&
      month.locale === 'en' &&
      betweenBackwards.test(gapOf(plain, month.end, after.start)) &&
      isDay(after)
    ) {
      days[i] = asDay(after, month);
    }
  }
  return days;
}

/** No gap that matters is longer. */
function gapOf(plain: string, start: number, end: number): string {
  return end - start > 20 ? '…' : plain.slice(start, end).replace('\uFFFC', '');
}

function isDay({ values, power, isPercent, date }: Draft): boolean {
  const day = Number(values[0]);
  return Number.isInteger(day) && day >= 1 && day <= 31 && power === 0 && !isPercent && date === undefined;
}

function asDay(draft: Draft, { month, start, end }: MonthMention): Draft {
  const [day = ''] = draft.values;
  return {
    ...draft,
    start: Math.min(draft.start, start),
    end: Math.max(draft.end, end),
    values: [dayValue(Number(day), month)],
    form: draft.form === 'hint' ? 'words' : draft.form,
    date: { day, month },
  };
}
