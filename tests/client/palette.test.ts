/** What the palette finds: by the words of either language, by a number in the digits of each keyboard, and the texts at last. */
import { describe, expect, it } from 'vitest';
import { numberIn, paletteEntries, type PaletteOptions } from '../../client/review/palette.ts';
import ar from '../../locales/ar.json' with { type: 'json' };
import en from '../../locales/en.json' with { type: 'json' };
import he from '../../locales/he.json' with { type: 'json' };
import { ordinaryView } from './desk-view.ts';

const wordsOf =
  (locale: typeof en): PaletteOptions['labelOf'] =>
  (label) => {
    const [section = '', word = ''] = label.split('.');
    return (locale as Readonly<Record<string, Readonly<Record<string, string>>>>)[section]?.[word] ?? '';
  };

function offered(typed: string, change: Partial<PaletteOptions> = {}): string[] {
  const options = {
    typed,
    wants: 'palette',
    total: 30,
    view: ordinaryView,
    labelOf: wordsOf(en),
    englishOf: wordsOf(en),
    ...change,
  };
  return paletteEntries(options as PaletteOptions).map((entry) =>
    entry.kind === 'command' ? `${entry.isEnabled ? '' : '!'}${entry.id}` : Object.values(entry).join(' '),
  );
}

describe('the palette', () => {
  it('offers at first what can be done, in the order of the table', () => {
    expect(offered('').slice(0, 3)).toEqual(['approve-next', 'approve', 'review']);
    expect(offered('').some((one) => one.startsWith('!'))).toBe(false);
    expect(offered('')).not.toContain('palette');
  });

  it('finds by the beginning first, then by a word, then by what is inside', () => {
    expect(offered('next').slice(0, 4)).toEqual(['next', 'next-open', 'next-taken', 'approve-next']);
  });

  it('finds what cannot be done here, and says so', () => {
    expect(offered('reopen')).toEqual(['!reopen']);
  });

  it.each([
    ['קיצורי', he],
    ['shortcuts', he],
    ['اختِصارات', ar],
    ['SHORTCUTS', ar],
  ])('finds “%s” in the language of the interface and in English, without marks and case', (typed, words) => {
    expect(offered(typed, { labelOf: wordsOf(words as typeof en) })[0]).toBe('help');
  });

  it('leads to a number, in Arabic digits as well', () => {
    expect(offered('12')[0]).toBe('go-to 12');
    expect(offered('١٢')[0]).toBe('go-to 12');
    expect(offered('31')).toEqual(['search 31']);
    expect(offered('0', { wants: 'go-to' })).toEqual([]);
    expect(offered('7', { wants: 'go-to' })).toEqual(['go-to 7']);
  });

  it('searches the texts for whatever it is, last', () => {
    expect(offered('צה״ל').at(-1)).toBe('search צה״ל');
  });
});

describe('numberIn', () => {
  it.each([
    ['7', 7],
    ['٠٧', 7],
    ['۱۲۳', 123],
    ['1a', undefined],
    ['', undefined],
    ['-1', undefined],
    ['½', undefined],
  ])('%s → %s', (typed, n) => expect(numberIn(typed)).toBe(n));
});
