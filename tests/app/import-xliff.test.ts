/** A document goes out as XLIFF and comes back: what was changed is taken, what somebody decided since is not overwritten. */
import { beforeEach, describe, expect, it } from 'vitest';
import { exportEdition } from '../../server/app/export-edition.ts';
import { importTargets, previewTargets, type TargetsOrder } from '../../server/app/import-xliff.ts';
import type { DocumentDecision } from '../../server/domain/decision.ts';
import { accepted } from '../../server/domain/errors.ts';
import { readXliff } from '../../server/formats/xliff/read-xliff.ts';
import type { World } from '../../server/ports.ts';
import {
  aSegment,
  aSource,
  approvedDecision,
  commentDecision,
  draftedDecision,
  editedDecision,
  importedDecision,
  joinedDecision,
  reopenedDecision,
  resolutionDecision,
  returnedDecision,
  someSegments,
  someTexts,
  splitSourceDecision,
} from '../support/builders.ts';
import { aWorld } from '../support/desk.ts';
import { anXliff, bytesOf } from '../support/xliff.ts';

let world: World;
let documentId: string;
const locale = 'he';

beforeEach(async () => {
  world = await aWorld();
  const imported = importedDecision({
    source: aSource({
      segments: [...someSegments, aSegment({ id: 'segment-0003', kind: 'code-block', text: 'x < y' })],
    }),
  });
  documentId = imported.documentId;
  await decide(
    imported,
    draftedDecision({ segment: 0, text: someTexts[0] }),
    draftedDecision({ segment: 1, text: someTexts[1] }),
    editedDecision({ segment: 1, text: someTexts[1], by: 'noa' }),
  );
});

async function decide(...decisions: DocumentDecision[]): Promise<void> {
  for (const decision of decisions) accepted(await world.store.commit({ stream: documentId, decisions: [decision] }));
}

async function exported(): Promise<string> {
  const file = accepted(await exportEdition(world, { documentId, locale, format: 'xliff' }));
  return new TextDecoder().decode(file.bytes);
}

const order = (file: string, approve = false): TargetsOrder => ({
  documentId,
  locale,
  bytes: bytesOf(file),
  approve,
  by: 'noa',
});

async function targets() {
  const document = await world.store.document(documentId);
  return (document?.targets[locale] ?? []).map(({ text, state, revision }) => [text, state, revision]);
}

const summary = (numbers: object) => ({ ok: true, changed: 0, unchanged: 4, approved: 0, refused: [], ...numbers });

describe('the export', () => {
  it('is valid XLIFF that says texts, codes, states, origins and revisions', async () => {
    const file = await exported();
    const read = readXliff(bytesOf(file));
    expect(read, JSON.stringify(read)).toMatchObject({ ok: true });
    expect(read.ok && read.bilingual).toMatchObject({
      from: 'en',
      to: 'he',
      units: [
        { id: 'segment-0000', state: 'translated', target: [someTexts[0]] },
        { id: 'segment-0001', state: 'reviewed' },
        { id: 'segment-0002', state: 'initial', isTranslatable: true },
        { id: 'segment-0003', isTranslatable: false, source: ['x < y'] },
      ],
    });
    expect(read.ok && Object.fromEntries(read.bilingual.units[0]?.facts ?? [])).toMatchObject({
      revision: '1',
      origin: 'mt',
      provider: 'demo',
      model: 'demo',
    });
    expect(file).toContain('<segment state="reviewed" subState="dragoman:human">');
    expect(file).toContain('srcDir="ltr" trgDir="rtl" xml:space="preserve"');
  });

  it('has what is still asked as notes, and nothing that is resolved', async () => {
    const open = commentDecision({ text: 'מי זה <היה>?' });
    const resolved = commentDecision({ text: 'done' });
    await decide(open, resolved, resolutionDecision(resolved));
    const read = readXliff(bytesOf(await exported()));
    const notes = read.ok ? read.bilingual.units.flatMap((unit) => unit.notes) : [];
    expect(notes).toEqual([`${open.by}: מי זה <היה>?`]);
  });

  it('has a joined span as one unit', async () => {
    const document = await world.store.document(documentId);
    if (document) await decide(joinedDecision(document, { segment: 1 }));
    const read = readXliff(bytesOf(await exported()));
    expect(read.ok && read.bilingual.units.map(({ id }) => id)).toEqual([
      'segment-0000',
      'segment-0001',
      'segment-0003',
    ]);
    expect(await importTargets(world, order(await exported()))).toEqual(summary({ unchanged: 3 }));
  });

  it('is of a translation, never of the source’s own edition', async () => {
    expect(await exportEdition(world, { documentId, locale: 'en', format: 'xliff' })).toMatchObject({
      code: 'locale.unknown',
    });
  });
});

