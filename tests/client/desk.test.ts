/** The desk at work against a server in memory that may refuse, be slow, or be gone: nothing typed is lost. */
import { describe, expect, it } from 'vitest';
import { call as callServer, Problem } from '../../client/api.ts';
import { conflictOf, saveWordOf, type Act } from '../../client/review/desk-state.ts';
import { openDesk } from '../../client/review/desk.ts';
import type { UnsavedStore } from '../../client/review/unsaved-store.ts';
import type { Unsaved } from '../../client/review/unsaved.ts';
import type { TargetView } from '../../server/contract/schemas.ts';

interface Sent {
  readonly line: string;
  readonly body: { readonly text?: string; readonly baseRevision: number; readonly decisionId: string };
  readonly signal: AbortSignal | undefined;
}

/** A desk on one segment. `answers` are used up one for each request; after them the server works. */
function setUp(kept: Record<string, Unsaved> = {}, revision = 1) {
  let target: TargetView = { text: 'one', state: 'translated', revision, outdated: false, codeFaults: [] };
  let known = target;
  let ids = 0;
  const sent: Sent[] = [];
  const answers: Array<(answer: () => TargetView) => TargetView | Promise<TargetView>> = [];
  const seen = new Map<string, TargetView>();
  const shelf = { ...kept };
  const store: UnsavedStore = {
    read: () => ({ ...shelf }),
    write(segmentId, unsaved) {
      if (unsaved) shelf[segmentId] = unsaved;
      else delete shelf[segmentId];
      return true;
    },
  };
  function serve(line: string, body: Sent['body']): TargetView {
    const before = seen.get(body.decisionId);
    if (before) return before;
    if (body.baseRevision !== target.revision) {
      throw new Problem({ code: 'target.stale', status: 409, params: {}, current: target });
    }
    const state = line.endsWith('/approve') ? 'approved' : 'reviewed';
    target = { ...target, text: body.text ?? target.text, state, revision: target.revision + 1 };
    seen.set(body.decisionId, target);
    return target;
  }
  const call = (async (line: string, { body }: { body: Sent['body'] }, signal?: AbortSignal) => {
    sent.push({ line, body, signal });
    return (answers.shift() ?? ((answer) => answer()))(() => serve(line, body));
  }) as unknown as typeof callServer;
  const desk = openDesk({
    documentId: 'doc',
    locale: 'he',
    call,
    store,
    newId: () => `id-${(ids += 1)}`,
    target: () => known,
    putTarget: (_segmentId, next) => {
      if (next.revision >= known.revision) known = next;
    },
  });
  return {
    desk,
    type: (text: string, drawn = known) => desk.type('s', text, drawn),
    act: (act: Act, drawn = known) => desk.act('s', act, drawn),
    sent,
    answers,
    shelf,
    known: () => known,
    server: () => target,
    /** An event brings what the server has. */
    hear: () => {
      known = target;
    },
    /** Somebody else saves; `told`: and we hear of it. */
    writeBehind: (text: string, told = false) => {
      target = { ...target, text, revision: target.revision + 1 };
      if (told) known = target;
    },
    word: () => saveWordOf(desk.state(), 's', known),
  };
}

const noNetwork = (): never => {
  throw new Problem({ code: 'network.unreachable', status: 0, params: {} });
};
/** The server does it, but its answer is lost. */
const answerLost = (answer: () => TargetView): never => {
  answer();
  return noNetwork();
};

describe('typing', () => {
  it('is kept on the device before anything is sent', () => {
    const { type, shelf, sent, word } = setUp();
    type('two');
    expect(shelf['s']).toMatchObject({ text: 'two', baseRevision: 1 });
    expect(sent).toEqual([]);
    expect(word()).toBe('typed');
  });

  it('is forgotten on the device when the server has it', async () => {
    const { desk, type, shelf, server, word } = setUp();
    type('two');
    await desk.save('s');
    expect([server().text, shelf, word()]).toEqual(['two', {}, 'saved']);
  });

  it('during a save is kept, and saved on top of it', async () => {
    const { desk, type, answers, server, sent } = setUp();
    type('two');
    answers.push((answer) => {
      type('three');
      return answer();
    });
    await desk.save('s');
    expect([server().text, desk.state().entries['s']?.kept.text]).toEqual(['two', 'three']);
    await desk.save('s');
    expect(server().text).toBe('three');
    expect(sent.map(({ body }) => body.baseRevision)).toEqual([1, 2]);
  });
});

