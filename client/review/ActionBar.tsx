/** The buttons of the open row, each a command with its key, and beside them how the text stands with the server. */
import type { TargetView } from '../../server/contract/schemas.ts';
import { useI18n, type Translate } from '../i18n.ts';
import { sentenceFor } from '../problems.ts';
import { Button, type ButtonLook } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { shortcutsOf } from './bindings.ts';
import { commandOf, type CommandId, type DeskActs, type DeskView } from './commands.ts';
import { saveWordOf, type DeskState, type SaveWord } from './desk-state.ts';
import type { Desk } from './desk.ts';
import { Keys } from './Keys.tsx';
import { ariaShortcut } from './shortcuts.ts';
import { platform, useBindings } from './use-bindings.ts';

export interface ActionBarProps {
  readonly segmentId: string;
  readonly target: TargetView;
  readonly desk: Desk;
  readonly state: DeskState;
  readonly view: DeskView;
  readonly acts: DeskActs;
}

/** `whenEnabled`: shown only where it can be done; the others keep their place, so that nothing jumps. */
const judgements = [
  { id: 'approve-next', look: 'primary', keys: true },
  { id: 'approve', look: 'plain' },
  { id: 'save', look: 'plain' },
  { id: 'review', look: 'plain', whenEnabled: true },
  { id: 'return', look: 'plain', whenEnabled: true },
  { id: 'reopen', look: 'plain', whenEnabled: true },
] as const satisfies ReadonlyArray<{ id: CommandId; look: ButtonLook; keys?: true; whenEnabled?: true }>;

export function ActionBar({ segmentId, target, desk, state, view, acts }: ActionBarProps) {
  return (
    <div className="desk-actions">
      <div className="desk-buttons">
        {judgements.map((item) => (
          <CommandButton key={item.id} {...item} view={view} acts={acts} />
        ))}
      </div>
      <SaveNote segmentId={segmentId} target={target} desk={desk} state={state} />
    </div>
  );
}

/** What can be done with the text itself, beside the editor. */
export function TextCommands({ view, acts }: Pick<ActionBarProps, 'view' | 'acts'>) {
  return (
    <span className="desk-text-commands">
      {(['separate', 'use-draft', 'copy-source'] as const).map((id) => (
        <CommandButton key={id} id={id} look="quiet" whenEnabled view={view} acts={acts} />
      ))}
    </span>
  );
}

interface CommandButtonProps {
  readonly id: CommandId;
  readonly look: ButtonLook;
  readonly keys?: true;
  readonly whenEnabled?: true;
  /** In place of the command's own words, where what it does here can be said better. */
  readonly label?: string;
  readonly view: DeskView;
  readonly acts: DeskActs;
}

/** A command as a button, with its key. */
export function CommandButton({ id, look, keys, whenEnabled, label: words, view, acts }: CommandButtonProps) {
  const { t } = useI18n();
  const { chosen, keycaps } = useBindings();
  const { label, enabled, run } = commandOf(id);
  const [shortcut] = shortcutsOf(id, chosen);
  const isEnabled = enabled(view);
  if (whenEnabled && !isEnabled) return null;
  return (
    <Button
      look={look}
      isDisabled={!isEnabled}
      onPress={() => run(acts, view)}
      {...(shortcut && { 'aria-keyshortcuts': ariaShortcut(shortcut, platform, keycaps) })}
    >
      {words ?? t(label)}
      {keys && shortcut && (
        <span aria-hidden="true">
          <Keys shortcut={shortcut} />
        </span>
      )}
    </Button>
  );
}

const tones: Readonly<Record<SaveWord, 'ok' | 'muted' | 'warn' | 'bad'>> = {
  saved: 'ok',
  untouched: 'muted',
  typed: 'muted',
  sending: 'muted',
  waiting: 'warn',
  refused: 'bad',
  conflict: 'bad',
  'act-sending': 'muted',
  'act-waiting': 'warn',
  'both-waiting': 'warn',
  'act-refused': 'bad',
};

type SaveNoteProps = Omit<ActionBarProps, 'acts' | 'view'>;

function SaveNote({ segmentId, target, desk, state }: SaveNoteProps) {
  const { t } = useI18n();
  const word = saveWordOf(state, segmentId, target);
  return (
    <div className="desk-save small">
      <output className={`save-word ${tones[word]}`}>
        {word === 'saved' && <Icon name="check" size={15} />}
        <span>{saveSentence(word, state, segmentId, t)}</span>
      </output>
      {waits(word) && (
        <Button look="quiet" onPress={() => void desk.retry()}>
          {t('review.retry')}
        </Button>
      )}
    </div>
  );
}

function waits(word: SaveWord): boolean {
  return word === 'waiting' || word === 'act-waiting' || word === 'both-waiting';
}

function saveSentence(word: SaveWord, { entries, acts }: DeskState, segmentId: string, t: Translate): string {
  if (word === 'untouched') return '';
  if (word === 'refused' || word === 'act-refused') {
    const fault = word === 'refused' ? entries[segmentId]?.fault : acts[segmentId]?.fault;
    return fault ? sentenceFor(fault.code, fault.params) : '';
  }
  if (entries[segmentId]?.unkept) return t('review.unkept');
  const fault = acts[segmentId]?.fault ?? entries[segmentId]?.fault;
  if (waits(word) && fault && fault.code !== 'network.unreachable') {
    return t('review.waiting-because', { reason: sentenceFor(fault.code, fault.params) });
  }
  return t(`review.${word}`);
}
