/** A text that somebody wrote does nothing to the terminal that shows it. */
import { describe, expect, it } from 'vitest';
import { printable } from '../../server/cli/printable.ts';

describe('on a terminal', () => {
  it.each(['\u0000', '\u0007', '\b', '\r', '\u001B', '\u007F', '\u0085', '\u009B'])(
    '%j shows and does nothing',
    (one) => expect(printable(`a${one}[2Jb`, true)).toBe('a\uFFFD[2Jb'),
  );

  it.each(['הָלַךְ\tصه تُثبّت\nצה״ל', 'الـ«حزب» \u200F– 😀'])('%j stays as it is', (text) =>
    expect(printable(text, true)).toBe(text),
  );
});

it('stays exact where it is piped', () => expect(printable('\u001B[2J\r\u009B', false)).toBe('\u001B[2J\r\u009B'));
