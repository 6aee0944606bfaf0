/**
 * Everything that can be done at the desk, as data: buttons, keys, the command palette, the list of shortcuts and the tests
 * read this one table. To add a command:
 *
 *   1. a row in its group below, in the order in which people should meet it: `id`, `group`, `label`, its default keys
 *      (none is fine: the palette has it, and a person can give it keys), when it can be done, what it does;
 *   2. its words in `review.do-<id>`;
 *   3. what it looks at in `DeskView`, what it does in `DeskActs`, where they lack it (`use-desk-commands.ts` fills both).
 *
 * Which keys may be had stands in shortcuts.ts; that the table keeps to it, and that no two commands share a key,
 * `tests/client/commands.test.ts` sees. Keys are those of MateCat and Phrase where these agree and a browser lets us.
 */
import type { TargetView } from '../../server/contract/schemas.ts';
import type { SuggestionView } from '../../server/contract/suggestions-api.ts';
import { isAllowed } from '../../server/domain/workflow.ts';
import type { Key } from '../i18n.ts';
import type { CheckActs } from './checks/check-acts.ts';
import type { MarkName } from './filters.ts';
import { insertsCode, type DeskFinding, type Findings } from './findings.ts';
import type { PanelActs } from './panel/panel-focus.ts';
import type { ReshapeActs } from './reshape-acts.ts';
import type { Step } from './rows.ts';
import type { DeskTerm } from './terms/desk-terms.ts';
import type { Shortcut } from './shortcuts.ts';

/** In the order in which they are listed; each has its word in `shortcuts.group-*`. */
export const groups = ['decide', 'text', 'move', 'view', 'help'] as const;
export type Group = (typeof groups)[number];

/** What may stand in front of the desk; while it does, the keys are its own. */
export type Front = 'help' | 'palette' | 'go-to' | 'approve' | 'split-source' | 'join-source' | 'replace';

/** What the table may look at: the open segment and what surrounds it. */
export interface DeskView {
  readonly target: TargetView;
  readonly text: string;
  readonly source: string;
  readonly isUnsaved: boolean;
  readonly isConflict: boolean;
  /** What checks find in the text. */
  readonly findings: Findings;
  /** Of these, what is shown beside the text; and the one that somebody looks at. */
  readonly beside: readonly DeskFinding[];
  readonly finding: DeskFinding | undefined;
  /** The terms of the source, in its order. */
  readonly terms: readonly DeskTerm[];
  readonly draft: string | undefined;
  /** What the memory has for the segment, the best first. */
  readonly suggestions: readonly SuggestionView[];
  readonly leadsTo: (step: Step) => boolean;
  /** How many of the rows shown can be approved together. */
  readonly approvable: number;
  /** Something was decided at this desk that can be taken back. */
  readonly canUndo: boolean;
  /** A paragraph can begin within the text. */
  readonly canSplit: boolean;
  /** The next segment can share this one's target. */
  readonly canJoin: boolean;
  /** It stands for several segments. */
  readonly canSeparate: boolean;
  /** The same of the source, in all languages. */
  readonly canSplitSource: boolean;
  readonly canJoinSource: boolean;
  /** Something else that was taken from the queue still waits. */
  readonly hasNextTaken: boolean;
}

/** What the table may do. */
export interface DeskActs extends CheckActs, PanelActs, Omit<ReshapeActs, 'split'> {
  /** Begins a paragraph at the caret. */
  readonly split: () => void;
  readonly save: () => void;
  readonly review: () => void;
  /** Leads to the conflict where there is one: it comes first. */
  readonly approve: (thenNext: boolean) => void;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  readonly askReason: () => void;
  readonly reopen: () => void;
  /** Takes the last decision of this desk back, wherever it was. */
  readonly undo: () => void;
  readonly step: (step: Step) => void;
  readonly nextTaken: () => void;
  /** Opens the segment with this number, or the next one that has something to work on. */
  readonly goTo: (n: number) => void;
  readonly searchTexts: (query: string) => void;
  /** Shows the rows with this the matter, and no others. */
  readonly narrowTo: (mark: MarkName) => void;
  readonly replaceText: (text: string) => void;
  /** Asks for a term, made of what is selected in both texts. */
  readonly addTerm: () => void;
  /** At the caret, or in place of what is selected. */
  readonly insertText: (text: string) => void;
  /** Looks for what is selected, or for what was looked for last, in the memory. */
  readonly searchMemory: () => void;
  /** Waits for the key of a character: `editor/leader-keys.ts`. */
  readonly insertCharacter: () => void;
  readonly toggleDirection: () => void;
  readonly toggleMarks: () => void;
  readonly show: (front: Front) => void;
  readonly focusSearch: () => void;
}

