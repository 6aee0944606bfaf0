/** Spans: several segments under one target, with one numbering of their codes, and each code in exactly one span. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFaults, tokenize, type Code, type Codes, type Content } from '../../server/domain/content.ts';
import type { Joined, Segment, Target } from '../../server/domain/document.ts';
import {
  isFaithful,
  joinContents,
  numberingOf,
  renumber,
  withoutForeignCodes,
} from '../../server/domain/join-contents.ts';
import { partsOf, spanOf, spansOf } from '../../server/domain/spans.ts';
import { aDocument, aSegment, aSource, importedDecision } from '../support/builders.ts';

const strong: Code = { type: 'strong' };
const note = (label: string): Code => ({ type: 'footnote', label });

describe('two contents as one', () => {
  it.each<[string, Content, Content, Content]>([
    [
      'numbers that meet: the second’s move',
      { text: 'a <1>b</1>', codes: { 1: strong } },
      { text: '<1>c</1> d<2/>', codes: { 1: strong, 2: note('x') } },
      { text: 'a <1>b</1> <3>c</3> d<2/>', codes: { 1: strong, 2: note('x'), 3: strong } },
    ],
    [
      'numbers that do not: they stay',
      { text: 'א <1>ב</1>', codes: { 1: strong } },
      { text: 'ג<2/>', codes: { 2: note('x') } },
      { text: 'א <1>ב</1> ג<2/>', codes: { 1: strong, 2: note('x') } },
    ],
    [
      'what the first says literally is no code of the second',
      { text: 'the tag <1>', codes: {} },
      { text: '<1>c</1>', codes: { 1: strong } },
      { text: 'the tag <1> <2>c</2>', codes: { 2: strong } },
    ],
    ['nothing before it', { text: '', codes: {} }, { text: 'd', codes: {} }, { text: 'd', codes: {} }],
  ])('%s', (_, first, second, whole) => {
    expect(joinContents(first, second)).toEqual(whole);
    expect(isFaithful(whole, first, second)).toBe(true);
  });

  it('are not faithful where the second says literally what is a code of the first', () => {
    const first = { text: '<1>b</1>', codes: { 1: strong } };
    const second = { text: 'the tag <1>', codes: {} };
    expect(isFaithful(joinContents(first, second), first, second)).toBe(false);
  });

  it('have every code of both, each under a number of its own', () => {
    const content = fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }).map((numbers): Content => ({
      text: numbers.map((n) => (n % 2 ? `<${n}>צה״ל</${n}>` : `הָלַךְ<${n}/>`)).join(' '),
      codes: Object.fromEntries(numbers.map((n) => [n, n % 2 ? strong : note(String(n))])),
    }));
    fc.assert(
      fc.property(content, content, (first, second) => {
        const whole = joinContents(first, second);
        expect(codeFaults(whole.text, whole.codes)).toEqual([]);
        expect(Object.keys(whole.codes)).toHaveLength(
          Object.keys(first.codes).length + Object.keys(second.codes).length,
        );
        const numbering = numberingOf(first, second);
        const back = new Map([...numbering].map(([from, to]) => [to, from]));
        const moved = renumber(second.text, second.codes, numbering);
        const codes: Codes = Object.fromEntries([...numbering].map(([from, to]) => [to, second.codes[from] as Code]));
        expect(renumber(moved, codes, back)).toBe(second.text);
      }),
    );
  });

  it('lose the codes of one of them, and nothing that stood in them', () => {
    const whole = { text: 'א <1>ב</1> <2>ג</2><3/>', codes: { 1: strong, 2: strong, 3: note('x') } };
    expect(withoutForeignCodes(whole, { 1: strong })).toBe('א <1>ב</1> ג');
  });
});

describe('spans', () => {
  const segments: readonly Segment[] = ['title', 'one', 'two', 'three', 'four'].map((text, at) =>
    aSegment({ text: `<1>${text}</1>`, codes: { 1: strong }, ...(at === 0 && { kind: 'title' }) }),
  );
  const alone: Target = { text: 'א', state: 'translated', revision: 1 };
  const joinOf = (first: Target, second: Target, at: number): Joined => {
    return { revision: 2, text: 'א א', first, second, at: segments[at]?.id ?? '' };
  };
  const joined = (first: Target, second: Target, at: number): Target => {
    return { ...alone, joined: joinOf(first, second, at), revision: 2 };
  };
  const covered: Target = { ...alone, text: '', state: 'untranslated', coveredBy: segments[1]?.id ?? '' };
  const document = {
    ...aDocument(importedDecision({ source: aSource({ segments }) })),
    targets: { he: [alone, joined(joined(alone, alone, 2), alone, 3), covered, covered, alone] },
  };

  it('are as many as there are targets, in reading order', () => {
    expect(spansOf(document, 'he').map(({ ordinal, segments }) => [ordinal, segments.length])).toEqual([
      [0, 1],
      [1, 3],
      [4, 1],
    ]);
    expect(spansOf(document, 'ar')).toHaveLength(5);
  });

  it('have the source of all their segments, and say which part is whose', () => {
    const span = spanOf(document, 'he', segments[1]?.id ?? '');
    expect(span?.segment.text).toBe('<1>one</1> <2>two</2> <3>three</3>');
    expect(partsOf(span?.target ?? alone, span?.segments ?? []).map(({ text }) => text)).toEqual([
      '<1>one</1>',
      '<2>two</2>',
      '<3>three</3>',
    ]);
  });

  it('are put together once, so that a source is hashed once', () => {
    const [one, again] = [spansOf(document, 'he'), spansOf(document, 'he')];
    expect(one[1]?.segment).toBe(again[1]?.segment);
  });

  it('hold every code of the source exactly once', () => {
    const inSpans = spansOf(document, 'he').flatMap(({ segment }) => tokenize(segment.text, segment.codes));
    expect(inSpans.filter(({ kind }) => kind === 'open')).toHaveLength(segments.length);
  });
});
