/** How editions come to readers, from a terminal: publishing, corrections, plans, taking back, and what stands around. */
import type { EditionView } from '../contract/editions-api.ts';
import type { EditionChanges } from '../contract/publishing-api.ts';
import type { PlanView } from '../contract/schemas.ts';
import type { SiteView } from '../contract/site-api.ts';
import { withoutCodes, type Content } from '../domain/content.ts';
import { refuse, Refused } from '../domain/errors.ts';
import { inOrder, isLocale, type Locale } from '../domain/locale.ts';
import { localeOption, UsageError, type Command, type Done, type Invocation, type Options } from './command.ts';
import { localTime } from './local-time.ts';
import { documentOperand } from './operands.ts';

export const publishingCommands: Readonly<Record<string, Command>> = {
  changes: { usage: 'changes DOC --locale he', operands: [1, 1], options: ['locale'], run: changes },
  publish: {
    usage: 'publish DOC --locale he [--segments 2,5] [--note TEXT]',
    operands: [1, 1],
    options: ['locale', 'segments', 'note'],
    run: publish,
  },
  plan: {
    usage: 'plan DOC [--locales he,ar [--at 2027-03-01T08:00] | --cancel]',
    operands: [1, 1],
    options: ['locales', 'at', 'cancel'],
    run: plan,
  },
  withdraw: { usage: 'withdraw DOC --locale he', operands: [1, 1], options: ['locale'], run: withdraw },
  'roll-back': {
    usage: 'roll-back DOC --locale he --to N',
    operands: [1, 1],
    options: ['locale', 'to'],
    run: rollBack,
  },
  details: {
    usage: 'details DOC --locale he [--translators NAME,NAME] [--description TEXT]',
    operands: [1, 1],
    options: ['locale', 'translators', 'description'],
    run: details,
  },
  tag: { usage: 'tag DOC [TAG,TAG]', operands: [1, 2], options: [], run: tag },
  rename: { usage: 'rename DOC SLUG', operands: [2, 2], options: [], run: rename },
};

const decisionId = (): string => crypto.randomUUID();

async function changes({ connection, operands, options }: Invocation): Promise<Done> {
  const line = 'GET /api/documents/:documentId/editions/:locale/changes';
  const reply = await connection.call(line, { params: editionOf(operands, options), query: {} });
  return { reply, text: changesText(reply) };
}

function changesText({ from, rows, details }: EditionChanges): string {
  const since = from === undefined ? 'not published before' : `since publication ${from}`;
  const paragraphs = rows.flatMap(({ ordinal, kind, before, after, correctable, segmentId }) => [
    `  ${ordinal + 1}. ${kind}  ${segmentId}${correctable ? `  could ship alone: --segments ${ordinal + 1}` : ''}`,
    ...(before ? [`    - ${onOneLine(before)}`] : []),
    ...(after ? [`    + ${onOneLine(after)}`] : []),
  ]);
  const around = details
    ? ['  details', `    - ${JSON.stringify(details.before)}`, `    + ${JSON.stringify(details.after)}`]
    : [];
  return [`${rows.length} changed, ${since}`, ...paragraphs, ...around].join('\n');
}

function onOneLine({ text, codes }: Content): string {
  return withoutCodes(text, codes).replace(/\s+/gu, ' ').trim();
}

async function publish({ connection, operands, options }: Invocation): Promise<Done> {
  const params = editionOf(operands, options);
  const said = { decisionId: decisionId(), ...(options.note?.trim() && { note: options.note }) };
  if (options.segments === undefined) {
    const line = 'POST /api/documents/:documentId/editions/:locale/publish';
    const reply = await connection.call(line, { params, body: said });
    return { reply, text: publishedText(reply) };
  }
  const changed = await connection.call('GET /api/documents/:documentId/editions/:locale/changes', {
    params,
    query: {},
  });
  const segmentIds = segmentsNamed(listOf(options.segments), changed);
  const line = 'POST /api/documents/:documentId/editions/:locale/correct';
  const reply = await connection.call(line, { params, body: { ...said, segmentIds } });
  return { reply, text: publishedText(reply) };
}

/**
 * The changed paragraphs that a person names, by the number or the id that `changes` prints. What is gone keeps the number
 * it had: where two have the same, it is the one that could ship alone.
 * Throws `Refused` edition.not-published, where nothing could be corrected, or correction.unknown.
 */
function segmentsNamed(names: readonly string[], { from, rows }: EditionChanges): string[] {
  if (names.length === 0) throw new UsageError('--segments names paragraphs as “changes” shows them: 2,5.');
  if (from === undefined) throw new Refused(refuse('edition.not-published'));
  const ids = names.map((name) => {
    const named = rows.filter(({ ordinal, segmentId }) => segmentId === name || String(ordinal + 1) === name);
    const row = named.find(({ correctable }) => correctable) ?? named[0];
    if (row === undefined) throw new Refused(refuse('correction.unknown', { name }));
    return row.segmentId;
  });
  return [...new Set(ids)];
}

function publishedText({ live, url = '' }: EditionView): string {
  return `published ${live ?? ''}  ${url}`.trim();
}