export interface Command {
  readonly id: string;
  readonly group: Group;
  readonly label: Key;
  readonly shortcuts: readonly Shortcut[];
  readonly enabled: (view: DeskView) => boolean;
  readonly run: (acts: DeskActs, view: DeskView) => void;
}

const offers = ({ suggestions, text }: DeskView, at: number): boolean =>
  suggestions[at] !== undefined && suggestions[at].target !== text;
const always = (): boolean => true;
const hasText = ({ text }: DeskView): boolean => text.trim() !== '';
const canApprove = (view: DeskView): boolean =>
  hasText(view) && (view.isUnsaved || view.target.outdated || isAllowed('target.approved', view.target.state));

/** As many terms of a segment have a key: those of the digits that the memory's suggestions leave. */
const insertTerm = ([1, 2, 3, 4, 5, 6] as const).map(
  (n) =>
    ({
      id: `insert-term-${n}`,
      group: 'text',
      label: `review.do-insert-term-${n}`,
      shortcuts: [{ code: `Digit${n + 3}`, mod: true }],
      enabled: ({ terms }) => terms[n - 1]?.rendering !== undefined,
      run: (acts, { terms }) => acts.insertText(terms[n - 1]?.rendering ?? ''),
    }) as const satisfies Command,
);

const table = [
  {
    id: 'approve-next',
    group: 'decide',
    label: 'review.do-approve-next',
    shortcuts: [{ code: 'Enter', mod: true, shift: true }],
    enabled: canApprove,
    run: (acts) => acts.approve(true),
  },
  {
    id: 'approve',
    group: 'decide',
    label: 'review.do-approve',
    shortcuts: [{ code: 'Enter', mod: true }],
    enabled: canApprove,
    run: (acts) => acts.approve(false),
  },
  {
    id: 'save',
    group: 'decide',
    label: 'review.do-save',
    shortcuts: [{ code: 'KeyS', mod: true }],
    enabled: ({ isUnsaved, isConflict }) => isUnsaved && !isConflict,
    run: (acts) => acts.save(),
  },
  {
    id: 'review',
    group: 'decide',
    label: 'review.do-review',
    shortcuts: [{ code: 'Enter', alt: true }],
    enabled: ({ target, isUnsaved }) => !isUnsaved && isAllowed('target.reviewed', target.state),
    run: (acts) => acts.review(),
  },
  {
    id: 'keep-mine',
    group: 'decide',
    label: 'review.keep-mine',
    shortcuts: [{ code: 'Digit1', mod: true, shift: true }],
    enabled: ({ isConflict }) => isConflict,
    run: (acts) => acts.keepMine(),
  },
  {
    id: 'take-theirs',
    group: 'decide',
    label: 'review.take-theirs',
    shortcuts: [{ code: 'Digit2', mod: true, shift: true }],
    enabled: ({ isConflict }) => isConflict,
    run: (acts) => acts.takeTheirs(),
  },
  {
    id: 'return',
    group: 'decide',
    label: 'review.do-return',
    shortcuts: [{ code: 'KeyE', mod: true }],
    enabled: ({ target, isConflict }) => !isConflict && isAllowed('target.returned', target.state),
    run: (acts) => acts.askReason(),
  },
  {
    id: 'reopen',
    group: 'decide',
    label: 'review.do-reopen',
    shortcuts: [{ code: 'KeyO', mod: true, shift: true }],
    enabled: ({ target, isUnsaved }) => !isUnsaved && isAllowed('target.reopened', target.state),
    run: (acts) => acts.reopen(),
  },
  {
    id: 'undo',
    group: 'decide',
    label: 'review.do-undo',
    shortcuts: [{ code: 'KeyU', mod: true }],
    enabled: ({ canUndo }) => canUndo,
    run: (acts) => acts.undo(),
  },
  {
    id: 'split',
    group: 'text',
    label: 'review.do-split',
    shortcuts: [{ code: 'F8' }],
    enabled: ({ canSplit, isConflict }) => canSplit && !isConflict,
    run: (acts) => acts.split(),
  },
  {
    id: 'join',
    group: 'text',
    label: 'review.do-join',
    shortcuts: [{ code: 'F9' }],
    enabled: ({ canJoin, isConflict }) => canJoin && !isConflict,
    run: (acts) => acts.join(),
  },
  {
    id: 'separate',
    group: 'text',
    label: 'review.do-separate',
    shortcuts: [{ code: 'F9', shift: true }],
    enabled: ({ canSeparate, isConflict }) => canSeparate && !isConflict,
    run: (acts) => acts.separate(),
  },
  {
    id: 'split-source',
    group: 'text',
    label: 'review.do-split-source',
    shortcuts: [],
    enabled: ({ canSplitSource }) => canSplitSource,
    run: (acts) => acts.show('split-source'),
  },
  {
    id: 'join-source',
    group: 'text',
    label: 'review.do-join-source',
    shortcuts: [],
    enabled: ({ canJoinSource }) => canJoinSource,
    run: (acts) => acts.show('join-source'),
  },
  {
    id: 'copy-source',
    group: 'text',
    label: 'review.do-copy-source',
    shortcuts: [{ code: 'KeyI', mod: true }],
    enabled: ({ text, source }) => text !== source,
    run: (acts, { source }) => acts.replaceText(source),
  },
  {
    id: 'use-draft',
    group: 'text',
    label: 'review.do-use-draft',
    shortcuts: [{ code: 'KeyD', mod: true }],
    enabled: ({ draft, text }) => draft !== undefined && draft !== text,
    run: (acts, { draft }) => acts.replaceText(draft ?? ''),
  },
  {
    id: 'use-suggestion-1',
    group: 'text',
    label: 'review.do-use-suggestion-1',
    shortcuts: [{ code: 'Digit1', mod: true }],
    enabled: (view) => offers(view, 0),
    run: (acts, view) => acts.replaceText(view.suggestions[0]?.target ?? ''),
  },
  {
    id: 'use-suggestion-2',
    group: 'text',
    label: 'review.do-use-suggestion-2',
    shortcuts: [{ code: 'Digit2', mod: true }],
    enabled: (view) => offers(view, 1),
    run: (acts, view) => acts.replaceText(view.suggestions[1]?.target ?? ''),
  },
  {
    id: 'use-suggestion-3',
    group: 'text',
    label: 'review.do-use-suggestion-3',
    shortcuts: [{ code: 'Digit3', mod: true }],
    enabled: (view) => offers(view, 2),
    run: (acts, view) => acts.replaceText(view.suggestions[2]?.target ?? ''),
  },
  ...insertTerm,
  {
    id: 'add-term',
    group: 'text',
    label: 'review.do-add-term',
    shortcuts: [{ code: 'F4' }],
    enabled: always,
    run: (acts) => acts.addTerm(),
  },
  {
    id: 'insert-code',
    group: 'text',
    label: 'review.do-insert-code',
    shortcuts: [{ code: 'Period', mod: true, shift: true }],
    enabled: ({ findings }) => findings.open.some(insertsCode),
    run: (acts) => acts.insertMissingCode(),
  },
  {
    id: 'next-finding',
    group: 'text',
    label: 'review.do-next-finding',
    shortcuts: [{ code: 'F7' }],
    enabled: ({ beside }) => beside.length > 0,
    run: (acts) => acts.stepFinding(1),
  },
  {
    id: 'previous-finding',
    group: 'text',
    label: 'review.do-previous-finding',
    shortcuts: [{ code: 'F7', shift: true }],
    enabled: ({ beside }) => beside.length > 0,
    run: (acts) => acts.stepFinding(-1),
  },
  {
    id: 'mend',
    group: 'text',
    label: 'review.do-mend',
    shortcuts: [{ code: 'F2' }],
    enabled: ({ finding }) => finding?.mending !== undefined,
    run: (acts, { finding }) => finding && acts.mend(finding),
  },
  {
    id: 'dismiss',
    group: 'text',
    label: 'review.do-dismiss',
    shortcuts: [{ code: 'F2', shift: true }],
    enabled: ({ finding }) => finding !== undefined,
    run: (acts, { finding }) => finding && acts.dismiss(finding),
  },
  {
    id: 'insert-character',
    group: 'text',
    label: 'review.do-insert-character',
    shortcuts: [{ code: 'Semicolon', mod: true }],
    enabled: always,
    run: (acts) => acts.insertCharacter(),
  },
  {
    id: 'toggle-direction',
    group: 'text',
    label: 'review.do-toggle-direction',
    shortcuts: [{ code: 'KeyX', mod: true, shift: true }],
    enabled: always,
    run: (acts) => acts.toggleDirection(),
  },
  {
    id: 'previous',
    group: 'move',
    label: 'review.do-previous',
    shortcuts: [{ code: 'ArrowUp', alt: true }],
    enabled: ({ leadsTo }) => leadsTo('previous'),
    run: (acts) => acts.step('previous'),
  },
  {
    id: 'next',
    group: 'move',
    label: 'review.do-next',
    shortcuts: [{ code: 'ArrowDown', alt: true }],
    enabled: ({ leadsTo }) => leadsTo('next'),
    run: (acts) => acts.step('next'),
  },
  {
    id: 'next-open',
    group: 'move',
    label: 'review.do-next-open',
    shortcuts: [{ code: 'KeyJ', mod: true }],
    enabled: ({ leadsTo }) => leadsTo('next-open'),
    run: (acts) => acts.step('next-open'),
  },
  {
    id: 'next-taken',
    group: 'move',
    label: 'review.do-next-taken',
    shortcuts: [{ code: 'KeyJ', mod: true, shift: true }],
    enabled: ({ hasNextTaken }) => hasNextTaken,
    run: (acts) => acts.nextTaken(),
  },
  {
    id: 'go-to',
    group: 'move',
    label: 'review.do-go-to',
    shortcuts: [{ code: 'KeyG', mod: true }],
    enabled: always,
    run: (acts) => acts.show('go-to'),
  },
  {
    id: 'find',
    group: 'view',
    label: 'tools.do-find',
    shortcuts: [
      { code: 'Slash', bare: true, types: '/' },
      { code: 'KeyF', mod: true, shift: true },
    ],
    enabled: always,
    run: (acts) => acts.focusSearch(),
  },
  {
    id: 'show-errors',
    group: 'view',
    label: 'tools.do-show-errors',
    shortcuts: [],
    enabled: always,
    run: (acts) => acts.narrowTo('errors'),
  },
  {
    id: 'show-warnings',
    group: 'view',
    label: 'tools.do-show-warnings',
    shortcuts: [],
    enabled: always,
    run: (acts) => acts.narrowTo('warnings'),
  },
  {
    id: 'toggle-marks',
    group: 'view',
    label: 'review.do-toggle-marks',
    shortcuts: [],
    enabled: always,
    run: (acts) => acts.toggleMarks(),
  },
  {
    id: 'switch-pane',
    group: 'view',
    label: 'review.do-switch-pane',
    shortcuts: [{ code: 'KeyB', mod: true }],
    enabled: always,
    run: (acts) => acts.switchPane(),
  },
  {
    id: 'panel',
    group: 'view',
    label: 'review.do-panel',
    shortcuts: [{ code: 'KeyB', mod: true, shift: true }],
    enabled: always,
    run: (acts) => acts.togglePanel(),
  },
  {
    id: 'concordance',
    group: 'view',
    label: 'review.do-concordance',
    shortcuts: [{ code: 'KeyK', mod: true, shift: true }],
    enabled: always,
    run: (acts) => acts.searchMemory(),
  },
  {
    id: 'comment',
    group: 'view',
    label: 'review.do-comment',
    shortcuts: [{ code: 'KeyM', mod: true, shift: true }],
    enabled: always,
    run: (acts) => acts.showPanel('comments'),
  },
  {
    id: 'history',
    group: 'view',
    label: 'review.do-history',
    shortcuts: [{ code: 'KeyH', mod: true, shift: true }],
    enabled: always,
    run: (acts) => acts.showPanel('history'),
  },
  {
    id: 'preview',
    group: 'view',
    label: 'tools.do-preview',
    shortcuts: [{ code: 'KeyE', mod: true, shift: true }],
    enabled: always,
    run: (acts) => acts.togglePreview(),
  },
  {
    id: 'replace',
    group: 'text',
    label: 'tools.do-replace',
    shortcuts: [{ code: 'KeyG', mod: true, shift: true }],
    enabled: always,
    run: (acts) => acts.show('replace'),
  },
  {
    id: 'approve-shown',
    group: 'decide',
    label: 'tools.do-approve-shown',
    shortcuts: [],
    enabled: ({ approvable }) => approvable > 0,
    run: (acts) => acts.show('approve'),
  },
  {
    id: 'palette',
    group: 'help',
    label: 'review.do-palette',
    shortcuts: [{ code: 'KeyK', mod: true }],
    enabled: always,
    run: (acts) => acts.show('palette'),
  },
  {
    id: 'help',
    group: 'help',
    label: 'review.do-help',
    shortcuts: [
      { code: 'Slash', shift: true, bare: true },
      { code: 'Slash', mod: true },
    ],
    enabled: always,
    run: (acts) => acts.show('help'),
  },
] as const satisfies readonly Command[];

export type CommandId = (typeof table)[number]['id'];
export const commands: ReadonlyArray<Command & { readonly id: CommandId }> = table;
/** The commands of the memory's suggestions, the best one's first. */
export const suggestionCommands = [
  'use-suggestion-1',
  'use-suggestion-2',
  'use-suggestion-3',
] as const satisfies readonly CommandId[];

/** The commands of the segment's terms, the first one's first. */
export const termCommands: readonly CommandId[] = insertTerm.map(({ id }) => id);

export const commandIds: readonly CommandId[] = table.map(({ id }) => id);

export function commandOf(id: CommandId): Command {
  return commands.find((command) => command.id === id) ?? table[0];
}
