/**
 * What a page fetches while it is printed. On a screen a font that comes late is done without, so that nothing moves under
 * a reader's eyes (`font-display: optional`); paper waits for it.
 */
import type { PrintOrder, Theme } from '../ports.ts';

const waiting = new WeakMap<Theme, Uint8Array>();

/** The theme's files by their path from a page. `root`: from the page to the root of the site, `../../`. */
export function printAssets(theme: Theme, root: string): PrintOrder['assets'] {
  const files = theme.assets.map(({ path, bytes }) => [`${root}${path}`, bytes] as const);
  return new Map([...files, [`${root}${theme.styleSheetPath}`, waitingSheet(theme)]]);
}

function waitingSheet(theme: Theme): Uint8Array {
  const known = waiting.get(theme);
  if (known) return known;
  const sheet = theme.assets.find(({ path }) => path === theme.styleSheetPath);
  const css = new TextDecoder().decode(sheet?.bytes);
  const made = new TextEncoder().encode(css.replace(/font-display:\s*[a-z]+/gu, 'font-display: block'));
  waiting.set(theme, made);
  return made;
}
