/** What every store must do, whatever is under it: the suite that store-memory, store-lowdb and any other run. */
import fc from 'fast-check';
import { emptySite } from '../../server/domain/site.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { boardRow } from '../../server/domain/board.ts';
import { decide } from '../../server/domain/decide.ts';
import type { DocumentDecision } from '../../server/domain/decision.ts';
import type { DocumentState } from '../../server/domain/document.ts';
import { accepted } from '../../server/domain/errors.ts';
import { separateTarget } from '../../server/domain/reshape.ts';
import { spanOf } from '../../server/domain/spans.ts';
import type { Committed, Recorded, Store } from '../../server/ports.ts';
import {
  aDecisionId,
  aDocument,
  aHead,
  approvalOfAll,
  approvedDecision,
  commentDecision,
  aShortId,
  aSource,
  aSegment,
  draftedDecision,
  editedDecision,
  importedDecision,
  joinedDecision,
  memoryDecision,
  publishedDecision,
  reopenedDecision,
  resolutionDecision,
  returnedDecision,
  reviewedDecision,
  someSegments,
  splitSourceDecision,
  someTexts,
} from '../support/builders.ts';

export interface StoreUnderTest {
  readonly store: Store;
  /** Ends the store and what it stands on. */
  readonly end: () => Promise<void>;
}

