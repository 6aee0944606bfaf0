/**
 * `latin.neutral-edge` (Hebrew, Arabic): signs that belong to a Latin word or an address stand at its edge, and what is
 * next to them reads from right to left, so a reader sees them on the other side: `++C` for `C++`, `user@` for `@user`.
 * A left-to-right mark beyond them holds them; on a published page an isolate does.
 *
 *   at the end        `C++`, `F#`, `A*`, an address that ends with a sign (`https://x.org/`), `"Hello!"` in quotation marks
 *                     the mark of a name (`Yahoo!`): one that is known, or that the source writes inside a sentence
 *   at the beginning  `.NET`, `#tag`, `@user`
 *
 * Nothing is wrong where a Latin letter (or a mark, or a number after one) comes next on that side: signs between two
 * left-to-right runs go with them (UAX 9, N1). Stops after a Latin word are the sentence's, and brackets around one are
 * paired by the algorithm itself.
 */
import type { SegmentCheck } from './check.ts';
import { maskCharacter, type Side } from './subject.ts';
import { addressesIn } from '../language/addresses.ts';

/** Where signs at the edge of a left-to-right run stand: after it, or before it. */
interface Edge {
  readonly start: number;
  readonly end: number;
  readonly side: 'end' | 'beginning';
}

const atEnd =
  /(?:(?<=\p{sc=Latin})[+#*]{1,3}(?![+#*])|(?<=["“”„«׳״‘’'] ?\p{sc=Latin}[^"“”„«»״\n\p{sc=Hebrew}\p{sc=Arabic}]{0,80})[!?](?=["”“»״]))/gu;
const atBeginning = /(?<![.#@\p{L}\p{M}\p{N}\uFFFC])[.#@](?=\p{sc=Latin})/gu;
const leftToRightMark = '\u200E';

export const latinNeutralEdge: SegmentCheck = {
  id: 'latin.neutral-edge',
  severity: 'warning',
  to: ['he', 'ar'],
  scope: 'segment',
  ofOneSide: true,
  find: ({ source, target }) => {
    const text = strongText(target);
    return edgesOf(target, text, exclaimedIn(source))
      .filter((edge) => !isHeld(text, edge))
      .map(({ start, end, side }) => {
        const place = side === 'end' ? end : start;
        return { spans: [[start, end]], fix: [{ span: [place, place], text: leftToRightMark }] };
      });
  },
};

/** Names that are written with a mark. */
const exclaimed: readonly string[] = ['Yahoo', 'Jeopardy', 'Joomla', 'Kahoot', 'Yum', 'Wham'];
/** A capital word with a mark after which the sentence goes on. */
const exclaimedWithin = /(?<!\p{L})(\p{Lu}\p{L}{1,24})!(?=[^\S\n]\p{Ll}|,)/gu;
const nameWithMark = /(?<=(?<!\p{L})([\p{sc=Latin}\p{M}]{2,24}))!(?![!"“”»״])/gu;

function exclaimedIn({ locale, text }: Side): ReadonlySet<string> {
  const named =
    locale === 'en' && text.includes('!') ? Array.from(text.matchAll(exclaimedWithin), ([, name = '']) => name) : [];
  return new Set([...exclaimed, ...named]);
}

function edgesOf({ text, raw }: Side, strong: string, names: ReadonlySet<string>): Edge[] {
  const edges = (pattern: RegExp, side: Edge['side']): Edge[] =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ start: index, end: index + found.length, side }));
  const addresses =
    raw === text
      ? []
      : addressesIn(raw).flatMap(({ text: address, end }): Edge[] => {
          const [signs = ''] = /[^\p{L}\p{N}]{1,9}$/u.exec(address) ?? [];
          return signs === '' || strong[end - 1] !== 'A' ? [] : [{ start: end - signs.length, end, side: 'end' }];
        });
  const marked = Array.from(text.matchAll(nameWithMark)).flatMap(({ 1: name = '', index }): Edge[] =>
    names.has(name) ? [{ start: index, end: index + 1, side: 'end' }] : [],
  );
  return [...edges(atEnd, 'end'), ...marked, ...edges(atBeginning, 'beginning'), ...addresses].toSorted(
    (a, b) => a.start - b.start,
  );
}

/** The text in which each character of an address is a Latin letter, and what an isolate holds is out of the way. */
function strongText({ text, raw }: Side): string {
  if (!text.includes(maskCharacter) && !/[\u2066-\u2068]/u.test(text)) return text;
  let strong = '';
  let done = 0;
  for (const { start, end } of addressesIn(raw)) {
    if (text[start] !== maskCharacter) continue;
    strong += text.slice(done, start) + 'A'.repeat(end - start);
    done = end;
  }
  return strong + text.slice(done);
}

const strongLike = /[\u200E\u200F\u061C\u2066-\u2069\p{L}]/u;
const leftToRight = /[\u200E\u2066-\u2069\p{L}]/u;
const rightToLeft = /[\u200F\u061C\p{sc=Hebrew}\p{sc=Arabic}]/u;

/** Whether the first character with a direction on that side keeps the signs with their word. */
function isHeld(text: string, { start, end, side }: Edge): boolean {
  const step = side === 'end' ? 1 : -1;
  for (let at = side === 'end' ? end : start - 1; at >= 0 && at < text.length; at += step) {
    const one = text[at] ?? '';
    if (strongLike.test(one)) return leftToRight.test(one) && !rightToLeft.test(one);
    if (side === 'beginning' && /\p{Nd}/u.test(one)) return false;
  }
  return false;
}
