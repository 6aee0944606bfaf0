/** What is selected in both texts, as it is read. */
export interface SelectedWords {
  readonly source: string;
  readonly target: string;
}

/** What is selected in the source of the open row, as it is read; nothing where the selection is elsewhere. */
export function selectedSource(): string {
  const selection = getSelection();
  const place = selection?.anchorNode?.parentElement?.closest('.desk-row.active .desk-source');
  return place && selection ? String(selection).trim() : '';
}