export function storeContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name}: the store's contract`, () => {
    let store: Store;
    let end: () => Promise<void>;
    beforeEach(async () => {
      ({ store, end } = await open());
    });
    afterEach(() => end());

    async function importOne(to = importedDecision()): Promise<string> {
      await commit(to.documentId, to);
      return to.documentId;
    }

    function commit(stream: string, ...decisions: DocumentDecision[]): Promise<Committed> {
      return store.commit({ stream, decisions });
    }

    it('gives each decision its place in its stream, and each target decision its revision', async () => {
      const stream = await importOne();
      const first = await commit(stream, draftedDecision(), editedDecision({ segment: 2, text: someTexts[2] }));
      const second = await commit(stream, approvedDecision());
      expect(placesOf(first)).toEqual([
        [2, 1],
        [3, 1],
      ]);
      expect(placesOf(second)).toEqual([[4, 2]]);
    });

    it('says nothing of being read-only while it is not', async () => {
      await importOne();
      expect(store.readOnly()).toBeUndefined();
    });

    it('writes all decisions of a commit or none', async () => {
      const stream = await importOne();
      const refused = await commit(stream, draftedDecision(), approvedDecision({ segment: 2 }));
      expect(refused).toMatchObject({ ok: false, code: 'target.state' });
      expect(await store.decisions(stream)).toHaveLength(1);
      expect((await store.document(stream))?.targets).toEqual({});
    });

    it('refuses a save that was based on an older revision, and says which is current', async () => {
      const stream = await importOne();
      await commit(stream, editedDecision());
      const save = (revision: number) =>
        store.commit({
          stream,
          decisions: [editedDecision({ text: `${someTexts[1]} ${revision}` })],
          expects: [{ of: 'target', locale: 'he', segmentId: 'segment-0001', revision }],
        });
      expect(await save(0)).toEqual({ ok: false, code: 'target.stale', params: { revision: 1 } });
      expect(await save(1)).toMatchObject({ ok: true });
      expect((await store.document(stream))?.targets.he?.[1]?.text).toBe(`${someTexts[1]} 1`);
    });

    it('lets exactly one of many saves upon the same revision win', async () => {
      const stream = await importOne();
      const expects = [{ of: 'target', locale: 'he', segmentId: 'segment-0001', revision: 0 }] as const;
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => store.commit({ stream, decisions: [editedDecision()], expects })),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers.filter((answer) => !answer.ok && answer.code === 'target.stale')).toHaveLength(9);
    });

    it('refuses what was decided upon another version of the source', async () => {
      const stream = await importOne();
      const expects = [{ of: 'source', version: 2 }] as const;
      expect(await store.commit({ stream, decisions: [editedDecision()], expects })).toMatchObject({
        code: 'edition.stale',
      });
    });

    it('answers a retry as it answered first, and does nothing twice', async () => {
      const stream = await importOne();
      const decision = editedDecision();
      const first = await commit(stream, decision);
      await commit(stream, editedDecision({ text: `${someTexts[1]} later` }));
      const expects = [{ of: 'target', locale: 'he', segmentId: 'segment-0001', revision: 0 }] as const;
      const later = { ...decision, at: aHead().at };
      expect(await store.commit({ stream, decisions: [later], expects })).toEqual(first);
      expect(await store.decisions(stream)).toHaveLength(3);
    });

    it('answers a retry that overtakes its first answer', async () => {
      const stream = await importOne();
      const decision = editedDecision();
      const [first, second] = await Promise.all([commit(stream, decision), commit(stream, decision)]);
      expect(second).toEqual(first);
      expect(await store.decisions(stream)).toHaveLength(2);
    });

    it('answers the retry of an import with the document that the first made', async () => {
      const first = importedDecision();
      const again = { ...importedDecision(), id: first.id, original: first.original };
      await commit(first.documentId, first);
      const answer = await commit(again.documentId, again);
      expect(answer.ok && answer.recorded[0]?.stream).toBe(first.documentId);
      expect(await store.document(again.documentId)).toBeUndefined();
    });

    it.each([
      ['another text', (id: string) => editedDecision({ id, text: `${someTexts[1]} other` })],
      ['another segment', (id: string) => editedDecision({ id, segment: 2 })],
      ['another locale', (id: string) => editedDecision({ id, locale: 'ar' })],
      ['another person', (id: string) => editedDecision({ id, by: 'omar' })],
      ['another kind', (id: string) => reviewedDecision({ id })],
    ])('refuses an id that was used for %s', async (_, other) => {
      const stream = await importOne();
      const id = aDecisionId();
      await commit(stream, editedDecision({ id }));
      expect(await commit(stream, other(id))).toMatchObject({ ok: false, code: 'decision.reused' });
      expect(await commit(stream, editedDecision({ segment: 2, text: someTexts[2] }), other(id))).toMatchObject({
        code: 'decision.reused',
      });
      expect(await store.decisions(stream)).toHaveLength(2);
    });

    it('refuses an id that was used in another document, or twice in one commit', async () => {
      const [one, two] = [await importOne(), await importOne()];
      const decision = editedDecision();
      await commit(one, decision);
      expect(await commit(two, decision)).toMatchObject({ code: 'decision.reused' });
      const twice = editedDecision();
      expect(await commit(two, twice, { ...editedDecision({ segment: 2 }), id: twice.id })).toMatchObject({
        code: 'decision.reused',
      });
    });

    it.each(['../escaped', 'documents/..', '', '.', 'con', 'a'.repeat(300), 'a\u0000bcdefghijk'])(
      'knows no stream %j',
      async (stream) => {
        expect(await commit(stream, editedDecision())).toMatchObject({ code: 'document.unknown' });
        expect(await store.document(stream)).toBeUndefined();
        expect(await store.decisions(stream)).toEqual([]);
      },
    );

    it('tells subscribers of each commit in order, when readers can see it', async () => {
      const stream = await importOne();
      const seen: number[] = [];
      const found: Array<Promise<Recorded | undefined>> = [];
      const unsubscribe = store.subscribe((recorded) => {
        seen.push(...recorded.map(({ seq }) => seq));
        found.push(...recorded.map(({ decision }) => store.byDecisionId(decision.id)));
      });
      await Promise.all(Array.from({ length: 20 }, () => commit(stream, editedDecision())));
      unsubscribe();
      await commit(stream, editedDecision());
      expect(seen).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
      expect((await Promise.all(found)).map((record) => record?.seq)).toEqual(seen);
    });

    it('shows readers a decision no later than its answer', async () => {
      const stream = await importOne();
      for (const text of ['<1>א</1>', '<1>ب</1>']) {
        await commit(stream, editedDecision({ text }));
        expect((await store.document(stream))?.targets.he?.[1]?.text).toBe(text);
        expect((await store.decisions(stream)).at(-1)?.decision).toMatchObject({ text });
      }
    });

    it('gives a stream, what came after a place, and the history of one target', async () => {
      const stream = await importOne();
      await commit(stream, draftedDecision(), draftedDecision({ locale: 'ar' }), editedDecision());
      await commit(stream, approvedDecision());
      const history = await store.decisions(stream, { targets: [{ locale: 'he', segmentId: 'segment-0001' }] });
      expect(history.map(({ decision, revision }) => [decision.kind, revision])).toEqual([
        ['target.drafted', 1],
        ['target.edited', 2],
        ['target.approved', 3],
      ]);
      expect((await store.decisions(stream, { after: 3 })).map(({ seq }) => seq)).toEqual([4, 5]);
      expect(await store.decisions('nothing-here')).toEqual([]);
    });

    it('tells the histories of two targets apart whose keys have the same 32-bit digest', async () => {
      // `he:` + either id has one FNV-1a digest.
      const twins = ['seg0000105zx', 'seg00001bpcd'].map((id) => aSegment({ id }));
      const stream = await importOne(importedDecision({ source: aSource({ segments: twins }) }));
      const edits = twins.map((segment) => editedDecision({ segment, text: segment.id }));
      await commit(stream, ...edits);
      for (const { segmentId } of edits) {
        const history = await store.decisions(stream, { targets: [{ locale: 'he', segmentId }] });
        expect(history.map(({ decision }) => decision)).toMatchObject([{ text: segmentId }]);
      }
    });

    it('gives the histories of many targets at once, in the order of the stream and nothing twice', async () => {
      const imported = importedDecision();
      const stream = await importOne(imported);
      const approvals = approvalOfAll();
      const join = joinedDecision(aDocument(imported, ...approvals));
      await commit(stream, ...approvals, draftedDecision({ locale: 'ar' }), join);
      const ofThese = (...ids: string[]) => ids.map((segmentId) => ({ locale: 'he' as const, segmentId }));
      const about = async (...ids: string[]) => {
        const history = await store.decisions(stream, { targets: ofThese(...ids) });
        return history.map(({ decision }) => decision.id);
      };
      const expected = (...ids: string[]) =>
        [...approvals.filter((one) => 'segmentId' in one && ids.includes(one.segmentId)), join].map(({ id }) => id);
      expect(await about('segment-0001', 'segment-0002')).toEqual(expected('segment-0001', 'segment-0002'));
      expect(await about('segment-0002')).toEqual(expected('segment-0002'));
      expect(await about()).toEqual([]);
    });

    it('gives a decision on several targets in the history of each, and in no other', async () => {
      const imported = importedDecision();
      const stream = await importOne(imported);
      const approvals = approvalOfAll();
      await commit(stream, ...approvals);
      const join = joinedDecision(aDocument(imported, ...approvals));
      expect(await commit(stream, join)).toMatchObject({ ok: true });
      const last = async (segmentId: string, locale: 'he' | 'ar' = 'he') =>
        (await store.decisions(stream, { targets: [{ locale, segmentId }] })).at(-1)?.decision.kind;
      expect(await Promise.all(['segment-0001', 'segment-0002', 'segment-0000'].map((id) => last(id)))).toEqual([
        'target.joined',
        'target.joined',
        'target.approved',
      ]);
      expect(await last('segment-0001', 'ar')).toBeUndefined();
      expect(
        await store.decisions(stream, { targets: [{ locale: 'he', segmentId: 'segment-0002' }], after: 7 }),
      ).toMatchObject([{ decision: { id: join.id } }]);
    });

    it('keeps a publication of the parts when they are joined, and one of the whole when it is taken apart', async () => {
      const imported = importedDecision();
      const approvals = approvalOfAll();
      const stream = await importOne(imported);
      const before = aDocument(imported, ...approvals);
      await commit(stream, ...approvals, publishedDecision(before));
      const parts = await store.publication(stream, 'he', 1);
      await commit(stream, joinedDecision(before));
      const joined = (await store.document(stream)) ?? before;
      const whole = spanOf(joined, 'he', 'segment-0001')?.segment ?? 1;
      const approved = accepted(decide(joined, approvedDecision({ segment: whole }), sha256Short)).next;
      await commit(stream, approvedDecision({ segment: whole }), publishedDecision(approved));
      const published = await store.publication(stream, 'he', 2);
      const order = { ...aHead(), locale: 'he', segmentId: 'segment-0001' } as const;
      const apart = (await store.document(stream)) ?? before;
      const { targets } = accepted(separateTarget(apart, order));
      expect(await commit(stream, { ...order, kind: 'target.separated', targets })).toMatchObject({ ok: true });
      expect((await store.publication(stream, 'he', 1))?.segments).toEqual(parts?.segments);
      expect((await store.publication(stream, 'he', 2))?.segments).toEqual(published?.segments);
      expect(published?.segments.map(({ text }) => text)).toEqual([someTexts[0], `${someTexts[1]} ${someTexts[2]}`]);
    });

    it('keeps a publication with its source when the source is split', async () => {
      const imported = importedDecision();
      const approvals = approvalOfAll();
      const stream = await importOne(imported);
      const before = aDocument(imported, ...approvals);
      await commit(stream, ...approvals, publishedDecision(before), publishedDecision(before, 'en'));
      const published = [await store.publication(stream, 'he', 1), await store.publication(stream, 'en', 1)];
      const split = splitSourceDecision((await store.document(stream)) ?? before, 'He walked'.length);
      expect(await commit(stream, split)).toMatchObject({ ok: true });
      expect((await store.document(stream))?.source.segments).toHaveLength(4);
      expect((await store.document(stream))?.targets.he).toHaveLength(4);
      expect([await store.publication(stream, 'he', 1), await store.publication(stream, 'en', 1)]).toEqual(published);
      const history = await store.decisions(stream, { targets: [{ locale: 'he', segmentId: 'segment-0002' }] });
      expect(history.at(-1)?.decision.id).toBe(split.id);
      const untouched = await store.decisions(stream, { targets: [{ locale: 'ar', segmentId: 'segment-0002' }] });
      expect(untouched.map(({ decision }) => decision.id)).toEqual([split.id]);
    });

    it('finds a decision by its id', async () => {
      const stream = await importOne();
      const decision = editedDecision();
      await commit(stream, decision);
      expect(await store.byDecisionId(decision.id)).toEqual({ stream, seq: 2, revision: 1, decision });
      expect(await store.byDecisionId(aDecisionId())).toBeUndefined();
    });

    it('keeps a publication as it was published, whatever is decided afterwards', async () => {
      const imported = importedDecision();
      const approvals = approvalOfAll();
      const stream = await importOne(imported);
      await commit(stream, ...approvals);
      await commit(stream, publishedDecision(aDocument(imported, ...approvals)));
      const published = await store.publication(stream, 'he', 1);
      expect(published?.segments.map(({ text }) => text)).toEqual([...someTexts]);
      expect(published?.segments[1]?.origin).toEqual({ type: 'human', by: 'dana' });
      await commit(stream, editedDecision({ text: '<1>תוקן</1>' }), reopenedDecision({ segment: 2 }));
      await commit(stream, approvedDecision(), editedDecision({ segment: 2, text: 'אחר' }));
      expect(await store.publication(stream, 'he', 1)).toEqual(published);
      expect(await store.publication(stream, 'he', 2)).toBeUndefined();
      expect(await store.publication(stream, 'ar', 1)).toBeUndefined();
      expect(await store.publication('nothing-here', 'he', 1)).toBeUndefined();
    });

    it("publishes the source language's edition with the source's own text", async () => {
      const imported = importedDecision();
      const stream = await importOne(imported);
      expect(await commit(stream, publishedDecision(aDocument(imported), 'en'))).toMatchObject({ ok: true });
      const published = await store.publication(stream, 'en', 1);
      expect(published?.segments.map(({ text }) => text)).toEqual(someSegments.map(({ text }) => text));
      expect(published).toMatchObject({ documentId: stream, slug: imported.slug, locale: 'en', from: 'en' });
    });

    it('carries what nobody translates into an edition as it stands', async () => {
      const segments = [
        aSegment({ kind: 'title', text: 'Title' }),
        aSegment({ kind: 'code-block', text: 'let x = 1;' }),
      ];
      const imported = importedDecision({ source: aSource({ segments }) });
      const title = segments[0] ?? aSegment();
      const decisions = [
        editedDecision({ segment: title, text: 'כותרת' }),
        approvedDecision({ segment: title }),
      ] as const;
      const stream = await importOne(imported);
      await commit(stream, ...decisions);
      await commit(stream, publishedDecision(aDocument(imported, ...decisions)));
      const published = await store.publication(stream, 'he', 1);
      expect(published?.segments.map(({ text }) => text)).toEqual(['כותרת', 'let x = 1;']);
    });

    it('lists documents by their newest change, the archived among them', async () => {
      const [one, two, three] = [await importOne(), await importOne(), await importOne()];
      await commit(one, editedDecision());
      await commit(two, { ...aHead(), kind: 'document.archived' });
      expect((await store.board()).map(({ documentId }) => documentId)).toEqual([two, one, three]);
      await commit(three, editedDecision());
      expect((await store.board()).map(({ documentId }) => documentId)).toEqual([three, two, one]);
      const document = await store.document(one);
      expect((await store.board()).map(({ archived }) => archived)).toEqual([false, true, false]);
      expect((await store.board())[2]).toEqual(document && boardRow(document, sha256Short));
      expect((await store.document(two))?.archived).toBe(true);
    });

    it('gives the whole board to each of many who ask at once', async () => {
      await Promise.all(Array.from({ length: 5 }, () => importOne()));
      const boards = await Promise.all(Array.from({ length: 3 }, () => store.board()));
      expect(boards.map((rows) => rows.length)).toEqual([5, 5, 5]);
    });

    it('keeps the site in a stream of its own', async () => {
      const memory = memoryDecision();
      await store.commit({ stream: 'site', decisions: [memory, { ...aHead(), kind: 'access.granted' }] });
      const units = memory.pairs.map(([en, he]) => ({ texts: { en, he } }));
      const { id, at, by } = memory;
      expect(await store.site()).toEqual({ ...emptySite, memory: [{ id, name: '', at, by, units }] });
      expect((await store.decisions('site')).map(({ seq }) => seq)).toEqual([1, 2]);
      expect(await store.board()).toEqual([]);
      expect(await store.document('site')).toBeUndefined();
    });

    it('keeps originals under their digest, once, and gives the same bytes', async () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
      const sha256 = await store.keepOriginal(bytes);
      expect(sha256).toBe('40aff2e9d2d8922e47afd4648e6967497158785fbd1da870e7110266bf944880');
      expect(await store.keepOriginal(bytes)).toBe(sha256);
      expect(Uint8Array.from((await store.original(sha256)) ?? [])).toEqual(bytes);
      expect(await store.original('0'.repeat(64))).toBeUndefined();
      expect(await store.original('../journal/journal.log')).toBeUndefined();
    });

    it('keeps texts to the code point', async () => {
      const stream = await importOne();
      for (const text of [
        '<1>הָלַךְ</1>',
        '<1>صه تُثبّت</1>',
        '<1>צה״ל\u200F</1>',
        '<1>الـ«حزب»\t\u2028\n</1>',
        '<1>👩‍👩‍👧</1>',
      ]) {
        await commit(stream, editedDecision({ text }));
        expect((await store.decisions(stream)).at(-1)?.decision).toMatchObject({ text });
        expect((await store.document(stream))?.targets.he?.[1]?.text).toBe(text);
      }
    });

    it('keeps what was said about a segment, and counts on the board what is open', async () => {
      const stream = await importOne();
      const begun = commentDecision();
      const ofSource = commentDecision({ about: 'source', mentions: ['dana'] });
      await commit(stream, begun, commentDecision({ replyTo: begun.id, text: 'לא: „משרד”.' }), ofSource);
      const said = (await store.document(stream))?.threads?.map(({ comments }) => comments.map(({ text }) => text));
      expect(said).toEqual([[begun.text, 'לא: „משרד”.'], [ofSource.text]]);
      await commit(stream, resolutionDecision(ofSource));
      const [row] = await store.board();
      expect([row?.locales.he?.commented, row?.locales.ar?.commented]).toEqual([1, undefined]);
    });

    it('equals a plain fold of the decisions that it accepted', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyCommit, { maxLength: 30 }), async (commits) => {
          const imported = importedDecision();
          const stream = await importOne(imported);
          let model = aDocument(imported);
          const answers = await Promise.all(
            commits.map(async (acts) => {
              const decisions = acts.map((act) => act(model));
              return { decisions, answer: await store.commit({ stream, decisions }) };
            }),
          );
          const accepted: Recorded[] = [];
          for (const { decisions, answer } of answers) {
            const after = fold(model, decisions);
            expect(answer.ok).toBe(after !== undefined);
            if (answer.ok) accepted.push(...answer.recorded);
            model = after ?? model;
          }
          expect(await store.document(stream)).toEqual(model);
          expect((await store.decisions(stream)).slice(1)).toEqual(accepted);
          expect((await store.board()).find(({ documentId }) => documentId === stream)).toEqual(
            boardRow(model, sha256Short),
          );
        }),
        { numRuns: 60 },
      );
    });
  });
}

