/**
 * Every command with its keys, by group, from the table of commands itself, and below the leader key what it is followed
 * by; a field to find one, and for each the way to give it other keys.
 */
import { Fragment, useState } from 'react';
import { fold } from '../../server/domain/language/fold.ts';
import { englishOf, useI18n } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { commands, groups, type CommandId } from './commands.ts';
import { LeaderKeyName } from './editor/LeaderKeyName.tsx';
import { leaderKeys } from './editor/leader-keys.ts';
import { ShortcutRow } from './ShortcutRow.tsx';
import { choose, useBindings } from './use-bindings.ts';
import '../ui/field.css';
import './shortcut-help.css';

export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const { t, direction } = useI18n();
  const { chosen } = useBindings();
  const [typed, type] = useState('');
  const [changing, change] = useState<CommandId>();
  const wanted = fold(typed.trim(), 2).text;
  const found = commands.filter(({ label }) =>
    [t(label), englishOf(label)].some((name) => fold(name, 2).text.includes(wanted)),
  );
  return (
    <Dialog isOpen onClose={onClose} title={t('review.do-help')} look="list">
      <input
        className="field"
        type="search"
        aria-label={t('shortcuts.filter')}
        placeholder={t('shortcuts.filter')}
        dir={typed === '' ? direction : 'auto'}
        value={typed}
        onChange={({ currentTarget }) => type(currentTarget.value)}
      />
      {groups.map((group) => {
        const rows = found.filter((command) => command.group === group);
        if (rows.length === 0) return null;
        return (
          <section key={group} className="shortcut-group" aria-labelledby={`shortcuts-${group}`}>
            <h3 id={`shortcuts-${group}`}>{t(`shortcuts.group-${group}`)}</h3>
            <ul>
              {rows.map(({ id, label }) => (
                <Fragment key={id}>
                  <ShortcutRow
                    id={id}
                    label={t(label)}
                    isChanging={changing === id}
                    onChanging={(isChanging) => change(isChanging ? id : undefined)}
                  />
                  {id === 'insert-character' && <LeaderKeys />}
                </Fragment>
              ))}
            </ul>
          </section>
        );
      })}
      {found.length === 0 && <p className="muted">{t('shortcuts.nothing-found')}</p>}
      {Object.keys(chosen).length > 0 && (
        <Button className="start" onPress={() => choose({})}>
          {t('shortcuts.reset-all')}
        </Button>
      )}
    </Dialog>
  );
}

/** What may follow the leader key. */
function LeaderKeys() {
  return (
    <li>
      <ul className="leader-list small">
        {leaderKeys.map((key) => (
          <li key={key.code}>
            <LeaderKeyName of={key} />
          </li>
        ))}
      </ul>
    </li>
  );
}
