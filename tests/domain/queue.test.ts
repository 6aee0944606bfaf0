/** What waits, under which reason, since when: a row for each way to wait; and the order and the counts over all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { boardRow } from '../../server/domain/board.ts';
import type { DocumentDecision } from '../../server/domain/decision.ts';
import type { DocumentState } from '../../server/domain/document.ts';
import {
  byAge,
  countReasons,
  mayWait,
  onlyWhenAsked,
  selectWaiting,
  waitingIn,
  waitReasons,
  type Waiting,
} from '../../server/domain/queue.ts';
import {
  aDocument,
  aHead,
  approvalOfAll,
  approvedDecision,
  aSegment,
  aSource,
  commentDecision,
  draftedDecision,
  editedDecision,
  importedDecision,
  resolutionDecision,
  returnedDecision,
  reviewedDecision,
  someSegments,
} from '../support/builders.ts';

const jobId = 'job000000001';
const [asked, failed] = ['2026-02-01T08:00:00.000Z', '2026-02-01T09:00:00.000Z'];
const aRequest: DocumentDecision = {
  ...aHead({ at: asked }),
  kind: 'translation.requested',
  jobId,
  locales: ['he'],
  total: 3,
};
const aFailure: DocumentDecision = {
  ...aHead({ at: failed }),
  kind: 'translation.failed',
  jobId,
  locale: 'he',
  segmentIds: ['segment-0001'],
  fault: { code: 'provider.busy', retryable: true },
};
const at = '2026-03-01T10:00:00.000Z';

const talk = commentDecision({ at });
const answer = commentDecision({ replyTo: talk.id });

const rows: ReadonlyArray<readonly [string, DocumentDecision[], Partial<Waiting> | undefined]> = [
  ['nothing', [], { reason: 'untranslated' }],
  ['a machine’s fault, since the job was asked for', [aRequest, aFailure], { reason: 'failed', since: asked }],
  ['a machine’s draft, since it came', [draftedDecision({ at })], { reason: 'drafted', since: at }],
  ['a person’s text', [editedDecision({ at })], { reason: 'reviewed', since: at }],
  ['a draft that was read', [draftedDecision(), reviewedDecision({ at })], { reason: 'reviewed', since: at }],
  ['an approved text', [draftedDecision(), approvedDecision()], undefined],
  [
    'an approved text that was sent back',
    [draftedDecision(), approvedDecision(), returnedDecision({ at })],
    { reason: 'returned', since: at },
  ],
  [
    'a text that was sent back and corrected',
    [draftedDecision(), returnedDecision(), editedDecision({ at })],
    { reason: 'reviewed', since: at },
  ],
  [
    'an approved text that somebody talks about, since they began',
    [draftedDecision(), approvedDecision(), talk, answer],
    { reason: 'commented', since: at },
  ],
  ['a conversation that is over', [draftedDecision(), approvedDecision(), talk, resolutionDecision(talk)], undefined],
  [
    'a conversation about its source',
    [draftedDecision(), approvedDecision(), commentDecision({ about: 'source', at })],
    { reason: 'commented', since: at },
  ],
];

describe('a target waits', () => {
  it.each(rows)('with %s', (_, decisions, expected) => {
    const [entry] = ofSecond(aDocument(importedDecision(), ...decisions));
    if (expected === undefined) expect(entry).toBeUndefined();
    else expect(entry).toMatchObject(expected);
  });

  it('when its source has changed, approved or not, but first of all when it was sent back', () => {
    const approved = aDocument(importedDecision(), draftedDecision(), approvedDecision());
    expect(ofSecond(withNewSource(approved))).toMatchObject([{ reason: 'outdated' }]);
    const drafted = aDocument(importedDecision(), draftedDecision());
    expect(ofSecond(withNewSource(drafted))).toMatchObject([{ reason: 'outdated' }]);
    const returned = aDocument(importedDecision(), draftedDecision(), returnedDecision());
    expect(ofSecond(withNewSource(returned))).toMatchObject([{ reason: 'returned' }]);
  });

  it('never where nothing is translated: code, separators, an archived document', () => {
    const source = aSource({ segments: [aSegment({ kind: 'separator' }), aSegment({ kind: 'code-block' })] });
    expect(waitingIn(aDocument(importedDecision({ source })), sha256Short)).toEqual([]);
    const archived = aDocument(importedDecision(), { ...aHead(), kind: 'document.archived' });
    expect(waitingIn(archived, sha256Short)).toEqual([]);
  });

  it('in each language by itself, with its place', () => {
    const document = aDocument(importedDecision(), ...approvalOfAll('he'));
    expect(waitingIn(document, sha256Short)).toEqual(
      someSegments.map(({ id }, ordinal) => ({
        documentId: document.id,
        segmentId: id,
        locale: 'ar',
        ordinal,
        reason: 'untranslated',
        since: document.importedAt,
      })),
    );
  });
});

describe('the summary of a document', () => {
  it.each([
    ['nothing translated', [], true],
    ['one language approved', approvalOfAll('he'), true],
    ['everything approved', [...approvalOfAll('he'), ...approvalOfAll('ar')], false],
    ['everything approved, and talked about', [...approvalOfAll('he'), ...approvalOfAll('ar'), talk], true],
  ])('tells whether it must be opened: %s', (_, decisions, expected) => {
    const document = aDocument(importedDecision(), ...decisions);
    expect(mayWait(boardRow(document, sha256Short))).toBe(expected);
    expect(waitingIn(document, sha256Short).length > 0).toBe(expected);
  });

  it('tells of what is outdated though everything is approved', () => {
    const document = aDocument(importedDecision(), ...approvalOfAll('he'), ...approvalOfAll('ar'));
    expect(mayWait(boardRow(withNewSource(document), sha256Short))).toBe(true);
  });
});

/** A place waits once. */
const entries = fc.uniqueArray(
  fc.record({
    documentId: fc.constantFrom('doc1', 'doc2', 'doc3'),
    segmentId: fc.constantFrom('seg1', 'seg2'),
    locale: fc.constantFrom('en', 'he', 'ar'),
    ordinal: fc.nat(5),
    reason: fc.constantFrom(...waitReasons),
    since: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03'),
  }),
  { selector: ({ documentId, locale, ordinal }) => `${documentId} ${locale} ${ordinal}` },
);

describe('the whole queue', () => {
  it('has one order, the oldest first', () => {
    fc.assert(
      fc.property(entries, (some) => {
        const ordered = some.toSorted(byAge);
        expect(some.toReversed().toSorted(byAge)).toEqual(ordered);
        expect(ordered.map(({ since }) => since)).toEqual(some.map(({ since }) => since).toSorted());
      }),
    );
  });

  it('counts for each reason what choosing it would show, and shows all but what must be asked for', () => {
    fc.assert(
      fc.property(entries, (some) => {
        const where = { locales: ['he', 'ar'], documentId: 'doc1' } as const;
        const counts = countReasons(some, where);
        for (const reason of waitReasons) {
          expect(selectWaiting(some, { ...where, reason })).toHaveLength(counts[reason]);
        }
        const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
        expect(selectWaiting(some, where)).toHaveLength(all - counts[onlyWhenAsked]);
      }),
    );
  });
});

function ofSecond(document: DocumentState): Waiting[] {
  return waitingIn(document, sha256Short).filter(({ ordinal, locale }) => ordinal === 1 && locale === 'he');
}

/** The same segments in other words. */
function withNewSource(document: DocumentState): DocumentState {
  const segments = document.source.segments.map((segment) => ({ ...segment, text: `${segment.text} Since then.` }));
  return { ...document, source: { ...document.source, version: 2, segments } };
}
