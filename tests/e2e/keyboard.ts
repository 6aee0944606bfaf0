/**
 * A keyboard under another layout: each press carries the letter of the layout (`key`) and the place of the key
 * (`code`), as browsers report them. Playwright's own keyboard knows the American layout only, and under that every
 * shortcut that wrongly looks at the letter would work.
 *
 * Layouts: SI 1452 (Windows “Hebrew (Standard)”) and Arabic 101, from xkeyboard-config's `il` and `ara`.
 */
import type { CDPSession, Page } from 'playwright-core';

export type LayoutName = 'hebrew' | 'arabic';

export interface Keyboard {
  /** Presses one key with its modifiers, e.g. `Control+Shift+Enter`, `Control+KeyK`: by place, never by letter. */
  press(chord: string): Promise<void>;
  /** Types a text letter by letter, each with the key on which the layout has it. */
  type(text: string): Promise<void>;
}

/** The letters of the rows of keys, from the left, without and with Shift. */
const layouts: Readonly<Record<LayoutName, { readonly plain: Row[]; readonly shifted: Row[] }>> = {
  hebrew: {
    plain: [
      Array.from(`;1234567890-=`),
      Array.from(`/'קראטוןםפ][`),
      Array.from('שדגכעיחלךף,'),
      Array.from('זסבהנמצתץ.'),
    ],
    shifted: [
      Array.from('~!@#$%^&*)(_+'),
      Array.from('QWERTYUIOP}{'),
      Array.from('ASDFGHJKL:"'),
      Array.from('ZXCVBNM><?'),
    ],
  },
  arabic: {
    plain: [
      Array.from('ذ1234567890-='),
      Array.from('ضصثقفغعهخحجد'),
      Array.from('شسيبلاتنمكط'),
      ['ئ', 'ء', 'ؤ', 'ر', 'لا', 'ى', 'ة', 'و', 'ز', 'ظ'],
    ],
    shifted: [
      Array.from('ّ!@#$%^&*)(_+'),
      ['َ', 'ً', 'ُ', 'ٌ', 'لإ', 'إ', '‘', '÷', '×', '؛', '<', '>'],
      ['ِ', 'ٍ', ']', '[', 'لأ', 'أ', 'ـ', '،', '/', ':', '"'],
      ['~', 'ْ', '}', '{', 'لآ', 'آ', '’', ',', '.', '؟'],
    ],
  },
};

type Row = readonly string[];

const places: readonly Row[] = [
  ['Backquote', ...digits(), 'Minus', 'Equal'],
  [...letters('QWERTYUIOP'), 'BracketLeft', 'BracketRight'],
  [...letters('ASDFGHJKL'), 'Semicolon', 'Quote'],
  [...letters('ZXCVBNM'), 'Comma', 'Period', 'Slash'],
];

/** Keys that write no letter, with the number that Windows gives them. */
const named: Readonly<Record<string, number>> = {
  Enter: 13,
  Escape: 27,
  Tab: 9,
  End: 35,
  Home: 36,
  ArrowUp: 38,
  ArrowDown: 40,
  ArrowLeft: 37,
  ArrowRight: 39,
  Backspace: 8,
  Delete: 46,
};

const modifierBits: Readonly<Record<string, number>> = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };

export async function keyboardOf(page: Page, name: LayoutName): Promise<Keyboard> {
  const devtools = await page.context().newCDPSession(page);
  const { plain, shifted } = layouts[name];
  const [keyAt, shiftedAt] = [byPlace(plain), byPlace(shifted)];
  return {
    async press(chord) {
      const parts = chord.split('+');
      const code = parts.pop() ?? '';
      const modifiers = parts.reduce((bits, part) => bits + (modifierBits[part] ?? 0), 0);
      const key = (parts.includes('Shift') ? shiftedAt : keyAt).get(code) ?? (code === 'Space' ? ' ' : code);
      await stroke(devtools, { code, key, modifiers });
    },
    async type(text) {
      for (const letter of text) {
        const code = letter === ' ' ? 'Space' : codeOf(keyAt, letter);
        const shiftedCode = codeOf(shiftedAt, letter);
        if (code !== undefined) await stroke(devtools, { code, key: letter, modifiers: 0, text: letter });
        else if (shiftedCode !== undefined)
          await stroke(devtools, { code: shiftedCode, key: letter, modifiers: 8, text: letter });
        else throw new Error(`the ${name} layout has no key for ${letter}`);
      }
    },
  };
}

interface Stroke {
  readonly code: string;
  readonly key: string;
  readonly modifiers: number;
  readonly text?: string;
}

async function stroke(devtools: CDPSession, { text, ...press }: Stroke): Promise<void> {
  const isEnter = press.code === 'Enter' && press.modifiers === 0;
  const written = text ?? (isEnter ? '\r' : press.code === 'Space' ? ' ' : undefined);
  const windowsVirtualKeyCode = named[press.code] ?? press.code.replace(/^(?:Key|Digit)/u, '').codePointAt(0) ?? 0;
  const type = written === undefined ? 'rawKeyDown' : 'keyDown';
  await devtools.send('Input.dispatchKeyEvent', {
    ...press,
    windowsVirtualKeyCode,
    type,
    ...(written && { text: written }),
  });
  await devtools.send('Input.dispatchKeyEvent', { ...press, windowsVirtualKeyCode, type: 'keyUp' });
}

function byPlace(rows: readonly Row[]): ReadonlyMap<string, string> {
  return new Map(
    places.flatMap((codes, row) => codes.map((code, column) => [code, rows[row]?.[column] ?? ''] as const)),
  );
}

function codeOf(keys: ReadonlyMap<string, string>, letter: string): string | undefined {
  return [...keys].find(([, key]) => key === letter)?.[0];
}

function digits(): string[] {
  return Array.from('1234567890').map((digit) => `Digit${digit}`);
}

function letters(row: string): string[] {
  return Array.from(row, (letter) => `Key${letter}`);
}
