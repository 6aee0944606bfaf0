/**
 * Every command by its name, a segment by its number, a text by its words: one field, worked by the keyboard alone. The
 * focus stays in the field; which entry is meant is told to screen readers by `aria-activedescendant`.
 */
import { useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Input, SearchField } from 'react-aria-components/SearchField';
import { englishOf, useI18n } from '../i18n.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { shortcutsOf } from './bindings.ts';
import { commandOf, type DeskActs, type DeskView } from './commands.ts';
import { Keys } from './Keys.tsx';
import { paletteEntries, type PaletteEntry } from './palette.ts';
import { useBindings } from './use-bindings.ts';
import './palette.css';

/** A field with a list that is always open. Which list it is, `Autocomplete` says. */
const combobox = { role: 'combobox', 'aria-expanded': true, 'aria-haspopup': 'listbox' } as const;

export interface CommandPaletteProps {
  readonly wants: 'palette' | 'go-to';
  readonly total: number;
  readonly view: DeskView;
  readonly acts: DeskActs;
  readonly onClose: (then?: () => void) => void;
}

export function CommandPalette({ wants, total, view, acts, onClose }: CommandPaletteProps) {
  const { t, direction } = useI18n();
  const [typed, type] = useState('');
  const entries = paletteEntries({ typed, wants, total, view, labelOf: t, englishOf });
  const run = (entry: PaletteEntry | undefined): void => {
    if (entry) onClose(() => runEntry(entry, acts, view));
  };
  const title = wants === 'go-to' ? t('review.do-go-to') : t('review.do-palette');
  const hint = wants === 'go-to' ? t('shortcuts.number-hint', { total }) : t('shortcuts.palette-hint');
  return (
    <Dialog isOpen onClose={onClose} title={title} look="palette">
      <Autocomplete inputValue={typed} onInputChange={type}>
        <SearchField className="palette-field" type="text" aria-label={title}>
          <Icon name="search" />
          {/* The dialog is this field. */}
          {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
          <Input {...combobox} autoFocus placeholder={hint} dir={typed === '' ? direction : 'auto'} />
        </SearchField>
        <ListBox
          className="palette-list"
          aria-label={title}
          items={entries.map((entry) => ({ id: idOf(entry), entry }))}
          disabledKeys={entries.filter(isOff).map(idOf)}
          onAction={(key) => run(entries.find((entry) => idOf(entry) === key))}
          renderEmptyState={() => <p className="muted">{typed === '' ? hint : t('shortcuts.nothing-found')}</p>}
        >
          {({ id, entry }) => (
            <ListBoxItem id={id} textValue={id} className="palette-entry">
              <Entry entry={entry} />
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  );
}

function Entry({ entry }: { readonly entry: PaletteEntry }) {
  const { t } = useI18n();
  const { chosen } = useBindings();
  if (entry.kind === 'go-to') return <span>{t('shortcuts.go-to', { n: entry.n })}</span>;
  if (entry.kind === 'search') return <span>{t('shortcuts.search-texts', { query: entry.query })}</span>;
  const [shortcut] = shortcutsOf(entry.id, chosen);
  return (
    <>
      <span>{entry.label}</span>
      <span className="palette-aside small">
        {entry.isEnabled ? t(`shortcuts.group-${commandOf(entry.id).group}`) : t('shortcuts.not-here')}
      </span>
      {shortcut && <Keys shortcut={shortcut} />}
    </>
  );
}

function runEntry(entry: PaletteEntry, acts: DeskActs, view: DeskView): void {
  if (entry.kind === 'command') commandOf(entry.id).run(acts, view);
  else if (entry.kind === 'go-to') acts.goTo(entry.n);
  else acts.searchTexts(entry.query);
}

function idOf(entry: PaletteEntry): string {
  return entry.kind === 'command' ? entry.id : entry.kind;
}

function isOff(entry: PaletteEntry): boolean {
  return entry.kind === 'command' && !entry.isEnabled;
}
