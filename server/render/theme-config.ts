/**
 * What a theme's `theme.json` holds, and whether one does. A theme is an operator's file, so it is checked as a whole
 * when it is read and every fault says where it stands. What is checked is also what is written into the style sheet:
 * names and colours of such a form cannot end the rule that they stand in.
 *
 *   names    what the theme is called, in each language
 *   styles   its style sheets, in order; they follow the shared ones (`themes/shared/`)
 *   fonts    families of variable fonts, each an installed package `@fontsource-variable/<package>`, and its subsets
 *   roles    which families set the text and the small print, by language; what comes last is a family of the system
 *   colours  of paper and ink, light and dark; a style sheet has each as `--<name>`
 *   card     the colours of the picture that stands for an article elsewhere
 *
 * Rejected: a schema library, which the renderer would need for this alone.
 */
import { locales, type Locale } from '../domain/locale.ts';
import type { Theme } from '../ports.ts';

export const colourNames = ['paper', 'raised', 'ink', 'muted', 'line', 'accent', 'notice', 'notice-paper'] as const;
export type Colours = Readonly<Record<(typeof colourNames)[number], string>>;

const cardColourNames = ['background', 'ink', 'muted', 'accent'] as const satisfies ReadonlyArray<keyof Theme['card']>;

/** What a family sets: the text with its headings, and everything small around it. */
export const roleNames = ['text', 'small'] as const;
export type Role = (typeof roleNames)[number];

export interface Family {
  readonly family: string;
  readonly package: string;
  /** The range of the weight axis. */
  readonly weights: readonly [from: number, to: number];
  readonly subsets: readonly string[];
}

export interface ThemeConfig {
  readonly names: Readonly<Record<Locale, string>>;
  readonly styles: readonly string[];
  readonly fonts: readonly Family[];
  readonly roles: Readonly<Record<Role, Readonly<Record<Locale, readonly string[]>>>>;
  readonly colours: Readonly<Record<'light' | 'dark', Colours>>;
  readonly card: Theme['card'];
}

/** Says what is wrong with a value that stands at `at`; nothing where nothing is. */
type Check = (value: unknown, at: string) => readonly string[];

const isTheme = record({
  names: byLocale(text(/^[^<>&\p{Cc}]{1,60}$/u, 'a name of up to 60 characters')),
  styles: list(text(/^[a-z0-9-]+\.css$/u, 'the name of a .css file in the theme’s folder')),
  fonts: list(
    record({
      family: text(/^[\p{L}\p{N} -]{1,60}$/u, 'the name of a family'),
      package: text(/^[a-z0-9-]+$/u, 'the name of a package'),
      weights: (value, at) => (isRange(value) ? [] : [`${at} must be two weights, for example [400, 700]`]),
      subsets: list(text(/^[a-z0-9-]+$/u, 'the name of a subset')),
    }),
  ),
  roles: record(fromKeys(roleNames, byLocale(list(text(/^[\p{L}\p{N} -]{1,60}$/u, 'the name of a family'))))),
  colours: record({ light: record(fromKeys(colourNames, colour)), dark: record(fromKeys(colourNames, colour)) }),
  card: record(fromKeys(cardColourNames, colour)),
});

/** The configuration, or every fault of it as a sentence. */
export function readThemeConfig(
  json: string,
): { readonly ok: true; readonly config: ThemeConfig } | { readonly ok: false; readonly faults: readonly string[] } {
  try {
    const value: unknown = JSON.parse(json);
    const faults = isTheme(value, 'theme.json');
    return faults.length > 0 ? { ok: false, faults } : { ok: true, config: value as ThemeConfig };
  } catch (error) {
    return { ok: false, faults: [`theme.json is no JSON: ${String(error)}`] };
  }
}

function colour(value: unknown, at: string): readonly string[] {
  return text(/^#[0-9a-f]{6}$/iu, 'a colour like #0c625c')(value, at);
}

function text(pattern: RegExp, wanted: string): Check {
  return (value, at) => (typeof value === 'string' && pattern.test(value) ? [] : [`${at} must be ${wanted}`]);
}

function list(check: Check): Check {
  return (value, at) => {
    if (!Array.isArray(value) || value.length === 0) return [`${at} must be a list that is not empty`];
    return value.flatMap((item, place) => check(item, `${at}[${place}]`));
  };
}

/** Every key is needed, and no other may stand there: a misspelt one would be without effect. */
function record(checks: Readonly<Record<string, Check>>): Check {
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} must be an object`];
    const unknown = Object.keys(value).filter((key) => !Object.hasOwn(checks, key));
    return [
      ...unknown.map((key) => `${at}.${key} is not known`),
      ...Object.entries(checks).flatMap(([key, check]) =>
        check((value as Record<string, unknown>)[key], `${at}.${key}`),
      ),
    ];
  };
}

function byLocale(check: Check): Check {
  return record(fromKeys(locales, check));
}

function fromKeys(keys: readonly string[], check: Check): Record<string, Check> {
  return Object.fromEntries(keys.map((key) => [key, check]));
}

function isRange(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [from, to] = value as readonly unknown[];
  return (
    Number.isInteger(from) &&
    Number.isInteger(to) &&
    1 <= Number(from) &&
    Number(from) <= Number(to) &&
    Number(to) <= 1000
  );
}
