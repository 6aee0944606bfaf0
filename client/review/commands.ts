/**
 * Everything that can be done at the desk, as data: buttons, shortcuts, the list of shortcuts and the tests read this
 * one table. To add a command: a row here and its word in `review.do-*`.
 *
 * A shortcut names the key by its place (`event.code`), never by its letter: under a Hebrew layout Ctrl+I arrives as
 * `ן`. `mod` is Ctrl, or Cmd on a Mac. AltGr arrives as Ctrl+Alt on Windows and types letters, so it is no shortcut;
 * neither is a key pressed while a word is being composed.
 */
import type { TargetView } from '../../server/contract/schemas.ts';
import type { CodeFault } from '../../server/domain/content.ts';
import { isAllowed } from '../../server/domain/workflow.ts';
import type { Key } from '../i18n.ts';
import type { Step } from './rows.ts';

export interface Shortcut {
  readonly code: string;
  readonly mod?: true;
  readonly shift?: true;
  readonly alt?: true;
  /** Only where no text is being written. */
  readonly bare?: true;
  /** Also what the key types, for a bare shortcut that people know by its sign: `/` lies elsewhere on many layouts. */
  readonly types?: string;
}

/** What the table may look at: the open segment and what surrounds it. */
export interface DeskView {
  readonly target: TargetView;
  readonly text: string;
  readonly source: string;
  readonly isUnsaved: boolean;
  readonly isConflict: boolean;
  readonly faults: readonly CodeFault[];
  /** Something can be put in that mends a fault. */
  readonly canMend: boolean;
  readonly draft: string | undefined;
  readonly leadsTo: (step: Step) => boolean;
}

/** What the table may do. */
export interface DeskActs {
  readonly save: () => void;
  readonly review: () => void;
  /** Leads to the conflict where there is one: it comes first. */
  readonly approve: (thenNext: boolean) => void;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  readonly askReason: () => void;
  readonly reopen: () => void;
  readonly step: (step: Step) => void;
  readonly replaceText: (text: string) => void;
  readonly insertMissingCode: () => void;
  readonly showHelp: () => void;
  readonly focusSearch: () => void;
}

export interface Command {
  readonly id: string;
  readonly label: Key;
  readonly shortcuts: readonly Shortcut[];
  readonly enabled: (view: DeskView) => boolean;
  readonly run: (acts: DeskActs, view: DeskView) => void;
}

const hasText = ({ text }: DeskView): boolean => text.trim() !== '';
const canApprove = (view: DeskView): boolean =>
  hasText(view) && (view.isUnsaved || view.target.outdated || isAllowed('target.approved', view.target.state));

