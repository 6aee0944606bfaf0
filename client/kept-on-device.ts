/**
 * Small choices that this device remembers under a key. A device without room (or one that forbids it) must not break the
 * key or the button that made the choice: there it holds for as long as the page is open. What would be a loss (texts,
 * drafts) is kept elsewhere, by code that tells its person when it could not be.
 */
const held = new Map<string, string>();

/** What was kept under a key; null where nothing was. */
export function keptOnDevice(key: string): string | null {
  return held.get(key) ?? localStorage.getItem(key);
}

/** Keeps a choice, on the device where it has room. Never throws. */
export function keepOnDevice(key: string, value: string): void {
  held.set(key, value);
  try {
    localStorage.setItem(key, value);
    held.delete(key);
  } catch {
    // Held above.
  }
}
