/**
 * Brackets, which are opened and closed in the order of the text whatever way it runs: never swapped for a script.
 *
 *   bracket.visual  `)2023(`: typed as it should look. They change places
 *   bracket.count   one that nothing closes or opens (marked), or more or fewer pairs than the source has
 *
 * A bracket after the sign of a list (`1)`, `א)`, `هـ)`) closes nothing, and neither does a smile. Square brackets in the source are an editor's notes and
 * belong to `ph.brackets-note`.
 */
import type { Span } from '../language/fold.ts';
import type { Found, SegmentCheck } from './check.ts';

const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const bracketLike = /(?<!(?:^|\s)[:;]-?)[()]|[[\]{}]/gu;

interface Bracket {
  readonly mark: string;
  readonly at: number;
}

/** The brackets without a partner, in order, and how many pairs of round ones there are. */
function readBrackets(text: string): { unpaired: Bracket[]; round: number } {
  const open: Bracket[] = [];
  const unpaired: Bracket[] = [];
  let round = 0;
  for (const { 0: mark, index: at } of text.matchAll(bracketLike)) {
    const opening = pairs[mark];
    if (opening === undefined) open.push({ mark, at });
    else if (open.at(-1)?.mark === opening) {
      open.pop();
      round += mark === ')' ? 1 : 0;
    } else if (!isListSign(text, at)) unpaired.push({ mark, at });
  }
  return { unpaired: [...unpaired, ...open].toSorted((a, b) => a.at - b.at), round };
}

/** `1)`, `א)`, `iv)`: at the beginning, or after a space; up to three letters or digits. */
function isListSign(text: string, at: number): boolean {
  return /(?:^|[\s,;:،؛\uFFFC])(?:\p{Nd}{1,3}|\p{L}[\p{M}ـ]*['׳]?|[ivxIVX]{1,4})$/u.test(
    text.slice(Math.max(0, at - 8), at),
  );
}

/** Pairs that stand the wrong way round: a closing one where a bracket opens, then an opening one where it closes. */
function visualPairs(text: string, unpaired: readonly Bracket[]): Array<readonly [Bracket, Bracket]> {
  const found: Array<readonly [Bracket, Bracket]> = [];
  const [start, end] = [text.search(/\S/u), text.trimEnd().length - 1];
  let first: Bracket | undefined;
  for (const one of unpaired) {
    if (pairs[one.mark] !== undefined) first = one.at === start || opensHere(text, one.at) ? one : undefined;
    else if (first && pairs[first.mark] === one.mark && (one.at === end || closesHere(text, one.at))) {
      found.push([first, one]);
      first = undefined;
    }
  }
  return found;
}

function opensHere(text: string, at: number): boolean {
  return /^$|[\s"“”„«־–—-]/u.test(text[at - 1] ?? '') && /\S/u.test(text[at + 1] ?? '');
}

function closesHere(text: string, at: number): boolean {
  return /\S/u.test(text[at - 1] ?? '') && /^$|[\s.,;:!?،؛؟"”»–—-]/u.test(text[at + 1] ?? '');
}

/** Where brackets stand that are typed by their looks. */
export function visualBrackets(text: string): ReadonlySet<number> {
  const { unpaired } = readBrackets(text);
  return new Set(visualPairs(text, unpaired).flatMap((pair) => pair.map(({ at }) => at)));
}

export const bracketVisual: SegmentCheck = {
  id: 'bracket.visual',
  severity: 'error',
  scope: 'segment',
  find: ({ target: { text } }) =>
    visualPairs(text, readBrackets(text).unpaired).map((pair): Found => {
      const spans = pair.map(({ at }): Span => [at, at + 1]);
      return { spans, fix: pair.map(({ at }, i) => ({ span: [at, at + 1], text: pair[1 - i]?.mark ?? '' })) };
    }),
};

export const bracketCount: SegmentCheck = {
  id: 'bracket.count',
  severity: 'warning',
  scope: 'segment',
  find: ({ source, target: { text } }) => {
    const { unpaired, round } = readBrackets(text);
    const visual = new Set(visualPairs(text, unpaired).flat());
    const left = unpaired.filter((bracket) => !visual.has(bracket));
    const inSource = readBrackets(source.text);
    if (left.length > 0) {
      const isSame = marksOf(left) === marksOf(inSource.unpaired);
      return left.map(({ at }) => ({ spans: [[at, at + 1]], ...(isSame && { severity: 'info' }) }));
    }
    const pairsHere = round + visual.size / 2;
    const differs = source.text.trim() !== '' && inSource.unpaired.length === 0 && inSource.round !== pairsHere;
    return differs ? [{ spans: [], severity: 'info' }] : [];
  },
};

function marksOf(brackets: readonly Bracket[]): string {
  return brackets.map(({ mark }) => mark).join('');
}
