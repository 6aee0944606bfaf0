/** Two people, or one who presses twice: nothing is translated, or paid for, twice. */
import { describe, expect, it } from 'vitest';
import { requestTranslation } from '../../server/app/translate-document.ts';
import type { TranslationProvider } from '../../server/ports.ts';
import { aDecisionId, importedDecision } from '../support/builders.ts';
import { aWorld } from '../support/desk.ts';
import { demoProvider } from '../../server/adapters/provider-demo.ts';

async function aCountedWorld() {
  const sent: string[] = [];
  const demo = demoProvider();
  const counted: TranslationProvider = {
    ...demo,
    translate(request) {
      sent.push(...request.items.map(({ text }) => text));
      return demo.translate(request);
    },
  };
  const world = await aWorld({ providers: new Map([['demo', counted]]) });
  const imported = importedDecision({ to: ['he'] });
  await world.store.commit({ stream: imported.documentId, decisions: [imported] });
  return { world, sent, documentId: imported.documentId, segments: imported.source.segments.length };
}

describe('two requests at once', () => {
  it('of two people: one job, and the other hears that nothing is left', async () => {
    const { world, sent, documentId, segments } = await aCountedWorld();
    const answers = await Promise.all(
      ['noa', 'yara'].map((by) =>
        requestTranslation(world, { documentId, locales: ['he'], decisionId: aDecisionId(), by }),
      ),
    );
    await world.queue.idle();
    expect(sent).toHaveLength(segments);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await world.store.document(documentId))?.jobs).toHaveLength(1);
  });

  it('of one decision: the same job for both', async () => {
    const { world, sent, documentId, segments } = await aCountedWorld();
    const order = { documentId, locales: ['he'], decisionId: aDecisionId(), by: 'noa' } as const;
    const [one, other] = await Promise.all([requestTranslation(world, order), requestTranslation(world, order)]);
    await world.queue.idle();
    expect(one.ok && other.ok && one.job.jobId === other.job.jobId).toBe(true);
    expect(sent).toHaveLength(segments);
  });
});
