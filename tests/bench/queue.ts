/**
 * What the queue costs in the embedded store, at 1,000 documents of 20 segments in two languages, all of them waiting: the
 * first question after a start, each later one after a save, and taking ten. The peer of a question is what it must not be:
 * opening every document.
 */
import { sha256Short } from '../../server/adapters/hash.ts';
import { openEmbeddedStore } from '../../server/adapters/store-lowdb/open-store.ts';
import { followWaiting } from '../../server/app/waiting-targets.ts';
import type { DocumentDecision } from '../../server/domain/decision.ts';
import { accepted } from '../../server/domain/errors.ts';
import { byAge, selectWaiting, waitingIn } from '../../server/domain/queue.ts';
import { aSegment, aSource, draftedDecision, editedDecision, importedDecision } from '../support/builders.ts';
import { longArticle } from '../support/long-article.ts';
import { inFolder } from './folder.ts';
import { alternate, awaited, verify } from './measure.ts';
import type { Row } from './table.ts';

const documents = 1000;
const segmentsPerDocument = 20;

export async function queueRows(): Promise<Row[]> {
  return inFolder(async (folder) => {
    await fill(folder);
    const store = await openEmbeddedStore({ folder, hash: sha256Short });
    try {
      const waiting = followWaiting(store, sha256Short, () => undefined);
      const began = performance.now();
      const all = await waiting.list();
      const first = performance.now() - began;
      verify('everything waits', all.length === documents * segmentsPerDocument * 2);
      const [place] = all;
      let revision = 1;
      const save = async () => {
        if (place === undefined) return;
        const segment = (await store.document(place.documentId))?.source.segments[place.ordinal];
        const text = `טקסט ${(revision += 1)}`;
        const edit = editedDecision({ ...(segment && { segment }), locale: place.locale, text });
        accepted(await store.commit({ stream: place.documentId, decisions: [edit] }));
      };
      const opening = async () => {
        const found = await Promise.all((await store.board()).map(({ documentId }) => store.document(documentId)));
        return found.flatMap((document) => (document ? waitingIn(document, sha256Short) : [])).toSorted(byAge);
      };
      const times = await alternate({
        peer: awaited(3, async () => void (await save(), await opening())),
        ours: awaited(20, async () => void (await save(), selectWaiting(await waiting.list(), { locales: ['he'] }))),
      });
      return [
        {
          operation: 'save, then read the queue',
          input: `${documents} documents`,
          peerName: 'opening each document',
          ...times,
          goal: '≤ 50 ms',
          met: times.ours.median <= 50,
          note: `the first question after a start: ${Math.round(first)} ms`,
        },
      ];
    } finally {
      await store.close();
    }
  });
}

/** Written by a store that is closed again, so that the measured one begins as after a start. */
async function fill(folder: string): Promise<void> {
  const store = await openEmbeddedStore({ folder, hash: sha256Short });
  const texts = longArticle({ seed: 1, locale: 'en', paragraphs: segmentsPerDocument, wordsPerParagraph: 50 });
  const article = texts.trimEnd().split('\n\n').slice(0, segmentsPerDocument);
  for (let n = 0; n < documents; n += 1) {
    const source = aSource({ segments: article.map((text) => aSegment({ text })) });
    const imported = importedDecision({ source });
    const drafts = source.segments.flatMap((segment): DocumentDecision[] => [
      draftedDecision({ segment, locale: 'he', text: segment.text }),
      draftedDecision({ segment, locale: 'ar', text: segment.text }),
    ]);
    accepted(await store.commit({ stream: imported.documentId, decisions: [imported, ...drafts] }));
  }
  await store.checkpoint();
  await store.close();
}
