/**
 * Imports an article: bytes or pasted text → blocks (`read-import.ts`) → a document with ids → one decision.
 * The preview runs the same reader and keeps nothing, so what it shows is what the import makes.
 */
import type { DecisionId, DocumentId, MemberId } from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { slugOf } from '../domain/slug.ts';
import type { ImportInput, Preview, PreviewOrder, World } from '../ports.ts';
import { givingName } from './document-names.ts';
import { readImport } from './read-import.ts';

export interface ImportOrder extends PreviewOrder {
  readonly decisionId: DecisionId;
  readonly by: MemberId;
}

/**
 * Characters or bytes of a text that is read at once: whatever stands in it, that takes about a tenth of a second, less
 * than the world's reader needs to begin.
 */
const short = 50_000;

/** What an import would make. Refusals: those of `readImport`, import.too-complex. */
export async function previewImport(
  { reader }: Pick<World, 'reader'>,
  order: PreviewOrder,
  signal?: AbortSignal,
): Promise<Preview | Refusal> {
  const { input } = order;
  const size = 'bytes' in input ? input.bytes.length : input.text.length;
  return size <= short ? readImport(order) : reader.read(order, signal);
}

/** Imports and gives the document's id. Refusals: those of `previewImport`, import.title-missing. */
export async function importDocument(
  world: World,
  order: ImportOrder,
): Promise<{ readonly ok: true; readonly documentId: DocumentId } | Refusal> {
  const preview = await previewImport(world, order);
  if (!preview.ok) return preview;
  const { title } = preview;
  if (title === undefined) return refuse('import.title-missing');
  return givingName(world, async (taken) => {
    const decision = await importDecision(world, order, preview, slugOf(title, taken));
    const committed = await world.store.commit({ stream: decision.documentId, decisions: [decision] });
    if (!committed.ok) return committed;
    return { ok: true, documentId: committed.recorded[0]?.stream ?? decision.documentId };
  });
}

async function importDecision(world: World, order: ImportOrder, preview: Preview, slug: string) {
  const bytes = originalBytes(order.input);
  const name = 'name' in order.input ? order.input.name : `pasted.${preview.format === 'markdown' ? 'md' : 'txt'}`;
  return {
    kind: 'document.imported',
    id: order.decisionId,
    at: world.clock.now(),
    by: order.by,
    documentId: world.newId.short(),
    slug,
    to: order.to,
    original: { sha256: await world.store.keepOriginal(bytes), name, format: preview.format, bytes: bytes.length },
    source: {
      version: 1,
      locale: order.from,
      segments: preview.blocks.map((block) => ({ id: world.newId.short(), ...block })),
    },
  } as const;
}

function originalBytes(input: ImportInput): Uint8Array {
  return 'bytes' in input ? input.bytes : new TextEncoder().encode(input.text);
}
