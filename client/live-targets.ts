/**
 * What a few decisions on targets make stale. A document of 5,000 segments is megabytes, and a reviewer's own save
 * comes back as an event: so the rows that are shown are mended target by target, and only those that are behind; of a comment the count beside its row. Many
 * decisions at once (a machine at work, a bulk approval), or any other kind, are worth reading everything again.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { ServerEvent } from '../server/contract/api.ts';
import type { TargetView } from '../server/contract/schemas.ts';
import { siteStream } from '../server/domain/decision.ts';
import { call } from './api.ts';
import { commentsLine, showThreads } from './comments-cache.ts';
import { refresh } from './queries.ts';
import { fits, keepNewer, withTarget } from './review/rows.ts';
import { rowsLine, rowsReadings, type RowsPage } from './rows-cache.ts';

export type DecisionEvent = Extract<ServerEvent, { type: 'decision' }>;
type CommentEvent = DecisionEvent & Required<Pick<DecisionEvent, 'segmentId'>>;
type TargetEvent = DecisionEvent & Required<Pick<DecisionEvent, 'segmentId' | 'locale' | 'revision'>>;

/** Up to so many targets are read one by one. */
const few = 12;
const targetLine = 'GET /api/documents/:documentId/segments/:segmentId/targets/:locale';

/** Brings what is known of a document up to date after these decisions. */
export async function refreshAfter(
  client: QueryClient,
  documentId: string,
  events: readonly DecisionEvent[],
): Promise<void> {
  if (documentId === siteStream) return refreshSite(client, events);
  if (events.length > few || !events.every((event) => isOnTarget(event) || isComment(event) || isOnCheck(event))) {
    return refresh(client, documentId);
  }
  await Promise.all([
    refresh(client, documentId, rowsLine),
    ...events.filter(isOnTarget).map((event) => mend(client, documentId, event)),
    ...events.filter(isComment).map((event) => mendComments(client, documentId, event)),
  ]);
}

/** Terms, the memory, the house style and the site's settings are seen wherever texts are; no row of a document holds any of them. */
async function refreshSite(client: QueryClient, events: readonly DecisionEvent[]): Promise<void> {
  if (events.some(({ kind }) => /^(?:terms?|memory|policy|settings)\./u.test(kind)))
    await refresh(client, undefined, rowsLine);
}

/** Reads the threads beside a segment again for every reading of rows that it stands in: they are counted there. */
async function mendComments(client: QueryClient, documentId: string, event: CommentEvent): Promise<void> {
  const mended = rowsReadings(client, documentId, event.locale).map(async ({ locale, page }) => {
    const row = page.rows.find(({ segmentId }) => segmentId === event.segmentId);
    if (!row) return;
    // Of a span the first segment's row tells.
    const target = { documentId, segmentId: row.coveredBy ?? row.segmentId, locale };
    const found = await call(commentsLine, { params: target }).catch(() => undefined);
    if (found) showThreads(client, target, found.threads);
  });
  await Promise.all(mended);
}

/** Reads the target of an event again in every reading of rows that has an older one. */
async function mend(
  client: QueryClient,
  documentId: string,
  { locale, segmentId, revision }: TargetEvent,
): Promise<void> {
  const behind = rowsReadings(client, documentId, locale).filter(({ page }) => {
    const known = page.rows.find((row) => row.segmentId === segmentId)?.target?.revision;
    return known !== undefined && known < revision;
  });
  if (behind.length === 0) return;
  const params = { documentId, segmentId, locale };
  const target = await call(targetLine, { params }).catch(() => undefined);
  if (target === undefined || behind.some(({ page }) => !hasRowFor(page, segmentId, target))) {
    return refresh(client, documentId);
  }
  for (const { put } of behind) {
    put((page) => ({ ...page, rows: keepNewer(page.rows, withTarget(page.rows, segmentId, target)) }));
  }
}

/** A target that stands for more or fewer segments than it did changes other rows too. */
function hasRowFor({ rows }: RowsPage, segmentId: string, target: TargetView): boolean {
  return rows.some((row) => row.segmentId === segmentId && fits(row, target));
}

function isComment(event: DecisionEvent): event is CommentEvent {
  return event.kind.startsWith('comment.') && event.segmentId !== undefined;
}

/** Something that a check found is let stand, or not any more: no row changes. */
function isOnCheck({ kind }: DecisionEvent): boolean {
  return kind.startsWith('check.');
}

function isOnTarget(event: DecisionEvent): event is TargetEvent {
  return event.segmentId !== undefined && event.locale !== undefined && event.revision !== undefined;
}
