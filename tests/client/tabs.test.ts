/** Several tabs on one segment share a device: none drops what another has kept, and a closed one's text is found. */
import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../../client/api.ts';
import { claimTab } from '../../client/review/tab.ts';
import { aShelf } from '../support/shelf.ts';
import { noNetwork, openTab, type Tab } from './desk-tab.ts';

/** Another tab on the same device and server. */
function openBeside({ shelf, backend }: Tab, tab: string): Tab {
  return openTab({ tab, shelf, server: backend });
}

describe('two tabs', () => {
  it('keep each its own text of a segment', () => {
    const a = openTab();
    const b = openBeside(a, 'b');
    a.type('by a');
    b.type('by b');
    expect(Object.values(a.shelf.items())).toMatchObject([{ text: 'by a' }, { text: 'by b' }]);
  });

  it('forget each only its own', async () => {
    const a = openTab();
    const b = openBeside(a, 'b');
    a.type('by a');
    b.type('by b');
    await b.desk.save('s');
    expect(Object.values(a.shelf.items())).toMatchObject([{ text: 'by a' }]);
  });

  it('may both send the same text: it is the same decision', async () => {
    const a = openTab();
    a.type('by a');
    const b = openBeside(a, 'b');
    await b.desk.save('s');
    await a.desk.save('s');
    expect([a.server().revision, a.word(), a.shelf.items()]).toEqual([2, 'saved', {}]);
  });

  it('the one that only shows the other’s text lets go when that goes on', async () => {
    const a = openTab();
    a.type('by a');
    const b = openBeside(a, 'b');
    expect(b.texts()).toEqual(['by a']);
    a.type('by a, and more');
    b.desk.followTabs();
    expect(b.texts()).toEqual([undefined]);
    expect(Object.values(a.shelf.items())).toMatchObject([{ text: 'by a, and more' }]);
  });

  it('the one that goes on from the other’s text keeps it from then on', () => {
    const a = openTab();
    a.type('by a');
    const b = openBeside(a, 'b');
    b.type('by a, then b');
    expect(a.shelf.items()).toMatchObject({ 'dragoman.unsaved.doc.he.s.b': { text: 'by a, then b' } });
    b.desk.followTabs();
    expect(b.texts()).toEqual(['by a, then b']);
  });
});

describe('a closed tab', () => {
  it('leaves its text to the next one, to be saved and then forgotten', async () => {
    const closed = openTab();
    closed.type('by a');
    const next = openBeside(closed, 'b');
    expect(next.desk.state().entries['s']).toMatchObject({ restored: true, kept: { text: 'by a' } });
    await next.desk.save('s');
    expect([next.server().text, next.shelf.items()]).toEqual(['by a', {}]);
  });

  it('and another: neither text is dropped, and either can be gone on from', async () => {
    const closed = openTab();
    const too = openBeside(closed, 'b');
    closed.type('by a');
    too.type('by b');
    const next = openBeside(closed, 'c');
    expect(next.texts()).toEqual(['by a', 'by b']);
    const [item] = next.desk.state().aside['s'] ?? [];
    if (item) next.desk.bringBack(item, next.known());
    expect(next.texts()).toEqual(['by b', 'by a']);
    await next.desk.save('s');
    const after = openBeside(closed, 'd');
    expect(after.server().text).toBe('by b');
    expect(after.texts()).toEqual([undefined, 'by a']);
  });

  it('leaves nothing that the server turns out to have, however it got there', () => {
    const closed = openTab();
    const too = openBeside(closed, 'b');
    closed.type('same');
    too.type('other');
    const next = openBeside(closed, 'c');
    next.writeBehind('other');
    next.hear();
    expect(next.texts()).toEqual(['same']);
    next.writeBehind('same');
    next.hear();
    expect([next.texts(), next.shelf.items()]).toEqual([[undefined], {}]);
  });

  it('does not come before what this one has kept itself', async () => {
    const a = openTab();
    const closed = openBeside(a, 'b');
    a.type('by a');
    a.answers.push(noNetwork);
    await a.desk.save('s');
    closed.writeBehind('theirs', true);
    closed.type('by b');
    expect(openBeside(a, 'a').texts()).toEqual(['by a', 'by b']);
    expect(openBeside(a, 'c').texts()).toEqual(['by b', 'by a']);
  });
});

describe('a desk that was left during a save', () => {
  /** Left with a save under way; the next desk of the same tab has typed on by the time that it is answered. */
  async function left() {
    const old = openTab();
    let answer: (how: 'taken' | 'lost') => void = () => undefined;
    old.answers.push(
      (serve) =>
        new Promise((taken, lost) => {
          answer = (how) => (how === 'taken' ? taken(serve()) : lost(new Problem(unreachable)));
        }),
    );
    old.type('one, typed');
    const saved = old.desk.save('s');
    await vi.waitFor(() => expect(old.sent).toHaveLength(1));
    const next = openBeside(old, 'a');
    return { next, end: async (how: 'taken' | 'lost') => (answer(how), saved) };
  }
  const unreachable = { code: 'network.unreachable', status: 0, params: {} } as const;
  const key = 'dragoman.unsaved.doc.he.s.a';

  it.each(['taken', 'lost'] as const)('leaves what the next one has kept since (its save was %s)', async (how) => {
    const { next, end } = await left();
    next.type('one, typed, and more');
    await end(how);
    expect(next.shelf.items()).toMatchObject({ [key]: { text: 'one, typed, and more' } });
  });

  it('does not bring back what the next one has let go', async () => {
    const { next, end } = await left();
    next.desk.takeTheirs('s');
    await end('lost');
    expect(next.shelf.items()).not.toHaveProperty([key]);
  });

  it('forgets its own text when it was taken, where nobody has gone on from it', async () => {
    const { next, end } = await left();
    await end('taken');
    expect(next.shelf.items()).toEqual({});
  });
});

describe('a device without room', () => {
  it('forgets nothing of another tab’s that it could not keep itself', () => {
    const closed = openTab();
    closed.type('by a');
    const full = Object.assign(Object.create(closed.shelf) as typeof closed.shelf, {
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    const next = openTab({ tab: 'b', shelf: full, server: closed.backend });
    next.type('by a, then b');
    expect(Object.values(closed.shelf.items())).toMatchObject([{ text: 'by a' }]);
    expect(next.desk.state().entries['s']?.unkept).toBe(true);
  });
});

describe('the name of a tab', () => {
  let ids = 0;
  const load = (session = aShelf()) => {
    const page = new EventTarget();
    return { session, page, tab: claimTab(session, page, () => `id-${(ids += 1)}`) };
  };

  it('is kept by a reload', () => {
    const { session, page, tab } = load();
    page.dispatchEvent(new Event('pagehide'));
    expect(load(session).tab).toBe(tab);
  });

  it('is not taken by a duplicate, which is born with a copy of what the session stores', () => {
    const { session, page, tab } = load();
    expect(load(session).tab).not.toBe(tab);
    page.dispatchEvent(new Event('pagehide'));
    page.dispatchEvent(new Event('pageshow'));
    expect(load(session).tab).not.toBe(tab);
  });
});
