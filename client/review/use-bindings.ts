/**
 * The keys of the commands, for React: one value for all who show or listen to them, kept on this device and followed from
 * tab to tab; and what stands on this person's keyboard, where the browser tells.
 */
import { useSyncExternalStore } from 'react';
import { keepOnDevice, keptOnDevice } from '../kept-on-device.ts';
import { fromJson, toJson, type Chosen } from './bindings.ts';
import type { Keycaps, Platform } from './shortcuts.ts';

const storageKey = 'dragoman.shortcuts';

export const platform: Platform = /Mac|iPhone|iPad/u.test(navigator.userAgent) ? 'mac' : 'other';

export interface Bindings {
  readonly chosen: Chosen;
  readonly keycaps: Keycaps;
}

/** Read from the device when it is first asked for. */
let bindings: Bindings | undefined;
const listeners = new Set<() => void>();

export function useBindings(): Bindings {
  return useSyncExternalStore(subscribe, present);
}

export function choose(chosen: Chosen): void {
  change({ chosen });
  keepOnDevice(storageKey, toJson(chosen));
}

function present(): Bindings {
  return (bindings ??= { chosen: fromJson(keptOnDevice(storageKey), platform), keycaps: new Map() });
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('storage', followTabs);
    // What was kept while nobody listened.
    readAgain();
    void readKeycaps();
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', followTabs);
  };
}

function followTabs({ key }: StorageEvent): void {
  if (key === storageKey || key === null) readAgain();
}

function readAgain(): void {
  const chosen = fromJson(keptOnDevice(storageKey), platform);
  if (toJson(chosen) !== toJson(present().chosen)) change({ chosen });
}

function change(changed: Partial<Bindings>): void {
  bindings = { ...present(), ...changed };
  for (const listener of listeners) listener();
}

/** Chromium's keyboard map; elsewhere keys are named as on a US keyboard. */
interface KeyboardMap {
  readonly getLayoutMap?: () => Promise<Iterable<readonly [string, string]>>;
}

/** A Hebrew or an Arabic keyboard bears Latin letters too: those name the key, as in every other program. */
async function readKeycaps(): Promise<void> {
  const { keyboard } = navigator as { readonly keyboard?: KeyboardMap };
  const layout = (await keyboard?.getLayoutMap?.().catch(() => undefined)) ?? [];
  const latin = [...layout].filter(([, letter]) => /^[\p{Script=Latin}\p{P}\p{S}\d]$/u.test(letter));
  if (latin.length > 0 || present().keycaps.size > 0) change({ keycaps: new Map(latin) });
}
