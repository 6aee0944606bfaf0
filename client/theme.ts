/** Light, dark, or as the system has it. The choice is this device's; tokens.css reads `data-theme` on <html>. */
import { keepOnDevice, keptOnDevice } from './kept-on-device.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'dragoman.theme';

/** The reader's choice on this device. */
export function currentTheme(): Theme {
  const kept = keptOnDevice(storageKey);
  return themes.find((theme) => theme === kept) ?? 'system';
}

export function setTheme(theme: Theme): void {
  keepOnDevice(storageKey, theme);
  applyTheme();
}

/** Shows the page in the chosen theme. */
export function applyTheme(): void {
  const theme = currentTheme();
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
