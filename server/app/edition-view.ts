/** An edition as an editor sees it: what still blocks it, what was published when, and where readers find it. */
import type {
  DecisionId,
  DocumentId,
  DocumentState,
  EditionDetails,
  Publication,
  Timestamp,
} from '../domain/document.ts';
import {
  behindSince,
  blockers,
  detailsOf,
  editionLocales,
  editionOf,
  isUnchanged,
  livePublication,
  type Blocker,
} from '../domain/edition.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { excerptOf } from '../domain/excerpt.ts';
import type { Locale } from '../domain/locale.ts';
import { planOf, waitingLocales, type Plan, type WaitingLocale } from '../domain/plan.ts';
import type { World } from '../ports.ts';
import { checkAhead } from './check-ahead.ts';
import { compareEditions, correctionsOf, type Comparison, type Sides } from './compare-editions.ts';
import { encodePath, pathOf } from '../render/address.ts';

export interface EditionKey {
  readonly documentId: DocumentId;
  readonly locale: Locale;
}

/** A blocker with the beginning of its source, to recognise the segment by. */
export interface BlockerInView extends Blocker {
  readonly excerpt?: string;
}

/** A plan with what it waits for besides its time. */
export interface PlanInView extends Omit<Plan, 'id'> {
  readonly planId: DecisionId;
  readonly waiting: readonly WaitingLocale[];
}

export interface EditionInView {
  readonly locale: Locale;
  readonly isSource: boolean;
  readonly publications: ReadonlyArray<Omit<Publication, 'targets'>>;
  readonly live?: number;
  readonly changedSinceLive: boolean;
  readonly blockers: readonly BlockerInView[];
  readonly plan?: PlanInView;
  readonly behindSince?: Timestamp;
  readonly details: EditionDetails;
  readonly correctable: number;
  readonly url?: string;
}

export type EditionOutcome = { readonly ok: true; readonly edition: EditionInView } | EditionRefusal;
/** A blocked edition's refusal says what blocks it. */
export type EditionRefusal = Refusal & { readonly blockers?: readonly BlockerInView[] };

/** Looks at an edition. Refusals: document.unknown, locale.unknown. */
export async function viewEdition(world: World, key: EditionKey): Promise<EditionOutcome> {
  const found = await findEdition(world, key);
  if (!found.ok) return found;
  await checkAhead(found.document, key.locale);
  return { ok: true, edition: await inView(world, found.document, key.locale) };
}

/**
 * What readers would see change: publication `from` (absent: what they see) beside `to` (absent: the draft).
 * Refusals: document.unknown, locale.unknown, publication.unknown.
 */
export async function viewChanges(
  world: World,
  { from, to, ...key }: EditionKey & Sides,
): Promise<Comparison | Refusal> {
  const found = await findEdition(world, key);
  if (!found.ok) return found;
  await checkAhead(found.document, key.locale);
  return compareEditions(world, found.document, key.locale, { ...(from && { from }), ...(to && { to }) });
}

/** The document of an edition. Refusals: document.unknown, locale.unknown. */
export async function findEdition(
  world: Pick<World, 'store'>,
  { documentId, locale }: EditionKey,
): Promise<{ readonly ok: true; readonly document: DocumentState } | Refusal> {
  const document = await world.store.document(documentId);
  if (document === undefined) return refuse('document.unknown');
  return editionLocales(document).includes(locale) ? { ok: true, document } : refuse('locale.unknown', { locale });
}

async function inView(world: World, document: DocumentState, locale: Locale): Promise<EditionInView> {
  const { publications, live } = editionOf(document, locale);
  const { address, editionsUrl } = world.site;
  const plan = planOf(document, locale);
  const shown = livePublication(document, locale);
  const behind = shown && behindSince(document, shown);
  return {
    locale,
    isSource: locale === document.source.locale,
    publications: publications.map(({ n, at, by, sourceVersion, details, note }) => {
      return { n, at, by, sourceVersion, ...(details && { details }), ...(note && { note }) };
    }),
    ...(live !== undefined && { live }),
    changedSinceLive: live !== undefined && !isUnchanged(document, locale),
    blockers: blockersInView(world, document, locale),
    ...(plan && { plan: await planInView(world, document, plan) }),
    ...(behind !== undefined && { behindSince: behind }),
    details: detailsOf(document, locale),
    correctable: (await correctionsOf(world, document, locale)).size,
    ...(live !== undefined && {
      url: `${editionsUrl ?? address}/`.replace(/\/+$/u, '/') + encodePath(pathOf({ locale, slug: document.slug })),
    }),
  };
}

/** Everything that blocks an edition, in reading order. */
export function blockersInView(world: World, document: DocumentState, locale: Locale): BlockerInView[] {
  return blockers(document, locale, world.hash).map((blocker) => {
    const segment = blocker.ordinal === undefined ? undefined : document.source.segments[blocker.ordinal];
    return segment ? { ...blocker, excerpt: excerptOf(segment) } : blocker;
  });
}

/** All plans of a document. */
export function plansInView(world: Pick<World, 'hash'>, document: DocumentState): Promise<PlanInView[]> {
  return Promise.all((document.plans ?? []).map((plan) => planInView(world, document, plan)));
}

async function planInView(
  { hash }: Pick<World, 'hash'>,
  document: DocumentState,
  { id: planId, ...plan }: Plan,
): Promise<PlanInView> {
  for (const locale of plan.locales) await checkAhead(document, locale);
  return { planId, ...plan, waiting: waitingLocales(document, plan, hash) };
}
