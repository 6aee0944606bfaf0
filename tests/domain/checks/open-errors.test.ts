/** What an error keeps from happening, and what dismisses it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sha256Short } from '../../../server/adapters/hash.ts';
import { openErrors } from '../../../server/domain/checks/open-errors.ts';
import { decide } from '../../../server/domain/decide.ts';
import type { CheckDismissed, DocumentDecision } from '../../../server/domain/decision.ts';
import type { DocumentState } from '../../../server/domain/document.ts';
import { blockers } from '../../../server/domain/edition.ts';
import { accepted } from '../../../server/domain/errors.ts';
import { spanOf } from '../../../server/domain/spans.ts';
import {
  aDocument,
  aHead,
  approvalOfAll,
  approvedDecision,
  aSource,
  editedDecision,
  importedDecision,
  publishedDecision,
  reopenedDecision,
  someSegments,
  splitSourceDecision,
} from '../../support/builders.ts';
import { asked } from '../../support/some-checks.ts';

vi.mock('../../../server/domain/checks/checks.ts', async () => ({
  checks: (await import('../../support/some-checks.ts')).someChecks,
}));

const segmentId = someSegments[2]?.id ?? '';
const faulty = editedDecision({ segment: 2, text: 'הוא ✗ הלך.' });

function after(document: DocumentState, ...decisions: DocumentDecision[]): DocumentState {
  return decisions.reduce((state, decision) => accepted(decide(state, decision, sha256Short)).next, document);
}

function dismissal(change: Partial<CheckDismissed> = {}): DocumentDecision {
  const reason = 'So it is called.';
  return {
    ...aHead(),
    kind: 'check.dismissed',
    segmentId,
    locale: 'he',
    check: 'some.error',
    marked: '✗',
    reason,
    ...change,
  };
}

const reinstatement: DocumentDecision = {
  ...aHead(),
  kind: 'check.reinstated',
  segmentId,
  locale: 'he',
  check: 'some.error',
  marked: '✗',
};

function approval(document: DocumentState, dismissed?: string) {
  return decide(document, { ...approvedDecision({ segment: 2 }), ...(dismissed && { dismissed }) }, sha256Short);
}

describe('an open error', () => {
  const written = aDocument(importedDecision(), faulty);

  it('refuses the approval, and says which check found how many', () => {
    const twice = after(written, editedDecision({ segment: 2, text: '✗ ✗' }));
    expect(approval(twice)).toMatchObject({ code: 'check.open', params: { check: 'some.error', count: 2 } });
  });

  it('is no hindrance for anything but the approval', () => {
    expect(decide(written, editedDecision({ segment: 2, text: '✗' }), sha256Short)).toMatchObject({ ok: true });
  });

  it('lets the approval through that gives a reason, which the target keeps until its next decision', () => {
    const approved = accepted(approval(written, 'A quotation')).next;
    expect(approved.targets.he?.[2]).toMatchObject({ state: 'approved', dismissed: 'A quotation' });
    expect(approval(written, ' ')).toMatchObject({ code: 'check.open' });
    const reopened = after(approved, reopenedDecision({ segment: 2 }));
    expect(reopened.targets.he?.[2]).not.toHaveProperty('dismissed');
    expect(approval(reopened)).toMatchObject({ code: 'check.open' });
  });

  it('is dismissed with a reason while its text stands, and taken up again', () => {
    const dismissed = after(written, dismissal());
    expect(approval(dismissed)).toMatchObject({ ok: true });
    expect(approval(after(dismissed, reinstatement))).toMatchObject({ code: 'check.open' });
    const loud = after(written, editedDecision({ segment: 2, text: '⚠!' }), dismissal());
    expect(approval(loud)).toMatchObject({ code: 'check.open', params: { check: 'some.weighed', count: 1 } });
  });

  it('is not a finding that weighs less', () => {
    const warned = after(written, editedDecision({ segment: 2, text: '⚠ ●' }));
    expect(approval(warned)).toMatchObject({ ok: true });
  });

  it('is lowered to a warning where the source has it too', () => {
    const segments = someSegments.with(2, { ...someSegments[2]!, text: 'He ✗ walked.' });
    const both = aDocument(importedDecision({ source: aSource({ segments }) }), {
      ...faulty,
      sourceHash: 'of the source',
    });
    expect(approval(both)).toMatchObject({ ok: true });
  });
});

describe('a dismissal', () => {
  const written = aDocument(importedDecision(), faulty);

  it.each<[string, Partial<CheckDismissed>]>([
    ['check.reason-missing', { reason: ' ' }],
    ['segment.unknown', { segmentId: 'nowhere00000' }],
    ['check.unknown', { check: 'nothing' }],
    ['target.too-long', { marked: 'x'.repeat(1_000_001) }],
    ['comment.too-long', { reason: 'x'.repeat(2001) }],
    ['target.not-well-formed', { marked: '\uD83D' }],
  ])('is refused: %s', (code, change) => {
    expect(decide(written, dismissal(change), sha256Short)).toMatchObject({ ok: false, code });
  });

  it('is refused in a language that the document has no edition in', () => {
    const hebrewOnly = aDocument(importedDecision({ to: ['he'] }));
    const arabic = dismissal({ locale: 'ar' });
    expect(decide(hebrewOnly, arabic, sha256Short)).toMatchObject({ code: 'locale.unknown' });
  });

  it('of an error concerns one segment, of a warning perhaps the whole edition', () => {
    const { segmentId: _, ...everywhere } = dismissal() as CheckDismissed & { id: string };
    expect(decide(written, everywhere as DocumentDecision, sha256Short)).toMatchObject({
      code: 'check.reason-missing',
    });
    const { reason: _reason, ...warning } = everywhere;
    expect(decide(written, { ...warning, check: 'some.warning' } as DocumentDecision, sha256Short)).toMatchObject({
      ok: true,
    });
  });

  it('is taken back only where it is', () => {
    expect(decide(written, reinstatement, sha256Short)).toMatchObject({ code: 'check.not-dismissed' });
  });

  it('stays with its segment when the source is split, as far as the text does', () => {
    const dismissed = after(written, dismissal());
    const split = after(dismissed, splitSourceDecision(dismissed, 9));
    const span = spanOf(split, 'he', segmentId);
    expect(span && openErrors(split, 'he', span)).toEqual([]);
  });
});

describe('publishing', () => {
  const ready = aDocument(importedDecision(), ...approvalOfAll());

  it('is blocked by an error in what was approved before the check was there', () => {
    const he = ready.targets.he ?? [];
    const found = { ...ready, targets: { he: he.with(2, { ...he[2]!, text: '✗' }) } };
    expect(blockers(found, 'he', sha256Short)).toEqual([
      { reason: 'check', segmentId, ordinal: 2, checks: ['some.error'] },
    ]);
    expect(decide(found, publishedDecision(found), sha256Short)).toMatchObject({ code: 'edition.blocked' });
    expect(blockers(after(found, dismissal()), 'he', sha256Short)).toEqual([]);
  });

  it('is not blocked by what was approved with a reason', () => {
    const excused = after(ready, faulty, { ...approvedDecision({ segment: 2 }), dismissed: 'A quotation' });
    expect(blockers(excused, 'he', sha256Short)).toEqual([]);
  });

  it('is not excused for another source by the reason that an approval gave for this one', () => {
    const excused = after(ready, faulty, { ...approvedDecision({ segment: 2 }), dismissed: 'A quotation' });
    const renewal = { ...approvedDecision({ segment: 2 }), sourceHash: 'another' };
    expect(decide(excused, renewal, sha256Short)).toMatchObject({ code: 'check.open' });
    expect(decide(excused, { ...renewal, dismissed: 'The same' }, sha256Short)).toMatchObject({ ok: true });
  });

  it('of the source is blocked by an error in it, which is dismissed like any other', () => {
    const segments = someSegments.with(2, { ...someSegments[2]!, text: 'He ✗ walked.' });
    const document = aDocument(importedDecision({ source: aSource({ segments }) }));
    expect(blockers(document, 'en', sha256Short)).toEqual([
      { reason: 'check', segmentId, ordinal: 2, checks: ['some.error'] },
    ]);
    expect(decide(document, dismissal({ locale: 'en', reason: '' }), sha256Short)).toMatchObject({
      code: 'check.reason-missing',
    });
    expect(blockers(after(document, dismissal({ locale: 'en' })), 'en', sha256Short)).toEqual([]);
  });
});

describe('a text', () => {
  beforeEach(() => {
    asked.error = 0;
  });

  it('is asked once, however often a decision about it is weighed', () => {
    const written = aDocument(importedDecision(), editedDecision({ segment: 2, text: 'בסדר' }));
    const approved = accepted(approval(written)).next;
    approval(written, '');
    blockers(approved, 'he', sha256Short);
    expect(asked.error).toBe(1);
    approval(after(approved, editedDecision({ segment: 2, text: 'אחרת' })));
    expect(asked.error).toBe(2);
  });
});