describe('the import', () => {
  it('of an untouched file changes nothing', async () => {
    const before = await targets();
    expect(await importTargets(world, order(await exported()))).toEqual(summary({}));
    expect(await targets()).toEqual(before);
  });

  it('takes what was changed as edits, in one commit, and once', async () => {
    const file = (await exported())
      .replace(someTexts[0], 'בית־הספר')
      .replace('.</source></segment>', '.</source><target>הוא הָלַךְ.</target></segment>');
    const commits: number[] = [];
    world.store.subscribe((recorded) => commits.push(recorded.length));
    expect(await previewTargets(world, order(file))).toEqual({
      ...summary({ changed: 2, unchanged: 2 }),
      isForeign: false,
      changes: [
        { ordinal: 0, before: someTexts[0], after: 'בית־הספר', codes: {} },
        { ordinal: 2, before: '', after: 'הוא הָלַךְ.', codes: {} },
      ],
    });
    expect(commits).toEqual([]);
    expect(await importTargets(world, order(file))).toEqual(summary({ changed: 2, unchanged: 2 }));
    expect(commits).toEqual([2]);
    expect(await targets()).toEqual([
      ['בית־הספר', 'reviewed', 2],
      [someTexts[1], 'reviewed', 2],
      ['הוא הָלַךְ.', 'reviewed', 1],
      ['', 'untranslated', 0],
    ]);
    expect(await importTargets(world, order(file))).toEqual(summary({}));
  });

  it('approves what the file calls final where that is asked for and nothing speaks against it', async () => {
    const file = (await exported())
      .replace('state="reviewed"', 'state="final"')
      .replace('state="translated"', 'state="final"');
    const lacking = file
      .replace(someTexts[0], 'בית־הספר')
      .replace(/(segment-0001.*?<target>.*?)<pc id="1"[^>]*>([^<]*)<\/pc>/u, '$1$2');
    expect(await importTargets(world, order(file))).toEqual(summary({}));
    const outcome = await importTargets(world, order(lacking, true));
    expect(outcome).toMatchObject({ changed: 2, approved: 1 });
    expect(outcome).toHaveProperty('refused', [
      { unit: 'segment-0001', ordinal: 1, code: 'check.open', params: { check: 'code.missing', count: 1 } },
    ]);
    expect((await targets()).map(([, state]) => state)).toEqual([
      'approved',
      'reviewed',
      'untranslated',
      'untranslated',
    ]);
  });

  it('overwrites nothing that was decided since, and says so', async () => {
    const file = (await exported()).replace(someTexts[0], 'אחר');
    await decide(editedDecision({ segment: 0, text: 'בינתיים' }), approvedDecision({ segment: 1 }));
    const refused = [{ unit: 'segment-0000', ordinal: 0, code: 'target.stale', params: { revision: 2 } }];
    const preview = { ...summary({ unchanged: 3, refused }), changes: [], isForeign: false };
    expect(await previewTargets(world, order(file))).toEqual(preview);
    expect(await importTargets(world, order(file, true))).toEqual(summary({ unchanged: 3, refused }));
    expect((await targets())[0]).toEqual(['בינתיים', 'reviewed', 2]);
  });

  it.each<[string, DocumentDecision[]]>([
    ['sent back', [returnedDecision({ segment: 1 })]],
    ['taken up again', [approvedDecision({ segment: 1 }), reopenedDecision({ segment: 1 })]],
  ])('approves no text that somebody has %s since the file left', async (_what, decisions) => {
    const file = (await exported()).replace('state="reviewed"', 'state="final"');
    await decide(...decisions);
    const outcome = await importTargets(world, order(file, true));
    expect(outcome).toMatchObject({ approved: 0, refused: [{ unit: 'segment-0001', code: 'target.stale' }] });
    const again = (await exported()).replace(/(segment-0001.*?state=")\w+/u, '$1final');
    expect(await importTargets(world, order(again, true))).toMatchObject({ approved: 1, refused: [] });
  });

  it('approves on a second import what the first only edited', async () => {
    const file = (await exported()).replace('state="translated"', 'state="final"').replace(someTexts[0], 'אחר');
    expect(await importTargets(world, order(file))).toMatchObject({ changed: 1, approved: 0 });
    expect(await importTargets(world, order(file, true))).toMatchObject({ changed: 0, approved: 1, refused: [] });
  });

  it('says nothing of a text that came back as it left, whatever was decided since', async () => {
    const file = await exported();
    await decide(editedDecision({ segment: 0, text: 'בינתיים' }));
    expect(await importTargets(world, order(file))).toEqual(summary({}));
  });

  it('refuses a text for another source', async () => {
    const file = (await exported()).replace(/<target>.*?<\/target>/gu, '<target>אחר</target>');
    const document = await world.store.document(documentId);
    if (document) await decide(splitSourceDecision(document, 5, { segment: 1 }));
    expect(await importTargets(world, order(file))).toMatchObject({
      changed: 1,
      refused: [{ unit: 'segment-0001', code: expect.stringMatching(/^(?:source|target)\.stale$/u) }],
    });
  });

  it('refuses a text whose source was rewritten in the file itself', async () => {
    const file = (await exported())
      .replace(someTexts[0], 'אחר')
      .replace(`<source>${someSegments[0]?.text ?? ''}`, '<source>Something else');
    expect(await importTargets(world, order(file))).toEqual(
      summary({ unchanged: 3, refused: [{ unit: 'segment-0000', ordinal: 0, code: 'source.stale', params: {} }] }),
    );
  });

  it.each([
    ['a code that the source has not', '<ph id="7"/>', 'content.code-unknown'],
    ['characters that look like a code', '&lt;1&gt;', 'content.look-alike'],
    ['a text that is empty', '', 'target.empty'],
  ])('refuses %s', async (_what, target, code) => {
    const file = (await exported()).replace(/(segment-0001.*?<target>).*?<\/target>/u, `$1${target}</target>`);
    expect(await importTargets(world, order(file))).toMatchObject({
      changed: 0,
      refused: [{ unit: 'segment-0001', ordinal: 1, code }],
    });
  });

  it('takes a file without revisions where no person has written, if its source is ours', async () => {
    const unit = (id: string, source: string, target: string) =>
      `<unit id="${id}"><segment><source>${source}</source><target>${target}</target></segment></unit>`;
    const file = anXliff(
      `<file id="f">${unit('segment-0000', someSegments[0]?.text ?? '', 'אחר')}` +
        unit('segment-0001', 'Read <pc id="1">the report</pc> of the village.', 'אחר') +
        `${unit('segment-0002', 'another source', 'אחר')}${unit('segment-9999', 'a', 'א')}</file>`,
      'version="2.0" srcLang="en-GB" trgLang="he-IL"',
    );
    expect(await previewTargets(world, order(file))).toMatchObject({ isForeign: true, changes: [{ after: 'אחר' }] });
    expect(await importTargets(world, order(file))).toMatchObject({
      changed: 1,
      refused: [
        { unit: 'segment-0001', code: 'target.stale' },
        { unit: 'segment-0002', code: 'source.stale' },
        { unit: 'segment-9999', code: 'segment.unknown' },
      ],
    });
  });

  it('takes XLIFF 1.2 the same way', async () => {
    const file =
      '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="en" target-language="he" ' +
      `datatype="plaintext" original="a"><body><trans-unit id="segment-0000"><source>${someSegments[0]?.text ?? ''}</source>` +
      '<target>אחר</target></trans-unit></body></file></xliff>';
    expect(await importTargets(world, order(file))).toEqual(summary({ changed: 1, unchanged: 0 }));
  });

  it('refuses the second of two units of one id', async () => {
    const file = (await exported()).replace(/<unit id="segment-0000".*?<\/unit>/u, (unit) =>
      unit.replace(someTexts[0], 'אחר'),
    );
    const doubled = file.replace(
      '</file>',
      `</file>${/<file .*<\/file>/su.exec(file)?.[0].replace('<file id="', '<file id="x') ?? ''}`,
    );
    expect(await importTargets(world, order(doubled))).toMatchObject({
      changed: 1,
      refused: [{ code: 'target.stale' }, {}, {}, {}],
    });
  });

  it.each([
    ['another language', (file: string) => file.replace('trgLang="he"', 'trgLang="ar"'), 'import.other-languages'],
    ['another document', (file: string) => file.replaceAll('segment-', 'elsewhere-'), 'import.other-document'],
    ['no XLIFF', () => '<tmx/>', 'import.xliff'],
    ['no XML', () => 'hello', 'import.xml'],
  ])('refuses a file of %s as a whole', async (_what, change, code) => {
    const before = await targets();
    expect(await importTargets(world, order(change(await exported())))).toMatchObject({ ok: false, code });
    expect(await targets()).toEqual(before);
  });
});
