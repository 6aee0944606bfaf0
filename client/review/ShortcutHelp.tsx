/** The list of shortcuts, from the table of commands itself. Keys are printed as on the keycap, left to right. */
import { Fragment } from 'react';
import { useI18n } from '../i18n.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { commands, keycapsOf, type Shortcut } from './commands.ts';

export const isMac = /Mac|iPhone|iPad/u.test(navigator.userAgent);

export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Dialog isOpen onClose={onClose} title={t('review.do-help')}>
      <dl className="shortcuts">
        {commands.map(({ id, label, shortcuts }) => (
          <Fragment key={id}>
            <dt>{t(label)}</dt>
            <dd>
              {shortcuts.map((shortcut) => (
                <Keys key={JSON.stringify(shortcut)} shortcut={shortcut} />
              ))}
            </dd>
          </Fragment>
        ))}
      </dl>
    </Dialog>
  );
}

export function Keys({ shortcut }: { readonly shortcut: Shortcut }) {
  return (
    <bdi className="keys" dir="ltr">
      {keycapsOf(shortcut, isMac).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </bdi>
  );
}
