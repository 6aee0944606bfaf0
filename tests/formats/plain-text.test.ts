import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../server/domain/document.ts';
import { readMarkdown } from '../../server/formats/markdown.ts';
import { readPlainText, writeText } from '../../server/formats/plain-text.ts';

const write = (blocks: readonly Block[]): string =>
  writeText(blocks.map((segment) => ({ segment, text: segment.text })));

describe('plain text out', () => {
  it('is what a person would type', () => {
    const source =
      '# T\n\n> a.\n> > b.\n\n- c\n  1. d\n\n| e | f |\n|-|-|\n| | g |\n\n[h *i*](https://x.example)[^n] ![j](k.png)\\\nl.\n\n[^n]: m.';
    expect(write(readMarkdown(source))).toBe(
      'T\n\n> a.\n\n> > b.\n\n- c\n  1. d\n\ne\tf\n\tg\n\nh i (https://x.example)[n] j\nl.\n\n[n] m.\n',
    );
  });

  it('leaves out what has no text yet', () => {
    const [segment] = readMarkdown('Text.');
    expect(
      writeText(
        segment
          ? [
              { segment, text: ' ' },
              { segment, text: 'نص.' },
            ]
          : [],
      ),
    ).toBe('نص.\n');
  });

  it('read again, has every letter and, from then on, the same blocks', () => {
    const lines = fc.constantFrom('A title', 'צה״ל הודיע.', '> الـ«حزب»', '- a', '- b', '1. c', '2. d', '* * *', 'Photo: x', '[1] e', 'f.[1]', 'g\th\ti', 'word '.repeat(50), ''); // prettier-ignore
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 14 }), (parts) => {
        const once = readPlainText(write(readPlainText(parts.join('\n'))));
        expect(readPlainText(write(once)).map(({ text }) => text)).toEqual(once.map(({ text }) => text));
      }),
    );
  });
});