export const commands = [
  {
    id: 'approve-next',
    label: 'review.do-approve-next',
    shortcuts: [{ code: 'Enter', mod: true, shift: true }],
    enabled: canApprove,
    run: (acts) => acts.approve(true),
  },
  {
    id: 'approve',
    label: 'review.do-approve',
    shortcuts: [{ code: 'Enter', mod: true }],
    enabled: canApprove,
    run: (acts) => acts.approve(false),
  },
  {
    id: 'save',
    label: 'review.do-save',
    shortcuts: [{ code: 'KeyS', mod: true }],
    enabled: ({ isUnsaved, isConflict }) => isUnsaved && !isConflict,
    run: (acts) => acts.save(),
  },
  {
    id: 'review',
    label: 'review.do-review',
    shortcuts: [{ code: 'Enter', alt: true }],
    enabled: ({ target, isUnsaved }) => !isUnsaved && isAllowed('target.reviewed', target.state),
    run: (acts) => acts.review(),
  },
  {
    id: 'keep-mine',
    label: 'review.keep-mine',
    shortcuts: [{ code: 'Digit1', mod: true, shift: true }],
    enabled: ({ isConflict }) => isConflict,
    run: (acts) => acts.keepMine(),
  },
  {
    id: 'take-theirs',
    label: 'review.take-theirs',
    shortcuts: [{ code: 'Digit2', mod: true, shift: true }],
    enabled: ({ isConflict }) => isConflict,
    run: (acts) => acts.takeTheirs(),
  },
  {
    id: 'return',
    label: 'review.do-return',
    shortcuts: [{ code: 'KeyE', mod: true }],
    enabled: ({ target, isConflict }) => !isConflict && isAllowed('target.returned', target.state),
    run: (acts) => acts.askReason(),
  },
  {
    id: 'reopen',
    label: 'review.do-reopen',
    shortcuts: [{ code: 'KeyO', mod: true, shift: true }],
    enabled: ({ target, isUnsaved }) => !isUnsaved && isAllowed('target.reopened', target.state),
    run: (acts) => acts.reopen(),
  },
  {
    id: 'copy-source',
    label: 'review.do-copy-source',
    shortcuts: [{ code: 'KeyI', mod: true }],
    enabled: ({ text, source }) => text !== source,
    run: (acts, { source }) => acts.replaceText(source),
  },
  {
    id: 'use-draft',
    label: 'review.do-use-draft',
    shortcuts: [{ code: 'KeyD', mod: true }],
    enabled: ({ draft, text }) => draft !== undefined && draft !== text,
    run: (acts, { draft }) => acts.replaceText(draft ?? ''),
  },
  {
    id: 'insert-code',
    label: 'review.do-insert-code',
    shortcuts: [{ code: 'Period', mod: true, shift: true }],
    enabled: ({ canMend }) => canMend,
    run: (acts) => acts.insertMissingCode(),
  },
  {
    id: 'previous',
    label: 'review.do-previous',
    shortcuts: [{ code: 'ArrowUp', alt: true }],
    enabled: ({ leadsTo }) => leadsTo('previous'),
    run: (acts) => acts.step('previous'),
  },
  {
    id: 'next',
    label: 'review.do-next',
    shortcuts: [{ code: 'ArrowDown', alt: true }],
    enabled: ({ leadsTo }) => leadsTo('next'),
    run: (acts) => acts.step('next'),
  },
  {
    id: 'next-open',
    label: 'review.do-next-open',
    shortcuts: [{ code: 'KeyJ', mod: true }],
    enabled: ({ leadsTo }) => leadsTo('next-open'),
    run: (acts) => acts.step('next-open'),
  },
  {
    id: 'find',
    label: 'tools.do-find',
    shortcuts: [
      { code: 'Slash', bare: true, types: '/' },
      { code: 'KeyF', mod: true, shift: true },
    ],
    enabled: () => true,
    run: (acts) => acts.focusSearch(),
  },
  {
    id: 'help',
    label: 'review.do-help',
    shortcuts: [
      { code: 'Slash', shift: true, bare: true },
      { code: 'Slash', mod: true },
    ],
    enabled: () => true,
    run: (acts) => acts.showHelp(),
  },
] as const satisfies readonly Command[];

export type CommandId = (typeof commands)[number]['id'];

export function commandOf(id: CommandId): Command {
  return commands.find((command) => command.id === id) ?? commands[0];
}

/** The part of a keyboard event that decides. */
export type Press = Pick<
  KeyboardEvent,
  'code' | 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'
> & {
  getModifierState(key: 'AltGraph'): boolean;
};

/** The command that a key press asks for. `inText`: a text is being written where it was pressed. */
export function commandFor(press: Press, inText: boolean): Command | undefined {
  if (press.isComposing || press.getModifierState('AltGraph')) return undefined;
  return commands.find(({ shortcuts }: Command) => shortcuts.some((shortcut) => matches(shortcut, press, inText)));
}

function matches({ code, mod, shift, alt, bare, types }: Shortcut, press: Press, inText: boolean): boolean {
  if (bare && inText) return false;
  const isMod = press.ctrlKey || press.metaKey;
  if (types !== undefined && types === press.key && !isMod && !press.altKey) return true;
  return (
    code === press.code &&
    (mod ?? false) === isMod &&
    (shift ?? false) === press.shiftKey &&
    (alt ?? false) === press.altKey
  );
}

const keycaps: Readonly<Record<string, string>> = {
  Enter: '⏎',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Slash: '/',
  Period: '.',
};

/** A shortcut as it is printed on the keys, for `<kbd>`. */
export function keycapsOf({ code, mod, shift, alt }: Shortcut, isMac: boolean): string[] {
  return [
    mod && (isMac ? '⌘' : 'Ctrl'),
    alt && (isMac ? '⌥' : 'Alt'),
    shift && (isMac ? '⇧' : 'Shift'),
    keycaps[code] ?? code.replace(/^(?:Key|Digit)/u, ''),
  ].filter((cap) => typeof cap === 'string');
}

/** A shortcut as `aria-keyshortcuts` wants it. */
export function ariaShortcut({ code, mod, shift, alt }: Shortcut, isMac: boolean): string {
  const key = { Slash: '/', Period: '.' }[code] ?? code.replace(/^(?:Key|Digit)/u, '');
  return [mod && (isMac ? 'Meta' : 'Control'), alt && 'Alt', shift && 'Shift', key].filter(Boolean).join('+');
}
