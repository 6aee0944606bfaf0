/**
 * One command in the list of shortcuts. While its keys are changed its button takes whatever is pressed: Escape leaves, Tab
 * leads on, keys that cannot be had say why, and keys of another command are taken over only when that is said.
 */
import { useRef, useState, type KeyboardEvent } from 'react';
import { useI18n } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { holderOf, shortcutsOf, withDefault, withoutShortcuts, withShortcut, type Chosen } from './bindings.ts';
import { commandOf, type CommandId } from './commands.ts';
import { Keys } from './Keys.tsx';
import { faultOf, shortcutOf, type Shortcut, type ShortcutFault } from './shortcuts.ts';
import { choose, platform, useBindings } from './use-bindings.ts';

/** What was pressed and not taken: it cannot be had, or another command has it. */
type Objection = { readonly pressed: Shortcut } & ({ readonly fault: ShortcutFault } | { readonly holder: CommandId });

export interface ShortcutRowProps {
  readonly id: CommandId;
  readonly label: string;
  readonly isChanging: boolean;
  readonly onChanging: (isChanging: boolean) => void;
}

export function ShortcutRow({ id, label, isChanging, onChanging }: ShortcutRowProps) {
  const { t } = useI18n();
  const { chosen } = useBindings();
  const [objection, object] = useState<Objection>();
  const button = useRef<HTMLButtonElement>(null);
  const shortcuts = shortcutsOf(id, chosen);

  function leave(next?: Chosen): void {
    if (next) choose(next);
    object(undefined);
    onChanging(false);
    button.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { nativeEvent } = event;
    if (event.target !== button.current || isPlain(nativeEvent, 'Tab')) return;
    event.preventDefault();
    event.stopPropagation();
    const pressed = shortcutOf(nativeEvent, platform);
    if (isPlain(nativeEvent, 'Escape')) leave();
    else if (pressed) take(pressed);
  }

  function take(pressed: Shortcut): void {
    const fault = faultOf(pressed, platform);
    const holder = holderOf(pressed, chosen);
    if (fault) object({ pressed, fault });
    else if (holder !== undefined && holder !== id) object({ pressed, holder });
    else leave(withShortcut(chosen, id, pressed));
  }

  return (
    // It listens only while its own button is asked for keys.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={isChanging ? 'shortcut-row changing' : 'shortcut-row'}
      onKeyDownCapture={isChanging ? onKeyDown : undefined}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!isChanging || currentTarget.contains(relatedTarget)) return;
        object(undefined);
        onChanging(false);
      }}
    >
      <span className="shortcut-name">{label}</span>
      <span className="shortcut-keys">
        {shortcuts.map((shortcut) => (
          <Keys key={JSON.stringify(shortcut)} shortcut={shortcut} />
        ))}
        {shortcuts.length === 0 && <span className="muted">{t('shortcuts.none')}</span>}
      </span>
      <Button
        ref={button}
        look={isChanging ? 'plain' : 'quiet'}
        aria-label={
          isChanging ? t('shortcuts.press-for', { command: label }) : t('shortcuts.change-of', { command: label })
        }
        onPress={() => onChanging(true)}
      >
        {isChanging ? t('shortcuts.press') : t('shortcuts.change')}
      </Button>
      {isChanging && (
        <div className="shortcut-change small">
          <div role="alert">{objection && <ObjectionText objection={objection} />}</div>
          {objection && 'holder' in objection && (
            <Button onPress={() => leave(withShortcut(chosen, id, objection.pressed))}>
              {t('shortcuts.take-over')}
            </Button>
          )}
          {shortcuts.length > 0 && (
            <Button look="quiet" onPress={() => leave(withoutShortcuts(chosen, id))}>
              {t('shortcuts.remove')}
            </Button>
          )}
          {chosen[id] && (
            <Button look="quiet" onPress={() => leave(withDefault(chosen, id))}>
              {t('shortcuts.reset')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function ObjectionText({ objection }: { readonly objection: Objection }) {
  const { t } = useI18n();
  return (
    <p className="fact warn">
      <Keys shortcut={objection.pressed} />{' '}
      {'fault' in objection
        ? t(`shortcuts.fault-${objection.fault}`)
        : t('shortcuts.taken', { command: t(commandOf(objection.holder).label) })}
    </p>
  );
}

function isPlain({ key, ctrlKey, metaKey, altKey }: globalThis.KeyboardEvent, name: string): boolean {
  return key === name && !ctrlKey && !metaKey && !altKey;
}
