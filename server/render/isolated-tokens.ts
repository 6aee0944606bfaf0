/**
 * A text's tokens with its runs of another direction marked among them. Codes have no width: `Open <1>Shelves</1>` is one
 * run, and a word of which half is strong is one word. So runs are looked for in the text without its codes, and then put
 * around whole elements:
 *
 *   Open <1>Shelves</1>         [Open <1>Shelves</1>]
 *   <1>Open Shelves</1>         <1>[Open Shelves]</1>
 *   <1>ספר Open</1> Shelves     as it is
 *
 * In the last, an isolate would have to cross an element, and isolating the halves would make them change places; the
 * algorithm alone places the run rightly but for its edges.
 */
import { tokenize, type Codes, type Token } from '../domain/content.ts';
import type { Locale } from '../domain/locale.ts';
import { runsIn, type Isolate, type Run } from './bidi-runs.ts';

/** Where an isolate begins or ends. */
export type RunMark = { readonly kind: 'run'; readonly isolate: Isolate } | { readonly kind: 'run-end' };

/** A token of text, by its place among all tokens and in the text as a reader sees it. */
interface Stretch {
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** A mark within a token, or beside one: at 0 it stands before it. */
interface Placed {
  readonly offset: number;
  readonly mark: RunMark;
}

const runEnd: RunMark = { kind: 'run-end' };

/** The tokens of a text in `locale` with its runs among them; what is between two marks holds whole elements only. */
export function isolatedTokens(text: string, codes: Codes, locale: Locale): ReadonlyArray<Token | RunMark> {
  const tokens = tokenize(text, codes);
  const { shown, stretches } = layOut(tokens, codes);
  const runs = runsIn(shown, locale);
  if (runs.length === 0) return tokens;
  const partners = partnersOf(tokens);
  const marks = new Map<number, Placed[]>();
  const put = (at: number, placed: Placed): void => {
    const here = marks.get(at);
    if (here) here.push(placed);
    else marks.set(at, [placed]);
  };
  let next = 0;
  for (const run of runs) {
    while ((stretches[next]?.end ?? Infinity) <= run.start) next += 1;
    const first = stretches[next];
    while ((stretches[next]?.end ?? Infinity) < run.end) next += 1;
    const last = stretches[next];
    if (first === undefined || last === undefined) break;
    const [from, to] = withElements(first.at, last.at, partners);
    if (!isWhole(run, [first, last], [from, to], tokens, partners)) continue;
    put(from, { offset: from < first.at ? 0 : run.start - first.start, mark: { kind: 'run', isolate: run } });
    put(to, { offset: to > last.at ? Infinity : run.end - last.start, mark: runEnd });
  }
  return tokens.flatMap((token, at) => cut(token, marks.get(at) ?? []));
}

/** The text without its codes. What a run cannot go through (a picture, a note's mark, code) is a character of its own. */
function layOut(tokens: readonly Token[], codes: Codes): { shown: string; stretches: readonly Stretch[] } {
  const stretches: Stretch[] = [];
  const parts: string[] = [];
  let length = 0;
  let inCode = 0;
  for (const [at, token] of tokens.entries()) {
    const code = token.kind === 'text' ? undefined : codes[token.number];
    if (code?.type === 'inline-code') inCode += token.kind === 'open' ? 1 : -1;
    if (token.kind === 'open' || token.kind === 'close') continue;
    const part = token.kind === 'alone' ? '\n' : inCode > 0 ? '\n'.repeat(token.text.length) : token.text;
    if (token.kind === 'text') stretches.push({ at, start: length, end: length + part.length });
    parts.push(part);
    length += part.length;
  }
  return { shown: parts.join(''), stretches };
}

/** For each code around a run of text, where its other half is. */
function partnersOf(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open = new Map<string, number>();
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'open') open.set(token.number, at);
    const opened = token.kind === 'close' ? open.get(token.number) : undefined;
    if (token.kind !== 'close' || opened === undefined) continue;
    open.delete(token.number);
    partners.set(opened, at);
    partners.set(at, opened);
  }
  return partners;
}

/** From the token to the token that a run needs so that elements which begin or end inside it are in it as a whole. */
function withElements(first: number, last: number, partners: ReadonlyMap<number, number>): readonly [number, number] {
  let [from, to] = [first, last];
  for (let at = first + 1; at < last; at += 1) {
    const partner = partners.get(at) ?? at;
    from = Math.min(from, partner);
    to = Math.max(to, partner);
  }
  return [from, to];
}

/** Whether a run has nothing of an element but the whole, and nothing more than itself. */
function isWhole(
  run: Run,
  [first, last]: readonly [Stretch, Stretch],
  [from, to]: readonly [number, number],
  tokens: readonly Token[],
  partners: ReadonlyMap<number, number>,
): boolean {
  if (from < first.at && run.start > first.start) return false;
  if (to > last.at && run.end < last.end) return false;
  for (let at = from; at <= to; at += 1) {
    const kind = tokens[at]?.kind;
    if (at < first.at ? kind !== 'open' : at > last.at && kind !== 'close') return false;
    const partner = partners.get(at) ?? -1;
    if ((kind === 'open' || kind === 'close') && (partner < from || partner > to)) return false;
  }
  return true;
}

/** A token with the marks in it and beside it. */
function cut(token: Token, marks: readonly Placed[]): Array<Token | RunMark> {
  if (token.kind !== 'text') {
    const before = marks.filter(({ offset }) => offset === 0).map(({ mark }) => mark);
    return [...before, token, ...marks.filter(({ offset }) => offset > 0).map(({ mark }) => mark)];
  }
  const pieces: Array<Token | RunMark> = [];
  let end = 0;
  for (const { offset, mark } of marks) {
    if (offset > end) pieces.push({ kind: 'text', text: token.text.slice(end, offset) });
    pieces.push(mark);
    end = offset;
  }
  if (end < token.text.length) pieces.push({ kind: 'text', text: token.text.slice(end) });
  return pieces;
}
