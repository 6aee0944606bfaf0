/** Exact memory: what it finds, what it must not give, and how it forgets. */
import { describe, expect, it } from 'vitest';
import { sha256Short } from '../../../server/adapters/hash.ts';
import { plain, type Content } from '../../../server/domain/content.ts';
import { createExactMemory, type MemoryUnit } from '../../../server/domain/memory/exact-memory.ts';

const unit = (source: string | Content, target: string, change: Partial<MemoryUnit> = {}): MemoryUnit => ({
  from: 'en',
  to: 'he',
  source: typeof source === 'string' ? plain(source) : source,
  target,
  ...change,
});

function memoryOf(...units: MemoryUnit[]) {
  const memory = createExactMemory(sha256Short);
  units.forEach((unit, at) => memory.put(`place ${at}`, unit));
  return memory;
}

describe('an exact memory', () => {
  it.each([
    ['the same text', 'הָלַךְ', 'הָלַךְ', 100],
    ['other white space', 'He  walked\u00A0home', 'He walked home', 99],
    ['another normal form', 'cafe\u0301', 'café', 99],
    ['a mark of direction', 'صه\u200F تُثبّت', 'صه تُثبّت', 99],
  ])('finds %s', (_title, stored, asked, score) =>
    expect(memoryOf(unit(stored, 'יעד')).find(plain(asked), 'en', 'he')).toEqual({ text: 'יעד', score }),
  );

  it.each([
    ['another text', plain('Other'), 'en', 'he'],
    ['another case', plain('text'), 'en', 'he'],
    ['another target language', plain('Text'), 'en', 'ar'],
    ['the other direction', plain('יעד'), 'he', 'en'],
  ] as const)('does not find %s', (_title, asked, from, to) =>
    expect(memoryOf(unit('Text', 'יעד')).find(asked, from, to)).toBeUndefined(),
  );

  it('gives the text that was put last', () =>
    expect(memoryOf(unit('Text', 'אחת'), unit('Text', 'שתיים')).find(plain('Text'), 'en', 'he')?.text).toBe('שתיים'));

  it('gives an identical source before a newer one that only folds to it', () =>
    expect(memoryOf(unit('A text', 'זהה'), unit('A  text', 'דומה')).find(plain('A text'), 'en', 'he')).toEqual({
      text: 'זהה',
      score: 100,
    }));

  const linked: Content = { text: 'See <1>this</1>', codes: { 1: { type: 'emphasis' } } };
  it.each([
    ['whole', 'ראו <1>זה</1>', true],
    ['lacking one', 'ראו זה', false],
    ['doubled', 'ראו <1>זה</1><1>זה</1>', false],
    ['with a look-alike', 'ראו <1>זה</1> <1/>', false],
  ])('gives a target only with the codes of the text in hand: %s', (_title, target, isGiven) =>
    expect(memoryOf(unit(linked, target)).find(linked, 'en', 'he') !== undefined).toBe(isGiven),
  );

  it('falls back on an older target where the newest lacks a code', () =>
    expect(memoryOf(unit(linked, 'ראו <1>זה</1>'), unit(linked, 'ראו')).find(linked, 'en', 'he')?.text).toBe(
      'ראו <1>זה</1>',
    ));

  it('what a place brings again replaces what it brought, also under another source', () => {
    const memory = memoryOf(unit('Text', 'אחת'));
    memory.put('place 0', unit('New text', 'חדש'));
    expect(memory.find(plain('Text'), 'en', 'he')).toBeUndefined();
    expect(memory.find(plain('New text'), 'en', 'he')?.text).toBe('חדש');
  });

  it('forgets what a place takes back, and the unit of another place stays', () => {
    const memory = memoryOf(unit('Text', 'אחת'), unit('Text', 'שתיים'));
    memory.remove('place 1');
    expect(memory.find(plain('Text'), 'en', 'he')?.text).toBe('אחת');
    memory.remove('place 0');
    memory.remove('nowhere');
    expect(memory.find(plain('Text'), 'en', 'he')).toBeUndefined();
  });
});
