/**
 * Documents as the site shows them: the editions that readers see, with what stands around their texts now. The texts
 * are those that the publications froze; a draft to be looked at stands among them as it would once it is published.
 */
import type { DocumentState } from '../domain/document.ts';
import { behindSince, editionLocales, editionOf } from '../domain/edition.ts';
import type { Locale } from '../domain/locale.ts';
import { policyFor } from '../domain/policy.ts';
import type { SiteState } from '../domain/site.ts';
import type { PublishedEdition, World } from '../ports.ts';
import { inOrder, type LiveDocument, type LiveEdition } from '../render/live-document.ts';

type Policies = SiteState['policies'];

/** A document with everything that readers see of it. `draft`: an edition in place of its language's own. */
export async function liveDocument(
  { store }: Pick<World, 'store'>,
  document: DocumentState,
  policies: Policies,
  draft?: PublishedEdition,
): Promise<LiveDocument> {
  const published = editionLocales(document)
    .filter((locale) => locale !== draft?.locale)
    .flatMap((locale) => {
      const { live } = editionOf(document, locale);
      return live === undefined ? [] : [store.publication(document.id, locale, live)];
    });
  const editions = [...(await Promise.all(published)), draft].filter((edition) => edition !== undefined);
  return {
    documentId: document.id,
    slug: document.slug,
    formerSlugs: document.formerSlugs ?? [],
    tags: document.tags ?? [],
    editions: inOrder(editions).map((edition) => liveEdition(document, edition, policies)),
    withdrawn: editionLocales(document).filter((locale) => wasWithdrawn(document, locale)),
  };
}

function liveEdition(document: DocumentState, edition: PublishedEdition, policies: Policies): LiveEdition {
  const { locale, publication } = edition;
  const { publications } = editionOf(document, locale);
  const earlier = publications.filter(({ n }) => publication.n === 0 || n < publication.n);
  const behind = behindSince(document, publication);
  return {
    ...edition,
    history: [...earlier, publication],
    policy: policyFor(locale, policies[locale], document.policies?.[locale]),
    ...(behind !== undefined && { behindSince: behind }),
  };
}

function wasWithdrawn(document: DocumentState, locale: Locale): boolean {
  const { live, publications } = editionOf(document, locale);
  return live === undefined && publications.length > 0;
}
