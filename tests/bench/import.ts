/** Importing a long article into the embedded store: read, segmented, hashed, decided, durable. No peer does all that. */
import path from 'node:path';
import { sha256Short } from '../../server/adapters/hash.ts';
import { openEmbeddedStore } from '../../server/adapters/store-lowdb/open-store.ts';
import { importDocument } from '../../server/app/import-document.ts';
import { accepted } from '../../server/domain/errors.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';
import type { ImportInput, World } from '../../server/ports.ts';
import { aDecisionId } from '../support/builders.ts';
import { aWorld } from '../support/desk.ts';
import { longArticle, longMarkdown } from '../support/long-article.ts';
import { inFolder } from './folder.ts';
import { alternate, awaited, verify } from './measure.ts';
import type { Row } from './table.ts';

const shape = { seed: 1, paragraphs: 120, wordsPerParagraph: 140 };
const goalMs = 1000;
const importsPerRound = 3;

export async function importRows(): Promise<Row[]> {
  return inFolder(async (folder) => {
    const store = await openEmbeddedStore({ folder: path.join(folder, 'data'), hash: sha256Short });
    const world = await aWorld({ store });
    try {
      const rows: Row[] = [];
      for (const locale of locales) {
        rows.push(await imported(world, locale, 'article.md', longMarkdown({ ...shape, locale })));
        rows.push(await imported(world, locale, 'article.txt', longArticle({ ...shape, locale })));
      }
      return rows;
    } finally {
      await store.close();
    }
  });
}

async function imported(world: World, locale: Locale, name: string, text: string): Promise<Row> {
  const input: ImportInput = { name, bytes: new TextEncoder().encode(text) };
  const to = locales.filter((other) => other !== locale);
  const run = async () =>
    accepted(await importDocument(world, { input, from: locale, to, decisionId: aDecisionId(), by: 'bench' }));
  const { documentId } = await run();
  const segments = (await world.store.document(documentId))?.source.segments.length ?? 0;
  verify(`the document has its ${shape.paragraphs} paragraphs (${segments})`, segments > shape.paragraphs);
  const { ours } = await alternate({ ours: awaited(importsPerRound, run) });
  return {
    operation: `import ${name}`,
    input: `${locale}, ${Math.round(input.bytes.length / 1000)} KB, ${segments} segments`,
    ours,
    goal: `< ${goalMs} ms`,
    met: ours.median < goalMs,
  };
}
