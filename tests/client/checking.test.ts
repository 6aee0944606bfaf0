/** Checks while somebody types: after the pause, one at a time, and never a word about a text that has moved on. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openChecking, type Checked, type Runner } from '../../client/review/checks/checking.ts';
import { openRunner, type CheckThread } from '../../client/review/checks/runner.ts';
import { plain } from '../../server/domain/content.ts';
import { noTerms, type CheckAnswer, type CheckInput, type Termbase } from '../../client/review/checks/check-now.ts';
import { defaultPolicies } from '../../server/domain/policy.ts';

function input(target: string): CheckInput {
  return { segmentId: 's', from: 'en', to: 'he', source: plain('Hello'), target, policy: defaultPolicies.he };
}

const none: Termbase = { terms: [], documentId: 'd' };
const nothing: CheckAnswer = { findings: [], terms: noTerms };

/** A runner that answers when it is told to. */
function slowRunner() {
  const asked: Array<{ text: string; answer: () => void; fail: () => void }> = [];
  const run: Runner = ({ target }) => {
    const { promise, resolve, reject } = Promise.withResolvers<CheckAnswer>();
    asked.push({ text: target, answer: () => resolve(nothing), fail: () => reject(new Error('no answer')) });
    return promise;
  };
  return { asked, run };
}

/** The texts that were told of, in order. */
function listening() {
  const texts: string[] = [];
  return { texts, tell: ({ input: { target } }: Checked) => void texts.push(target) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the open text', () => {
  it('is checked once, when somebody has stopped typing', async () => {
    const { asked, run } = slowRunner();
    const checking = openChecking(run, () => undefined);
    for (const text of ['ש', 'של', 'שלו', 'שלום']) {
      checking.ask(input(text), none, 'after-pause');
      await vi.advanceTimersByTimeAsync(150);
    }
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(asked.map(({ text }) => text)).toEqual(['שלום']);
  });

  it('is checked at once where it was opened', async () => {
    const { asked, run } = slowRunner();
    openChecking(run, () => undefined).ask(input('שלום'), none, 'soon');
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(1);
  });

  it('has moved on: the answer about the one before is dropped, and the newest is asked for next', async () => {
    const { asked, run } = slowRunner();
    const { texts, tell } = listening();
    const checking = openChecking(run, tell);
    checking.ask(input('one'), none, 'soon');
    await vi.advanceTimersByTimeAsync(0);
    for (const text of ['two', 'three']) {
      checking.ask(input(text), none, 'soon');
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(
      asked.map(({ text }) => text),
      'one at a time',
    ).toEqual(['one']);
    asked[0]?.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.map(({ text }) => text)).toEqual(['one', 'three']);
    asked[1]?.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(texts).toEqual(['three']);
  });

  it('rests: an answer that comes meanwhile is dropped too', async () => {
    const { asked, run } = slowRunner();
    const { texts, tell } = listening();
    const checking = openChecking(run, tell);
    checking.ask(input('one'), none, 'soon');
    await vi.advanceTimersByTimeAsync(0);
    checking.ask(input('two'), none, 'after-pause');
    asked[0]?.answer();
    await vi.advanceTimersByTimeAsync(100);
    expect(texts).toEqual([]);
  });

  it('could not be checked: the next one is', async () => {
    const { asked, run } = slowRunner();
    const { texts, tell } = listening();
    const checking = openChecking(run, tell);
    checking.ask(input('one'), none, 'soon');
    await vi.advanceTimersByTimeAsync(0);
    asked[0]?.fail();
    checking.ask(input('two'), none, 'soon');
    await vi.advanceTimersByTimeAsync(0);
    asked[1]?.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(texts).toEqual(['two']);
  });

  it('is left: nothing is told any more', async () => {
    const { asked, run } = slowRunner();
    const { texts, tell } = listening();
    const checking = openChecking(run, tell);
    checking.ask(input('one'), none, 'soon');
    await vi.advanceTimersByTimeAsync(0);
    checking.stop();
    asked[0]?.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(texts).toEqual([]);
  });
});

describe('where checks run', () => {
  it('here, where no thread can be had', async () => {
    const run = openRunner(() => {
      throw new Error('forbidden');
    });
    expect(await run(input('שלום'), none)).toEqual(nothing);
  });

  it('here, from the moment a thread fails, also what it had not answered', async () => {
    const thread = silentThread();
    const run = openRunner(() => thread);
    const answer = run(input('שלום'), none);
    thread.dispatchEvent(new Event('error'));
    expect(await answer).toEqual(nothing);
    expect(await run(input('שלום'), none)).toEqual(nothing);
    expect(thread.asked, 'not asked again').toBe(1);
  });

  it('in the thread, each answer to its own question', async () => {
    const thread = silentThread();
    const run = openRunner(() => thread);
    const [one, two] = [run(input('one'), none), run(input('two'), none)];
    const found = { ...nothing, findings: [{ check: 'x', severity: 'error', segmentId: 's', spans: [] }] };
    thread.dispatchEvent(new MessageEvent('message', { data: { n: 2, answer: found } }));
    thread.dispatchEvent(new MessageEvent('message', { data: { n: 1, answer: nothing } }));
    expect([await one, await two]).toEqual([nothing, found]);
  });
});

it('a termbase is told to the thread where it has changed', () => {
  const told: Array<Termbase | undefined> = [];
  const thread = Object.assign(new EventTarget(), {
    postMessage: ({ termbase }: { termbase?: Termbase }) => void told.push(termbase),
  });
  const run = openRunner(() => thread);
  const other: Termbase = { terms: [], documentId: 'd' };
  for (const termbase of [none, none, other]) void run(input('one'), termbase);
  expect(told).toEqual([none, undefined, other]);
});

function silentThread(): EventTarget & CheckThread & { asked: number } {
  const thread = Object.assign(new EventTarget(), { asked: 0, postMessage: () => void (thread.asked += 1) });
  return thread;
}
