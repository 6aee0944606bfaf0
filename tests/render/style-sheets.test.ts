/**
 * What the style sheets of all themes keep to: directions are logical, so that a page turns round with its language;
 * nothing takes Arabic letters apart; whatever is read has contrast enough (WCAG 2.2, 1.4.3), in light and dark.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readThemeConfig, type Colours } from '../../server/render/theme-config.ts';

const folder = 'server/render/themes';
const sheets = globSync(`${folder}/*/*.css`);

interface Rule {
  /** Selectors and conditions around it, from the outermost. */
  readonly at: string;
  readonly property: string;
  readonly value: string;
}

describe.each(sheets)('%s', (sheet) => {
  const css = readFileSync(sheet, 'utf8').replace(/\/\*[^]*?\*\//gu, '');
  const rules = rulesOf(css);

  it('is read', () => expect(rules.length).toBeGreaterThan(5));

  it('knows no left and right, no top and bottom, no width and height', () => {
    const physical = /(?:^|-)(?:left|right|top|bottom|width|height)(?:-|$)/u;
    const allowed = /^line-height$|^border.*-width$|^column-width$/u;
    const sided = /^(?:float|clear|text-align|caption-side)$/u;
    const faults = rules.filter(
      ({ property, value }) =>
        (physical.test(property) && !allowed.test(property)) ||
        (sided.test(property) && /\b(?:left|right|top|bottom)\b/u.test(value)),
    );
    expect(faults).toEqual([]);
  });

  it('leaves the direction to the page, but for what no element holds', () => {
    const faults = rules.filter(
      ({ at, property, value }) =>
        property === 'direction' && !at.includes('@page') && !(at.includes('::after') && value === 'ltr'),
    );
    expect(faults).toEqual([]);
  });

  it('pulls no letters apart, slants none, makes no capitals and drops no initial but in English', () => {
    const latinOnly = /^(?:letter-spacing|font-style|text-transform|font-variant-caps|initial-letter)$/u;
    const harmless = /^(?:0|normal|none)$/u;
    const faults = rules.filter(
      ({ at, property, value }) =>
        (latinOnly.test(property) && !harmless.test(value) && !at.includes(':lang(en)')) ||
        at.includes('::first-letter'),
    );
    expect(faults).toEqual([]);
  });

  it('fetches nothing and forces nothing', () => {
    expect(css).not.toMatch(/@import|url\(|!important/u);
  });
});

const themes = globSync(`${folder}/*/theme.json`).map((file) => {
  const read = readThemeConfig(readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return { id: path.basename(path.dirname(file)), config: read.config };
});

describe.each(themes)('the colours of $id', ({ config }) => {
  const read: ReadonlyArray<readonly [keyof Colours, keyof Colours]> = [
    ['muted', 'paper'],
    ['muted', 'raised'],
    ['accent', 'paper'],
    ['accent', 'raised'],
    ['notice', 'notice-paper'],
  ];

  it.each(['light', 'dark'] as const)('can be read: %s', (scheme) => {
    const colours = config.colours[scheme];
    const contrasts = read.map(([ink, paper]) => ({ ink, paper, contrast: contrastOf(colours[ink], colours[paper]) }));
    expect(contrasts.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
    expect(contrastOf(colours.ink, colours.paper)).toBeGreaterThan(12);
    expect(contrastOf(colours.ink, colours.raised)).toBeGreaterThan(7);
  });

  it('can be read on a card', () => {
    const { background, ink, muted, accent } = config.card;
    for (const colour of [ink, muted, accent]) expect(contrastOf(colour, background)).toBeGreaterThan(4.5);
  });
});

it('measures contrast as WCAG does', () => {
  expect(contrastOf('#ffffff', '#000000')).toBe(21);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

/** The declarations of a sheet, each with what stands around it. */
function rulesOf(css: string): Rule[] {
  const around: string[] = [];
  const rules: Rule[] = [];
  for (const [, text = '', end] of css.matchAll(/([^{};]*)([{};])/gu)) {
    const trimmed = text.trim();
    if (end === '{') around.push(trimmed);
    const [, property = '', value = ''] = /^([a-z-]+):\s*([^]*)$/u.exec(trimmed) ?? [];
    if (end !== '{' && property !== '') rules.push({ at: around.join(' '), property, value });
    if (end === '}') around.pop();
  }
  return rules;
}

function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
