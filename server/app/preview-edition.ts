/**
 * Looking at a draft as readers would see it. What nobody has translated yet stands in the source's language and says
 * so. The page is kept on the editions' origin, where no script runs and no cookie is read, under an address that
 * nobody can guess.
 */
import {
  isTranslatable,
  type DocumentState,
  type MemberId,
  type Publication,
  type SegmentId,
  type Timestamp,
} from '../domain/document.ts';
import { detailsOf, editionOf, publicationTargets } from '../domain/edition.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { isLocale, type Locale } from '../domain/locale.ts';
import { spansOf } from '../domain/spans.ts';
import type { PublishedEdition, World } from '../ports.ts';
import { renderEdition } from '../render/edition-page.ts';
import { renderEndedPreview } from '../render/ended-preview.ts';
import { editionIn } from '../render/live-document.ts';
import { findEdition, type EditionKey } from './edition-view.ts';
import { liveDocument } from './live-documents.ts';
import { siteView } from './reconcile-editions.ts';

export { headerPolicy } from '../render/policy.ts';

export interface DraftEdition extends PublishedEdition {
  /** Segments that show the source's text. */
  readonly untranslated: ReadonlySet<SegmentId>;
}

export interface PreviewOrder extends EditionKey {
  readonly by: MemberId;
  /** What readers are to be told is different. */
  readonly note?: string;
}

export interface EditionPreview {
  readonly ok: true;
  /** Of its page on the editions' origin. */
  readonly path: string;
  readonly expiresAt: Timestamp;
}

/**
 * Renders the draft exactly as it would be if it were published now: with its number, day, note and details, among the
 * languages that readers see. Refusals: document.unknown, locale.unknown.
 */
export async function previewEdition(world: World, order: PreviewOrder): Promise<EditionPreview | Refusal> {
  const { locale } = order;
  const found = await findEdition(world, order);
  if (!found.ok) return found;
  const draft = draftEdition(found.document, locale);
  const next = { ...draft, publication: nextPublication(found.document, order, world.clock.now()) };
  const { policies } = await world.store.site();
  const live = await liveDocument(world, found.document, policies, next);
  const edition = editionIn(live, locale);
  if (edition === undefined) return refuse('locale.unknown', { locale });
  const page = renderEdition(edition, live, await siteView(world), draft);
  const { token, expiresAt } = world.previews.keep(page, locale);
  return { ok: true, path: `preview/${token}/`, expiresAt };
}

/** The page that stands where a preview was, in the language that its token names; undefined where none ever was. */
export async function endedPreview(world: World, token: string): Promise<Uint8Array | undefined> {
  const [, locale = ''] = /^([a-z]+)-[A-Za-z0-9_-]{43}$/u.exec(token) ?? [];
  return isLocale(locale) ? renderEndedPreview(locale, await siteView(world)) : undefined;
}

function nextPublication(document: DocumentState, { locale, by, note }: PreviewOrder, at: Timestamp): Publication {
  return {
    n: Math.max(0, ...editionOf(document, locale).publications.map(({ n }) => n)) + 1,
    at,
    by,
    sourceVersion: document.source.version,
    targets: publicationTargets(document, locale),
    details: detailsOf(document, locale),
    ...(note?.trim() && { note: note.trim() }),
  };
}

/** The present draft with its details in the shape of a publication, number 0. In the source's own locale it is the source. */
export function draftEdition(document: DocumentState, locale: Locale): DraftEdition {
  const { id: documentId, slug, source, changedAt: at, importedBy: by } = document;
  const details = detailsOf(document, locale);
  const spans = spansOf(document, locale);
  const segments = spans.map(({ segment, target: { text, origin } }) => {
    const isOwnText = locale === source.locale || !isTranslatable(segment) || text === '';
    return { segment, text: isOwnText ? segment.text : text, ...(!isOwnText && origin && { origin }) };
  });
  const untranslated = spans.filter(
    ({ segment, target }) => locale !== source.locale && isTranslatable(segment) && target.text === '',
  );
  return {
    documentId,
    slug,
    locale,
    from: source.locale,
    publication: { n: 0, at, by, sourceVersion: source.version, targets: [], details },
    segments,
    untranslated: new Set(untranslated.map(({ segment }) => segment.id)),
  };
}
