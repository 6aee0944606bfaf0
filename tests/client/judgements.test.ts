/** Judgements and their words: they wait with the text that they judge, through reloads, and none is given twice or unasked. */
import { describe, expect, it } from 'vitest';
import { Problem } from '../../client/api.ts';
import { countWaiting, refusalOf } from '../../client/review/desk-state.ts';
import { answerLost, noNetwork, openTab, type Tab } from './desk-tab.ts';

const refuse = (): never => {
  throw new Problem({ code: 'target.state', status: 409, params: {} });
};

function reload({ shelf, backend }: Tab): Tab {
  return openTab({ shelf, server: backend });
}

function wordsOf({ desk }: Tab) {
  return desk.state().words['s']?.kept;
}

/** `PUT`, or the act. */
function sentBy({ sent }: Tab): string[] {
  return sent.map(({ line }) => (line.startsWith('PUT') ? 'save' : (line.split('/').at(-1) ?? '')));
}

describe('the words of a question', () => {
  it('are kept as they are typed, each question’s its own', () => {
    const tab = openTab();
    tab.desk.word('s', 'return', { words: 'too formal' });
    tab.desk.word('s', 'dismiss', { words: 'no note needed' });
    expect(wordsOf(reload(tab))).toEqual({ return: 'too formal', dismiss: 'no note needed' });
  });

  it('are kept with what was ticked, also where that says it all', async () => {
    const tab = openTab();
    tab.desk.word('s', 'return', { words: '', categories: ['names'] });
    tab.desk.word('s', 'dismiss', { words: 'no note needed' });
    expect(wordsOf(reload(tab))).toEqual({ categories: ['names'], dismiss: 'no note needed' });
    await tab.act({ kind: 'return', words: '', categories: ['names'] });
    expect(wordsOf(reload(tab))).toEqual({ dismiss: 'no note needed' });
    expect(tab.sent.at(-1)?.body).toMatchObject({ reason: '', categories: ['names'] });
    tab.desk.word('s', 'return', { words: '', categories: [] });
    expect(wordsOf(tab)).toEqual({ dismiss: 'no note needed' });
  });

  it('are forgotten when they are taken, and only they', async () => {
    const tab = openTab();
    tab.desk.word('s', 'return', { words: 'too formal' });
    tab.desk.word('s', 'dismiss', { words: 'no note needed' });
    await tab.act({ kind: 'return', words: 'too formal' });
    expect(wordsOf(reload(tab))).toEqual({ dismiss: 'no note needed' });
    await tab.act({ kind: 'approve' });
    expect(wordsOf(tab)).toEqual({ dismiss: 'no note needed' });
    await tab.act({ kind: 'approve', words: 'no note needed' });
    expect([wordsOf(tab), tab.shelf.items()]).toEqual([undefined, {}]);
  });

  it('stay after a refusal, with what was said; the refused act itself does not come back', async () => {
    const tab = openTab();
    tab.desk.word('s', 'return', { words: 'too formal' });
    tab.answers.push(refuse);
    await tab.act({ kind: 'return', words: 'too formal' });
    expect(refusalOf(tab.desk.state(), 's', 'return')).toMatchObject({ code: 'target.state' });
    expect(refusalOf(tab.desk.state(), 's', 'dismiss')).toBeUndefined();
    const again = reload(tab);
    await again.desk.retry();
    expect([wordsOf(again), sentBy(again)]).toEqual([{ return: 'too formal' }, []]);
  });

  it('stay where the save before the act is overtaken', async () => {
    const tab = openTab();
    tab.type('mine');
    tab.desk.word('s', 'dismiss', { words: 'no note needed' });
    tab.writeBehind('theirs');
    expect(await tab.act({ kind: 'approve', words: 'no note needed' })).toBe(false);
    expect(wordsOf(tab)).toEqual({ dismiss: 'no note needed' });
    expect(refusalOf(tab.desk.state(), 's', 'dismiss')).toMatchObject({ code: 'target.stale' });
    tab.desk.takeTheirs('s');
    expect(tab.desk.state().acts).toEqual({});
  });
});

