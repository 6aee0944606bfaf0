/** Between the editor and the side panel: where the focus goes, and what of the list the panel covers. */
import { besideList } from './kept-panel.ts';
import type { Panel } from './use-panel.ts';

export const panelId = 'desk-panel';

/** What the desk's commands may do with the panel. */
export interface PanelActs {
  readonly togglePanel: () => void;
  /** Shows the edition beside the text, or puts it away; whoever writes goes on writing. */
  readonly togglePreview: () => void;
  /** Opens a tab by its name and leads there. */
  readonly showPanel: Panel['show'];
  readonly closePanel: () => void;
  /** Back to the editor; a panel that lies over the list is closed. */
  readonly leavePanel: () => void;
  /** From the editor to the panel, from the panel to the editor. */
  readonly switchPane: () => void;
}

export function panelActs(panel: Panel, focusEditor: () => void): PanelActs {
  const closePanel = (): void => {
    panel.hide();
    focusEditor();
  };
  const leavePanel = (): void => (matchMedia(besideList).matches ? focusEditor() : closePanel());
  return {
    closePanel,
    leavePanel,
    showPanel: panel.show,
    togglePreview: () => (panel.isOpen && panel.tab === 'preview' ? panel.hide() : panel.turn('preview')),
    togglePanel: () => (panel.isOpen ? closePanel() : panel.show()),
    switchPane() {
      const place = document.getElementById(panelId);
      if (place?.contains(document.activeElement)) leavePanel();
      else if (place) focusPanel(place);
      else panel.show();
    },
  };
}

/** To what the tab wants to be begun with (`data-first`), else to the tab itself. */
export function focusPanel(place: HTMLElement | null): void {
  const first =
    place?.querySelector<HTMLElement>('[data-first]') ??
    place?.querySelector<HTMLElement>('[role=tab][aria-selected=true]');
  first?.focus({ preventScroll: true });
}

/** What the panel covers of the window from below: nothing where it stands beside the list. */
export function sheetHeight(): number {
  const panel = document.getElementById(panelId);
  const isSheet = panel && getComputedStyle(panel).position === 'fixed';
  return isSheet ? window.innerHeight - panel.getBoundingClientRect().top : 0;
}
