/**
 * A theme: a folder with a `theme.json` (`theme-config.ts`), style sheets and a picture `card.png`, read into what pages need of it: one style
 * sheet, the fonts, and which of them come first.
 *
 * The sheet is put together in this order: fonts, colours, `shared/structure.css` (what any theme stands on), the theme's
 * own sheets (taste), `shared/scripts.css` and `shared/print.css` (what is right or wrong in a script or on paper,
 * whatever the taste). To make a theme, copy the folder of one that ships.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Theme } from '../ports.ts';
import { asset } from './asset.ts';
import { digest } from './stamp.ts';
import { colourNames, readThemeConfig, type Colours, type ThemeConfig } from './theme-config.ts';
import { readFonts } from './theme-fonts.ts';

export type ThemeRead =
  | { readonly ok: true; readonly theme: Theme }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Where the themes that ship stand, and the sheets that all themes share. */
export const shippedFolder = path.join(import.meta.dirname, 'themes');

const beneath = ['structure', 'bilingual'].map(sharedSheet);
const above = ['scripts', 'print'].map(sharedSheet);

/** The theme in a folder, or every fault of it. The folder's name is its id. */
export function readTheme(folder: string): ThemeRead {
  const file = path.join(folder, 'theme.json');
  if (!existsSync(file)) return { ok: false, faults: ['there is no theme.json'] };
  const read = readThemeConfig(readFileSync(file, 'utf8'));
  if (!read.ok) return read;
  const faults = read.config.styles.flatMap((name) => faultsOfSheet(folder, name));
  if (faults.length > 0) return { ok: false, faults };
  try {
    return { ok: true, theme: build(folder, read.config) };
  } catch (error) {
    return { ok: false, faults: [error instanceof Error ? error.message : String(error)] };
  }
}

function build(folder: string, config: ThemeConfig): Theme {
  const fonts = readFonts(config);
  const own = config.styles.map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const { light, dark } = config.colours;
  const css = [
    fonts.css,
    `:root {\n${propertiesOf(light)}\n}`,
    `@media (prefers-color-scheme: dark) {\n:root {\n${propertiesOf(dark)}\n}\n}`,
    ...beneath,
    ...own,
    ...above,
  ];
  const styleSheet = asset('edition', 'css', Buffer.from(withoutComments(css.join('\n'))));
  const card = asset('card', 'png', readFileSync(pictureIn(folder)));
  return {
    id: path.basename(folder),
    names: config.names,
    assets: [...fonts.assets, card, styleSheet],
    styleSheetPath: styleSheet.path,
    fontsOf: (locale) => fonts.first[locale],
    card: config.card,
    cardPath: card.path,
    stamp: digest(JSON.stringify([config, styleSheet.path, card.path])),
  };
}

/** A theme without a picture of its own has that of the first that ships. */
function pictureIn(folder: string): string {
  const own = path.join(folder, 'card.png');
  return existsSync(own) ? own : path.join(shippedFolder, 'paper/card.png');
}

/** A page of ours fetches nothing from elsewhere; its policy would refuse it, and the operator should hear why. */
function faultsOfSheet(folder: string, name: string): readonly string[] {
  if (!existsSync(path.join(folder, name))) return [`there is no ${name}`];
  const css = readFileSync(path.join(folder, name), 'utf8');
  return /@import|url\(\s*["']?(?:https?:)?\/\//iu.test(css) ? [`${name} fetches something from elsewhere`] : [];
}

function propertiesOf(colours: Colours): string {
  return colourNames.map((name) => `  --${name}: ${colours[name]};`).join('\n');
}

/** Readers need no comments; what looks like one in a string stays. */
function withoutComments(css: string): string {
  return css.replace(/("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\/\*[^]*?\*\//gu, '$1').replace(/\n\s*\n/gu, '\n');
}

function sharedSheet(name: string): string {
  return readFileSync(path.join(shippedFolder, 'shared', `${name}.css`), 'utf8');
}