describe('an act that finds no connection', () => {
  it('and is refused when it goes again is told, since nobody looks at it any more', async () => {
    const tab = openTab();
    tab.answers.push(noNetwork);
    expect(await tab.act({ kind: 'approve' })).toBe(false);
    tab.writeBehind('theirs');
    expect(await tab.desk.retry()).toEqual(['s']);
    expect(tab.desk.state().acts['s']).toMatchObject({ standing: 'refused', fault: { code: 'target.stale' } });
    expect(await tab.desk.retry()).toEqual([]);
  });

  it('survives a reload and goes again as it was', async () => {
    const tab = openTab();
    tab.answers.push(answerLost);
    await tab.act({ kind: 'return', words: 'too formal' });
    const again = reload(tab);
    expect(again.word()).toBe('act-waiting');
    await again.desk.retry();
    expect(again.sent[0]?.body).toEqual(tab.sent[0]?.body);
    expect([again.server().revision, again.shelf.items()]).toEqual([2, {}]);
  });

  it('waits for the text that it judges, and follows it', async () => {
    const tab = openTab();
    tab.type('two');
    tab.answers.push(noNetwork);
    expect(await tab.act({ kind: 'approve' })).toBe(false);
    expect([tab.word(), countWaiting(tab.desk.state())]).toEqual(['both-waiting', 1]);
    const again = reload(tab);
    await again.desk.retry();
    expect(sentBy(again)).toEqual(['save', 'approve']);
    expect([again.word(), countWaiting(again.desk.state())]).toEqual(['saved', 0]);
    expect([again.server(), again.shelf.items()]).toMatchObject([{ text: 'two', state: 'approved' }, {}]);
  });

  it('follows a text that had got there without our knowing', async () => {
    const tab = openTab();
    tab.type('two');
    tab.answers.push(answerLost);
    await tab.act({ kind: 'approve' });
    const again = reload(tab);
    await again.desk.retry();
    expect(again.server()).toMatchObject({ text: 'two', state: 'approved', revision: 3 });
  });

  it('falls when the text is changed before it went out: nobody has judged that one', async () => {
    const tab = openTab();
    tab.type('two');
    tab.answers.push(noNetwork);
    await tab.act({ kind: 'approve' });
    tab.type('two and a half');
    await tab.desk.save('s');
    expect(sentBy(tab).slice(1)).not.toContain('approve');
    expect(tab.server()).toMatchObject({ text: 'two and a half', state: 'reviewed' });
  });

  it('sends no half-written text along', async () => {
    const tab = openTab();
    tab.answers.push(noNetwork);
    await tab.act({ kind: 'approve' });
    tab.type('half a wor');
    await tab.desk.retry();
    expect([tab.server(), tab.texts()]).toMatchObject([{ text: 'one', state: 'approved' }, ['half a wor']]);
  });

  it('is of one text: what is typed while its save is under way is not approved with it', async () => {
    const tab = openTab();
    tab.type('two');
    tab.answers.push((answer) => {
      tab.type('two, and a wor');
      return answer();
    });
    expect(await tab.act({ kind: 'approve' })).toBe(true);
    expect([tab.server(), tab.texts()]).toMatchObject([{ text: 'two', state: 'approved' }, ['two, and a wor']]);
  });
});

it('a refusal is over when the text is changed', async () => {
  const tab = openTab();
  tab.answers.push(refuse);
  await tab.act({ kind: 'approve' });
  expect(tab.word()).toBe('act-refused');
  tab.type('two');
  expect(tab.word()).toBe('typed');
});

it('a bug in a save leaves no judgement at “sending”', async () => {
  const tab = openTab();
  tab.type('two');
  tab.answers.push(() => {
    throw new TypeError('a bug');
  });
  await expect(tab.act({ kind: 'approve' })).rejects.toThrow('a bug');
  expect(tab.desk.state().acts['s']?.standing).toBe('waiting');
});
