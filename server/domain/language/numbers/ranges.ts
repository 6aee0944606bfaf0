/**
 * Ranges: the multiplier of the last number may be that of the first (`5–10 million` begins with five million, or five),
 * and the century of the first year that of the last (`2023–24`).
 */
import { timesTen } from './decimal.ts';
import type { Draft } from './quantities.ts';

const link = /^\s?-\s?$|^,?\s(?:to|and|or|עד|או|ל|ו|الي|حتي|او)[\s-]$|^\s(?:ל|ו)-?$|^\sو\s?$/u;

/** The quantities, the ends of a range read with what its other end says for both as well. */
export function withRanges(plain: string, drafts: readonly Draft[]): Draft[] {
  const multiplied = withMultipliers(plain, drafts);
  return multiplied.map((draft, i) => {
    const before = drafts[i - 1];
    const isShort = /^[0-9]{2}$/u.test(draft.figure) && draft.power === 0 && !draft.isPercent;
    if (!before || !isShort || !/^(?:1[0-9]|20)[0-9]{2}$/u.test(before.figure)) return draft;
    if (!/^[-/]$/u.test(plain.slice(before.end, draft.start))) return draft;
    return { ...draft, values: [...draft.values, before.figure.slice(0, 2) + draft.figure] };
  });
}

function withMultipliers(plain: string, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, i) => {
    const next = drafts[i + 1];
    if (next === undefined || next.power === 0 || draft.power > 0 || next.start - draft.end > 6) return draft;
    const gap = plain.slice(draft.end, next.start);
    const isLinked = link.test(gap) || (next.form === 'words' && /^\s(?:to\s)?$/u.test(gap));
    const numbers = draft.values.filter((value) => /^[0-9.]+$/u.test(value));
    return isLinked
      ? { ...draft, values: [...draft.values, ...numbers.map((value) => timesTen(value, next.power))] }
      : draft;
  });
}