describe('without a connection', () => {
  it('the text waits, and goes again under the same id', async () => {
    const { desk, type, answers, sent, server, word } = setUp();
    type('two');
    answers.push(noNetwork);
    await desk.save('s');
    expect(word()).toBe('waiting');
    await desk.retry();
    expect(server().text).toBe('two');
    expect(new Set(sent.map(({ body }) => body.decisionId)).size).toBe(1);
  });

  it('a lost answer followed by more typing is no conflict with oneself', async () => {
    const { desk, type, answers, sent, server, shelf } = setUp();
    type('two');
    answers.push(answerLost);
    await desk.save('s');
    type('three');
    await desk.save('s');
    expect(sent.map(({ body }) => body.text)).toEqual(['two', 'two', 'three']);
    expect([server().text, server().revision, shelf]).toEqual(['three', 3, {}]);
  });

  it('an approval waits and goes again under the same id', async () => {
    const { desk, act, answers, sent, server, word } = setUp();
    answers.push(answerLost);
    expect(await act({ kind: 'approve' })).toBe(false);
    expect(word()).toBe('act-waiting');
    await desk.retry();
    expect([server().state, server().revision, word()]).toEqual(['approved', 2, 'saved']);
    expect(new Set(sent.map(({ body }) => body.decisionId)).size).toBe(1);
  });

  it('a text typed after an unanswered approval goes after it, and is no conflict with oneself', async () => {
    const { desk, act, type, answers, sent, server, known, word } = setUp();
    answers.push(answerLost);
    await act({ kind: 'approve' });
    type('two');
    answers.push(noNetwork);
    expect(await desk.save('s')).toBe(false);
    expect(word()).toBe('waiting');
    await desk.retry();
    expect(sent.map(({ line }) => line.split(' ')[0])).toEqual(['POST', 'POST', 'POST', 'PUT']);
    expect([server().text, known().revision, word()]).toEqual(['two', 3, 'saved']);
  });

  it('our own approval, told by an event before its answer, is no conflict with oneself', async () => {
    const { desk, act, type, answers, known, hear } = setUp();
    answers.push((answer) => {
      type('two');
      answer();
      hear();
      expect(conflictOf(desk.state(), 's', known())).toBeUndefined();
      return noNetwork();
    });
    await act({ kind: 'approve' });
    expect(conflictOf(desk.state(), 's', known())).toBeUndefined();
  });

  it('an answer that does not come is given up, and asked for again', async () => {
    const { act, type, sent } = setUp();
    type('two');
    await act({ kind: 'approve' });
    expect(sent.map(({ signal }) => signal instanceof AbortSignal)).toEqual([true, true]);
  });

  it('a reload brings text, base and id back', async () => {
    const sentBefore = { text: 'two', baseRevision: 1, decisionId: 'old' };
    const { desk, sent, server } = setUp({ s: { ...sentBefore, sent: sentBefore } });
    expect(desk.state().entries['s']).toMatchObject({ restored: true, standing: 'waiting' });
    await desk.retry();
    expect([sent[0]?.body, server().text]).toEqual([sentBefore, 'two']);
  });
});

describe('approving', () => {
  it('saves first, and judges what was saved', async () => {
    const { act, type, sent, server } = setUp();
    type('two');
    expect(await act({ kind: 'approve' })).toBe(true);
    expect(sent.map(({ line }) => line.split(' ')[0])).toEqual(['PUT', 'POST']);
    expect([server().text, server().state, sent[1]?.body.baseRevision]).toEqual(['two', 'approved', 2]);
  });

  it('does not happen where the save does not', async () => {
    const { act, type, sent, writeBehind } = setUp();
    type('two');
    writeBehind('theirs');
    expect(await act({ kind: 'approve' })).toBe(false);
    expect(sent.map(({ line }) => line.split(' ')[0])).toEqual(['PUT']);
  });

  it('carries what is typed meanwhile onto the new revision', async () => {
    const { desk, act, type, answers, known } = setUp();
    answers.push((answer) => {
      type('two');
      return answer();
    });
    await act({ kind: 'approve' });
    expect(conflictOf(desk.state(), 's', known())).toBeUndefined();
    expect(desk.state().entries['s']?.kept).toMatchObject({ text: 'two', baseRevision: 2 });
  });
});

