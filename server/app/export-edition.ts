/**
 * Hands an edition on as a file: the publication that readers see, else the present draft. XLIFF is for those who work on
 * it, and has the present draft with how far each text is.
 */
import type { DocumentState } from '../domain/document.ts';
import { livePublication } from '../domain/edition.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { exportEndings, isBilingual, type ExportFormat } from '../domain/export-formats.ts';
import type { Locale } from '../domain/locale.ts';
import type { World } from '../ports.ts';
import { formWriters } from '../render/edition-forms.ts';
import { editionIn, type ReadEdition } from '../render/live-document.ts';
import { pdfOrder } from '../render/prints.ts';
import type { SiteView } from '../render/site-view.ts';
import { renderStandalone } from '../render/standalone-page.ts';
import { findEdition, type EditionKey } from './edition-view.ts';
import { exportXliff } from './export-xliff.ts';
import { liveDocument } from './live-documents.ts';
import { draftEdition } from './preview-edition.ts';
import { siteView } from './reconcile-editions.ts';

interface Export {
  /** Its media type. */
  readonly type: string;
  readonly write: (world: World, document: DocumentState, locale: Locale) => Promise<Uint8Array | Refusal>;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** To add a format to export: its name in `domain/export-formats.ts`, a row here, its writer in `formats/` or `render/`. */
const exports: Readonly<Record<ExportFormat, Export>> = {
  txt: { type: 'text/plain; charset=utf-8', write: ofEdition(formWriters.txt) },
  md: { type: 'text/markdown; charset=utf-8', write: ofEdition(formWriters.md) },
  html: { type: 'text/html; charset=utf-8', write: ofEdition(renderStandalone) },
  epub: { type: 'application/epub+zip', write: ofEdition(formWriters.epub) },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: ofEdition(formWriters.docx),
  },
  pdf: { type: 'application/pdf', write: printed },
  xliff: {
    type: 'application/xliff+xml; charset=utf-8',
    write: async (world, document, locale) => encode(exportXliff(world, document, locale)),
  },
};

export interface ExportedFile {
  readonly ok: true;
  /** `<slug>.<locale>.<ending>` */
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes an edition in a format. Refusals: document.unknown, locale.unknown (also where a source is asked for in a format
 * that shows a translation with its source), export.no-press, export.not-printed.
 */
export async function exportEdition(
  world: World,
  order: EditionKey & { readonly format: ExportFormat },
): Promise<ExportedFile | Refusal> {
  const found = await findEdition(world, order);
  if (!found.ok) return found;
  const { document } = found;
  const { locale, format } = order;
  if (isBilingual(format) && locale === document.source.locale) return refuse('locale.unknown', { locale });
  const { type, write } = exports[format];
  const name = `${document.slug}.${locale}.${exportEndings[format]}`;
  const written = await write(world, document, locale);
  return written instanceof Uint8Array ? { ok: true, name, type, bytes: written } : written;
}

async function printed(world: World, document: DocumentState, locale: Locale): Promise<Uint8Array | Refusal> {
  if (!(await world.press.isThere())) return refuse('export.no-press');
  const { live, draft } = await liveOrDraft(world, document, locale);
  const edition = editionIn(live, locale);
  if (edition === undefined) return refuse('locale.unknown', { locale });
  try {
    return await world.press.pdf(pdfOrder(edition, live, await siteView(world), draft));
  } catch (error) {
    world.report(error, `a PDF of ${document.id} in ${locale} was asked for and could not be printed`);
    return refuse('export.not-printed');
  }
}

/** The document with what readers see of the edition, else with its draft. */
async function liveOrDraft(world: World, document: DocumentState, locale: Locale) {
  const draft = livePublication(document, locale) ? undefined : draftEdition(document, locale);
  const { policies } = await world.store.site();
  return { live: await liveDocument(world, document, policies, draft), draft };
}

function ofEdition(write: (edition: ReadEdition, site: SiteView) => Uint8Array | Promise<Uint8Array>): Export['write'] {
  return async (world, document, locale) => {
    const edition = editionIn((await liveOrDraft(world, document, locale)).live, locale);
    return edition ? write(edition, await siteView(world)) : refuse('locale.unknown', { locale });
  };
}
