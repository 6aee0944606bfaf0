/** The commands that publish, against the real application: what they ask for, what they print, what they will not take. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError, type Done, type Options } from '../../server/cli/command.ts';
import { commands } from '../../server/cli/commands.ts';
import type { Connection } from '../../server/cli/connection.ts';
import { localTime } from '../../server/cli/local-time.ts';
import { accepted, refuse, Refused } from '../../server/domain/errors.ts';
import { aDecisionId, approvalOfAll, approvedDecision, editedDecision, importedDecision } from '../support/builders.ts';
import { aDesk, type CallParts, type Desk } from '../support/desk.ts';

let desk: Desk;
let doc: string;

beforeEach(async () => {
  desk = await aDesk();
  const imported = importedDecision({ slug: 'the-school' });
  doc = imported.documentId;
  await decide(imported, ...approvalOfAll('he'));
});
afterEach(() => desk.close());

async function decide(...decisions: ReadonlyArray<ReturnType<typeof approvalOfAll>[number]>): Promise<void> {
  for (const decision of decisions) accepted(await desk.world.store.commit({ stream: doc, decisions: [decision] }));
}

const connection: Connection = {
  to: 'a test',
  isServer: false,
  async call(line, parts) {
    const { status, reply } = await desk.call(line, parts as unknown as CallParts<typeof line>);
    if (status < 400) return reply;
    const { code, params } = reply as unknown as ReturnType<typeof refuse>;
    throw new Refused(refuse(code, params));
  },
  download: () => Promise.reject(new Error('nothing is downloaded here')),
  close: async () => undefined,
};

function run(name: string, operands: readonly string[], options: Options = {}): Promise<Done> {
  const command = commands[name];
  if (command === undefined) throw new Error(`no command ${name}`);
  return command.run({ connection, operands, options, input: async () => '', progress: () => undefined });
}

const he = { locale: 'he' } as const;

describe('publish', () => {
  it('publishes the draft, then a correction alone, as `changes` shows them', async () => {
    expect((await run('changes', [doc], he)).text).toContain('3 changed, not published before');
    expect((await run('publish', [doc], he)).text).toMatch(/^published 1 {2}http/u);
    await decide(editedDecision({ text: 'קראו את <1>הדו״ח</1> השני.' }), approvedDecision());
    const { text } = await run('changes', [doc], he);
    expect(text).toContain('1 changed, since publication 1');
    expect(text).toContain('    - קראו את הדו״ח של הכפר.\n    + קראו את הדו״ח השני.');
    const [, segments = ''] = /--segments (\S+)/u.exec(text) ?? [];
    expect(segments).toBe('2');
    expect((await run('publish', [doc], { ...he, segments, note: 'תוקן' })).text).toMatch(/^published 2/u);
    expect((await run('roll-back', [doc], { ...he, to: '1' })).text).toMatch(/^published 1/u);
    expect((await run('withdraw', [doc], he)).reply).not.toHaveProperty('live');
  });

  it('corrects what is named by number or by id, and says which name is of no changed paragraph', async () => {
    await expect(run('publish', [doc], { ...he, segments: '1' })).rejects.toThrow('edition.not-published');
    await run('publish', [doc], he);
    await decide(editedDecision({ text: 'קראו את <1>הדו״ח</1> השני.' }), approvedDecision());
    for (const name of ['7', '0', 'no-such-segm', 'two words'])
      await expect(run('publish', [doc], { ...he, segments: `2,${name}` })).rejects.toMatchObject({
        refusal: { code: 'correction.unknown', params: { name } },
      });
    const { reply } = await run('changes', [doc], he);
    const segmentId = (reply as { rows: Array<{ segmentId: string }> }).rows[0]?.segmentId ?? '';
    expect((await run('publish', [doc], { ...he, segments: `2,${segmentId}` })).text).toMatch(/^published 2/u);
  });

  it.each<[string, string, Options]>([
    ['publish', 'no paragraphs', { ...he, segments: ' , ' }],
    ['roll-back', 'no number', { ...he, to: 'first' }],
    ['publish', 'no language', {}],
    ['plan', 'a language that is none', { locales: 'he,fr' }],
    ['plan', 'a time that is none', { locales: 'he', at: 'tomorrow' }],
    ['plan', 'a day without a time', { locales: 'he', at: '2027-03-01' }],
    ['plan', 'a time without languages', { at: '2027-03-01T08:00Z' }],
    ['plan', 'both at once', { locales: 'he', cancel: true }],
  ])('%s with %s is a mistake of usage', async (name, _, options) => {
    await expect(run(name, [doc], options)).rejects.toThrow(UsageError);
  });
});

describe('plan', () => {
  it('is made, shown and cancelled', async () => {
    expect((await run('plan', [doc])).text).toBe('Nothing is planned.');
    const made = await run('plan', [doc], { locales: 'he, ar', at: '2999-03-01 08:00Z' });
    expect(made.reply).toMatchObject({ plans: [{ locales: ['he', 'ar'], notBefore: '2999-03-01T08:00:00.000Z' }] });
    expect(made.text).toBe(
      `he, ar  not before ${localTime('2999-03-01T08:00Z')}; ar 3 open\nCarried out while a server runs.`,
    );
    expect((await run('plan', [doc])).reply).toMatchObject({ plans: [{ locales: ['he', 'ar'] }] });
    await expect(run('publish', [doc], he)).rejects.toThrow('edition.held');
    expect(await run('plan', [doc], { cancel: true })).toEqual({ reply: { plans: [] }, text: '1 cancelled' });
    expect((await run('publish', [doc], he)).text).toMatch(/^published 1/u);
  });

  it('takes a time without a zone as the one of this machine, and languages in any order', async () => {
    const made = await run('plan', [doc], { locales: 'ar,he', at: '2999-03-01T08:00' });
    expect(made.reply).toMatchObject({ plans: [{ notBefore: new Date(2999, 2, 1, 8).toISOString() }] });
    expect(made.text).toMatch(/^he, ar {2}not before 2999-03-01 08:00 [+-]\d\d:\d\d \(/u);
  });

  it('of what is ready is carried out at once', async () => {
    expect((await run('plan', [doc], { locales: 'he' })).text).toBe('Nothing is planned.');
    expect((await run('changes', [doc], he)).text).toBe('0 changed, since publication 1');
  });
});

describe('what stands around', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dragoman-site-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function set(value: unknown): Promise<Done> {
    const file = path.join(folder, 'site.json');
    await writeFile(file, typeof value === 'string' ? value : JSON.stringify(value));
    return run('site set', [file]);
  }

  it('is set by a file that names some of it, or all that `site show --json` printed', async () => {
    const tags = [{ id: 'land', names: { he: 'קרקע' } }];
    expect((await set({ tags })).reply).toMatchObject({ revision: 1, settings: { tags, theme: 'paper' } });
    const { reply: shown } = await run('site show', []);
    expect((await set(shown)).reply).toMatchObject({ revision: 2 });
    await expect(set(shown)).rejects.toThrow('settings.stale');
    await expect(set('[]')).rejects.toThrow(UsageError);
    await expect(set('{')).rejects.toThrow(UsageError);
    await expect(set({ tagz: [] })).rejects.toThrow('request.invalid');
    expect((await run('tag', [doc, 'land'])).text).toBe('tags: land');
    expect((await run('tag', [doc])).text).toBe('tags: none');
    expect((await run('tag', [doc, 'קרקע, land'])).text).toBe('tags: land');
    expect((await run('tag', [doc, ''])).text).toBe('tags: none');
    await expect(run('tag', [doc, 'Bad tag!'])).rejects.toThrow('tag.unknown');
    await expect(run('tag', [doc, 'sea'])).rejects.toThrow('tag.unknown');
  });

  it('has a name in addresses', async () => {
    expect((await run('rename', [doc, 'The Village'])).text).toBe('now at the-village');
    await run('publish', [doc], he);
    expect((await run('rename', [doc, 'Bad slug!'])).text).toBe(
      'now at bad-slug; the old address the-village leads there',
    );
    await run('rename', [doc, 'The Village']);
    await expect(run('rename', [doc, 'The Village'])).rejects.toThrow('document.same-slug');
  });

  it('has details, of which each may be set alone', async () => {
    await run('details', [doc], { ...he, translators: 'נועה לוי, Dana' });
    expect((await run('details', [doc], { ...he, description: 'בקצרה' })).text).toBe(
      'translators: נועה לוי, Dana\ndescription: בקצרה',
    );
    expect((await run('details', [doc], { ...he, translators: '' })).text).toContain('translators: –');
    expect((await run('details', [doc], he)).text).toContain('description: בקצרה');
  });

  it('is refused for a document that is not there', async () => {
    await expect(run('tag', [aDecisionId().slice(0, 12), ''])).rejects.toThrow('document.unknown');
  });
});
