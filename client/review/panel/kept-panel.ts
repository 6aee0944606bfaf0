/**
 * How this device left the side panel: open or not, at which tab, wide or not. It opens by itself only where it has room
 * beside the list: a sheet over the text that one came to read would have to be closed first.
 */
import { isPanelTab, panelTabIds, type PanelTabId } from './panel-tab-ids.ts';

export interface KeptPanel {
  readonly isOpen: boolean;
  readonly tab: PanelTabId;
  readonly isWide: boolean;
}

const key = 'dragoman.panel';

/** Below this width the panel lies over the list (panel.css has the same number). */
export const besideList = '(min-width: 72rem)';
/** From this width on it is open until somebody closes it. */
const roomy = '(min-width: 96rem)';

export function readPanel(shelf: Pick<Storage, 'getItem'>, fits: (query: string) => boolean): KeptPanel {
  const { isOpen, tab, isWide } = partsOf(shelf.getItem(key));
  return {
    isOpen: typeof isOpen === 'boolean' ? isOpen && fits(besideList) : fits(roomy),
    tab: isPanelTab(tab) ? tab : panelTabIds[0],
    isWide: isWide === true,
  };
}

export function keepPanel(shelf: Pick<Storage, 'setItem'>, panel: KeptPanel): void {
  try {
    shelf.setItem(key, JSON.stringify(panel));
  } catch {
    // A device without room forgets how the panel stood; nobody's text is in it.
  }
}

function partsOf(json: string | null): { readonly [K in keyof KeptPanel]?: unknown } {
  try {
    const parts: unknown = JSON.parse(json ?? '{}');
    return typeof parts === 'object' && parts !== null ? parts : {};
  } catch {
    return {};
  }
}
