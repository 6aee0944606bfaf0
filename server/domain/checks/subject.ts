/**
 * What checks look at: one segment's source beside its target, each with what several checks want to know of it (the
 * masked text, its words, its sentences), worked out once and only when asked.
 *
 * Codes, addresses and inline code are masked before any check reads a text: each of their characters becomes U+FFFC, so
 * nothing moves and a span of the masked text is a span of the text. Checks treat U+FFFC as neutral: neither a letter
 * nor a space.
 */
import { plain, tokenize, withoutCodes, type Codes, type Content } from '../content.ts';
import type { Origin, SegmentId, SegmentKind, State } from '../document.ts';
import { addressesIn } from '../language/addresses.ts';
import { sentencesOf } from '../language/sentences.ts';
import { wordTokens } from '../language/tokens.ts';
import type { Locale } from '../locale.ts';
import type { Policy } from '../policy.ts';
import type { TermIndex } from '../terms/term-index.ts';

/** A token that holds a letter or a digit, and where it stands in the text: [start, end). */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One side of a segment. */
export interface Side {
  readonly locale: Locale;
  /** As it is written, codes and all. */
  readonly raw: string;
  /** As long as `raw`, with U+FFFC for each character of what is no human text. */
  readonly text: string;
  readonly codes: Codes;
  /** As a reader sees it, codes taken out. */
  readonly visible: string;
  readonly words: readonly Word[];
  readonly sentences: readonly string[];
}

export interface Subject {
  readonly segmentId: SegmentId;
  readonly kind: SegmentKind;
  readonly source: Side;
  readonly target: Side;
  /** What holds in the target's edition. */
  readonly policy: Policy;
  /** The termbase; without one, the checks of terms are silent. */
  readonly terms?: TermIndex;
  readonly state: State;
  readonly origin?: Origin;
}

export interface SubjectInput {
  readonly segmentId?: SegmentId;
  readonly kind?: SegmentKind;
  readonly from: Locale;
  readonly to: Locale;
  readonly source: Content;
  /** With the source's codes. */
  readonly target: string;
  readonly policy: Policy;
  readonly terms?: TermIndex;
  readonly state?: State;
  readonly origin?: Origin;
}

/** A segment as checks see it. */
export function subjectOf(input: SubjectInput): Subject {
  const { segmentId = '', kind = 'paragraph', from, to, source, target, policy } = input;
  const { terms, state = 'translated', origin } = input;
  return {
    segmentId,
    kind,
    source: sideOf(from, source),
    target: sideOf(to, { text: target, codes: source.codes }),
    policy,
    state,
    ...(terms && { terms }),
    ...(origin && { origin }),
  };
}

/** A text by itself, as checks of one side see it. */
export function sideOf(locale: Locale, { text: raw, codes }: Content): Side {
  let visible: string | undefined;
  let words: readonly Word[] | undefined;
  let sentences: readonly string[] | undefined;
  const text = masked(raw, codes);
  return {
    locale,
    raw,
    text,
    codes,
    get visible() {
      return (visible ??= withoutCodes(raw, codes));
    },
    get words() {
      return (words ??= wordsOf(text, locale));
    },
    get sentences() {
      return (sentences ??= sentencesOf(this.visible, locale));
    },
  };
}

/** The side of a subject that has none: a text by itself. Checks that compare the two stay silent. */
export function noText(locale: Locale): Side {
  return sideOf(locale, plain(''));
}

/** What stands for a character that is no human text. */
export const maskCharacter = '\uFFFC';

function masked(text: string, codes: Codes): string {
  let inCode = 0;
  return tokenize(text, codes)
    .map((token) => {
      if (token.kind === 'text')
        return inCode > 0 ? maskCharacter.repeat(token.text.length) : maskAddresses(token.text);
      if (codes[token.number]?.type === 'inline-code') inCode += depthChange[token.kind];
      return maskCharacter.repeat(token.text.length);
    })
    .join('');
}

const depthChange = { open: 1, close: -1, alone: 0 } as const;

function maskAddresses(text: string): string {
  let masked = '';
  let done = 0;
  for (const { start, end } of addressesIn(text)) {
    masked += text.slice(done, start) + maskCharacter.repeat(end - start);
    done = end;
  }
  return masked + text.slice(done);
}

function wordsOf(text: string, locale: Locale): Word[] {
  const words: Word[] = [];
  let start = 0;
  for (const token of wordTokens(text, locale)) {
    const end = start + token.length;
    if (/[\p{L}\p{N}]/u.test(token)) words.push({ text: token, start, end });
    start = end;
  }
  return words;
}
