/** An edition as an editor sees it: what still blocks it, what was published when, and where readers find it. */
import type { DocumentId, DocumentState, Publication } from '../domain/document.ts';
import { blockers, editionLocales, editionOf, isUnchanged, type Blocker } from '../domain/edition.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { excerptOf } from '../domain/excerpt.ts';
import type { Locale } from '../domain/locale.ts';
import type { World } from '../ports.ts';
import { checkAhead } from './check-ahead.ts';
import { encodePath, pathOf } from '../render/address.ts';

export interface EditionKey {
  readonly documentId: DocumentId;
  readonly locale: Locale;
}

/** A blocker with the beginning of its source, to recognise the segment by. */
export interface BlockerInView extends Blocker {
  readonly excerpt?: string;
}

export interface EditionInView {
  readonly locale: Locale;
  readonly isSource: boolean;
  readonly publications: ReadonlyArray<Omit<Publication, 'targets'>>;
  readonly live?: number;
  readonly changedSinceLive: boolean;
  readonly blockers: readonly BlockerInView[];
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
  return { ok: true, edition: inView(world, found.document, key.locale) };
}

/** The document of an edition. Refusals: document.unknown, locale.unknown. */
export async function findEdition(
  world: World,
  { documentId, locale }: EditionKey,
): Promise<{ readonly ok: true; readonly document: DocumentState } | Refusal> {
  const document = await world.store.document(documentId);
  if (document === undefined) return refuse('document.unknown');
  return editionLocales(document).includes(locale) ? { ok: true, document } : refuse('locale.unknown', { locale });
}

function inView(world: World, document: DocumentState, locale: Locale): EditionInView {
  const { publications, live } = editionOf(document, locale);
  const { address, editionsUrl } = world.site;
  return {
    locale,
    isSource: locale === document.source.locale,
    publications: publications.map(({ n, at, by, sourceVersion }) => ({ n, at, by, sourceVersion })),
    ...(live !== undefined && { live }),
    changedSinceLive: live !== undefined && !isUnchanged(document, locale),
    blockers: blockersInView(world, document, locale),
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
