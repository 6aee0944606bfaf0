/** Hands an edition on as a file: the publication that readers see, else the present draft. */
import { livePublication } from '../domain/edition.ts';
import type { Refusal } from '../domain/errors.ts';
import { writeMarkdown } from '../formats/markdown-writer.ts';
import { writeText } from '../formats/plain-text.ts';
import type { PublishedEdition, World } from '../ports.ts';
import { renderStandalone } from '../render/standalone-page.ts';
import { findEdition, type EditionKey } from './edition-view.ts';
import { draftEdition } from './preview-edition.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** To add a format to export: a row here, with its writer in `formats/` or `render/`. */
const exports = {
  txt: { type: 'text/plain; charset=utf-8', write: ({ segments }) => encode(writeText(segments)) },
  md: { type: 'text/markdown; charset=utf-8', write: ({ segments }) => encode(writeMarkdown(segments)) },
  html: { type: 'text/html; charset=utf-8', write: renderStandalone },
} as const satisfies Record<string, { type: string; write: (edition: PublishedEdition) => Uint8Array }>;

export type ExportFormat = keyof typeof exports;

export interface ExportedFile {
  readonly ok: true;
  /** `<slug>.<locale>.<format>` */
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Writes an edition in a format. Refusals: document.unknown, locale.unknown. */
export async function exportEdition(
  world: World,
  order: EditionKey & { readonly format: ExportFormat },
): Promise<ExportedFile | Refusal> {
  const found = await findEdition(world, order);
  if (!found.ok) return found;
  const { document } = found;
  const { documentId, locale, format } = order;
  const live = livePublication(document, locale);
  const published = live && (await world.store.publication(documentId, locale, live.n));
  const { type, write } = exports[format];
  return {
    ok: true,
    name: `${document.slug}.${locale}.${format}`,
    type,
    bytes: write(published ?? draftEdition(document, locale)),
  };
}
