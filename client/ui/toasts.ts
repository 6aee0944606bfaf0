/** What the toasts are: a short list outside React, so that anything may add one and the shell alone draws them. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'done' | 'error';
  /** What can be done about it, by a verb. */
  readonly action?: ToastAction;
}

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/**
 * Tells the reader something that has happened; stays until dismissed or, when it is good news, for a while. Gives its
 * id, by which it can be dismissed.
 */
export function toast(text: string, tone: Toast['tone'] = 'done', action?: ToastAction): number {
  lastId += 1;
  change([...toasts, { id: lastId, text, tone, ...(action && { action }) }].slice(-3));
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

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