async function plan({ connection, operands: [id], options }: Invocation): Promise<Done> {
  const params = { documentId: documentOperand(id) };
  const { plans } = await connection.call('GET /api/documents/:documentId', { params });
  if (options.cancel) {
    if (options.locales !== undefined || options.at !== undefined) throw new UsageError('--cancel stands alone.');
    for (const { planId } of plans) {
      const line = 'DELETE /api/documents/:documentId/plans/:planId';
      await connection.call(line, { params: { ...params, planId }, body: { decisionId: decisionId() } });
    }
    return { reply: { plans: [] }, text: `${plans.length} cancelled` };
  }
  if (options.locales === undefined) {
    if (options.at !== undefined) throw new UsageError('--at wants --locales: which languages?');
    return { reply: { plans }, text: plansText(plans) };
  }
  const body = { decisionId: decisionId(), locales: localesOption(options.locales), ...timeOption(options.at) };
  const reply = await connection.call('POST /api/documents/:documentId/plans', { params, body });
  const waits = reply.plans.length > 0 && !connection.isServer;
  return { reply, text: `${plansText(reply.plans)}${waits ? '\nCarried out while a server runs.' : ''}` };
}

function plansText(plans: readonly PlanView[]): string {
  const lines = plans.map(({ locales, notBefore, waiting }) => {
    const time = notBefore === undefined ? 'as soon as all are ready' : `not before ${localTime(notBefore)}`;
    const open = waiting.map(({ locale, blockers }) => `${locale} ${blockers} open`);
    return [`${inOrder(locales).join(', ')}  ${time}`, ...open].join('; ');
  });
  return lines.join('\n') || 'Nothing is planned.';
}

async function withdraw({ connection, operands, options }: Invocation): Promise<Done> {
  const params = editionOf(operands, options);
  const body = { decisionId: decisionId() };
  const reply = await connection.call('POST /api/documents/:documentId/editions/:locale/withdraw', { params, body });
  return { reply, text: 'withdrawn' };
}

async function rollBack({ connection, operands, options }: Invocation): Promise<Done> {
  const params = editionOf(operands, options);
  if (!/^[1-9]\d{0,8}$/u.test(options.to ?? '')) throw new UsageError('--to names a publication: 1, 2, …');
  const body = { decisionId: decisionId(), to: Number(options.to) };
  const reply = await connection.call('POST /api/documents/:documentId/editions/:locale/roll-back', { params, body });
  return { reply, text: publishedText(reply) };
}

async function details({ connection, operands, options }: Invocation): Promise<Done> {
  const params = editionOf(operands, options);
  const { translators, description } = options;
  const now = await connection.call('GET /api/documents/:documentId/editions/:locale', { params });
  const isAsked = translators === undefined && description === undefined;
  if (isAsked) return { reply: now, text: detailsText(now) };
  const changed = {
    ...now.details,
    ...(translators !== undefined && { translators: listOf(translators) }),
    ...(description !== undefined && { description }),
  };
  const body = { decisionId: decisionId(), details: changed };
  const reply = await connection.call('PUT /api/documents/:documentId/editions/:locale/details', { params, body });
  return { reply, text: detailsText(reply) };
}

function detailsText({ details: { translators = [], description = '' } }: EditionView): string {
  return [`translators: ${translators.join(', ') || '–'}`, `description: ${description || '–'}`].join('\n');
}

async function tag({ connection, operands: [id, tags] }: Invocation): Promise<Done> {
  const params = { documentId: documentOperand(id) };
  const { settings } = await connection.call('GET /api/site', {});
  const body = { decisionId: decisionId(), tags: tagsNamed(listOf(tags), settings.tags) };
  const reply = await connection.call('PUT /api/documents/:documentId/tags', { params, body });
  return { reply, text: `tags: ${reply.tags.join(', ') || 'none'}` };
}

type Tag = SiteView['settings']['tags'][number];

/** The ids of tags that a person names, by id or by a name in any language. Throws `Refused` tag.unknown. */
function tagsNamed(words: readonly string[], tags: readonly Tag[]): string[] {
  const ids = words.map((word) => {
    const isCalledSo = ({ names }: Tag) => Object.values(names).some((name) => folded(name) === folded(word));
    const tag = tags.find(({ id }) => id === word) ?? tags.find(isCalledSo);
    if (tag === undefined) throw new Refused(refuse('tag.unknown', { tag: word }));
    return tag.id;
  });
  return [...new Set(ids)];
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

async function rename({ connection, operands: [id, slug = ''] }: Invocation): Promise<Done> {
  const params = { documentId: documentOperand(id) };
  const { slug: former } = await connection.call('GET /api/documents/:documentId', { params });
  const body = { decisionId: decisionId(), slug };
  const reply = await connection.call('PUT /api/documents/:documentId/slug', { params, body });
  const leadsThere = reply.formerSlugs.includes(former);
  return { reply, text: `now at ${reply.slug}${leadsThere ? `; the old address ${former} leads there` : ''}` };
}

function editionOf([id]: readonly string[], { locale }: Options): { documentId: string; locale: Locale } {
  return { documentId: documentOperand(id), locale: localeOption(locale, '--locale') };
}

function listOf(words = ''): string[] {
  return words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function localesOption(words: string): Locale[] {
  const named = [...new Set(listOf(words))];
  if (named.length > 0 && named.every(isLocale)) return named;
  throw new UsageError('--locales names languages: en, he or ar, with commas between them.');
}

/** A time with its zone, or by this machine's clock; a day alone has none, and is not guessed at. */
function timeOption(at: string | undefined): { notBefore?: string } {
  if (at === undefined) return {};
  const isTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/u.test(at);
  const time = new Date(at.replace(' ', 'T'));
  if (isTime && !Number.isNaN(time.getTime())) return { notBefore: time.toISOString() };
  throw new UsageError('--at is a time: 2027-03-01T08:00, 2027-03-01T08:00+03:00 or 2027-03-01T06:00Z.');
}
