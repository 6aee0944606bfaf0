/**
 * The commands, as a table: what a line of usage says, which options it takes, and what it does with a connection.
 * Each gives the contract's reply (printed by `--json`) and the text that a person reads. To add a command: a row.
 */
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Static } from 'typebox';
import type { BoardRowView } from '../contract/documents-api.ts';
import type { JobView } from '../contract/jobs-api.ts';
import type { Content } from '../domain/content.ts';
import { excerptOf } from '../domain/excerpt.ts';
import { exportFormats, isText } from '../domain/export-formats.ts';
import { inOrder, locales as allLocales, type Locale } from '../domain/locale.ts';
import { refuse, Refused, type RefusalParams } from '../domain/errors.ts';
import { localeOption, UsageError, type Command, type Done, type Invocation } from './command.ts';
import { deliverCommand } from './deliver-command.ts';
import { checkCommand } from './check-command.ts';
import { memoryCommands } from './memory-commands.ts';
import { publishingCommands } from './publishing-commands.ts';
import { siteCommands } from './site-commands.ts';
import { termCommands } from './term-commands.ts';
import { documentOperand, handOut, handOutBytes, namedFile } from './operands.ts';
import { refusalSentences, terminalLocale } from './words.ts';

export const commands: Readonly<Record<string, Command>> = {
  import: {
    usage: 'import FILE --from en --to he,ar [--title T]',
    operands: [1, 1],
    options: ['from', 'to', 'title'],
    run: importFile,
  },
  translate: {
    usage: 'translate DOC [--locale he] [--provider NAME]',
    operands: [1, 1],
    options: ['locale', 'provider'],
    run: translate,
  },
  status: { usage: 'status [DOC]', operands: [0, 1], options: [], run: status },
  approve: {
    usage: 'approve DOC --locale he --all [--dismiss REASON]',
    operands: [1, 1],
    options: ['locale', 'all', 'dismiss'],
    run: approveAll,
  },
  check: checkCommand,
  ...publishingCommands,
  deliver: deliverCommand,
  export: {
    usage: `export DOC --locale he --format ${exportFormats.join('|')} [--output FILE]`,
    operands: [1, 1],
    options: ['locale', 'format', 'output'],
    run: exportEdition,
  },
  'import-targets': {
    usage: 'import-targets DOC FILE.xlf --locale he [--approve] [--trial]',
    operands: [2, 2],
    options: ['locale', 'approve', 'trial'],
    run: importTargets,
  },
  ...memoryCommands,
  ...termCommands,
  ...siteCommands,
  'sign-in': { usage: 'sign-in', operands: [0, 0], options: [], run: signIn },
};

async function importFile({ connection, operands, options }: Invocation): Promise<Done> {
  const from = localeOption(options.from, '--from');
  const to = (options.to ?? '')
    .split(',')
    .filter(Boolean)
    .map((tag) => localeOption(tag, '--to'));
  const input = await namedFile(operands[0]);
  const order = { decisionId: crypto.randomUUID(), from, to, input };
  const send = (title?: string) =>
    connection.call('POST /api/documents', { body: { ...order, ...(title !== undefined && { title }) } });
  const reply = await send(options.title).catch((error: unknown) => {
    const asksForTitle = error instanceof Refused && error.refusal.code === 'import.title-missing';
    if (asksForTitle) return send(titleFromName(input.file, from));
    throw error;
  });
  return { reply, text: reply.documentId };
}

/** `short-news.en.txt`, imported from English, is called `short-news`. */
function titleFromName(file: string, from: Locale): string {
  const name = path.basename(file, path.extname(file));
  return name.endsWith(`.${from}`) ? name.slice(0, -from.length - 1) : name;
}

async function translate({ connection, operands, options, progress }: Invocation): Promise<Done> {
  const documentId = documentOperand(operands[0]);
  const document = await connection.call('GET /api/documents/:documentId', { params: { documentId } });
  const locales = options.locale === undefined ? document.to : [localeOption(options.locale, '--locale')];
  const body = { decisionId: crypto.randomUUID(), locales, ...(options.provider && { provider: options.provider }) };
  let job: Static<typeof JobView> = await connection.call('POST /api/documents/:documentId/translate', {
    params: { documentId },
    body,
  });
  while (job.status === 'running') {
    progress(jobLine(job));
    await pause(100);
    job = await connection.call('GET /api/documents/:documentId/jobs/:jobId', {
      params: { documentId, jobId: job.jobId },
    });
  }
  return { reply: job, text: jobLine(job), refused: job.status !== 'finished' || job.failed > 0 };
}

function jobLine({ status, done, failed, fromMemory, total, fault }: Static<typeof JobView>): string {
  const more = [...(fromMemory > 0 ? [`${fromMemory} from memory`] : []), ...(failed > 0 ? [`${failed} failed`] : [])];
  return `${[`${status}: ${done} of ${total} done`, ...more].join(', ')}${fault ? ` (${fault.code})` : ''}`;
}

