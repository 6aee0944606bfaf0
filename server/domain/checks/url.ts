/**
 * `url`: addresses are the same to the letter on both sides. One that is missing, was altered, has an invisible mark
 * inside (which an editor of right-to-left text may leave, and which breaks the link), or has swallowed the full stop and
 * the word after it: `https://x.org.והוא`. An address that only the target has is somebody's choice.
 */
import { addressesIn, type Address } from '../language/addresses.ts';
import type { Found, SegmentCheck } from './check.ts';
import { maskCharacter, type Side } from './subject.ts';

const invisible = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

export const url: SegmentCheck = {
  id: 'url',
  severity: 'error',
  scope: 'segment',
  find: ({ source, target }) => {
    if (!source.text.includes(maskCharacter) && !target.text.includes(maskCharacter)) return [];
    const there = addressesOf(target);
    const missing = withoutEach(addressesOf(source), there);
    const extra = withoutEach(there, addressesOf(source));
    const altered = extra.flatMap((address) => asFound(address, missing));
    return [
      ...altered,
      ...missing.map(({ text, start, end }) => ({
        spans: [],
        sourceSpans: [[start, end] as const],
        params: { address: text },
      })),
    ];
  },
};

/** Those that readers see; an address in inline code is code. */
function addressesOf({ raw, text }: Side): Address[] {
  return addressesIn(raw).filter(({ start }) => text[start] === maskCharacter);
}

/** Those of `addresses` that are not among `others`, each of which stands for one. */
function withoutEach(addresses: readonly Address[], others: readonly Address[]): Address[] {
  const left = Map.groupBy(others, ({ text }) => text);
  return addresses.filter(({ text }) => left.get(text)?.pop() === undefined);
}

/** What became of an address of the source, which is then no longer missing. */
function asFound({ text, start, end }: Address, missing: Address[]): Found[] {
  const clean = text.replace(invisible, '');
  const at = missing.findIndex((one) => one.text === clean);
  const swallowed =
    at >= 0
      ? at
      : missing.findIndex((one) => clean.startsWith(one.text) && /^[.,:;،]/u.test(clean.slice(one.text.length)));
  const original = missing[at >= 0 ? at : swallowed];
  if (original === undefined && clean === text) return [];
  if (original) missing.splice(missing.indexOf(original), 1);
  const address = original?.text ?? clean;
  const isSafe = clean === address;
  return [
    { spans: [[start, end]], params: { address }, ...(isSafe && { fix: [{ span: [start, end], text: address }] }) },
  ];
}
