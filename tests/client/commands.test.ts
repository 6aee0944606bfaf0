/** Shortcuts by the place of the key, on any layout; and each command offered exactly where it can be done. */
import { describe, expect, it } from 'vitest';
import {
  commandFor,
  commandOf,
  commands,
  keycapsOf,
  type Command,
  type DeskView,
  type Press,
} from '../../client/review/commands.ts';
import { states } from '../../server/domain/document.ts';

function press(code: string, held: Partial<Press> & { altGraph?: boolean } = {}): Press {
  const { altGraph = false, ...rest } = held;
  return {
    code,
    key: '',
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    isComposing: false,
    getModifierState: () => altGraph,
    ...rest,
  };
}

const view: DeskView = {
  target: { text: 'שלום', state: 'translated', revision: 1, outdated: false, codeFaults: [] },
  text: 'שלום',
  source: 'Hello',
  isUnsaved: false,
  isConflict: false,
  faults: [],
  canMend: false,
  draft: undefined,
  leadsTo: () => true,
};

describe('shortcuts', () => {
  it.each([
    ['KeyS', { ctrlKey: true }, 'save'],
    ['KeyS', { metaKey: true }, 'save'],
    ['Enter', { ctrlKey: true }, 'approve'],
    ['Enter', { ctrlKey: true, shiftKey: true }, 'approve-next'],
    ['ArrowDown', { altKey: true }, 'next'],
    ['KeyI', { ctrlKey: true }, 'copy-source'],
    ['KeyI', { ctrlKey: true, shiftKey: true }, undefined],
    ['KeyI', {}, undefined],
    ['KeyS', { ctrlKey: true, altKey: true }, undefined],
    ['KeyS', { ctrlKey: true, altGraph: true }, undefined],
    ['Enter', { ctrlKey: true, isComposing: true }, undefined],
  ] as const)('%s %o → %s', (code, held, id) => {
    expect(commandFor(press(code, held), true)?.id).toBe(id);
  });

  it('? opens the list only where no text is written, Ctrl+/ everywhere', () => {
    expect(commandFor(press('Slash', { shiftKey: true }), true)).toBeUndefined();
    expect(commandFor(press('Slash', { shiftKey: true }), false)?.id).toBe('help');
    expect(commandFor(press('Slash', { ctrlKey: true }), true)?.id).toBe('help');
  });

  it('/ leads to the search where no text is written, by its place or by what it types; Ctrl+Shift+F everywhere', () => {
    expect(commandFor(press('Slash', { key: '.' }), false)?.id).toBe('find');
    expect(commandFor(press('KeyQ', { key: '/' }), false)?.id, 'a Hebrew layout').toBe('find');
    expect(commandFor(press('Digit7', { key: '/', shiftKey: true }), false)?.id, 'a German one').toBe('find');
    expect(commandFor(press('Slash', { key: '/' }), true)).toBeUndefined();
    expect(commandFor(press('KeyQ', { key: '/', ctrlKey: true }), false)).toBeUndefined();
    expect(commandFor(press('KeyF', { ctrlKey: true, shiftKey: true }), true)?.id).toBe('find');
  });

  it('are never shared, and never type a letter', () => {
    const all = commands.flatMap(({ shortcuts }: Command) => shortcuts);
    const keys = all.map(({ code, mod, shift, alt }) => JSON.stringify([code, mod, shift, alt]));
    expect(new Set(keys).size).toBe(all.length);
    expect(all.every(({ mod, alt, bare }) => mod || alt || bare)).toBe(true);
    expect(
      all.some(({ mod, alt }) => mod && alt),
      'Ctrl+Alt is AltGr on Windows',
    ).toBe(false);
  });

  it('are printed as on the keys', () => {
    expect(keycapsOf({ code: 'Enter', mod: true, shift: true }, false)).toEqual(['Ctrl', 'Shift', '⏎']);
    expect(keycapsOf({ code: 'KeyS', mod: true }, true)).toEqual(['⌘', 'S']);
  });
});

describe('commands by state', () => {
  const offered = (change: Partial<DeskView>) =>
    commands.filter((command: Command) => command.enabled({ ...view, ...change })).map(({ id }) => id);

  const judgements = ['approve', 'review', 'return', 'reopen'];
  it.each([
    ['untranslated', []],
    ['translated', ['approve', 'review', 'return']],
    ['reviewed', ['approve', 'return', 'reopen']],
    ['approved', ['return', 'reopen']],
  ] as const)('%s: %j', (state, expected) => {
    expect(states).toContain(state);
    const target = { ...view.target, state };
    expect(offered({ target }).filter((id) => judgements.includes(id))).toEqual(expected);
  });

  it('an approved text is approved again when its source has changed, or when it has been edited', () => {
    const target = { ...view.target, state: 'approved' as const };
    expect(offered({ target: { ...target, outdated: true } })).toContain('approve');
    expect(offered({ target, isUnsaved: true })).toContain('approve');
  });

  it('over a text that somebody else has changed there is a choice to make, and approving leads to it', () => {
    const ids = offered({ isUnsaved: true, isConflict: true });
    expect(ids.filter((id) => ['save', 'review', 'return', 'reopen'].includes(id))).toEqual([]);
    expect(ids).toEqual(expect.arrayContaining(['approve', 'approve-next', 'keep-mine', 'take-theirs']));
    expect(offered({ isUnsaved: true })).not.toContain('keep-mine');
  });

  it('an empty text is not approved', () => expect(offered({ text: ' ', isUnsaved: true })).not.toContain('approve'));

  it('a code is put in where that mends a fault', () => {
    expect(commandOf('insert-code').enabled({ ...view, canMend: true })).toBe(true);
    expect(commandOf('insert-code').enabled(view)).toBe(false);
  });
});
