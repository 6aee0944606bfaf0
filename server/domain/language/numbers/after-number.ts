/**
 * What follows a number and belongs to it: its half (`and a half`), its multiplier (`million`), the half of the day
 * (`p.m.`) and percent, as a sign or in words.
 */
import { timesTen } from './decimal.ts';
import { timeValue } from './digits.ts';
import { numberWord } from './lexicon.ts';
import type { Lexeme } from './lexemes.ts';
import type { Draft } from './quantities.ts';

/** The quantity with all that belongs to it; `next` are the lexemes after it. */
export function withWhatFollows(plain: string, next: readonly Lexeme[], draft: Draft): Draft {
  const halved = withHalf(plain, draft);
  const after = next.filter(({ start }) => start >= halved.end);
  const multiplied = after.reduce((sum, lexeme) => withMultiplier(plain, lexeme, sum), halved);
  const whole = multiplied === halved ? withTimeOfDay(plain, halved) : withHalf(plain, multiplied);
  const end = endOf(percentAfter, plain, whole.end);
  const isBefore = plain[whole.start - 1] === '%' && !/[0-9]/u.test(plain[whole.start - 2] ?? '');
  return { ...whole, end: end ?? whole.end, isPercent: end !== undefined || isBefore };
}

/** As they stand in a plain text: Hebrew final letters are not final, ئ is ي, ة is ه. */
const half =
  /\s(?:(?<noun>\p{L}+)\s)?(?:and\sa\shalf|ו-?חצי|ומחצה|و(?:ال)?نصف(?:\s(?:ال)?(?:مليون|مليار|الف))?)(?!\p{L})|\s?½/uy;
const quarters: ReadonlyMap<string, string> = new Map([
  ['¼', '.25'],
  ['¾', '.75'],
]);

const percentAfter = new RegExp(
  [
    String.raw`\s?%`,
    String.raw`[\s-]?(?:per\s?cent|pct)(?!age)|\spercentage\spoints?`,
    String.raw`[\s-](?:ה?אחוזימ|אחוזי|אחוז|נקודות\sאחוז)(?!\p{L})`,
    String.raw`\s(?:بالميه|بالمايه|في\sالميه|في\sالمايه|نقطه\sميويه|نقاط\sميويه)(?!\p{L})`,
  ].join('|'),
  'uy',
);

const percentAnywhere = /%|per\s?cent|pct|אחוז|بالميه|بالمايه|في\sالميه|في\sالمايه|ميويه/u;

/** Whether a plain text speaks of percent at all. */
export function saysPercent(plain: string): boolean {
  return percentAnywhere.test(plain);
}

function endOf(pattern: RegExp, plain: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(plain) ? pattern.lastIndex : undefined;
}

/** `three and a half`, `שלושה מטרים וחצי`, `מיליון וחצי`: half of the multiplier, if there is one, or half past an hour. Whoever leaves the half out is not blamed. */
function withHalf(plain: string, draft: Draft): Draft {
  const quarter = quarters.get(plain[draft.end] ?? '');
  half.lastIndex = draft.end;
  const found = quarter === undefined ? half.exec(plain) : undefined;
  const end = quarter === undefined ? found && draft.end + found[0].length : draft.end + 1;
  const whole = draft.values.find((value) => /^[0-9]{1,15}$/u.test(value));
  if (!end || whole === undefined || numberWord(found?.groups?.['noun'] ?? '')) return draft;
  const more = draft.power === 0 ? whole + (quarter ?? '.5') : String(Number(whole) + 5 * 10 ** (draft.power - 1));
  const hour = quarter === undefined && draft.power === 0 && Number(whole) < 24 ? Number(whole) : undefined;
  const times = hour === undefined ? [] : [timeValue(hour, '30'), timeValue((hour + 12) % 24, '30')];
  return { ...draft, end, values: [more, ...draft.values, ...times] };
}

/** `1.5 million`, `20-אלף`, `3 ملايين`. A letter alone may be a unit of measure: `5m` is read both ways, `$5m` is not. */
function withMultiplier(plain: string, { text, start, end, word }: Lexeme, draft: Draft): Draft {
  const gap = plain.slice(draft.end, start);
  const isMultiplier = /^(?:scales?|hundreds?)$/u.test(word?.role ?? '') && word?.isBare === true && !word.isJoined;
  if (!isMultiplier || !/^[\s-]?$/u.test(gap) || (text.length === 1 && gap !== '')) return draft;
  const numbers = draft.values.filter((value) => /^[0-9.]+$/u.test(value));
  const multiplied = numbers.map((value) => timesTen(value, word?.value ?? 0));
  const isMeasure = /^[mb]$/u.test(text) && !/\p{Sc}/u.test(plain[draft.start - 1] ?? '');
  const values = isMeasure ? [...numbers, ...multiplied] : multiplied;
  return { ...draft, end, values, power: draft.power + (word?.value ?? 0) };
}

/** `5 p.m.` is 17:00, and what another clock calls it. */
function withTimeOfDay(plain: string, draft: Draft): Draft {
  if (draft.digits.length === 4 && endOf(clock, plain, draft.end) !== undefined) {
    return { ...draft, values: [...draft.values, timeValue(Number(draft.digits.slice(0, 2)), draft.digits.slice(2))] };
  }
  const hour = Number(draft.values[0]);
  const end = endOf(timeOfDay, plain, draft.end);
  if (end === undefined || !(hour >= 1 && hour <= 12) || !Number.isInteger(hour)) return draft;
  const later = (hour % 12) + 12;
  return { ...draft, end, values: [...draft.values, timeValue(hour % 24), timeValue(later % 24), String(later)] };
}

/** What says that four digits are a time: `1200 GMT`. */
const clock = /\s(?:gmt|utc|hours|hrs|local\stime|שעונ|لتوقيت|بتوقيت)(?!\p{L})/uy;

const timeOfDay = /\s?[ap]\.?m(?!\p{L})\.?/uy;
