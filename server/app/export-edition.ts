/**
 * Hands an edition on as a file: the publication that readers see, else the present draft. XLIFF is for those who work on
 * it, and has the present draft with how far each text is.
 */
import { livePublication } from '../domain/edition.ts';
import type { DocumentState } from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { writeMarkdown } from '../formats/markdown-writer.ts';
import { writeText } from '../formats/plain-text.ts';
import type { Locale } from '../domain/locale.ts';
import type { PublishedEdition, World } from '../ports.ts';
import { renderStandalone } from '../render/standalone-page.ts';
import { findEdition, type EditionKey } from './edition-view.ts';
import { exportXliff } from './export-xliff.ts';
import { draftEdition } from './preview-edition.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** To add a format to export: a row here, with its writer in `formats/` or `render/`. */
const exports = {
  txt: { type: 'text/plain; charset=utf-8', write: ({ segments }) => encode(writeText(segments)) },
  md: { type: 'text/markdown; charset=utf-8', write: ({ segments }) => encode(writeMarkdown(segments)) },
  html: { type: 'text/html; charset=utf-8', write: renderStandalone },
} as const satisfies Record<string, { type: string; write: (edition: PublishedEdition) => Uint8Array }>;

export const exportFormats = ['txt', 'md', 'html', 'xliff'] as const satisfies ReadonlyArray<
  keyof typeof exports | 'xliff'
>;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportedFile {
  readonly ok: true;
  /** `<slug>.<locale>.<format>` */
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes an edition in a format. Refusals: document.unknown, locale.unknown (also of the source's own as XLIFF, which is a
 * source with its translation).
 */
export async function exportEdition(
  world: World,
  order: EditionKey & { readonly format: ExportFormat },
): Promise<ExportedFile | Refusal> {
  const found = await findEdition(world, order);
  if (!found.ok) return found;
  const { document } = found;
  const { locale, format } = order;
  if (format !== 'xliff') return editionFile(world, document, locale, format);
  if (locale === document.source.locale) return refuse('locale.unknown', { locale });
  const bytes = encode(exportXliff(world, document, locale));
  return { ok: true, name: `${document.slug}.${locale}.xlf`, type: 'application/xliff+xml; charset=utf-8', bytes };
}

async function editionFile(
  world: World,
  document: DocumentState,
  locale: Locale,
  format: keyof typeof exports,
): Promise<ExportedFile> {
  const live = livePublication(document, locale);
  const published = live && (await world.store.publication(document.id, locale, live.n));
  const { type, write } = exports[format];
  return {
    ok: true,
    name: `${document.slug}.${locale}.${format}`,
    type,
    bytes: write(published ?? draftEdition(document, locale)),
  };
}
