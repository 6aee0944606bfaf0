/** A small yes or no that this device remembers: one value for all who show it, followed from tab to tab. */
import { useSyncExternalStore } from 'react';
import { keepOnDevice, keptOnDevice } from './kept-on-device.ts';

export type Preference = 'diff-hides-cosmetic' | 'source-changes';

const storagePrefix = 'dragoman.preference.';
const listeners = new Set<() => void>();

/** Whether it is on, and how to turn it. Off until somebody does. */
export function usePreference(name: Preference): readonly [isOn: boolean, turn: (isOn: boolean) => void] {
  const isOn = useSyncExternalStore(subscribe, () => kept(name));
  return [isOn, (next) => turn(name, next)];
}

function kept(name: Preference): boolean {
  return keptOnDevice(storagePrefix + name) === 'on';
}

function turn(name: Preference, isOn: boolean): void {
  keepOnDevice(storagePrefix + name, isOn ? 'on' : 'off');
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