type Act = (document: DocumentState) => DocumentDecision;

const about = fc.record({
  segment: fc.integer({ min: 0, max: someSegments.length }),
  locale: fc.constantFrom('he', 'ar', 'en'),
});
const text = fc.constantFrom(...someTexts, '', 'הָלַךְ', '<1>צה״ל');

/** One to three acts, so that some commits fail in their middle. */
const anyCommit = fc.array(
  fc.oneof<[fc.Arbitrary<Act>, ...Array<fc.Arbitrary<Act>>]>(
    fc.tuple(about, text).map(
      ([about, text]) =>
        () =>
          draftedDecision({ ...about, text }),
    ),
    fc.tuple(about, text).map(
      ([about, text]) =>
        () =>
          editedDecision({ ...about, text }),
    ),
    about.map((about) => () => reviewedDecision(about)),
    about.map((about) => () => approvedDecision(about)),
    about.map((about) => () => returnedDecision(about)),
    about.map((about) => () => reopenedDecision(about)),
    fc
      .tuple(about, fc.constantFrom('target' as const, 'source' as const), text)
      .map(([place, about, text]) => ({ threads = [] }) => {
        const replyTo = threads.find((thread) => !thread.resolved)?.id;
        return commentDecision({ ...place, about, text, ...(replyTo && place.segment === 1 && { replyTo }) });
      }),
    fc.constantFrom('comment.resolved' as const, 'comment.reopened' as const).map((kind) => ({ threads = [] }) => {
      const thread = threads.at(-1);
      const { id, segmentId, locale } = thread ?? { ...aHead(), segmentId: 'segment-0001', locale: 'he' };
      return { ...aHead(), kind, segmentId, ...(locale && { locale }), commentId: id };
    }),
    fc.constantFrom('he', 'en').map((locale) => (document) => publishedDecision(document, locale)),
    fc.constantFrom('he', 'en').map((locale) => () => ({ ...aHead(), kind: 'edition.withdrawn', locale })),
    fc.constant((): DocumentDecision => ({
      ...aHead(),
      kind: 'translation.requested',
      jobId: aShortId('job'),
      locales: ['he'],
      total: 3,
    })),
  ),
  { minLength: 1, maxLength: 3 },
);

/** All decisions or none. */
function fold(document: DocumentState, decisions: readonly DocumentDecision[]): DocumentState | undefined {
  let next: DocumentState = document;
  for (const decision of decisions) {
    const outcome = decide(next, decision, sha256Short);
    if (!outcome.ok) return undefined;
    next = outcome.next;
  }
  return next;
}

function placesOf(committed: Committed): Array<[number, number | undefined]> {
  return committed.ok ? committed.recorded.map(({ seq, revision }) => [seq, revision]) : [];
}
