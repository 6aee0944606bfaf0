/** A person's own keys: over the table's, never two commands on one key, and whatever the device kept is survived. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fromJson,
  holderOf,
  shortcutsOf,
  toJson,
  withDefault,
  withoutShortcuts,
  withShortcut,
  type Chosen,
} from '../../client/review/bindings.ts';
import { commandIds } from '../../client/review/commands.ts';
import { faultOf, type Shortcut } from '../../client/review/shortcuts.ts';

/** Keys that no command has by itself. */
const free: Shortcut = { code: 'F2', shift: true };
const ctrlEnter: Shortcut = { code: 'Enter', mod: true };

describe('choosing keys', () => {
  it('replaces those of the table, until the choice is taken back', () => {
    const chosen = withShortcut({}, 'approve', free);
    expect(shortcutsOf('approve', chosen)).toEqual([free]);
    expect(shortcutsOf('approve', withDefault(chosen, 'approve'))).toEqual([ctrlEnter]);
  });

  it('takes them from the command that has them, which gets them back', () => {
    const chosen = withShortcut({}, 'save', ctrlEnter);
    expect(holderOf(ctrlEnter, {})).toBe('approve');
    expect(holderOf(ctrlEnter, chosen)).toBe('save');
    expect(shortcutsOf('approve', chosen)).toEqual([]);
    expect(shortcutsOf('approve', withDefault(chosen, 'save'))).toEqual([ctrlEnter]);
  });

  it('takes them from a command that had chosen them, for good', () => {
    const chosen = withShortcut(withShortcut({}, 'save', free), 'approve', free);
    expect(shortcutsOf('save', chosen)).toEqual([]);
    expect(shortcutsOf('save', withDefault(chosen, 'approve'))).toEqual([]);
  });

  it('may leave a command without any', () => {
    expect(shortcutsOf('save', withoutShortcuts({}, 'save'))).toEqual([]);
  });
});

const anyId = fc.constantFrom(...commandIds);
const anyShortcut: fc.Arbitrary<Shortcut> = fc
  .record({
    code: fc.constantFrom('KeyS', 'KeyI', 'Enter', 'F7', 'F8', 'ArrowDown'),
    mod: fc.boolean(),
    shift: fc.boolean(),
    alt: fc.boolean(),
  })
  .map(({ code, mod, shift, alt }) => ({
    code,
    ...(mod && { mod }),
    ...(shift && { shift }),
    ...(alt && { alt }),
  }))
  .filter((shortcut) => faultOf(shortcut, 'other') === undefined);
const anyChosen: fc.Arbitrary<Chosen> = fc
  .array(fc.tuple(anyId, fc.option(anyShortcut, { nil: undefined })), { maxLength: 8 })
  .map((steps) =>
    steps.reduce<Chosen>(
      (chosen, [id, shortcut]) => (shortcut ? withShortcut(chosen, id, shortcut) : withoutShortcuts(chosen, id)),
      {},
    ),
  );

describe('laws', () => {
  it('whatever is chosen, no two commands share a key', () => {
    fc.assert(
      fc.property(anyChosen, (chosen) => {
        const keys = commandIds.flatMap((id) =>
          shortcutsOf(id, chosen).map(({ code, mod, shift, alt }) => JSON.stringify([code, mod, shift, alt])),
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('what is kept is read back', () => {
    fc.assert(
      fc.property(anyChosen, (chosen) => {
        const again = fromJson(toJson(chosen), 'other');
        for (const id of commandIds) expect(shortcutsOf(id, again)).toEqual(shortcutsOf(id, chosen));
      }),
    );
  });

  it('whatever stands on the device, the commands have keys that may be had, each its own', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (json) => {
        expect(Object.values(fromJson(json, 'other')).flat()).toEqual([]);
      }),
    );
  });
});

describe('what the device kept', () => {
  const kept = (chosen: unknown, version = 1) => fromJson(JSON.stringify({ version, chosen }), 'other');

  it.each([null, '', '{', '[]', 'null', '{"version":2,"chosen":{"save":[{"code":"F8"}]}}'])(
    '%j: the defaults',
    (json) => expect(fromJson(json, 'other')).toEqual({}),
  );

  it('passes over commands that are gone, keys that cannot be had, and keys that another has', () => {
    const chosen = {
      gone: [free],
      save: [{ code: 'KeyW', mod: true }],
      approve: [free, { code: 7 }],
      next: [free],
      help: [],
    };
    expect(kept(chosen)).toEqual({ approve: [free], help: [] });
  });
});
