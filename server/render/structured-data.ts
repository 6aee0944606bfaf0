/**
 * An article as data for search engines (schema.org, JSON-LD): what it is called, who wrote and who translated it, when,
 * in which language, and of what it is a translation. A data block: nothing in it runs. What is not known is not there.
 */
import { absoluteAddress, pathOf } from './address.ts';
import { authorOf, translatorsOf } from './credits.ts';
import { dataBlock, type Html, type Json } from './html.ts';
import type { LiveDocument, LiveEdition } from './live-document.ts';
import { siteTitle, type SiteView } from './site-view.ts';
import { editionTitle, standfirstOf } from './summary.ts';
import { tagsOf } from './tags-line.ts';

/** The data block of an article's page. */
export function structuredData(edition: LiveEdition, document: LiveDocument, site: SiteView): Html {
  const { locale, from, publication, history } = edition;
  const { editionsUrl } = site;
  const others = document.editions.filter((other) => other.locale !== locale);
  const source = others.find((other) => other.locale === from);
  const works = (editions: readonly LiveEdition[]): readonly Json[] | undefined =>
    editions.length > 0 ? editions.map((one) => work(one, site)) : undefined;
  return dataBlock({
    '@context': 'https://schema.org',
    ...work(edition, site),
    description: standfirstOf(edition) || undefined,
    datePublished: history[0]?.at ?? publication.at,
    dateModified: publication.at,
    author: person(authorOf(edition)),
    translator: site.settings.credits ? people(translatorsOf(edition)) : undefined,
    translationOfWork: source && work(source, site),
    workTranslation: locale === from ? works(others) : undefined,
    keywords: listed(tagsOf(document, site, locale).map(({ name }) => name)),
    publisher: { '@type': 'Organization', name: siteTitle(site, locale), url: editionsUrl },
  });
}

/** What names an article: by its address, where it has one. */
function work(edition: LiveEdition, { editionsUrl }: SiteView): { readonly [name: string]: Json | undefined } {
  const address = editionsUrl === undefined ? undefined : absoluteAddress(editionsUrl, pathOf(edition));
  return {
    '@type': 'Article',
    '@id': address,
    url: address,
    headline: editionTitle(edition),
    inLanguage: edition.locale,
  };
}

function people(names: readonly string[]): Json | undefined {
  return listed(names.map((name) => ({ '@type': 'Person', name })));
}

function person(name: string | undefined): Json | undefined {
  return name === undefined ? undefined : { '@type': 'Person', name };
}

function listed(values: readonly Json[]): Json | undefined {
  return values.length > 0 ? values : undefined;
}
