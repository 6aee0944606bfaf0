/** The desk at work against a server in memory that may refuse, be slow, or be gone: nothing typed is lost. */
import { describe, expect, it } from 'vitest';
import { Problem } from '../../client/api.ts';
import { conflictOf, isOnlyJudged } from '../../client/review/desk-state.ts';
import { answerLost, noNetwork, openTab } from './desk-tab.ts';

describe('typing', () => {
  it('is kept on the device before anything is sent', () => {
    const { type, shelf, sent, word } = openTab();
    type('two');
    expect(shelf.items()).toEqual({
      'dragoman.unsaved.doc.he.s.a': { text: 'two', baseRevision: 1, base: 'one', decisionId: 'a-1' },
    });
    expect(sent).toEqual([]);
    expect(word()).toBe('typed');
  });

  it('is forgotten on the device when the server has it', async () => {
    const { desk, type, shelf, server, word } = openTab();
    type('two');
    await desk.save('s');
    expect([server().text, shelf.items(), word()]).toEqual(['two', {}, 'saved']);
  });

  it('during a save is kept, and saved on top of it', async () => {
    const { desk, type, answers, server, sent } = openTab();
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
    const { desk, type, answers, sent, server, word } = openTab();
    type('two');
    answers.push(noNetwork);
    await desk.save('s');
    expect(word()).toBe('waiting');
    await desk.retry();
    expect(server().text).toBe('two');
    expect(new Set(sent.map(({ body }) => body.decisionId)).size).toBe(1);
  });

  it('a lost answer followed by more typing is no conflict with oneself', async () => {
    const { desk, type, answers, sent, server, shelf } = openTab();
    type('two');
    answers.push(answerLost);
    await desk.save('s');
    type('three');
    await desk.save('s');
    expect(sent.map(({ body }) => body.text)).toEqual(['two', 'two', 'three']);
    expect([server().text, server().revision, shelf.items()]).toEqual(['three', 3, {}]);
  });

  it('an approval waits and goes again under the same id', async () => {
    const { desk, act, answers, sent, server, word } = openTab();
    answers.push(answerLost);
    expect(await act({ kind: 'approve' })).toBe(false);
    expect(word()).toBe('act-waiting');
    await desk.retry();
    expect([server().state, server().revision, word()]).toEqual(['approved', 2, 'saved']);
    expect(new Set(sent.map(({ body }) => body.decisionId)).size).toBe(1);
  });

  it('a text typed after an unanswered approval goes after it, and is no conflict with oneself', async () => {
    const { desk, act, type, answers, sent, server, known, word } = openTab();
    answers.push(answerLost);
    await act({ kind: 'approve' });
    type('two');
    answers.push(noNetwork);
    expect(await desk.save('s')).toBe(false);
    expect(word()).toBe('both-waiting');
    await desk.retry();
    expect(sent.map(({ line }) => line.split(' ')[0])).toEqual(['POST', 'POST', 'POST', 'PUT']);
    expect([server().text, known().revision, word()]).toEqual(['two', 3, 'saved']);
  });

  it('our own approval, told by an event before its answer, is no conflict with oneself', async () => {
    const { desk, act, type, answers, known, hear } = openTab();
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
    const { act, type, sent } = openTab();
    type('two');
    await act({ kind: 'approve' });
    expect(sent.map(({ signal }) => signal instanceof AbortSignal)).toEqual([true, true]);
  });

  it('a reload brings text, base and id back', async () => {
    const before = openTab();
    before.type('two');
    before.answers.push(noNetwork);
    await before.desk.save('s');
    const { desk, sent, server } = openTab({ shelf: before.shelf, server: before.backend });
    expect(desk.state().entries['s']).toMatchObject({ restored: true, standing: 'waiting' });
    await desk.retry();
    expect([sent[0]?.body, server().text]).toEqual([before.sent[0]?.body, 'two']);
  });
});

