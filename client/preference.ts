/**
 * A small yes or no that this device remembers: one value for all who show it, followed from tab to tab. Where the
 * device has no room it holds for as long as the page is open.
 */
import { useSyncExternalStore } from 'react';

export type Preference = 'diff-hides-cosmetic' | 'source-changes';

const storagePrefix = 'dragoman.preference.';
const held = new Map<Preference, boolean>();
const listeners = new Set<() => void>();

/** Whether it is on, and how to turn it. Off until somebody does. */
export function usePreference(name: Preference): readonly [isOn: boolean, turn: (isOn: boolean) => void] {
  const isOn = useSyncExternalStore(subscribe, () => held.get(name) ?? kept(name));
  return [isOn, (next) => turn(name, next)];
}

function kept(name: Preference): boolean {
  return localStorage.getItem(storagePrefix + name) === 'on';
}

function turn(name: Preference, isOn: boolean): void {
  held.set(name, isOn);
  try {
    localStorage.setItem(storagePrefix + name, isOn ? 'on' : 'off');
    held.delete(name);
  } catch {
    // Held above.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
