/** Where people are sent: to the site as readers reach it, and for a draft to the server that has it. */
import { expect, it, onTestFinished } from 'vitest';
import { importedDecision } from '../support/builders.ts';
import { aDesk } from '../support/desk.ts';

const site = { name: 'Paper', address: 'https://news.example.org/read/', previews: 'https://drafts.example.org/' };

it('names the site with its path, and shows previews where the editions’ server is, not on a static host', async () => {
  const desk = await aDesk({ site });
  onTestFinished(() => desk.close());
  const settings = await desk.call('GET /api/settings');
  expect(settings.reply).toMatchObject({ editionsUrl: site.address });
  const imported = importedDecision();
  const { documentId } = imported;
  await desk.world.store.commit({ stream: documentId, decisions: [imported] });
  const preview = await desk.call('POST /api/documents/:documentId/editions/:locale/preview', {
    params: { documentId, locale: 'en' },
  });
  expect(preview.reply.url).toMatch(/^https:\/\/drafts\.example\.org\/preview\/en-/u);
});