async function status({ connection, operands: [id] }: Invocation): Promise<Done> {
  if (id === undefined) {
    const reply = await connection.call('GET /api/documents', {});
    return { reply, text: reply.documents.map(boardText).join('\n') || 'No documents yet: import one.' };
  }
  const documentId = documentOperand(id);
  const document = await connection.call('GET /api/documents/:documentId', { params: { documentId } });
  const editions = await Promise.all(
    inOrder([document.from, ...document.to]).map((locale) =>
      connection.call('GET /api/documents/:documentId/editions/:locale', { params: { documentId, locale } }),
    ),
  );
  const lines = editions.flatMap(({ locale, blockers, url }) => [
    `  ${locale}  ${blockers.length === 0 ? 'nothing blocks it' : `${blockers.length} open`}${url ? `  ${url}` : ''}`,
    ...blockers.map(({ reason, ordinal = 0, excerpt = '' }) => `      ${ordinal + 1}. ${reason}  ${excerpt}`),
  ]);
  return { reply: { ...document, editions }, text: [boardText(document), ...lines].join('\n') };
}

function boardText({ documentId, title, from, source, locales, segments }: Static<typeof BoardRowView>): string {
  const counts = allLocales.flatMap((locale) => {
    const { approved, live } = locales[locale] ?? {};
    if (approved === undefined) return [];
    return [`${locale} ${approved}/${segments}${live === undefined ? '' : ` published ${live}`}`];
  });
  const ofSource = `from ${from}${source.live === undefined ? '' : ` published ${source.live}`}`;
  return [documentId, title, ofSource, ...counts].join('  ');
}

async function approveAll({ connection, operands, options }: Invocation): Promise<Done> {
  if (!options.all) throw new UsageError('approve needs --all: one segment is approved in the desk.');
  const params = { documentId: documentOperand(operands[0]), locale: localeOption(options.locale, '--locale') };
  const body = options.dismiss === undefined ? {} : { dismiss: options.dismiss };
  const reply = await connection.call('POST /api/documents/:documentId/targets/:locale/approve', { params, body });
  const refused = await refusedLines(reply.refused.map((one) => ({ ...one, name: one.segmentId })));
  return {
    reply,
    text: [`${reply.approved} approved, ${refused.length} refused`, ...refused].join('\n'),
    refused: refused.length > 0,
  };
}

async function exportEdition({ connection, operands, options }: Invocation): Promise<Done> {
  const params = { documentId: documentOperand(operands[0]), locale: localeOption(options.locale, '--locale') };
  const format = exportFormats.find((known) => known === (options.format ?? 'txt'));
  if (format === undefined) throw new UsageError(`--format is one of ${exportFormats.join(', ')}.`);
  const bytes = await connection.download('GET /api/documents/:documentId/export/:locale', {
    params,
    query: { format },
  });
  return isText(format) ? handOut(new TextDecoder().decode(bytes), options) : handOutBytes(bytes, options);
}

/** Takes a translation back that left as XLIFF; exit code 1 where a unit was refused. */
async function importTargets({ connection, operands: [id, name], options }: Invocation): Promise<Done> {
  const params = { documentId: documentOperand(id), locale: localeOption(options.locale, '--locale') };
  const body = {
    input: await namedFile(name),
    ...(options.approve && { approve: true }),
    ...(options.trial && { isTrial: true }),
  };
  const reply = await connection.call('POST /api/documents/:documentId/targets/:locale/import', { params, body });
  const { changed, unchanged, approved, refused } = reply;
  const counts = `${changed} changed, ${unchanged} unchanged, ${approved} approved, ${refused.length} refused`;
  const lines = [
    ...(reply.isForeign ? ['  The file comes from another tool: texts that a person wrote are kept.'] : []),
    ...(reply.changes ?? []).map(({ ordinal, before, after, codes }) => {
      return `  ${ordinal + 1}. ${onOneLine({ text: before, codes })} → ${onOneLine({ text: after, codes })}`;
    }),
    ...(await refusedLines(refused.map((one) => ({ ...one, name: one.unit })))),
  ];
  return { reply, text: [counts, ...lines].join('\n'), refused: refused.length > 0 };
}

/** The beginning of a text, without its codes. */
function onOneLine(content: Content): string {
  return excerptOf(content).replace(/\s+/gu, ' ');
}

interface RefusedOne {
  /** What it is called where it has no place here. */
  readonly name: string;
  readonly ordinal?: number;
  readonly code: string;
  readonly params: RefusalParams;
}

/** Why each was not done, a line for each, in the terminal's language. */
async function refusedLines(refused: readonly RefusedOne[]): Promise<string[]> {
  const say = await refusalSentences(terminalLocale());
  return refused.map((one) => `  ${one.ordinal === undefined ? one.name : `${one.ordinal + 1}.`} ${say(one)}`);
}

async function signIn({ connection }: Invocation): Promise<Done> {
  if (!connection.isServer) throw new Refused(refuse('server.not-running'));
  const reply = await connection.call('POST /api/session/link', {});
  return { reply, text: reply.url };
}
