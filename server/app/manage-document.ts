/**
 * What people do to a document as a whole: look at it, change its locales, say what it is about and what it is called in
 * addresses, archive it and restore it.
 */
import { boardRow, type BoardRow } from '../domain/board.ts';
import type { DecisionId, DocumentId, DocumentState, MemberId, Original } from '../domain/document.ts';
import type {
  DocumentArchived,
  DocumentChanged,
  DocumentRenamed,
  DocumentRestored,
  DocumentTagged,
} from '../domain/decision.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { jobProgress } from '../domain/job.ts';
import type { TagId } from '../domain/site-settings.ts';
import { settingsOf } from '../domain/site.ts';
import { asSlug } from '../domain/slug.ts';
import type { JobProgress, World } from '../ports.ts';
import { givingName } from './document-names.ts';
import { plansInView, type PlanInView } from './edition-view.ts';

export interface DocumentInView extends Omit<BoardRow, 'plans'> {
  readonly original: Original;
  readonly sourceVersion: number;
  readonly jobs: readonly JobProgress[];
  readonly tags: readonly TagId[];
  readonly formerSlugs: readonly string[];
  readonly plans: readonly PlanInView[];
}

interface DocumentOrder {
  readonly documentId: DocumentId;
  readonly decisionId: DecisionId;
  readonly by: MemberId;
}

type DocumentOutcome = { readonly ok: true; readonly document: DocumentInView } | Refusal;

/** One document with its counts and jobs. */
export async function viewDocument(world: World, documentId: DocumentId): Promise<DocumentOutcome> {
  const document = await world.store.document(documentId);
  return document ? { ok: true, document: await inView(world, document) } : refuse('document.unknown');
}

/**
 * Changes its locales, archives it, or takes it out of the archive. Refusals: document.unknown, document.live,
 * document.planned, document.archived, document.not-archived.
 */
export async function changeDocument(
  world: World,
  { change, ...order }: DocumentOrder & { readonly change: DocumentChanged | DocumentArchived | DocumentRestored },
): Promise<DocumentOutcome> {
  return decide(world, order, change);
}

/**
 * Says what a document is about. A tag that the settings have no more may stay; no such tag is given anew.
 * Refusals: document.unknown, document.archived, tag.unknown, decision.reused.
 */
export async function tagDocument(
  world: World,
  { tags, ...order }: DocumentOrder & { readonly tags: readonly TagId[] },
): Promise<DocumentOutcome> {
  const document = await world.store.document(order.documentId);
  if (document === undefined) return refuse('document.unknown');
  const { tags: offered } = settingsOf(await world.store.site());
  const known = new Set([...offered.map(({ id }) => id), ...(document.tags ?? [])]);
  const unknown = tags.find((tag) => !known.has(tag));
  return unknown === undefined
    ? decide(world, order, { kind: 'document.tagged', tags })
    : refuse('tag.unknown', { tag: unknown });
}

/**
 * Gives a document another name in addresses, made of what is given.
 * Refusals: document.unknown, document.archived, document.slug-empty, document.slug-taken, document.same-slug,
 * decision.reused.
 */
export async function renameDocument(
  world: World,
  { slug: given, ...order }: DocumentOrder & { readonly slug: string },
): Promise<DocumentOutcome> {
  const slug = asSlug(given);
  if (slug === '') return refuse('document.slug-empty');
  return givingName(
    world,
    async (taken) =>
      taken.has(slug) ? refuse('document.slug-taken') : decide(world, order, { kind: 'document.renamed', slug }),
    order.documentId,
  );
}

async function decide(
  world: World,
  { documentId, decisionId: id, by }: DocumentOrder,
  change: DocumentChanged | DocumentArchived | DocumentRestored | DocumentTagged | DocumentRenamed,
): Promise<DocumentOutcome> {
  const decision = { ...change, id, at: world.clock.now(), by };
  const committed = await world.store.commit({ stream: documentId, decisions: [decision] });
  return committed.ok ? viewDocument(world, documentId) : committed;
}

async function inView(world: World, document: DocumentState): Promise<DocumentInView> {
  const { original, source, jobs, tags = [], formerSlugs = [] } = document;
  return {
    ...boardRow(document, world.hash),
    original,
    sourceVersion: source.version,
    jobs: jobs.map((job) => jobProgress(document, job)),
    tags,
    formerSlugs,
    plans: await plansInView(world, document),
  };
}
