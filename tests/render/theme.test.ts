/** Themes: what ships is whole, what an operator adds is checked, and what cannot be used keeps nobody from publishing. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { locales } from '../../server/domain/locale.ts';
import type { Theme } from '../../server/ports.ts';
import { readThemeConfig } from '../../server/render/theme-config.ts';
import { readTheme, shippedFolder } from '../../server/render/theme.ts';
import { openThemes } from '../../server/render/themes.ts';
import { aFolder } from '../support/folders.ts';
import { someThemes } from '../support/editions.ts';

const paperJson = readFileSync(path.join(shippedFolder, 'paper/theme.json'), 'utf8');

describe.each(someThemes.all())('the theme $id', (theme) => {
  const css = cssOf(theme);

  it('names only files that it has', () => {
    const names = theme.assets.map((asset) => path.basename(asset.path));
    const named = [...css.matchAll(/url\('([^']+)'\)/gu)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !names.includes(name ?? ''))).toEqual([]);
  });

  it('has a licence beside its fonts', () => {
    const licences = theme.assets.filter((asset) => asset.path.endsWith('.LICENSE.txt'));
    const packages = new Set(
      [...css.matchAll(/url\('([a-z-]+?)-(?:hebrew|arabic|latin|latin-ext)\.\w+\.woff2'\)/gu)].map(([, name]) => name),
    );
    expect(licences).toHaveLength(packages.size);
    for (const { bytes } of licences) expect(new TextDecoder().decode(bytes)).toContain('SIL Open Font License');
  });

  it.each(locales)('asks first for the letters of %s, with digits and spaces, and for no other script', (locale) => {
    const own = { en: 'latin', he: 'hebrew', ar: 'arabic' }[locale];
    const first = theme.fontsOf(locale);
    expect(first.some((file) => file.includes(`-${own}.`))).toBe(true);
    expect(first.filter((file) => !file.includes(`-${own}.`) && !file.includes('-latin.'))).toEqual([]);
    expect(theme.assets.map((asset) => asset.path)).toEqual(expect.arrayContaining([...first]));
  });

  it('never moves a line when a font arrives', () => {
    const displays = css.match(/font-display: \w+/gu) ?? [];
    expect(displays.length).toBeGreaterThan(2);
    expect(new Set(displays)).toEqual(new Set(['font-display: optional']));
  });

  it.each(locales)('has one font for each script of %s: where one comes late, no other is fetched', (locale) => {
    const [, block = ''] = new RegExp(String.raw`:lang\(${locale}\) \{([^}]*--small[^}]*)\}`, 'u').exec(css) ?? [];
    const stacks = block.split('\n').filter((line) => line.includes('--'));
    expect(stacks).toHaveLength(2);
    for (const stack of stacks) {
      const scripts = [...stack.matchAll(/ (hebrew|arabic|latin|latin-ext)'/gu)].map(([, subset]) => subset);
      expect(scripts.length).toBeGreaterThan(2);
      expect(new Set(scripts).size).toBe(scripts.length);
    }
  });

  it('keeps its comments to itself', () => {
    expect(css).not.toContain('/*');
  });
});

describe('a theme.json', () => {
  it('that ships is right', () => {
    expect(readThemeConfig(paperJson)).toMatchObject({ ok: true });
  });

  it.each([
    ['is no JSON', '{', 'no JSON'],
    ['is a list', '[]', 'theme.json must be an object'],
    ['lacks a name', changed('names.he'), 'theme.json.names.he must be a name'],
    ['has a colour in words', changed('colours.dark.ink', 'red'), 'theme.json.colours.dark.ink must be'],
    ['closes a rule', changed('colours.light.ink', '#000}*{'), 'theme.json.colours.light.ink must be'],
    ['leaves its folder', changed('styles', ['../a.css']), 'theme.json.styles[0] must be'],
    ['has no style sheet', changed('styles', []), 'theme.json.styles must be a list'],
    ['misspells a key', changed('colors', {}), 'theme.json.colors is not known'],
    ['turns weights round', changed('fonts.0.weights', [900, 100]), 'theme.json.fonts[0].weights'],
    ['ends a family’s name', changed('roles.text.ar', ["a';"]), 'theme.json.roles.text.ar[0] must be'],
  ])('that %s says so, and where', (_what, json, sentence) => {
    const read = readThemeConfig(json);
    expect(read).toMatchObject({ ok: false });
    expect(read.ok ? '' : read.faults.join('\n')).toContain(sentence);
  });

  it('reports all its faults together', () => {
    const read = readThemeConfig('{}');
    expect(read.ok ? [] : read.faults).toHaveLength(6);
  });
});

describe('an operator’s themes', () => {
  it('stand beside those that ship, and one of the same name takes its place', async () => {
    const folder = await aFolder();
    aTheme(folder, 'ours');
    aTheme(folder, 'paper', '.mine { color: red; }');
    const { themes, reported } = opened(folder);
    expect(themes.all().map(({ id }) => id)).toEqual(['paper', 'bulletin', 'ours']);
    expect(cssOf(themes.find('paper'))).toContain('.mine');
    expect(reported).toEqual([]);
  });

  it('may be a link to a folder', async () => {
    const [folder, elsewhere] = [await aFolder(), await aFolder()];
    aTheme(elsewhere, 'ours');
    symlinkSync(path.join(elsewhere, 'ours'), path.join(folder, 'ours'));
    expect(opened(folder).themes.find('ours').id).toBe('ours');
  });

  it.each([
    ['has no theme.json', (theme: string) => mkdirSync(theme), 'there is no theme.json'],
    ['lacks a style sheet that it names', (theme: string) => write(theme, paperJson), 'there is no paper.css'],
    [
      'fetches from elsewhere',
      (theme: string) => write(theme, paperJson, '@font-face { src: url(https://example.org/a.woff2) }'),
      'paper.css fetches something from elsewhere',
    ],
    [
      'names a font that is not installed',
      (theme: string) => write(theme, changed('fonts.0.package', 'no-such-font'), '*{}'),
      'The package @fontsource-variable/no-such-font is not installed',
    ],
    [
      'names a subset that a font has not',
      (theme: string) => write(theme, changed('fonts.0.subsets', ['runic']), '*{}'),
      'has no files/frank-ruhl-libre-runic',
    ],
  ])('are done without where one %s, and the operator hears why', async (_what, make, sentence) => {
    const folder = await aFolder();
    make(path.join(folder, 'ours'));
    const { themes, reported } = opened(folder);
    expect(themes.find('ours').id).toBe('paper');
    expect(reported[0]).toContain(sentence);
    expect(reported[1]).toContain('There is no theme ours');
  });

  it('that are not there are reported once', () => {
    const { themes, reported } = opened('/nonexistent');
    themes.find('gone');
    themes.find('gone');
    expect(reported).toEqual([expect.stringContaining('ENOENT'), 'There is no theme gone']);
  });

  it('have another stamp for anything that differs', async () => {
    const folder = await aFolder();
    write(path.join(folder, 'one'), paperJson, '*{}');
    write(path.join(folder, 'two'), changed('card.ink', '#000000'), '*{}');
    const [one, two] = ['one', 'two'].map((id) => readTheme(path.join(folder, id)));
    expect(one?.ok && two?.ok && one.theme.styleSheetPath === two.theme.styleSheetPath).toBe(true);
    expect(one?.ok && two?.ok && one.theme.stamp === two.theme.stamp).toBe(false);
  });
});

/** Paper's configuration with one thing changed, or taken away. */
function changed(place: string, value?: unknown): string {
  const theme = JSON.parse(paperJson) as Record<string, unknown>;
  const keys = place.split('.');
  const last = keys.pop() ?? '';
  const around = keys.reduce((object, key) => object[key] as Record<string, unknown>, theme);
  if (value === undefined) delete around[last];
  else around[last] = value;
  return JSON.stringify(theme);
}

function aTheme(folder: string, id: string, css = '*{}'): void {
  write(path.join(folder, id), paperJson, css);
}

function write(folder: string, json: string, css?: string): void {
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'theme.json'), json);
  if (css !== undefined) writeFileSync(path.join(folder, 'paper.css'), css);
}

function opened(folder: string) {
  const reported: string[] = [];
  const themes = openThemes(folder, (error) => reported.push(String(error instanceof Error ? error.message : error)));
  return { themes, reported };
}

function cssOf({ assets, styleSheetPath }: Theme): string {
  return new TextDecoder().decode(assets.find((asset) => asset.path === styleSheetPath)?.bytes);
}
