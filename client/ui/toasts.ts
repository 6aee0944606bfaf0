/**
 * What the toasts are: a short list outside React, so that anything may add one and the shell alone draws them. At most
 * three stand there, and what is said again is counted instead of repeated: ten refusals of one cause are one toast.
 */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'done' | 'error';
  /** How often it was said. */
  readonly times: number;
  /** What can be done about it, by a verb. */
  readonly action?: ToastAction;
}

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

const most = 3;
let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/**
 * Tells the reader something that has happened; stays until dismissed or, when it is good news, for a while. What can be
 * acted upon is never one with another: each action is its own. Gives the
 * id by which it can be dismissed.
 */
export function toast(text: string, tone: Toast['tone'] = 'done', action?: ToastAction): number {
  lastId += 1;
  const said = action ? undefined : toasts.find((one) => one.text === text && one.tone === tone && !one.action);
  const fresh: Toast = { id: lastId, text, tone, times: (said?.times ?? 0) + 1, ...(action && { action }) };
  change(withinRoom([...toasts.filter((one) => one !== said), fresh]));
  return lastId;
}

export function dismissToast(id: number): void {
  change(toasts.filter((one) => one.id !== id));
}

export function currentToasts(): readonly Toast[] {
  return toasts;
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Good news makes room before bad news, which waits to be read. */
function withinRoom(all: readonly Toast[]): readonly Toast[] {
  if (all.length <= most) return all;
  const given = all.find(({ tone }) => tone === 'done') ?? all[0];
  return all.filter((one) => one !== given);
}

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