describe('somebody else', () => {
  async function conflict() {
    const world = setUp();
    world.type('mine');
    world.writeBehind('theirs');
    await world.desk.save('s');
    return world;
  }

  it('leaves both texts to choose from', async () => {
    const { desk, known, shelf, word } = await conflict();
    expect(conflictOf(desk.state(), 's', known())).toMatchObject({ mine: 'mine', theirs: { text: 'theirs' } });
    expect([shelf['s']?.text, word()]).toEqual(['mine', 'conflict']);
  });

  it('is not overwritten without a choice', async () => {
    const { desk, sent, server } = await conflict();
    await desk.save('s');
    expect([sent.length, server().text]).toEqual([1, 'theirs']);
  });

  it('gives way to mine, on purpose', async () => {
    const { desk, known, server, shelf } = await conflict();
    desk.keepMine('s', known());
    await desk.save('s');
    expect([server().text, shelf]).toEqual(['mine', {}]);
  });

  it('is taken, and mine can be brought back', async () => {
    const { desk, known, shelf, word } = await conflict();
    desk.takeTheirs('s');
    expect([shelf, word()]).toEqual([{}, 'saved']);
    desk.bringBack('s', known());
    expect(desk.state().entries['s']?.kept).toMatchObject({ text: 'mine', baseRevision: 2 });
  });

  it('is noticed while an act of mine has no answer', async () => {
    const { desk, act, type, answers, known, writeBehind } = setUp();
    answers.push(() => {
      type('mine');
      writeBehind('theirs', true);
      expect(conflictOf(desk.state(), 's', known())).toMatchObject({ mine: 'mine', theirs: { text: 'theirs' } });
      return noNetwork();
    });
    await act({ kind: 'approve' });
    expect(conflictOf(desk.state(), 's', known())).toMatchObject({ mine: 'mine', theirs: { text: 'theirs' } });
  });

  it('is noticed while one types, before anything is sent', () => {
    const { desk, type, known, writeBehind } = setUp();
    type('mine');
    writeBehind('theirs', true);
    expect(conflictOf(desk.state(), 's', known())).toBeDefined();
  });

  it('whose text is known but not drawn yet is not overwritten by a key press', async () => {
    const { type, desk, known, server, writeBehind } = setUp();
    const drawn = known();
    writeBehind('theirs', true);
    type('one, and a letter', drawn);
    expect(conflictOf(desk.state(), 's', known())).toMatchObject({ theirs: { text: 'theirs' } });
    await desk.save('s');
    expect(server().text).toBe('theirs');
  });

  it('whose text is known but not drawn yet is not approved unread', async () => {
    const { act, known, server, writeBehind } = setUp();
    const drawn = known();
    writeBehind('theirs', true);
    expect(await act({ kind: 'approve' }, drawn)).toBe(false);
    expect(server()).toMatchObject({ text: 'theirs', state: 'translated' });
  });

  it('whose text is known but not drawn yet is not set aside by keeping mine', async () => {
    const { type, desk, known, server, writeBehind } = setUp();
    type('mine');
    writeBehind('theirs', true);
    const drawn = known();
    writeBehind('theirs again', true);
    desk.keepMine('s', drawn);
    await desk.save('s');
    expect(server().text).toBe('theirs again');
  });

  it('is not what our own save made, though it is not drawn yet', async () => {
    const { type, act, desk, known, server } = setUp();
    const drawn = known();
    type('two', drawn);
    await desk.save('s');
    type('two, and a letter', drawn);
    expect(conflictOf(desk.state(), 's', known())).toBeUndefined();
    expect(await act({ kind: 'approve' }, drawn)).toBe(true);
    expect(server()).toMatchObject({ text: 'two, and a letter', state: 'approved' });
  });

  it('who wrote the very same text leaves nothing unsaved', () => {
    const { desk, type, shelf, writeBehind } = setUp();
    type('same');
    writeBehind('same', true);
    desk.reconcile();
    expect(shelf).toEqual({});
  });
});

describe('a refusal', () => {
  it('keeps the text and says why', async () => {
    const { desk, type, answers, word } = setUp();
    type('');
    answers.push(() => {
      throw new Problem({ code: 'target.empty', status: 422, params: {} });
    });
    await desk.save('s');
    expect([word(), desk.state().entries['s']]).toMatchObject(['refused', { fault: { code: 'target.empty' } }]);
  });

  it('is no cloak for a bug', async () => {
    const { desk, type, answers, word } = setUp();
    type('two');
    answers.push(() => {
      throw new TypeError('a bug');
    });
    await expect(desk.save('s')).rejects.toThrow('a bug');
    expect(word()).toBe('waiting');
  });
});
