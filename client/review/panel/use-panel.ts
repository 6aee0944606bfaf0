/**
 * The side panel's own state. The address names the open tab (`?panel=history`), so that a link leads to it; where it
 * names none, the panel is as this device left it.
 */
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { keepPanel, readPanel, type KeptPanel } from './kept-panel.ts';
import { isPanelTab, type PanelTabId } from './panel-tab-ids.ts';

/** What the server searches for at most. */
const longestQuery = 200;

export interface Panel extends KeptPanel {
  /** Counts how often somebody asked for a tab by name: each time it takes the focus. */
  readonly calls: number;
  /** Opens it, at a tab or where it was last, and leads there. */
  readonly show: (tab?: PanelTabId) => void;
  /** Turns to a tab; the focus stays where it is. */
  readonly turn: (tab: PanelTabId) => void;
  readonly hide: () => void;
  readonly widen: (isWide: boolean) => void;
  /** What is looked for in the memory, from segment to segment. */
  readonly sought: string;
  readonly seek: (words: string) => void;
}

export function usePanel(): Panel {
  const [search, setSearch] = useSearchParams();
  const [kept, setKept] = useState(() => readPanel(localStorage, (query) => matchMedia(query).matches));
  const [calls, setCalls] = useState(0);
  const [sought, seek] = useState('');
  const named = search.get('panel');
  const now: KeptPanel = isPanelTab(named) ? { ...kept, isOpen: true, tab: named } : kept;

  function change(next: Partial<KeptPanel>): void {
    const panel = { ...now, ...next };
    setKept(panel);
    keepPanel(localStorage, panel);
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (panel.isOpen) after.set('panel', panel.tab);
        else after.delete('panel');
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  }

  return {
    ...now,
    calls,
    sought,
    seek: (words) => seek(words.slice(0, longestQuery)),
    show(tab = now.tab) {
      change({ isOpen: true, tab });
      setCalls(calls + 1);
    },
    turn: (tab) => change({ isOpen: true, tab }),
    hide: () => change({ isOpen: false }),
    widen: (isWide) => change({ isWide }),
  };
}
