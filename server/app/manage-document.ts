/** What a coordinator does to a document as a whole: look at it, change its locales, archive it and restore it. */
import { boardRow, type BoardRow } from '../domain/board.ts';
import type { DecisionId, DocumentId, DocumentState, MemberId, Original } from '../domain/document.ts';
import type { DocumentArchived, DocumentChanged, DocumentRestored } from '../domain/decision.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { jobProgress } from '../domain/job.ts';
import type { JobProgress, World } from '../ports.ts';

export interface DocumentInView extends BoardRow {
  readonly original: Original;
  readonly sourceVersion: number;
  readonly jobs: readonly JobProgress[];
}

/** One document with its counts and jobs. */
export async function viewDocument(
  world: World,
  documentId: DocumentId,
): Promise<{ readonly ok: true; readonly document: DocumentInView } | Refusal> {
  const document = await world.store.document(documentId);
  return document ? { ok: true, document: inView(world, document) } : refuse('document.unknown');
}

/**
 * Changes its locales, archives it, or takes it out of the archive. Refusals: document.unknown, document.live,
 * document.archived, document.not-archived.
 */
export async function changeDocument(
  world: World,
  order: {
    documentId: DocumentId;
    change: DocumentChanged | DocumentArchived | DocumentRestored;
    decisionId: DecisionId;
    by: MemberId;
  },
): Promise<{ readonly ok: true; readonly document: DocumentInView } | Refusal> {
  const { documentId, change, decisionId: id, by } = order;
  const decision = { ...change, id, at: world.clock.now(), by };
  const committed = await world.store.commit({ stream: documentId, decisions: [decision] });
  return committed.ok ? viewDocument(world, documentId) : committed;
}

function inView(world: World, document: DocumentState): DocumentInView {
  return {
    ...boardRow(document, world.hash),
    original: document.original,
    sourceVersion: document.source.version,
    jobs: document.jobs.map((job) => jobProgress(document, job)),
  };
}
