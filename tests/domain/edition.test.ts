/** Editions: what blocks them, and that no decision but publish, withdraw and roll back changes what readers see. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { boardRow } from '../../server/domain/board.ts';
import { decide } from '../../server/domain/decide.ts';
import type { DocumentDecision } from '../../server/domain/decision.ts';
import type { DocumentState } from '../../server/domain/document.ts';
import { blockers, editionOf, isUnchanged, livePublication } from '../../server/domain/edition.ts';
import { accepted } from '../../server/domain/errors.ts';
import {
  aDocument,
  aHead,
  anOriginal,
  approvalOfAll,
  approvedDecision,
  draftedDecision,
  editedDecision,
  importedDecision,
  publishedDecision,
  reopenedDecision,
  returnedDecision,
  reviewedDecision,
  someSegments,
  someTexts,
} from '../support/builders.ts';

const ready = aDocument(importedDecision(), ...approvalOfAll());

function after(document: DocumentState, ...decisions: DocumentDecision[]): DocumentState {
  return decisions.reduce((state, decision) => accepted(decide(state, decision, sha256Short)).next, document);
}

describe('blockers', () => {
  it('list every open segment in reading order, with the reason', () => {
    const document = aDocument(
      importedDecision(),
      draftedDecision({ segment: 1 }),
      editedDecision({ segment: 2, text: someTexts[2] }),
    );
    expect(blockers(document, 'he', sha256Short)).toEqual([
      { reason: 'untranslated', segmentId: 'segment-0000', ordinal: 0 },
      { reason: 'translated', segmentId: 'segment-0001', ordinal: 1 },
      { reason: 'reviewed', segmentId: 'segment-0002', ordinal: 2 },
    ]);
  });

  it('are none once everything is approved, and each locale has its own', () => {
    expect(blockers(ready, 'he', sha256Short)).toEqual([]);
    expect(blockers(ready, 'ar', sha256Short)).toHaveLength(someSegments.length);
  });

  it('name a target whose source has changed since', () => {
    const segments = ready.source.segments.with(2, { ...someSegments[2]!, text: 'Another sentence.' });
    const changed = { ...ready, source: { ...ready.source, version: 2, segments } };
    expect(blockers(changed, 'he', sha256Short)).toEqual([
      { reason: 'outdated', segmentId: 'segment-0002', ordinal: 2 },
    ]);
    expect(boardRow(changed, sha256Short).locales.he).toMatchObject({ approved: 3, outdated: 1 });
  });

  it('of the source’s own edition: none, unless there is nothing to read', () => {
    expect(blockers(aDocument(), 'en', sha256Short)).toEqual([]);
    const empty = aDocument(importedDecision({ source: { version: 1, locale: 'en', segments: [] } }));
    expect(blockers(empty, 'en', sha256Short)).toEqual([{ reason: 'empty' }]);
  });
});

describe('publishing', () => {
  it('is refused while a segment is open', () => {
    const document = aDocument(importedDecision(), draftedDecision());
    const outcome = decide(document, publishedDecision(document), sha256Short);
    expect(outcome).toMatchObject({ ok: false, code: 'edition.blocked', params: { count: 3 } });
  });

  it('is refused when a target moved since the editor looked, though all is approved again', () => {
    const decision = publishedDecision(ready);
    const moved = after(ready, editedDecision({ text: someTexts[1] }), approvedDecision());
    expect(decide(moved, decision, sha256Short)).toMatchObject({ ok: false, code: 'edition.stale' });
  });

  it('counts publications, and refuses one that changes nothing', () => {
    const once = after(ready, publishedDecision(ready));
    expect(livePublication(once, 'he')).toMatchObject({ n: 1 });
    expect(decide(once, publishedDecision(once), sha256Short)).toMatchObject({ ok: false, code: 'edition.unchanged' });
    const edited = after(once, editedDecision({ text: someTexts[1] }), approvedDecision());
    expect(livePublication(after(edited, publishedDecision(edited)), 'he')).toMatchObject({ n: 2 });
  });

  it('is taken back by withdrawing, and an earlier one comes back by rolling back', () => {
    const once = after(ready, publishedDecision(ready));
    const edited = after(once, editedDecision({ text: someTexts[1] }), approvedDecision());
    const twice = after(edited, publishedDecision(edited));
    const back = after(twice, { ...aHead(), kind: 'edition.rolled-back', locale: 'he', to: 1 });
    expect(livePublication(back, 'he')).toEqual(livePublication(once, 'he'));
    const gone = after(back, { ...aHead(), kind: 'edition.withdrawn', locale: 'he' });
    expect(livePublication(gone, 'he')).toBeUndefined();
    expect(editionOf(gone, 'he').publications).toHaveLength(2);
    const again = decide(gone, { ...aHead(), kind: 'edition.rolled-back', locale: 'he', to: 3 }, sha256Short);
    expect(again).toMatchObject({ ok: false, code: 'publication.unknown' });
  });

  it('of a document with live readers keeps it from being archived', () => {
    const live = after(ready, publishedDecision(ready));
    expect(decide(live, { ...aHead(), kind: 'document.archived' }, sha256Short)).toMatchObject({
      ok: false,
      code: 'document.live',
    });
    const archived = after(
      live,
      { ...aHead(), kind: 'edition.withdrawn', locale: 'he' },
      { ...aHead(), kind: 'document.archived' },
    );
    expect(decide(archived, editedDecision(), sha256Short)).toMatchObject({ ok: false, code: 'document.archived' });
    const restored = after(archived, { ...aHead(), kind: 'document.restored' });
    expect(decide(restored, editedDecision(), sha256Short).ok).toBe(true);
    expect(decide(restored, { ...aHead(), kind: 'document.restored' }, sha256Short)).toMatchObject({
      ok: false,
      code: 'document.not-archived',
    });
  });
});

describe('what readers see', () => {
  const segment = fc.nat({ max: 2 });
  const someAct = fc.oneof(
    segment.map((at) => () => editedDecision({ segment: at, text: someTexts[at] ?? '' })),
    segment.map((at) => () => draftedDecision({ segment: at, text: someTexts[at] ?? '' })),
    segment.map((at) => () => reviewedDecision({ segment: at })),
    segment.map((at) => () => approvedDecision({ segment: at })),
    segment.map((at) => () => returnedDecision({ segment: at })),
    segment.map((at) => () => reopenedDecision({ segment: at })),
  );

  it('is changed by no act on a target, and isUnchanged says whether publishing would change it', () => {
    const published = after(ready, publishedDecision(ready));
    fc.assert(
      fc.property(fc.array(someAct, { maxLength: 12 }), (acts) => {
        let document = published;
        let touched = false;
        for (const act of acts) {
          const outcome = decide(document, act(), sha256Short);
          if (!outcome.ok) continue;
          document = outcome.next;
          touched = true;
        }
        expect(document.editions).toEqual(published.editions);
        expect(isUnchanged(document, 'he')).toBe(!touched);
      }),
    );
  });
});

describe('a decision', () => {
  it('changes nothing that it is given', () => {
    const frozen = structuredClone(ready);
    decide(ready, editedDecision(), sha256Short);
    decide(ready, publishedDecision(ready), sha256Short);
    expect(ready).toEqual(frozen);
  });

  it.each([
    ['a document that is not there', undefined, editedDecision(), 'document.unknown'],
    ['a document that is there already', ready, importedDecision({ original: anOriginal() }), 'document.exists'],
    ['a segment of another document', ready, { ...editedDecision(), segmentId: 'segment-9999' }, 'segment.unknown'],
    ['a language it is not translated into', ready, editedDecision({ locale: 'en' }), 'locale.unknown'],
    [
      'its own language to be translated into',
      ready,
      { ...aHead(), kind: 'document.changed', to: ['he', 'ar', 'en'] },
      'import.same-locale',
    ],
    [
      'a translation that a job is at work on',
      after(aDocument(), { ...aHead(), kind: 'translation.requested', jobId: 'a', locales: ['he', 'ar'], total: 6 }),
      { ...aHead(), kind: 'translation.requested', jobId: 'b', locales: ['ar'], total: 3 },
      'job.running',
    ],
    ['a job that nobody asked for', ready, { ...aHead(), kind: 'translation.cancelled', jobId: 'x' }, 'job.unknown'],
  ] as Array<[string, DocumentState | undefined, DocumentDecision, string]>)(
    'about %s is refused',
    (_, document, decision, code) => {
      expect(decide(document, decision, sha256Short)).toMatchObject({ ok: false, code });
    },
  );
});
