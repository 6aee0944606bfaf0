/**
 * What all pages share: one style sheet and the fonts it names, read once at start. Each file's name carries a digest
 * of its bytes, so that a reader's browser may keep it for ever and an old page goes on finding its own.
 *
 * The fonts are subsets by script: the Hebrew file has no Latin letters and no digits, so each family brings two. A
 * browser loads only those whose characters stand on the page. Their licence (OFL) stands beside them.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Locale } from '../domain/locale.ts';

/** A file that all pages share; its name carries a digest of its bytes. */
export interface Asset {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** How a site looks: a folder of CSS and a configuration, read once. */
export interface Theme {
  readonly id: string;
  /** Style sheet, fonts, licences. */
  readonly assets: readonly Asset[];
  /** The style sheet among them. */
  readonly styleSheetPath: string;
  /** The fonts that the body of every page in a language needs; a page asks for them before it is laid out. */
  readonly fontsOf: (locale: Locale) => readonly string[];
}

interface Family {
  readonly package: string;
  readonly name: string;
  readonly weights: string;
  readonly subsets: readonly string[];
}

const families: readonly Family[] = [
  {
    package: 'frank-ruhl-libre',
    name: 'Frank Ruhl Libre',
    weights: '300 900',
    subsets: ['hebrew', 'latin', 'latin-ext'],
  },
  { package: 'noto-naskh-arabic', name: 'Noto Naskh Arabic', weights: '400 700', subsets: ['arabic', 'latin'] },
  { package: 'noto-sans-hebrew', name: 'Noto Sans', weights: '100 900', subsets: ['hebrew', 'latin', 'latin-ext'] },
];

interface Font {
  readonly family: Family;
  readonly subset: string;
  readonly unicodeRange: string;
  readonly file: Asset;
}

const fonts: readonly Font[] = families.flatMap((family) => {
  const ranges = JSON.parse(readPackaged(family, 'unicode.json').toString()) as Record<string, string>;
  return family.subsets.map((subset) => {
    const bytes = readPackaged(family, `files/${family.package}-${subset}-wght-normal.woff2`);
    const file = asset(`${family.package}-${subset}`, 'woff2', bytes);
    return { family, subset, unicodeRange: ranges[subset] ?? 'U+0-10FFFF', file };
  });
});

const styleSheet = asset(
  'edition',
  'css',
  Buffer.from([...fonts.map(fontFace), readFileSync(path.join(import.meta.dirname, 'edition.css'), 'utf8')].join('\n')),
);

/** Every shared file of the site. */
const assets: readonly Asset[] = [
  ...fonts.map(({ file }) => file),
  ...families.map((family) => ({
    path: `assets/${family.package}.LICENSE.txt`,
    bytes: readPackaged(family, 'LICENSE'),
  })),
  styleSheet,
];

const firstFonts: Readonly<Record<Locale, readonly string[]>> = {
  en: [fontPath('frank-ruhl-libre', 'latin')],
  he: [fontPath('frank-ruhl-libre', 'hebrew')],
  ar: [fontPath('noto-naskh-arabic', 'arabic')],
};

export const paper: Theme = {
  id: 'paper',
  assets,
  styleSheetPath: styleSheet.path,
  fontsOf: (locale) => firstFonts[locale],
};

function fontFace({ family, unicodeRange, file }: Font): string {
  return [
    '@font-face {',
    `  font-family: '${family.name}';`,
    `  font-weight: ${family.weights};`,
    '  font-display: swap;',
    `  src: url('${path.basename(file.path)}') format('woff2');`,
    `  unicode-range: ${unicodeRange};`,
    '}',
  ].join('\n');
}

function fontPath(name: string, subset: string): string {
  const font = fonts.find((font) => font.family.package === name && font.subset === subset);
  if (font === undefined) throw new Error(`No font ${name} ${subset}`);
  return font.file.path;
}

function asset(name: string, extension: string, bytes: Uint8Array): Asset {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return { path: `assets/${name}.${digest}.${extension}`, bytes };
}

function readPackaged(family: Family, file: string): Buffer {
  const manifest = createRequire(import.meta.url).resolve(`@fontsource-variable/${family.package}/package.json`);
  return readFileSync(path.join(path.dirname(manifest), file));
}
