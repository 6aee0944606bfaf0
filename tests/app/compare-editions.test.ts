/** What an editor is shown before pressing the button: exactly what readers would see change. */
import { beforeEach, describe, expect, it } from 'vitest';
import { viewChanges, viewEdition, type EditionKey } from '../../server/app/edition-view.ts';
import { correctEdition, publishEdition, type EditionOrder } from '../../server/app/publish-edition.ts';
import type { DocumentDecision } from '../../server/domain/decision.ts';
import { accepted } from '../../server/domain/errors.ts';
import type { World } from '../../server/ports.ts';
import {
  aDecisionId,
  aHead,
  approvalOfAll,
  approvedDecision,
  draftedDecision,
  editedDecision,
  importedDecision,
  joinedDecision,
  someSegments,
  someTexts,
  splitSourceDecision,
} from '../support/builders.ts';
import { aWorld } from '../support/desk.ts';

let world: World;
let key: EditionKey;

beforeEach(async () => {
  world = await aWorld();
  const imported = importedDecision({ slug: 'the-school' });
  key = { documentId: imported.documentId, locale: 'he' };
  await decide(imported);
});

async function decide(...decisions: readonly DocumentDecision[]): Promise<void> {
  for (const decision of decisions) {
    accepted(await world.store.commit({ stream: key.documentId, decisions: [decision] }));
  }
}

const order = (): EditionOrder => ({ ...key, decisionId: aDecisionId(), by: 'dana' });
const publish = async () => accepted(await publishEdition(world, order())).edition;
const changes = async (sides: { from?: number; to?: number } = {}) =>
  accepted(await viewChanges(world, { ...key, ...sides }));
const rows = async (sides: { from?: number; to?: number } = {}) =>
  (await changes(sides)).rows.map(({ segmentId, before, after, correctable = false }) => [
    someSegments.findIndex(({ id }) => id === segmentId),
    before?.text,
    after?.text,
    correctable,
  ]);

async function present() {
  const document = await world.store.document(key.documentId);
  if (document === undefined) throw new Error('no document');
  return document;
}

const second = 'קראו את <1>הדו״ח</1> השני.';

describe('changes', () => {
  it('before the first publication are the whole page, untranslated texts empty', async () => {
    await decide(draftedDecision({ segment: 1 }));
    expect(await rows()).toEqual([
      [0, undefined, '', false],
      [1, undefined, someTexts[1], false],
      [2, undefined, '', false],
    ]);
    expect(await changes()).not.toHaveProperty('from');
  });

  it('are none where readers have the draft', async () => {
    await decide(...approvalOfAll());
    await publish();
    expect(await changes()).toEqual({ ok: true, from: 1, rows: [], seen: expect.any(String) });
  });

  it('are the paragraphs that differ, with codes, and which of them could ship alone', async () => {
    await decide(...approvalOfAll());
    await publish();
    await decide(
      editedDecision({ text: second }),
      approvedDecision(),
      editedDecision({ segment: 2, text: 'הוא הָלַךְ.' }),
    );
    expect(await rows()).toEqual([
      [1, someTexts[1], second, true],
      [2, someTexts[2], 'הוא הָלַךְ.', false],
    ]);
    expect((await changes()).rows[0]).toMatchObject({
      ordinal: 1,
      kind: 'paragraph',
      before: { codes: someSegments[1]?.codes },
      after: { codes: someSegments[1]?.codes },
    });
    expect(accepted(await viewEdition(world, key)).edition.correctable).toBe(1);
  });

  it('are no decisions: a text that was changed and changed back is the same', async () => {
    await decide(...approvalOfAll());
    await publish();
    await decide(editedDecision({ text: second }), editedDecision({ text: someTexts[1] }), approvedDecision());
    expect((await changes()).rows).toEqual([]);
    expect(accepted(await viewEdition(world, key)).edition).toMatchObject({ correctable: 0, changedSinceLive: true });
  });

  it('of two publications are what readers saw change, either way round', async () => {
    await decide(...approvalOfAll());
    await publish();
    await decide(editedDecision({ text: second }), approvedDecision());
    await publish();
    expect(await rows({ from: 1, to: 2 })).toEqual([[1, someTexts[1], second, false]]);
    expect(await rows({ from: 2, to: 1 })).toEqual([[1, second, someTexts[1], false]]);
    expect(await rows({ from: 1 }), 'and the draft').toEqual([[1, someTexts[1], second, false]]);
  });

  it('name the details that differ', async () => {
    await decide(...approvalOfAll());
    await publish();
    const details = { description: 'בקצרה' };
    await decide({ ...aHead(), kind: 'edition.described', locale: 'he', details });
    expect(await changes()).toMatchObject({ rows: [], details: { before: {}, after: details } });
  });

  it('of joined paragraphs: one holds both, the other is gone', async () => {
    await decide(...approvalOfAll());
    await publish();
    await decide(joinedDecision(await present()));
    expect(await rows()).toEqual([
      [1, someTexts[1], expect.stringContaining(someTexts[2].slice(0, 4)), false],
      [2, someTexts[2], undefined, false],
    ]);
  });

  it('across versions of the source: new paragraphs are new', async () => {
    await decide(...approvalOfAll());
    await publish();
    await decide(splitSourceDecision(await present(), 10));
    const compared = (await changes()).rows;
    expect(compared).toMatchObject([{ ordinal: 3, after: { text: '' } }]);
    expect(compared[0]).not.toHaveProperty('before');
  });

  it('are refused for publications that are not there', async () => {
    await decide(...approvalOfAll());
    await publish();
    expect(await viewChanges(world, { ...key, from: 7 })).toMatchObject({
      code: 'publication.unknown',
      params: { n: 7 },
    });
    expect(await viewChanges(world, { ...key, to: 2 })).toMatchObject({
      code: 'publication.unknown',
      params: { n: 2 },
    });
    expect(await viewChanges(world, { ...key, documentId: 'nobody-knows' })).toMatchObject({
      code: 'document.unknown',
    });
  });
});

describe('a correction', () => {
  const correct = (segmentIds: readonly string[], note?: string) =>
    correctEdition(world, { ...order(), segmentIds, ...(note && { note }) });
  const [, first = '', other = ''] = someSegments.map(({ id }) => id);

  it('changes its paragraph on the page, says why, and nothing else', async () => {
    await decide(...approvalOfAll());
    await publish();
    await decide(editedDecision({ text: second }), approvedDecision(), editedDecision({ segment: 2, text: 'טיוטה' }));
    const { edition } = accepted(await correct([first], ' תוקן השם '));
    expect(edition).toMatchObject({ live: 2, changedSinceLive: true, correctable: 0 });
    expect(edition.publications[1]).toMatchObject({ n: 2, note: 'תוקן השם' });
    const page = await world.store.publication(key.documentId, 'he', 2);
    expect(page?.segments.map(({ text }) => text)).toEqual([someTexts[0], second, someTexts[2]]);
    expect(await rows()).toEqual([[2, someTexts[2], 'טיוטה', false]]);
  });

  it('is refused with what blocks its own paragraphs', async () => {
    await decide(...approvalOfAll());
    expect(await correct([first])).toMatchObject({ code: 'edition.not-published' });
    await publish();
    await decide(editedDecision({ text: second }), editedDecision({ segment: 2, text: 'טיוטה' }));
    expect(await correct([other])).toMatchObject({
      code: 'edition.blocked',
      blockers: [{ segmentId: other, reason: 'reviewed' }],
    });
  });
});
