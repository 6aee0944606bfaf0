/**
 * Two contents, one after the other, as one. The numbers of codes are each content's own, so they may meet: the first
 * keeps its numbers, the second those that the first has no use for, and gets fresh ones for the rest. What is not a
 * code stays as written, and so two contents cannot be joined where what one of them says literally (`<1>`) would be
 * read as a code of the other.
 */
import { codeNumbersIn, tokenize, writeCode, type Code, type Codes, type Content } from './content.ts';

/** Which number each code of the second content has in the whole. */
export type Numbering = ReadonlyMap<string, string>;

/** What stands between two texts that were apart. */
export const seam = ' ';

/** The whole of two contents. */
export function joinContents(first: Content, second: Content): Content {
  const numbering = numberingOf(first, second);
  const moved = Object.entries(second.codes).map(([number, code]): [string, Code] => [
    numbering.get(number) ?? number,
    code,
  ]);
  return {
    text: joinTexts(first.text, renumber(second.text, second.codes, numbering)),
    codes: { ...first.codes, ...Object.fromEntries(moved) },
  };
}

/** Two texts as one; where one of them is empty, the other. */
export function joinTexts(first: string, second: string): string {
  return [first, second].filter((text) => text !== '').join(seam);
}

/** The numbers that the second's codes have in the whole. */
export function numberingOf(first: Content, second: Content): Numbering {
  const ofFirst = new Set([...Object.keys(first.codes), ...codeNumbersIn(first.text)]);
  const used = new Set([...ofFirst, ...Object.keys(second.codes), ...codeNumbersIn(second.text)]);
  const numbering = new Map<string, string>();
  let fresh = 0;
  for (const number of Object.keys(second.codes)) {
    if (ofFirst.has(number)) {
      do fresh += 1;
      while (used.has(String(fresh)));
    }
    numbering.set(number, ofFirst.has(number) ? String(fresh) : number);
  }
  return numbering;
}

/** A text with its codes under other numbers. */
export function renumber(text: string, codes: Codes, numbering: Numbering): string {
  return tokenize(text, codes)
    .map((token) =>
      token.kind === 'text' ? token.text : writeCode(token.kind, numbering.get(token.number) ?? token.number),
    )
    .join('');
}

/** Whether a text that was joined of two still has exactly the codes that they had: nothing literal became one. */
export function isFaithful(whole: Content, first: Content, second: Content): boolean {
  const count = ({ text, codes }: Content): number =>
    tokenize(text, codes).filter(({ kind }) => kind !== 'text').length;
  return count(whole) === count(first) + count(second);
}

/** A text without the codes that `kept` does not have: what stood in them stays. */
export function withoutForeignCodes({ text, codes }: Content, kept: Codes): string {
  return tokenize(text, codes)
    .map((token) => (token.kind === 'text' || Object.hasOwn(kept, token.number) ? token.text : ''))
    .join('');
}
