/**
 * Right-to-left writing in a real browser: where the full stop and the brackets stand, where the caret goes. The sentences
 * mix what a page of news mixes: Latin names, numbers, dates, parentheses.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { directionOf, type Locale } from '../../server/domain/locale.ts';
import { closeDeskPage } from './desk-page.tsx';
import {
  boxOf,
  caretOffset,
  caretX,
  editor,
  expectText,
  keys,
  openSegment,
  press,
  putCaret,
  settled,
} from './editor.ts';

beforeEach(() => localStorage.clear());
afterEach(closeDeskPage);

const sentences: ReadonlyArray<readonly [Locale, string]> = [
  ['he', 'הממשלה הודיעה (Reuters) כי חתמה.'],
  ['he', 'הוא נסע ב־20.10 אל New York.'],
  ['he', 'ב־7.10.2023 נרשמו 28%.'],
  ['he', 'צה״ל פרסם: “IDF statement”.'],
  ['ar', 'قال Trump (في 7.10.2023).'],
  ['ar', 'وصلت الأونروا UNRWA.'],
  ['ar', 'ارتفعت النسبة إلى 28%.'],
  ['en', 'The paper Haaretz (הארץ).'],
  ['en', 'It was called النكبة.'],
];

describe('the full stop', () => {
  it.each(sentences)('%s: %s stands at the end of the line', async (locale, sentence) => {
    await openSegment(sentence, { locale, from: locale === 'en' ? 'he' : 'en' });
    const [stop, text] = [boxOf('.', 'last'), boxOf(sentence)];
    if (directionOf(locale) === 'rtl') expect(stop.left).toBeLessThanOrEqual(text.left + 0.5);
    else expect(stop.right).toBeGreaterThanOrEqual(text.right - 0.5);
  });
});

describe('brackets and numbers', () => {
  it('in Hebrew open to the right of what they hold, and a date runs from left to right', async () => {
    await openSegment('הודיעה (20.10) כי');
    expect(boxOf('(').left).toBeGreaterThan(boxOf('20.10').left);
    expect(boxOf(')').left).toBeLessThan(boxOf('20.10').left);
    expect(boxOf('20').left).toBeLessThan(boxOf('10').left);
  });

  it('a chip in the middle moves none of it', async () => {
    const codes = { 1: { type: 'strong' } } as const;
    await openSegment('הוא קרא <1>Haaretz</1>.', { codes });
    expect(boxOf('.', 'last').right).toBeLessThanOrEqual(boxOf('Haaretz').left);
    const [opening, closing] = ['open', 'close'].map(
      (kind) => document.querySelector(`.editor .code-chip.${kind}`)?.getBoundingClientRect().left ?? Number.NaN,
    );
    expect(opening).toBeGreaterThan(boxOf('Haaretz').left);
    expect(closing).toBeLessThan(boxOf('Haaretz').left);
  });
});

describe('the caret', () => {
  it.each(sentences)(
    '%s: %s: Home leads to the side where reading starts, End to the other',
    async (locale, sentence) => {
      await openSegment(sentence, { locale, from: locale === 'en' ? 'he' : 'en' });
      const { left, right } = boxOf(sentence);
      const [starts, ends] = directionOf(locale) === 'rtl' ? [right, left] : [left, right];
      await putCaret(4);
      await keys('{Home}');
      expect(caretOffset()).toBe(0);
      expect(Math.abs(caretX() - starts)).toBeLessThan(2);
      await keys('{End}');
      expect(caretOffset()).toBe(sentence.length);
      expect(Math.abs(caretX() - ends)).toBeLessThan(2);
    },
  );

  it('goes before a chip with Home and behind one with End', async () => {
    const codes = { 1: { type: 'link', href: 'https://example.org' } } as const;
    await openSegment('<1>העצומה</1>', { codes });
    await keys('{Home}', 'א', '{End}', 'ב');
    await expectText('א<1>העצומה</1>ב');
  });

  it('moves by words to where the arrow points, and does not stick at a quotation mark beside Hebrew', async () => {
    const text = 'one אלהים" three';
    await openSegment(text);
    const walk = async (arrow: string): Promise<number[]> => {
      const stops: number[] = [];
      for (let step = 0; step < 3; step += 1) {
        await keys(`{Control>}{${arrow}}{/Control}`);
        stops.push(caretOffset());
      }
      return stops;
    };
    expect(await walk('ArrowRight'), 'right is backward').toEqual([11, 4, 0]);
    expect(await walk('ArrowLeft'), 'left is forward').toEqual([3, 9, 16]);
  });

  it('moves by words to the right in English', async () => {
    await openSegment('It isn’t 28%.', { locale: 'en', from: 'he' });
    await keys('{Home}', '{Control>}{ArrowRight}{/Control}', '{Control>}{ArrowRight}{/Control}');
    expect(caretOffset()).toBe(8);
  });

  it('selects by words, and deletes them', async () => {
    await openSegment('שלום לכולם. צה״ל כאן');
    await keys('{Control>}{Backspace}{/Control}', '{Control>}{Backspace}{/Control}');
    await expectText('שלום לכולם. ');
    await keys('{Home}', '{Control>}{Delete}{/Control}');
    await expectText(' לכולם. ');
    await keys('{Control>}{Shift>}{ArrowLeft}{/Shift}{/Control}', 'אליך');
    await expectText('אליך. ');
  });
});

describe('the direction of a segment', () => {
  it('is its language’s, can be turned, is shown while it is, and goes back', async () => {
    await openSegment('Reuters: הודעה.');
    const field = editor().element() as HTMLElement;
    expect(field.dir).toBe('rtl');
    press('ס', 'KeyX', { ctrlKey: true, shiftKey: true });
    await settled();
    expect([field.dir, field.lang]).toEqual(['ltr', 'he']);
    expect(boxOf('.', 'last').left).toBeGreaterThan(boxOf('הודעה').left);
    await expect.element(page.getByText('Text runs from left to right').first()).toBeInTheDocument();
    await page.getByRole('button', { name: 'Reset' }).click();
    expect(field.dir).toBe('rtl');
  });

  it('is kept while the desk is used', async () => {
    await openSegment('Reuters: הודעה.');
    press('ס', 'KeyX', { ctrlKey: true, shiftKey: true });
    press('ArrowDown', 'ArrowDown', { altKey: true });
    await expectText(/אולם הקריאה/u);
    expect((editor().element() as HTMLElement).dir).toBe('rtl');
    press('ArrowUp', 'ArrowUp', { altKey: true });
    await expectText('Reuters: הודעה.');
    expect((editor().element() as HTMLElement).dir).toBe('ltr');
  });

  it('turns what the arrows do by words', async () => {
    await openSegment('Reuters: הודעה');
    press('ס', 'KeyX', { ctrlKey: true, shiftKey: true });
    await settled();
    await keys('{Home}', '{Control>}{ArrowRight}{/Control}');
    expect(caretOffset()).toBe(7);
  });
});
