/**
 * Looking at a draft as readers would see it. What nobody has translated yet stands in the source's language and says
 * so. The page is kept on the editions' origin, where no script runs and no cookie is read, under an address that
 * nobody can guess.
 */
import { isTranslatable, type DocumentState, type SegmentId } from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import { spansOf } from '../domain/spans.ts';
import type { PublishedEdition, World } from '../ports.ts';
import { renderEdition } from '../render/edition-page.ts';
import { editionIn } from '../render/live-document.ts';
import { findEdition, type EditionKey } from './edition-view.ts';
import { liveDocument } from './live-documents.ts';
import { siteView } from './reconcile-editions.ts';

export { headerPolicy } from '../render/policy.ts';

export interface DraftEdition extends PublishedEdition {
  /** Segments that show the source's text. */
  readonly untranslated: ReadonlySet<SegmentId>;
}

/** Renders the draft and gives the path of its page on the editions' origin. Refusals: document.unknown, locale.unknown. */
export async function previewEdition(
  world: World,
  key: EditionKey,
): Promise<{ readonly ok: true; readonly path: string } | Refusal> {
  const found = await findEdition(world, key);
  if (!found.ok) return found;
  const draft = draftEdition(found.document, key.locale);
  const { policies } = await world.store.site();
  const live = await liveDocument(world, found.document, policies, draft);
  const edition = editionIn(live, key.locale);
  if (edition === undefined) return refuse('locale.unknown', { locale: key.locale });
  const token = world.previews.keep(renderEdition(edition, live, await siteView(world), draft));
  return { ok: true, path: `preview/${token}/` };
}

/** The present draft in the shape of a publication, number 0. In the source's own locale it is the source. */
export function draftEdition(document: DocumentState, locale: Locale): DraftEdition {
  const { id: documentId, slug, source, changedAt, importedBy } = document;
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
    publication: { n: 0, at: changedAt, by: importedBy, sourceVersion: source.version, targets: [] },
    segments,
    untranslated: new Set(untranslated.map(({ segment }) => segment.id)),
  };
}
