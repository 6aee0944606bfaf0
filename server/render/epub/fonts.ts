/**
 * The fonts that a book brings along: those of its own script, and of others only what stands in it. The licence (OFL)
 * lets them be embedded and goes with them. Reading devices may set another; the text has nothing but text in it.
 */
import type { Locale } from '../../domain/locale.ts';
import { readPackaged } from '../theme-fonts.ts';

export interface BookFont {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly face: string;
}

interface Family {
  readonly package: string;
  readonly name: string;
  readonly weights: string;
  /** Which characters each subset is there for. */
  readonly subsets: Readonly<Record<string, RegExp>>;
}

const latin = { latin: /[\u0020-\u00FF]/u, 'latin-ext': /[\u0100-\u024F\u1E00-\u1EFF]/u };

const serif: Family = {
  package: 'frank-ruhl-libre',
  name: 'Frank Ruhl Libre',
  weights: '300 900',
  subsets: { hebrew: /\p{Script=Hebrew}/u, ...latin },
};
const naskh: Family = {
  package: 'noto-naskh-arabic',
  name: 'Noto Naskh Arabic',
  weights: '400 700',
  subsets: { arabic: /\p{Script=Arabic}/u, ...latin },
};

/** The first is the one that a text is set in. */
const families: Readonly<Record<Locale, readonly Family[]>> = {
  en: [serif, naskh],
  he: [serif, naskh],
  ar: [naskh, serif],
};

export interface BookFonts {
  readonly fonts: readonly BookFont[];
  readonly licences: ReadonlyArray<{ readonly file: string; readonly bytes: Uint8Array }>;
  /** A style sheet's `font-family`. */
  readonly stack: string;
}

/** What a text needs, its language's family first. */
export function fontsFor(text: string, locale: Locale): BookFonts {
  const [own, ...others] = families[locale];
  const found = [own, ...others].flatMap((family) => {
    if (family === undefined) return [];
    const names = Object.keys(family.subsets).filter(
      (subset) => (family === own || !Object.hasOwn(latin, subset)) && family.subsets[subset]?.test(text),
    );
    return names.length > 0 ? [{ family, names }] : [];
  });
  return {
    fonts: found.flatMap(({ family, names }) => names.map((subset) => fontOf(family, subset))),
    licences: found.map(({ family }) => ({
      file: `fonts/${family.package}.LICENSE.txt`,
      bytes: readPackaged(family, 'LICENSE'),
    })),
    stack: [...found.map(({ family }) => `'${family.name}'`), 'serif'].join(', '),
  };
}

const known = new Map<string, BookFont>();

/** Each is read once. */
function fontOf(family: Family, subset: string): BookFont {
  const name = `${family.package}-${subset}-wght-normal.woff2`;
  const font = known.get(name) ?? readFont(family, subset, name);
  known.set(name, font);
  return font;
}

function readFont(family: Family, subset: string, name: string): BookFont {
  const ranges = JSON.parse(readPackaged(family, 'unicode.json').toString()) as Record<string, string>;
  const face = [
    '@font-face {',
    `  font-family: '${family.name}';`,
    `  font-weight: ${family.weights};`,
    `  src: url('fonts/${name}') format('woff2');`,
    `  unicode-range: ${ranges[subset] ?? 'U+0-10FFFF'};`,
    '}',
  ].join('\n');
  return { file: `fonts/${name}`, bytes: readPackaged(family, `files/${name}`), face };
}
