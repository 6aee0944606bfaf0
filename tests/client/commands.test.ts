/** Shortcuts by the place of the key, on any layout; and each command offered exactly where it can be done. */
import { describe, expect, it } from 'vitest';
import { commandFor } from '../../client/review/bindings.ts';
import { commandOf, commands, type DeskView } from '../../client/review/commands.ts';
import { ariaShortcut, faultOf, keycapsOf, type Press } from '../../client/review/shortcuts.ts';
import { states } from '../../server/domain/document.ts';
import { noFindings } from '../../client/review/findings.ts';
import { finding } from './desk-finding.ts';
import { ordinaryView } from './desk-view.ts';

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

function asked(pressed: Press, inText = true) {
  return commandFor(pressed, inText, {}, 'other');
}

describe('shortcuts', () => {
  it.each([
    ['KeyS', { ctrlKey: true }, 'save'],
    ['KeyS', { metaKey: true }, undefined],
    ['KeyS', { ctrlKey: true, metaKey: true }, undefined],
    ['NumpadEnter', { ctrlKey: true }, 'approve'],
    ['KeyK', { ctrlKey: true }, 'palette'],
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
    expect(asked(press(code, held))?.id).toBe(id);
  });

  it('? opens the list only where no text is written, Ctrl+/ everywhere', () => {
    expect(asked(press('Slash', { shiftKey: true }))).toBeUndefined();
    expect(asked(press('Slash', { shiftKey: true }), false)?.id).toBe('help');
    expect(asked(press('Slash', { ctrlKey: true }))?.id).toBe('help');
  });

  it('/ leads to the search where no text is written, by its place or by what it types; Ctrl+Shift+F everywhere', () => {
    expect(asked(press('Slash', { key: '.' }), false)?.id).toBe('find');
    expect(asked(press('KeyQ', { key: '/' }), false)?.id, 'a Hebrew layout').toBe('find');
    expect(asked(press('Digit7', { key: '/', shiftKey: true }), false)?.id, 'a German one').toBe('find');
    expect(asked(press('Slash', { key: '/' }))).toBeUndefined();
    expect(asked(press('KeyQ', { key: '/', ctrlKey: true }), false)).toBeUndefined();
    expect(asked(press('KeyF', { ctrlKey: true, shiftKey: true }))?.id).toBe('find');
  });

  it('answer to Cmd on a Mac, where Ctrl belongs to the text', () => {
    expect(commandFor(press('KeyS', { metaKey: true }), true, {}, 'mac')?.id).toBe('save');
    expect(commandFor(press('KeyK', { ctrlKey: true }), true, {}, 'mac')).toBeUndefined();
  });

  it('are never shared', () => {
    const keys = commands.flatMap(({ id, shortcuts }) =>
      shortcuts.map(({ code, mod, shift, alt }) => ({ id, keys: JSON.stringify([code, mod, shift, alt]) })),
    );
    const shared = keys.filter(({ id, keys: own }) => keys.some((other) => other.keys === own && other.id !== id));
    expect(shared).toEqual([]);
  });

  it.each(['mac', 'other'] as const)('are all such as may be had (%s)', (platform) => {
    const faults = commands.flatMap(({ id, shortcuts }) =>
      shortcuts.map((shortcut) => ({ id, fault: faultOf(shortcut, platform) })),
    );
    expect(faults.filter(({ fault }) => fault !== undefined)).toEqual([]);
  });

  it.each([
    [{ code: 'KeyL', mod: true, alt: true }, 'alt-gr'],
    [{ code: 'KeyL', alt: true, shift: true }, 'layout'],
    [{ code: 'ArrowLeft', mod: true, shift: true }, 'caret'],
    [{ code: 'ArrowUp', mod: true, shift: true }, 'caret'],
    [{ code: 'Home', mod: true }, 'caret'],
    [{ code: 'KeyV', mod: true, shift: true }, 'edits'],
    [{ code: 'KeyZ', mod: true }, 'edits'],
    [{ code: 'KeyX', mod: true }, 'edits'],
    [{ code: 'KeyX', mod: true, shift: true }, undefined],
    [{ code: 'KeyW', mod: true }, 'browser'],
    [{ code: 'KeyT', mod: true, shift: true }, 'browser'],
    [{ code: 'KeyP', mod: true, shift: true }, 'browser'],
    [{ code: 'Tab', mod: true }, 'browser'],
    [{ code: 'ArrowLeft', alt: true }, 'browser'],
    [{ code: 'F5' }, 'browser'],
    [{ code: 'KeyA' }, 'types'],
    [{ code: 'Slash', shift: true }, 'types'],
    [{ code: 'Enter' }, 'types'],
    [{ code: 'Slash', shift: true, bare: true }, undefined],
    [{ code: 'F8' }, undefined],
    [{ code: 'KeyP', mod: true }, undefined],
    [{ code: 'KeyK', alt: true }, undefined],
    [{ code: 'PageDown', alt: true }, undefined],
  ] as const)('%o: %s', (shortcut, fault) => expect(faultOf(shortcut, 'other')).toBe(fault));

  it.each(['KeyH', 'KeyM'])('Cmd and %s hide the window on a Mac', (code) => {
    expect(faultOf({ code, mod: true }, 'mac')).toBe('browser');
    expect(faultOf({ code, mod: true }, 'other')).toBeUndefined();
    expect(faultOf({ code, mod: true, shift: true }, 'mac')).toBeUndefined();
  });

  it('with Option and a letter write niqqud on a Mac', () => {
    expect(faultOf({ code: 'KeyK', alt: true }, 'mac')).toBe('types');
  });

  const us = new Map<string, string>();
  it('are printed as on the keys', () => {
    expect(keycapsOf({ code: 'Enter', mod: true, shift: true }, 'other', us)).toEqual(['Ctrl', 'Shift', '⏎']);
    expect(keycapsOf({ code: 'KeyS', mod: true, shift: true }, 'mac', us)).toEqual(['⇧', '⌘', 'S']);
    expect(keycapsOf({ code: 'KeyQ', mod: true }, 'other', new Map([['KeyQ', 'a']]))).toEqual(['Ctrl', 'A']);
    expect(keycapsOf({ code: 'Semicolon', mod: true }, 'other', us)).toEqual(['Ctrl', ';']);
  });

  it('are told to screen readers by the names of the keys', () => {
    expect(ariaShortcut({ code: 'Slash', mod: true }, 'mac', us)).toBe('Meta+/');
    expect(ariaShortcut({ code: 'ArrowDown', alt: true }, 'other', us)).toBe('Alt+ArrowDown');
  });
});