describe('approving', () => {
  it('saves first, and judges what was saved', async () => {
    const { act, type, sent, server } = openTab();
    type('two');
    expect(await act({ kind: 'approve' })).toBe(true);
    expect(sent.map(({ line }) => line.split(' ')[0])).toEqual(['PUT', 'POST']);
    expect([server().text, server().state, sent[1]?.body.baseRevision]).toEqual(['two', 'approved', 2]);
  });

  it('does not happen where the save does not', async () => {
    const { act, type, sent, writeBehind } = openTab();
    type('two');
    writeBehind('theirs');
    expect(await act({ kind: 'approve' })).toBe(false);
    expect(sent.map(({ line }) => line.split(' ')[0])).toEqual(['PUT']);
  });

  it('carries what is typed meanwhile onto the new revision', async () => {
    const { desk, act, type, answers, known } = openTab();
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
    const world = openTab();
    world.type('mine');
    world.writeBehind('theirs');
    await world.desk.save('s');
    return world;
  }

  it('leaves both texts to choose from', async () => {
    const { desk, known, shelf, word } = await conflict();
    expect(conflictOf(desk.state(), 's', known())).toMatchObject({ mine: 'mine', theirs: { text: 'theirs' } });
    expect([Object.values(shelf.items()), word()]).toMatchObject([[{ text: 'mine' }], 'conflict']);
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
    expect([server().text, shelf.items()]).toEqual(['mine', {}]);
  });

  it('is merged with mine against the text before both, also after a reload', async () => {
    const { shelf, backend } = await conflict();
    const again = openTab({ shelf, server: backend });
    expect(conflictOf(again.desk.state(), 's', again.known())).toMatchObject({ mine: 'mine', base: 'one' });
    again.desk.merge('s', 'mine and theirs', again.known());
    await again.desk.save('s');
    expect([again.server().text, again.texts()]).toEqual(['mine and theirs', [undefined, 'mine']]);
  });

  it('is merged with mine without a connection: it goes out later, and mine is still there', async () => {
    const { desk, known, answers, server, texts, word } = await conflict();
    answers.push(noNetwork);
    desk.merge('s', 'mine and theirs', known());
    await desk.save('s');
    expect([word(), texts()]).toEqual(['waiting', ['mine and theirs', 'mine']]);
    await desk.retry();
    expect([server().text, word()]).toEqual(['mine and theirs', 'saved']);
  });

  it('who saves a third time while one merges is not overwritten: the merge begins anew', async () => {
    const { desk, known, server, writeBehind, texts } = await conflict();
    const drawn = known();
    writeBehind('theirs again', true);
    desk.merge('s', 'mine and theirs', drawn);
    expect(await desk.save('s')).toBe(false);
    expect(conflictOf(desk.state(), 's', known())).toMatchObject({
      mine: 'mine and theirs',
      theirs: { text: 'theirs again' },
      base: 'theirs',
    });
    expect([server().text, texts()]).toEqual(['theirs again', ['mine and theirs', 'mine']]);
  });

  it('whose text is the merged one too leaves nothing to save', async () => {
    const { desk, known, texts, sent } = await conflict();
    desk.merge('s', 'theirs', known());
    await desk.save('s');
    expect([texts(), sent.length]).toEqual([[undefined, 'mine'], 1]);
  });

  it('who approves the text that one is writing over is not passed over in silence', async () => {
    const { desk, type, known, backend, hear, server, word } = openTab();
    type('mine');
    backend.judge('approved');
    hear();
    const found = conflictOf(desk.state(), 's', known());
    expect(found && isOnlyJudged(found)).toBe(true);
    type('mine, and more');
    expect([await desk.save('s'), server().state, word()]).toEqual([false, 'approved', 'conflict']);
    desk.keepMine('s', known());
    expect([await desk.save('s'), server().text]).toEqual([true, 'mine, and more']);
  });

  it('is taken, and mine can be brought back, also after a reload', async () => {
    const { desk, shelf, backend, texts, word } = await conflict();
    desk.takeTheirs('s');
    expect([texts(), word()]).toEqual([[undefined, 'mine'], 'saved']);
    const again = openTab({ shelf, server: backend });
    const [item] = again.desk.state().aside['s'] ?? [];
    if (item) again.desk.bringBack(item, again.known());
    expect(again.desk.state().entries['s']?.kept).toMatchObject({ text: 'mine', baseRevision: 2 });
    await again.desk.save('s');
    expect(shelf.items()).toEqual({});
  });

  it('is taken, and mine brought back, while another text of mine stands there: they change places', async () => {
    const { desk, type, known, texts } = await conflict();
    desk.takeTheirs('s');
    type('mine again');
    const [item] = desk.state().aside['s'] ?? [];
    if (item) desk.bringBack(item, known());
    expect(texts()).toEqual(['mine', 'mine again']);
  });

  it('is taken, and mine let go', async () => {
    const { desk, shelf, texts } = await conflict();
    desk.takeTheirs('s');
    for (const item of desk.state().aside['s'] ?? []) desk.discard(item);
    expect([texts(), shelf.items()]).toEqual([[undefined], {}]);
  });

  it('is noticed while an act of mine has no answer', async () => {
    const { desk, act, type, answers, known, writeBehind } = openTab();
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
    const { desk, type, known, writeBehind } = openTab();
    type('mine');
    writeBehind('theirs', true);
    expect(conflictOf(desk.state(), 's', known())).toBeDefined();
  });

  it('whose text is known but not drawn yet is not overwritten by a key press', async () => {
    const { type, desk, known, server, writeBehind } = openTab();
    const drawn = known();
    writeBehind('theirs', true);
    type('one, and a letter', drawn);
    expect(conflictOf(desk.state(), 's', known())).toMatchObject({ theirs: { text: 'theirs' } });
    await desk.save('s');
    expect(server().text).toBe('theirs');
  });

  it('whose text is known but not drawn yet is not approved unread', async () => {
    const { act, known, server, writeBehind } = openTab();
    const drawn = known();
    writeBehind('theirs', true);
    expect(await act({ kind: 'approve' }, drawn)).toBe(false);
    expect(server()).toMatchObject({ text: 'theirs', state: 'translated' });
  });

  it('whose text is known but not drawn yet is not set aside by keeping mine', async () => {
    const { type, desk, known, server, writeBehind } = openTab();
    type('mine');
    writeBehind('theirs', true);
    const drawn = known();
    writeBehind('theirs again', true);
    desk.keepMine('s', drawn);
    await desk.save('s');
    expect(server().text).toBe('theirs again');
  });

  it('is not what our own save made, though it is not drawn yet', async () => {
    const { type, act, desk, known, server } = openTab();
    const drawn = known();
    type('two', drawn);
    await desk.save('s');
    type('two, and a letter', drawn);
    expect(conflictOf(desk.state(), 's', known())).toBeUndefined();
    expect(await act({ kind: 'approve' }, drawn)).toBe(true);
    expect(server()).toMatchObject({ text: 'two, and a letter', state: 'approved' });
  });

  it('who wrote the very same text leaves nothing unsaved', () => {
    const { desk, type, shelf, writeBehind } = openTab();
    type('same');
    writeBehind('same', true);
    desk.reconcile();
    expect(shelf.items()).toEqual({});
  });
});

describe('a refusal', () => {
  it('keeps the text and says why', async () => {
    const { desk, type, answers, word } = openTab();
    type('');
    answers.push(() => {
      throw new Problem({ code: 'target.empty', status: 422, params: {} });
    });
    await desk.save('s');
    expect([word(), desk.state().entries['s']]).toMatchObject(['refused', { fault: { code: 'target.empty' } }]);
  });

  it('is no cloak for a bug', async () => {
    const { desk, type, answers, word } = openTab();
    type('two');
    answers.push(() => {
      throw new TypeError('a bug');
    });
    await expect(desk.save('s')).rejects.toThrow('a bug');
    expect(word()).toBe('waiting');
  });
});
