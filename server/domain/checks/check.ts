/**
 * A check: one rule of quality, as data. It looks at a segment (or, where the rule is about a whole text, at all of a
 * document's) and says where the rule is broken, how badly, and what would mend it. Its sentence stands in `checks.*` of
 * `locales/`, under its id. Specification: hebrew-arabic §1.
 *
 *   error    keeps a target from being approved until it is dismissed with a reason
 *   warning  shown beside the segment
 *   info     shown in the panel only
 *   style    never beside a segment: one row for the document, with “mend all”
 */
import type { SegmentId } from '../document.ts';
import type { Span } from '../language/fold.ts';
import type { Locale } from '../locale.ts';
import type { Subject } from './subject.ts';

export const severities = ['error', 'warning', 'info', 'style'] as const;
export type Severity = (typeof severities)[number];

/** Replaces spans of the target, which neither touch nor overlap, in the order of the text. */
export type Fix = ReadonlyArray<{ readonly span: Span; readonly text: string }>;

/** One place where a rule is broken. */
export interface Found {
  /** In the target as it is written (UTF-16 units); none: the text as a whole. */
  readonly spans: readonly Span[];
  /** In the source, where that is what the reader should look at. */
  readonly sourceSpans?: readonly Span[];
  /** Where this one weighs otherwise than its check does. */
  readonly severity?: Severity;
  /** What the sentence mentions. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Where one is safe. */
  readonly fix?: Fix;
}

interface CheckFacts {
  readonly id: string;
  readonly severity: Severity;
  /** Single findings may be errors although the check itself is less; without it they weigh a warning at most. */
  readonly mayBeError?: true;
  /** The languages of the targets that it looks at; absent: all. */
  readonly to?: readonly Locale[];
  /**
   * Whether the rule is about one text, so that a source can be asked too, as if it were a target in its own language. A
   * finding in a segment whose source breaks the rule as well weighs one level less (“also in the source”), unless the
   * source is no excuse.
   */
  readonly ofOneSide?: true | 'without-excuse';
  /** It looks at a text that is blank too, which others have nothing to say about. */
  readonly ofBlank?: true;
}

/** It looks at one segment at a time. */
export interface SegmentCheck extends CheckFacts {
  readonly scope: 'segment';
  readonly find: (subject: Subject) => readonly Found[];
}

/** It looks at all segments of an edition together; one finding for each segment that is concerned. */
export interface DocumentCheck extends CheckFacts {
  readonly scope: 'document';
  readonly find: (subjects: readonly Subject[]) => ReadonlyArray<Found & { readonly at: number }>;
}

export type Check = SegmentCheck | DocumentCheck;

/** What a check found, as everybody is told. */
export interface Finding extends Found {
  readonly check: string;
  readonly severity: Severity;
  readonly segmentId: SegmentId;
  /** The rule is broken in the source too. */
  readonly isInSource?: true;
}
