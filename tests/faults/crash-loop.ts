/**
 * The crash loop: a real server under concurrent savers is killed with SIGKILL at a random moment, started again, and
 * asked for everything it had acknowledged. Each saver owns some segments and counts on its own revisions; a save
 * whose answer never came is sent again with the same decision id, as a browser's outbox would, and must count once.
 *
 * A checker has to be able to fail: `tests/e2e/crash.test.ts` also hands it a journal with a decision cut out.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { longArticle } from '../support/long-article.ts';
import { call, dragoman, startServer, type Place, type RunningServer } from '../support/server-process.ts';

export interface CrashReport {
  readonly cycles: number;
  readonly acknowledged: number;
  readonly resent: number;
  /** Acknowledged decisions that the history does not hold. */
  readonly lost: number;
  /** Decisions that the history holds twice. */
  readonly doubled: number;
  /** Histories whose revisions are not 1, 2, 3 … */
  readonly broken: number;
  /** What `verify` said of the folder at the end. */
  readonly verified: boolean;
}

interface Save {
  readonly decisionId: string;
  readonly segmentId: string;
  readonly baseRevision: number;
  readonly text: string;
}

const savers = 10;
const locale = 'he';

/** Kills and restarts `cycles` times; `random` gives numbers from 0 to 1. */
export async function crashLoop(place: Place, cycles: number, random: () => number): Promise<CrashReport> {
  let server = await startServer(place);
  const { documentId, segmentIds } = await importArticle(server);
  const acknowledged = new Set<string>();
  const revisions = new Map(segmentIds.map((id) => [id, 0]));
  let unanswered: Save[] = [];
  let resent = 0;
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    resent += unanswered.length;
    const open = new Map(unanswered.map((save) => [save.segmentId, save]));
    const ended = new AbortController();
    const work = Array.from({ length: savers }, (_, saver) =>
      keepSaving(
        server,
        documentId,
        segmentIds.filter((_id, index) => index % savers === saver),
        { open, revisions, acknowledged, random, signal: ended.signal },
      ),
    );
    await pause(100 + random() * 500);
    await server.kill('SIGKILL');
    ended.abort();
    unanswered = (await Promise.all(work)).flat();
    server = await startServer(place);
  }
  const history = await readHistory(server, documentId, segmentIds);
  await server.kill('SIGTERM');
  const verify = await dragoman(place, ['verify']);
  return {
    cycles,
    acknowledged: acknowledged.size,
    resent,
    ...judge(history, acknowledged),
    verified: verify.code === 0,
  };
}

/** Compares histories (decision ids and revisions, segment by segment) with what was acknowledged. */
export function judge(
  history: ReadonlyArray<ReadonlyArray<{ id: string; revision: number }>>,
  acknowledged: ReadonlySet<string>,
): Pick<CrashReport, 'lost' | 'doubled' | 'broken'> {
  const ids = history.flat().map(({ id }) => id);
  const kept = new Set(ids);
  return {
    lost: [...acknowledged].filter((id) => !kept.has(id)).length,
    doubled: ids.length - kept.size,
    broken: history.filter((entries) => entries.some(({ revision }, index) => revision !== index + 1)).length,
  };
}

interface Ledger {
  /** Saves of the last cycle whose answer never came, by segment: sent again first. */
  readonly open: Map<string, Save>;
  readonly revisions: Map<string, number>;
  readonly acknowledged: Set<string>;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** One saver, until the server dies; gives what was left without an answer. */
async function keepSaving(
  server: RunningServer,
  documentId: string,
  segmentIds: string[],
  ledger: Ledger,
): Promise<Save[]> {
  const { open, revisions, acknowledged, random, signal } = ledger;
  for (let turn = 0; !signal.aborted; turn += 1) {
    const segmentId = segmentIds[turn % segmentIds.length] ?? '';
    const baseRevision = revisions.get(segmentId) ?? 0;
    const save = open.get(segmentId) ?? { decisionId: randomUUID(), segmentId, baseRevision, text: `טקסט ${random()}` };
    open.set(segmentId, save);
    const answer = await put(server, documentId, save).catch(() => undefined);
    if (answer === undefined) break;
    if (answer.status !== 200) throw new Error(`A save was answered ${answer.status}: ${JSON.stringify(answer.reply)}`);
    acknowledged.add(save.decisionId);
    revisions.set(segmentId, save.baseRevision + 1);
    open.delete(segmentId);
  }
  return segmentIds.flatMap((id) => open.get(id) ?? []);
}

function put(server: RunningServer, documentId: string, { segmentId, ...body }: Save) {
  const { decisionId, baseRevision, text } = body;
  return call(server, 'PUT /api/documents/:documentId/segments/:segmentId/targets/:locale', {
    params: { documentId, segmentId, locale },
    body: { decisionId, baseRevision, text },
  });
}

async function importArticle(server: RunningServer): Promise<{ documentId: string; segmentIds: string[] }> {
  const text = longArticle({ seed: 7, locale: 'en', paragraphs: 40, wordsPerParagraph: 20 });
  const imported = await call(server, 'POST /api/documents', {
    body: { decisionId: randomUUID(), from: 'en', to: [locale], title: 'Crash', input: { text, format: 'text' } },
  });
  const { documentId } = imported.reply;
  const page = await call(server, 'GET /api/documents/:documentId/segments', {
    params: { documentId },
    query: { locale },
  });
  return { documentId, segmentIds: page.reply.rows.filter(({ target }) => target).map(({ segmentId }) => segmentId) };
}

async function readHistory(server: RunningServer, documentId: string, segmentIds: string[]) {
  return Promise.all(
    segmentIds.map(async (segmentId) => {
      const line = 'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/history';
      const { reply } = await call(server, line, { params: { documentId, segmentId, locale } });
      return reply.entries.map(({ decisionId, revision = 0 }) => ({ id: decisionId, revision })).toReversed();
    }),
  );
}
