/** The time at a segment leaves with its next decision, and is told once. */
import { expect, it } from 'vitest';
import { Problem } from '../../client/api.ts';
import { answerLost, noNetwork, openTab } from './desk-tab.ts';

it('goes out with a save, and what follows with the judgement', async () => {
  const { desk, type, act, sent, work } = openTab();
  work(12);
  type('two');
  await desk.save('s');
  work(3);
  await act({ kind: 'approve' });
  expect(sent.map(({ body }) => body.activeMs)).toEqual([12_000, 3000]);
});

it('is not told where there is none', async () => {
  const { act, sent } = openTab();
  await act({ kind: 'approve' });
  expect(sent[0]?.body).not.toHaveProperty('activeMs');
});

it('goes again as it was told under the same id, though time has gone on, also after a reload', async () => {
  const { desk, type, sent, work, answers, shelf, backend } = openTab();
  work(12);
  type('two');
  answers.push(answerLost);
  await desk.save('s');
  work(20);
  const again = openTab({ shelf, server: backend });
  await again.desk.retry();
  expect([...sent, ...again.sent].map(({ body }) => body)).toMatchObject([
    { decisionId: 'a-1', activeMs: 12_000 },
    { decisionId: 'a-1', activeMs: 12_000 },
  ]);
});

it('of an approval without a connection stays with it', async () => {
  const { desk, act, sent, work, answers } = openTab();
  work(5);
  answers.push(noNetwork);
  await act({ kind: 'approve' });
  work(5);
  await desk.retry();
  expect(sent.map(({ body }) => body.activeMs)).toEqual([5000, 5000]);
});

it('comes back where the decision was refused, and goes with the next one', async () => {
  const { desk, type, sent, work, answers } = openTab();
  work(12);
  type('');
  answers.push(() => {
    throw new Problem({ code: 'target.empty', status: 422, params: {} });
  });
  await desk.save('s');
  work(8);
  type('two');
  await desk.save('s');
  expect(sent.map(({ body }) => body.activeMs)).toEqual([12_000, 20_000]);
});
