/** Dismissals: of a check, in a segment or the edition, for as long as the marked text stands. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../server/domain/checks/check.ts';
import { isDismissed, markedText } from '../../../server/domain/checks/dismissal.ts';
import type { Dismissal } from '../../../server/domain/document.ts';
import { aSubject } from '../../support/check-cases.ts';

const finding: Finding = { check: 'dup.word', severity: 'warning', segmentId: 'segment-0001', spans: [[0, 2]] };
const dismissal: Dismissal = {
  segmentId: 'segment-0001',
  locale: 'he',
  check: 'dup.word',
  marked: 'של',
  by: 'dana',
  at: '2026-01-01T00:00:00.000Z',
};

describe('the marked text', () => {
  const subject = aSubject({ to: 'he', target: 'של <1>של</1> הממשלה', codes: { 1: { type: 'emphasis' } } });

  it('is what the spans hold, apart by U+0000', () => {
    expect(
      markedText(subject, {
        spans: [
          [0, 2],
          [6, 8],
        ],
      }),
    ).toBe('של\0של');
  });

  it('is the whole text, codes and all, where a finding marks none', () => {
    expect(markedText(subject, { spans: [] })).toBe(subject.target.raw);
  });
});

describe('the marked text of what is missing', () => {
  it('names what is missing: a second one is another question', () => {
    const subject = aSubject({ to: 'he', source: 'one two', target: 'א' });
    expect(markedText(subject, { spans: [], sourceSpans: [[4, 7]] })).toBe('א\0two');
  });
});

describe('a finding is dismissed', () => {
  it.each<[string, boolean, Partial<Finding>, Partial<Dismissal>, string?]>([
    ['in its segment', true, {}, {}],
    ['not by another check', false, {}, { check: 'dup' }],
    ['not in another segment', false, {}, { segmentId: 'segment-0002' }],
    ['not once the marked text is another', false, {}, {}, 'של של'],
    ['an error with a reason', true, { severity: 'error' }, { reason: 'So it is called.' }],
    ['an error not without one', false, { severity: 'error' }, {}],
    ['an error not with a blank one', false, { severity: 'error' }, { reason: ' ' }],
  ])('%s: %s', (_, expected, found, dismissed, marked = 'של') => {
    expect(isDismissed({ ...finding, ...found }, marked, [{ ...dismissal, ...dismissed }])).toBe(expected);
  });

  it('in the whole edition, unless it is an error', () => {
    const { segmentId: _, ...everywhere } = { ...dismissal, reason: 'The house writes so.' };
    expect(isDismissed(finding, 'של', [everywhere])).toBe(true);
    expect(isDismissed({ ...finding, severity: 'error' }, 'של', [everywhere])).toBe(false);
  });
});