describe('commands by state', () => {
  const offered = (change: Partial<DeskView>) =>
    commands.filter((command) => command.enabled({ ...ordinaryView, ...change })).map(({ id }) => id);

  const judgements = ['approve', 'review', 'return', 'reopen'];
  it.each([
    ['untranslated', []],
    ['translated', ['approve', 'review', 'return']],
    ['reviewed', ['approve', 'return', 'reopen']],
    ['approved', ['return', 'reopen']],
  ] as const)('%s: %j', (state, expected) => {
    expect(states).toContain(state);
    const target = { ...ordinaryView.target, state };
    expect(offered({ target }).filter((id) => judgements.includes(id))).toEqual(expected);
  });

  it('an approved text is approved again when its source has changed, or when it has been edited', () => {
    const target = { ...ordinaryView.target, state: 'approved' as const };
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
    const open = [finding({ mending: { label: 'Insert link 1', by: { pieces: ['<1>', '</1>'] } } })];
    expect(commandOf('insert-code').enabled({ ...ordinaryView, findings: { ...noFindings, open } })).toBe(true);
    expect(commandOf('insert-code').enabled(ordinaryView)).toBe(false);
  });

  it('findings are gone through where there are some, and mended where something mends the one that is looked at', () => {
    const [plain, mendable] = [finding({}), finding({ mending: { label: 'Mend', by: { changes: [] } } })];
    const ids = ['next-finding', 'previous-finding', 'mend'];
    expect(offered({}).filter((id) => ids.includes(id))).toEqual([]);
    expect(offered({ beside: [plain], finding: plain }).filter((id) => ids.includes(id))).toEqual(ids.slice(0, 2));
    expect(offered({ beside: [mendable], finding: mendable })).toEqual(expect.arrayContaining(ids));
  });
});
