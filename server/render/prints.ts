/**
 * What a browser makes of an edition beside its page: the PDF, and the picture that goes with a shared link. Printing
 * takes a second each, so the site is never held up by it: a print is a file of the site once it has been made, and pages
 * lead to it then. Its name has the publication's number, so that no page leads to another version's.
 *
 * A key is of what the print shows, and not of the renderer's source as other keys are: printing a whole site again takes
 * hours, and a new version of Dragoman hardly changes how a page is printed. When it does, `recipe` counts on.
 *
 * To add a kind: a row in `kinds`.
 */
import type { Locale } from '../domain/locale.ts';
import type { PdfOrder, Press, SiteFile } from '../ports.ts';
import { directionOf } from '../domain/locale.ts';
import { absoluteAddress, pathOf } from './address.ts';
import { cardOrder } from './card.ts';
import { renderEdition, type Draft } from './edition-page.ts';
import type { DocumentHead, EditionHead } from './heads.ts';
import { editionIn, type LiveDocument, type LiveEdition, type PrintKind } from './live-document.ts';
import { printAssets } from './print-assets.ts';
import { siteTitle, type SiteView } from './site-view.ts';
import { digest, keyOf } from './stamp.ts';
import { editionTitle } from './summary.ts';

/** A file that can be printed. */
export interface Print extends Pick<SiteFile, 'path' | 'key'> {
  readonly kind: PrintKind;
  readonly locale: Locale;
}

interface Kind {
  readonly isWanted: (site: SiteView) => boolean;
  readonly nameOf: (head: EditionHead, slug: string) => string;
  /** Of what it shows of the site. */
  readonly siteStamp: (site: SiteView, locale: Locale) => string;
  readonly print: (press: Press, edition: LiveEdition, document: LiveDocument, site: SiteView) => Promise<Uint8Array>;
}

const recipe = '1';

const kinds: Readonly<Record<PrintKind, Kind>> = {
  pdf: {
    isWanted: ({ settings }) => settings.forms.includes('pdf'),
    nameOf: ({ locale, n }, slug) => `${slug}.${locale}.${n}.pdf`,
    siteStamp: (site, locale) => {
      const { tags, credits, tellsOutdated } = site.settings;
      return digest(
        JSON.stringify([siteTitle(site, locale), site.editionsUrl, tags, credits, tellsOutdated, site.theme.stamp]),
      );
    },
    print: (press, ...of) => press.pdf(pdfOrder(...of)),
  },
  card: {
    // Programs that show a link take an absolute address only.
    isWanted: ({ editionsUrl }) => editionsUrl !== undefined,
    nameOf: ({ locale, n }) => `card.${locale}.${n}.png`,
    siteStamp: (site, locale) => digest(JSON.stringify([siteTitle(site, locale), site.theme.stamp])),
    print: (press, edition, _, site) =>
      press.picture(cardOrder({ locale: edition.locale, title: editionTitle(edition) }, site)),
  },
};

const printKinds = ['pdf', 'card'] as const satisfies readonly PrintKind[];

const siteStamps = new WeakMap<SiteView, Map<string, string>>();

/** Every print that a document's editions could have on this site. */
export function printsOf({ slug, editions }: DocumentHead, site: SiteView): Print[] {
  return printKinds
    .filter((kind) => kinds[kind].isWanted(site))
    .flatMap((kind) =>
      editions.map((head) => ({
        kind,
        locale: head.locale,
        path: `${head.path}${kinds[kind].nameOf(head, slug)}`,
        key: keyOf(kind, recipe, head.printStamp, siteStampOf(kind, site, head.locale)),
      })),
    );
}

/** A print that has been made. */
export type MadePrint = Print & SiteFile;

/** The document with what is printed of its editions. */
export function withPrints(document: LiveDocument, prints: readonly Print[]): LiveDocument {
  const editions = document.editions.map((edition): LiveEdition => {
    const own = prints.filter(({ locale }) => locale === edition.locale);
    if (own.length === 0) return edition;
    return { ...edition, prints: Object.fromEntries(own.map(({ kind, path }) => [kind, fileName(path)])) };
  });
  return { ...document, editions };
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Makes a print. Rejects where the press does. */
export function makePrint(
  press: Press,
  { kind, locale }: Print,
  document: LiveDocument,
  site: SiteView,
): Promise<Uint8Array> {
  const edition = editionIn(document, locale);
  if (edition === undefined) throw new Error(`${document.documentId} has no ${locale} edition`);
  return kinds[kind].print(press, edition, document, site);
}

/** An edition's page as it is printed. A draft's has no address. */
export function pdfOrder(edition: LiveEdition, document: LiveDocument, site: SiteView, draft?: Draft): PdfOrder {
  const { editionsUrl, theme } = site;
  const isAddressed = editionsUrl !== undefined && draft === undefined;
  return {
    html: renderEdition(edition, document, site, draft),
    assets: printAssets(theme, '../../'),
    ...(isAddressed && { address: absoluteAddress(editionsUrl, pathOf(edition)) }),
    rightToLeft: directionOf(edition.locale) === 'rtl',
    at: edition.publication.at,
  };
}

function siteStampOf(kind: PrintKind, site: SiteView, locale: Locale): string {
  const known = siteStamps.get(site) ?? new Map<string, string>();
  siteStamps.set(site, known);
  const name = `${kind} ${locale}`;
  const stamp = known.get(name) ?? kinds[kind].siteStamp(site, locale);
  known.set(name, stamp);
  return stamp;
}
