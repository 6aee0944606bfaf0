/**
 * Imports an article: bytes or pasted text → blocks (formats) → a document with ids → one decision.
 * The preview runs the same reader and keeps nothing, so what it shows is what the import makes.
 */
import { countWords } from '../domain/board.ts';
import { withoutCodes } from '../domain/content.ts';
import {
  titleOf,
  type Block,
  type DecisionId,
  type DocumentId,
  type MemberId,
  type SourceFormat,
} from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import { slugOf } from '../domain/slug.ts';
import { withTitle } from '../domain/title.ts';
import { readSource } from '../formats/formats.ts';
import type { World } from '../ports.ts';

export type ImportInput =
  | { readonly bytes: Uint8Array; readonly name: string }
  | { readonly text: string; readonly format: SourceFormat };

export interface ImportOrder {
  readonly input: ImportInput;
  readonly from: Locale;
  readonly to: readonly Locale[];
  /** Where the text has no title of its own, or to use instead of it. */
  readonly title?: string;
  readonly decisionId: DecisionId;
  readonly by: MemberId;
}

export interface Preview {
  readonly ok: true;
  readonly format: SourceFormat;
  readonly encoding: string;
  readonly title?: string;
  readonly blocks: readonly Block[];
  readonly words: number;
}

/** What an import would make. Refusals: those of `readSource`, import.same-locale. */
export function previewImport(order: Omit<ImportOrder, 'decisionId' | 'by'>): Preview | Refusal {
  if (order.to.includes(order.from)) return refuse('import.same-locale', { locale: order.from });
  const read = readSource(order.input);
  if (!read.ok) return read;
  const titled = withTitle(read.blocks, order.title);
  const blocks = titled.ok ? titled.blocks : read.blocks;
  return {
    ok: true,
    format: read.format,
    encoding: read.encoding,
    ...(titled.ok && { title: titleOf(titled.blocks) }),
    blocks,
    words: blocks.reduce((sum, { text, codes }) => sum + countWords(withoutCodes(text, codes)), 0),
  };
}

/** Imports and gives the document's id. Refusals: those of `previewImport`, import.title-missing. */
export async function importDocument(
  world: World,
  order: ImportOrder,
): Promise<{ readonly ok: true; readonly documentId: DocumentId } | Refusal> {
  const preview = previewImport(order);
  if (!preview.ok) return preview;
  const { title } = preview;
  if (title === undefined) return refuse('import.title-missing');
  return oneAtATime(world, async () => {
    const decision = await importDecision(world, order, preview, title);
    const committed = await world.store.commit({ stream: decision.documentId, decisions: [decision] });
    if (!committed.ok) return committed;
    return { ok: true, documentId: committed.recorded[0]?.stream ?? decision.documentId };
  });
}

async function importDecision(world: World, order: ImportOrder, preview: Preview, title: string) {
  const taken = new Set((await world.store.board()).map(({ slug }) => slug));
  const bytes = originalBytes(order.input);
  const name = 'name' in order.input ? order.input.name : `pasted.${preview.format === 'markdown' ? 'md' : 'txt'}`;
  return {
    kind: 'document.imported',
    id: order.decisionId,
    at: world.clock.now(),
    by: order.by,
    documentId: world.newId.short(),
    slug: slugOf(title, taken),
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

const running = new WeakMap<World, Promise<unknown>>();

/** Imports of one server follow each other, so that two with the same title never get the same slug. */
function oneAtATime<T>(world: World, work: () => Promise<T>): Promise<T> {
  const turn = (running.get(world) ?? Promise.resolve()).then(work, work);
  running.set(world, turn);
  return turn;
}
