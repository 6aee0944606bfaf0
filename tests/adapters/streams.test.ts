/** Replay takes what was accepted as it is: a rule that became stricter since refuses no old journal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { emptyHead, replay, stage, type Head } from '../../server/adapters/streams.ts';
import type { DocumentDecision } from '../../server/domain/decision.ts';
import { blockers } from '../../server/domain/edition.ts';
import type { Recorded } from '../../server/ports.ts';
import {
  aHead,
  approvedDecision,
  draftedDecision,
  editedDecision,
  importedDecision,
  publishedDecision,
  reopenedDecision,
  returnedDecision,
  reviewedDecision,
  aDocument,
} from '../support/builders.ts';

const imported = importedDecision();
const stream = imported.documentId;

function asRecorded(decisions: readonly DocumentDecision[]): Recorded[] {
  return [imported, ...decisions].map((decision, at) => ({ stream, seq: at + 1, decision }));
}

function replayed(...decisions: readonly DocumentDecision[]): Head {
  return replay(emptyHead, asRecorded(decisions));
}

/** Each would be refused today where it stands. */
const refusedToday: Array<[string, DocumentDecision[]]> = [
  ['an approval of a text without its codes', [editedDecision({ text: 'קראו את הדו״ח.' }), approvedDecision()]],
  ['an approval of nothing', [approvedDecision()]],
  ['an empty text', [editedDecision({ text: ' ' })]],
  ['a text with a look-alike of a code', [editedDecision({ text: 'קראו < 1>' })]],
  ['a return without a reason', [editedDecision(), returnedDecision({ reason: '' })]],
  ['a machine over a person', [editedDecision(), draftedDecision()]],
  ['a review of what is reviewed', [editedDecision(), reviewedDecision()]],
  ['what was decided in an archive', [{ ...aHead(), kind: 'document.archived' }, editedDecision()]],
  [
    'what was decided in a language that has gone',
    [{ ...aHead(), kind: 'document.changed', to: [] }, editedDecision()],
  ],
  ['an edition that is not whole', [publishedDecision(aDocument())]],
  ['the end of what was not there', [{ ...aHead(), kind: 'edition.withdrawn', locale: 'he' }]],
];

describe('replay', () => {
  it.each(refusedToday)('takes %s', (_, decisions) => {
    const before = replayed(...decisions.slice(0, -1));
    expect(stage(before, { stream, decisions: decisions.slice(-1) }, sha256Short).ok).toBe(false);
    expect(replayed(...decisions).seq).toBe(decisions.length + 1);
  });

  it('does to a text what the decision says, whatever the rules say of it now', () => {
    const { document } = replayed(editedDecision({ text: 'קראו את הדו״ח.' }), approvedDecision());
    expect(document?.targets.he?.[1]).toMatchObject({ state: 'approved', text: 'קראו את הדו״ח.', revision: 2 });
    expect(document && blockers(document, 'he', sha256Short)).toMatchObject([
      { ordinal: 0, reason: 'untranslated' },
      { ordinal: 1, reason: 'check', checks: ['code.missing'] },
      { ordinal: 2, reason: 'untranslated' },
    ]);
  });

  it.each<[string, DocumentDecision]>([
    ['a segment', { ...editedDecision(), segmentId: 'segment-9999' }],
    ['a job', { ...aHead(), kind: 'translation.cancelled', jobId: 'job000000001' }],
    ['a publication', { ...aHead(), kind: 'edition.rolled-back', locale: 'he', to: 3 }],
    ['a second import', importedDecision({ documentId: stream })],
  ])('calls it damage when a decision names %s that cannot be', (_, decision) => {
    expect(() => replayed(decision)).toThrow(/in the replay/u);
  });

  it('gives the head that staging gave, decision by decision', () => {
    const acts = [
      draftedDecision,
      editedDecision,
      reviewedDecision,
      approvedDecision,
      returnedDecision,
      reopenedDecision,
    ];
    const act = fc.tuple(fc.constantFrom(...acts), fc.nat(2)).map(([make, segment]) => make({ segment }));
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (decisions) => {
        let head = replayed();
        const kept: Recorded[] = asRecorded([]);
        for (const decision of decisions) {
          const staged = stage(head, { stream, decisions: [decision] }, sha256Short);
          if (!staged.ok) continue;
          head = staged.head;
          kept.push(...staged.recorded);
        }
        expect(replay(emptyHead, kept)).toEqual(head);
      }),
    );
  });
});
