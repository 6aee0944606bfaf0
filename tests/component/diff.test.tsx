/**
 * The diff in a real browser: mark-up must not move, reorder or take apart what it marks. Sentences that mix scripts,
 * numbers, dates and brackets stand once plain and once marked, glyph for glyph at the same place.
 */
import { cleanup, render } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { setLanguage, startI18n } from '../../client/i18n.ts';
import { DiffView, type DiffViewProps } from '../../client/review/DiffView.tsx';
import { Text } from '../../client/ui/Text.tsx';
import { locales, type Locale } from '../../server/domain/locale.ts';
import '../../client/styles/base.css';

/** Of a pixel. */
const tolerance = 0.5;

const sentences: Array<[locale: Locale, before: string, after: string]> = [
  [
    'ar',
    'قالت المستشفيات (في Ramallah) يوم 3.11.2023 إنّ 11,400 شخص، منهم 28% أطفال، نُقلوا إلى «الـUN».',
    'قالت بالمستشفيات (في Nablus) يوم 4.11.2023 إنّ 11,500 شخص؛ منهم ٢٨٪ أطفال، نقلوا الى "الـUN".',
  ],
  ['ar', 'الـ«حزب» (Likud) صه تُثبّت 17–18', 'الـ«ليكود» (Labour) صة تثبت 17-19'],
  [
    'he',
    'צה"ל הודיע (ב־7.10.2023) כי US$14.3 מיליון, 28% מהסכום, הגיעו ל־Hezbollah ול"ליכוד".',
    'צה״ל הודיע (ב־8.10.2023) כי US$15.3 מיליון, 29% מהסכום, הועברו ל־Hamas ול"עבודה".',
  ],
  ['he', 'הישיבה נדחתה מ־11:35 (ביום 7/10/2023) ליום א׳', 'הישיבה נדחתה מ־23:35 (ביום 8/10/2023) ליום ב׳'],
  ['he', 'הָלַךְ (C++) 11–16 בנובמבר, עמ׳ 3', 'הָלַכְתְּ (C++.) 12–16 בדצמבר, עמ׳ 4'],
  [
    'en',
    'On 3 March (Likud, ‘Otzma’) 28% of US$14.3 were — he said — שלום gone.',
    'On 4 March (Shas, ‘Otzma’) 29% of US$14.3 were — she said — سلام gone.',
  ],
];

beforeAll(async () => {
  await page.viewport(900, 700);
  if (!i18next.isInitialized) startI18n('en');
  await setLanguage('en');
  await document.fonts.ready;
});

afterEach(cleanup);

/** Both texts plain, and the diff of them, once the faces that they need are there. */
async function show(props: Omit<DiffViewProps, 'codes'>): Promise<HTMLElement> {
  const { container } = render(
    <>
      <div id="plain">
        {[props.before, props.after].map((text) => (
          <Text as="p" key={text} locale={props.locale} prose className="diff-line">
            {text}
          </Text>
        ))}
      </div>
      <div id="marked">
        <DiffView {...props} codes={{}} />
      </div>
    </>,
  );
  // A face is asked for when it is needed to measure.
  container.getBoundingClientRect();
  await document.fonts.ready;
  return container;
}

