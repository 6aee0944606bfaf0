/**
 * A document's title is its segment 0. Where the text has one, it is moved there; where it has none, the import asks.
 * A title that is given wins; what the text had for one then stays as a heading, so that nothing of it is lost.
 */
import { composed } from './language/compose.ts';
import { plain, withoutCodes } from './content.ts';
import type { Block } from './document.ts';
import { refuse, type Refusal } from './errors.ts';

/** The blocks with the title first. Refuses import.title-missing where neither the text nor the caller has one. */
export function withTitle(
  blocks: readonly Block[],
  given?: string,
): { readonly ok: true; readonly blocks: readonly Block[] } | Refusal {
  const own = blocks.find(({ kind }) => kind === 'title');
  const wanted = given?.trim().replace(/\s+/gu, ' ');
  if (!wanted && own === undefined) return refuse('import.title-missing');
  if (own && (!wanted || isSame(own, wanted))) {
    const title = wanted && Object.keys(own.codes).length === 0 ? { ...own, text: wanted } : own;
    return { ok: true, blocks: [title, ...blocks.filter((block) => block !== own)] };
  }
  const title: Block = { kind: 'title', layout: {}, ...plain(wanted ?? '') };
  const rest = blocks.map((block): Block =>
    block === own ? { ...block, kind: 'heading', layout: { level: 2 } } : block,
  );
  return { ok: true, blocks: [title, ...rest] };
}

function isSame(own: Block, wanted: string): boolean {
  return fold(withoutCodes(own.text, own.codes)) === fold(wanted);
}

function fold(text: string): string {
  return composed(text).replace(/\s+/gu, ' ').trim().toLowerCase();
}
