/**
 * Where a text of the desk says what is looked for. Case, niqqud, tashkeel, tatweel, quotation marks and letter shapes count
 * for nothing (`fold.ts`), and neither do codes: `the report` is found in `the <1>report</1>`. Asked only of the rows that
 * are drawn; whether a text holds it at all, of which there are thousands, is `searchable.ts`'s.
 */
import { tokenize, withoutCodes, type Codes, type Token } from '../../server/domain/content.ts';
import { foldedMatches } from '../../server/domain/language/folded-matches.ts';
import type { Locale } from '../../server/domain/locale.ts';

/** A token of a text; where it is text, cut into what was found and what stands between. */
export type FoundToken =
  | Exclude<Token, { kind: 'text' }>
  | { readonly kind: 'text'; readonly pieces: ReadonlyArray<{ readonly text: string; readonly isHit: boolean }> };

/** The tokens of a text with what a query finds there; the pieces of a run, joined, are the run. */
export function foundTokens(text: string, codes: Codes, query: string, locale: Locale): FoundToken[] {
  const hits = foldedMatches(withoutCodes(text, codes), query.trim(), { locale });
  let [at, hit] = [0, 0];
  return tokenize(text, codes).map((token): FoundToken => {
    const start = at;
    at += token.kind === 'text' ? token.text.length : token.kind === 'alone' ? 1 : 0;
    if (token.kind !== 'text') return token;
    while ((hits[hit]?.[1] ?? Infinity) <= start) hit += 1;
    const cuts: number[] = [];
    for (let next = hit; (hits[next]?.[0] ?? Infinity) < at; next += 1) cuts.push(...(hits[next] ?? []));
    const within = cuts.map((place) => Math.min(Math.max(place - start, 0), token.text.length));
    const places = [...new Set([0, ...within, token.text.length])];
    const pieces = places.slice(1).map((end, n) => {
      const from = places[n] ?? 0;
      while ((hits[hit]?.[1] ?? Infinity) <= start + from) hit += 1;
      const isHit = (hits[hit]?.[0] ?? Infinity) <= start + from;
      return { text: token.text.slice(from, end), isHit };
    });
    return { kind: 'text', pieces };
  });
}