interface Place {
  readonly text: string;
  /** From the line's own corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where each match in what is visible of a line stands. */
function placesIn(line: Element, unit: RegExp): Place[] {
  const corner = line.getBoundingClientRect();
  const nodes = visibleTexts(line);
  const text = nodes.map(({ data }) => data).join('');
  return Array.from(text.matchAll(unit), ({ 0: match, index }) => {
    const range = document.createRange();
    range.setStart(...pointAt(nodes, index));
    const [node, offset] = pointAt(nodes, index + match.length - 1);
    range.setEnd(node, offset + 1);
    const { x, y, width } = range.getBoundingClientRect();
    return { text: match, x: x - corner.x, y: y - corner.y, width };
  });
}

function visibleTexts(line: Element): CharacterData[] {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const nodes: CharacterData[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as CharacterData;
    if (!node.parentElement?.closest('.visually-hidden')) nodes.push(node);
  }
  return nodes;
}

function pointAt(nodes: readonly CharacterData[], place: number): [node: CharacterData, offset: number] {
  let left = place;
  for (const node of nodes) {
    if (left < node.length) return [node, left];
    left -= node.length;
  }
  throw new Error('beyond the end');
}

const lines = (container: Element, id: string) => Array.from(container.querySelectorAll(`#${id} .diff-line`));

describe.each(sentences)('a diff in %s of %s', (locale, before, after) => {
  it('has every glyph of both rows where the plain text has it', async () => {
    const container = await show({ before, after, locale, inline: false });
    for (let width = 640; width > 120; width -= 37) {
      container.style.inlineSize = `${width}px`;
      const [plain, marked] = [lines(container, 'plain'), lines(container, 'marked')];
      expect(marked).toHaveLength(2);
      for (const [row, line] of marked.entries()) {
        const here = placesIn(line, /\S/gu);
        const there = plain[row] ? placesIn(plain[row], /\S/gu) : [];
        expect(here.map(({ text }) => text)).toEqual(there.map(({ text }) => text));
        const moved = here.filter(
          ({ x, y }, i) => Math.hypot(x - (there[i]?.x ?? 0), y - (there[i]?.y ?? 0)) > tolerance,
        );
        expect(moved.map(({ text }) => text).join(''), `row ${row} at ${width} px`).toBe('');
      }
    }
  });

  it('keeps the letters of each changed word joined, in one line too', async () => {
    const word = /[\p{L}\p{M}\p{N}]+/gu;
    const container = await show({ before, after, locale, inline: true });
    const plain = lines(container, 'plain').flatMap((line) => placesIn(line, word));
    const widths = new Map(plain.map(({ text, width }) => [text, width]));
    const changed = Array.from(container.querySelectorAll('#marked :is(del, ins)'), (one) =>
      placesIn(one, word),
    ).flat();
    expect(changed.length).toBeGreaterThan(2);
    for (const { text, width } of changed) {
      expect(Math.abs(width - (widths.get(text) ?? 0)), text).toBeLessThan(tolerance);
    }
  });

  it('is heard: every change says that it was deleted or inserted, and where it ends', async () => {
    const container = await show({ before, after, locale, inline: true });
    const changes = container.querySelectorAll('#marked :is(del, ins)');
    for (const change of changes) {
      const kind = change.tagName === 'DEL' ? 'deleted' : 'inserted';
      expect(change.textContent).toMatch(new RegExp(`^${kind}: .+`, 'su'));
    }
    const line = container.querySelector('#marked .diff-line')?.textContent;
    expect(line?.match(/(?:deleted|inserted): .+? end of change\./gsu)).toHaveLength(changes.length);
  });
});

it.each(locales)('a time that has changed is marked whole, its hours before its minutes, in %s', async (locale) => {
  const container = await show({ before: '11:35', after: '23:35', locale, inline: true });
  const ins = container.querySelector('#marked ins');
  const places = ins ? placesIn(ins, /\d\d|:/gu) : [];
  expect(
    places
      .toSorted((one, other) => one.x - other.x)
      .map(({ text }) => text)
      .join(''),
  ).toBe('23:35');
});

describe('kinds of change', () => {
  const texts = {
    before: 'صرح امل "اليوم" في الحكومة عن بيروت',
    after: 'صرّح أمل «اليوم» في بالحكومة عن دمشق',
    locale: 'ar',
    inline: true,
  } as const;

  it('are named, drawn differently, and take no room', async () => {
    const container = await show(texts);
    const kinds = Array.from(container.querySelectorAll<HTMLElement>('#marked ins'), (ins) => ins.title);
    expect(kinds).toEqual(['spelling only', 'typography only', 'typography only', 'prefixes only', '']);
    const styles = Array.from(container.querySelectorAll('#marked ins'), (ins) => getComputedStyle(ins));
    expect(styles.map(({ textDecorationStyle }) => textDecorationStyle)).toEqual([
      'dashed',
      'dotted',
      'dotted',
      'double',
      'solid',
    ]);
  });

  it('of spelling and typography can be left out of sight, and it is said that they are', async () => {
    const container = await show({ ...texts, hidesCosmetic: true });
    expect(container.querySelectorAll('#marked ins')).toHaveLength(2);
    expect(container.querySelector('#marked .diff-line')?.textContent).toContain('صرّح أمل «اليوم» في');
    await expect.element(page.getByText('Changes of spelling or typography are hidden.')).toBeVisible();
  });

  it('say so where nothing else has changed', async () => {
    await show({ ...texts, after: 'صرّح أمل «اليوم» في الحكومة عن بيروت', hidesCosmetic: true });
    await expect.element(page.getByText('Nothing has changed but spelling or typography.')).toBeVisible();
  });

  it('show the names of what nobody sees', async () => {
    const container = await show({ before: 'שלום עולם', after: 'שלום\u200F\u00A0עולם', locale: 'he', inline: true });
    const glyphs = Array.from(container.querySelectorAll('#marked ins .diff-glyph'), (glyph) => glyph.textContent);
    expect(glyphs).toEqual(['RLM', 'NBSP']);
  });
});
