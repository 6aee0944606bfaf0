/** A choice holds also where the device has no room for it. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepOnDevice, keptOnDevice } from '../../client/kept-on-device.ts';

const shelf = new Map<string, string>();
let isFull = false;

beforeEach(() => {
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => shelf.get(key) ?? null,
    setItem(key: string, value: string) {
      if (isFull) throw new DOMException('no room', 'QuotaExceededError');
      shelf.set(key, value);
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

it('is on the device where there is room, in this page where there is none, and on the device when there is again', () => {
  expect(keptOnDevice('theme')).toBeNull();
  keepOnDevice('theme', 'dark');
  expect(keptOnDevice('theme')).toBe('dark');
  isFull = true;
  keepOnDevice('theme', 'light');
  expect([keptOnDevice('theme'), shelf.get('theme')]).toEqual(['light', 'dark']);
  isFull = false;
  keepOnDevice('theme', 'system');
  expect(shelf.get('theme')).toBe('system');
  shelf.set('theme', 'dark');
  expect(keptOnDevice('theme'), 'another tab has chosen').toBe('dark');
});
