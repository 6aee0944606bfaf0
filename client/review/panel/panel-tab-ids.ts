/** The names of the panel's tabs, in their order: what the address, the device and the commands call them. */
export const panelTabIds = ['memory', 'terms', 'comments', 'history', 'checks', 'preview'] as const;
export type PanelTabId = (typeof panelTabIds)[number];

/** Whether a word (of an address, of this device) names a tab. */
export function isPanelTab(id: unknown): id is PanelTabId {
  return panelTabIds.some((one) => one === id);
}
