/** The same request sent again is known by what the caller said, not by what the server added. */
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../server/domain/decision.ts';
import { isRetry } from '../../server/domain/retry.ts';
import {
  aDocument,
  aHead,
  approvalOfAll,
  approvedDecision,
  commentDecision,
  aSegment,
  aSource,
  draftedDecision,
  editedDecision,
  importedDecision,
  memoryDecision,
  publishedDecision,
  someSegments,
} from '../support/builders.ts';

const stream = 'document0001';
const edited = editedDecision();
const approved = approvedDecision();
const imported = importedDecision();
const requested = { ...aHead(), kind: 'translation.requested', jobId: 'job1', locales: ['he'], total: 3 } as const;
const finished = { ...aHead(), kind: 'translation.finished', jobId: 'job1' } as const;
const published = publishedDecision(aDocument(imported, ...approvalOfAll()));
const memory = memoryDecision();
const comment = commentDecision({ text: '@dana', mentions: ['dana'] });
const freshIds = someSegments.map((segment, i) => ({ ...segment, id: `fresh-seg-0${i}` }));

describe('a retry', () => {
  it.each<[string, Decision, Decision]>([
    ['an edit at another time', edited, { ...edited, at: aHead().at }],
    ['an edit of a source that moved on', edited, { ...edited, sourceHash: 'another' }],
    [
      'an edit whose members stand in another order',
      edited,
      Object.fromEntries(Object.entries(edited).toReversed()) as unknown as Decision,
    ],
    [
      'an import with fresh ids and slug',
      imported,
      { ...imported, documentId: 'another', slug: 'b', source: aSource({ segments: freshIds }) },
    ],
    ['a request with a fresh job', requested, { ...requested, jobId: 'job2', total: 2 }],
    ['a comment whose names mean other members by now', comment, { ...comment, mentions: ['omar'] }],
    ['a publication of what is now there', published, { ...published, targets: [], sourceVersion: 2 }],
  ])('is %s', (_, first, second) => {
    expect(isRetry({ stream, decision: first }, { stream, decision: second })).toBe(true);
  });

  it.each<[string, Decision, Decision]>([
    ['another text', edited, { ...edited, text: 'הָלַךְ' }],
    ['another text by a letter mark', { ...edited, text: 'הָלַךְ' }, { ...edited, text: 'הלך' }],
    ['another person', edited, { ...edited, by: 'omar' }],
    ['another target', edited, { ...edited, segmentId: 'segment-0002' }],
    ['another kind', edited, { ...draftedDecision(), id: edited.id }],
    ['another comment', comment, { ...comment, text: '@omar' }],
    ['a reason more', approved, { ...approved, dismissed: 'because' }],
    ['an undo', edited, { ...edited, undoes: approved.id }],
    [
      'an import of another original',
      imported,
      { ...imported, original: { ...imported.original, sha256: 'f'.repeat(64) } },
    ],
    ['an import of another text', imported, { ...imported, source: aSource({ segments: [aSegment()] }) }],
    ['an import into another language', imported, { ...imported, to: ['ar'] }],
    ['a request for another language', requested, { ...requested, locales: ['ar'] }],
    ['the end of another job', finished, { ...finished, jobId: 'job2' }],
    ['another edition', published, { ...published, locale: 'ar' }],
    ['another pair', memory, { ...memory, pairs: [['school', 'מדרסה']] }],
  ])('is not %s', (_, first, second) => {
    expect(isRetry({ stream, decision: first }, { stream, decision: second })).toBe(false);
  });

  it('stands in the same stream, but for an import, whose stream is fresh', () => {
    expect(isRetry({ stream, decision: edited }, { stream: 'document0002', decision: edited })).toBe(false);
    expect(isRetry({ stream, decision: imported }, { stream: 'document0002', decision: imported })).toBe(true);
  });
});
