/**
 * The fonts of a theme: subset files of the families that it names, with the licence (OFL) beside them, the rules that
 * tell a browser of them, and which of them a page of a language asks for before it is laid out.
 *
 * The subsets go by script: a Hebrew file has no Latin letters, no digits and not even a space, so each family brings
 * its Latin one too. A browser loads only those whose characters stand on the page.
 *
 * On a screen a font that is not there when the page is first drawn is not used for that visit (`optional`), so that no
 * line ever moves under a reader's eyes; it is kept and stands there on the next page. The fonts of the page's script
 * are preloaded, which browsers wait for a moment. Each subset is a family by itself, and a language names one for each
 * script: where a font came too late, a browser would otherwise fetch the next one that has these letters too. Rejected: `swap` with metrics of the fonts it replaces, since every
 * system has others. What we print ourselves waits for its fonts (`print-assets.ts`).
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { locales, type Locale } from '../domain/locale.ts';
import type { Asset } from '../ports.ts';
import { asset } from './asset.ts';
import { roleNames, type Family, type ThemeConfig } from './theme-config.ts';

export interface Fonts {
  readonly assets: readonly Asset[];
  /** The @font-face rules, and the families of each role by language as `--text` and `--small`. */
  readonly css: string;
  /** Paths of the files that every page of a language needs. */
  readonly first: Readonly<Record<Locale, readonly string[]>>;
}

interface Font {
  readonly family: Family;
  readonly subset: string;
  readonly unicodeRange: string;
  readonly file: Asset;
}

/** The subset with a language's own letters. */
const ownSubset: Readonly<Record<Locale, string>> = { en: 'latin', he: 'hebrew', ar: 'arabic' };

/** Names that CSS knows; they stand without quotation marks. */
const generic = new Set(['serif', 'sans-serif', 'system-ui', 'ui-serif', 'ui-sans-serif']);

/** Reads a theme's fonts. Throws, with a sentence, where a package or a subset is not there. */
export function readFonts({ fonts: families, roles }: ThemeConfig): Fonts {
  const fonts = families.flatMap(readFamily);
  return {
    assets: [...fonts.map(({ file }) => file), ...families.map(licenceOf)],
    css: [...fonts.map(fontFace), ...locales.map((locale) => familiesOf(fonts, roles, locale))].join('\n'),
    first: firstFonts(fonts, roles),
  };
}

function readFamily(family: Family): Font[] {
  const ranges = JSON.parse(readPackaged(family, 'unicode.json').toString()) as Record<string, string>;
  return family.subsets.map((subset) => {
    const bytes = readPackaged(family, `files/${family.package}-${subset}-wght-normal.woff2`);
    const file = asset(`${family.package}-${subset}`, 'woff2', bytes);
    return { family, subset, unicodeRange: ranges[subset] ?? 'U+0-10FFFF', file };
  });
}

function fontFace({ family, subset, unicodeRange, file }: Font): string {
  return [
    '@font-face {',
    `  font-family: '${nameOf(family.family, subset)}';`,
    `  font-weight: ${family.weights.join(' ')};`,
    '  font-display: optional;',
    `  src: url('${path.basename(file.path)}') format('woff2');`,
    `  unicode-range: ${unicodeRange};`,
    '}',
  ].join('\n');
}

/** `:root` and every run in the language. */
function familiesOf(fonts: readonly Font[], roles: ThemeConfig['roles'], locale: Locale): string {
  const lines = roleNames.map((role) => `  --${role}: ${stackOf(fonts, roles[role][locale]).join(', ')};`);
  return `:lang(${locale}) {\n${lines.join('\n')}\n}`;
}

/** Our subsets of these families, each script by the first that has it; a family of the system as it stands. */
function stackOf(fonts: readonly Font[], families: readonly string[]): string[] {
  const served = new Set<string>();
  return families.flatMap((name) => {
    const own = fonts.filter(({ family }) => family.family === name);
    const added = own.filter(({ subset }) => !served.has(subset));
    for (const { subset } of added) served.add(subset);
    if (own.length === 0) return [generic.has(name) ? name : `'${name}'`];
    return added.map(({ subset }) => `'${nameOf(name, subset)}'`);
  });
}

function nameOf(family: string, subset: string): string {
  return `${family} ${subset}`;
}

/** Of each role the files that the language's letters come from, and its digits, signs and spaces. */
function firstFonts(fonts: readonly Font[], roles: ThemeConfig['roles']): Fonts['first'] {
  const find = (name: string, subset: string): Font | undefined =>
    fonts.find((font) => font.family.family === name && font.subset === subset);
  const firstOf = (locale: Locale): readonly string[] => {
    const wanted = roleNames.flatMap((role) =>
      [ownSubset[locale], 'latin'].map((subset) =>
        roles[role][locale].map((family) => find(family, subset)).find((font) => font !== undefined),
      ),
    );
    return [...new Set(wanted.flatMap((font) => (font ? [font.file.path] : [])))];
  };
  return Object.fromEntries(locales.map((locale) => [locale, firstOf(locale)])) as Record<Locale, readonly string[]>;
}

function licenceOf(family: Family): Asset {
  return { path: `assets/${family.package}.LICENSE.txt`, bytes: readPackaged(family, 'LICENSE') };
}

/** A file of a family's package. Throws, with a sentence, where it is not there. */
export function readPackaged({ package: name }: Pick<Family, 'package'>, file: string): Buffer {
  const folder = packageFolder(name);
  if (!existsSync(path.join(folder, file))) throw new Error(`The package ${name} has no ${file}`);
  return readFileSync(path.join(folder, file));
}

function packageFolder(name: string): string {
  try {
    return path.dirname(createRequire(import.meta.url).resolve(`@fontsource-variable/${name}/package.json`));
  } catch {
    throw new Error(`The package @fontsource-variable/${name} is not installed`);
  }
}
