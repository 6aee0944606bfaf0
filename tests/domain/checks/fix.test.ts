/** Mending: the replacements of a fix, and of several that may meet. */
import { describe, expect, it } from 'vitest';
import { applyFix, applyFixes } from '../../../server/domain/checks/fix.ts';

describe('fixes', () => {
  it('replace their spans, insert at empty ones and leave the rest', () => {
    expect(
      applyFix('צה"ל  .', [
        { span: [2, 3], text: '״' },
        { span: [4, 6], text: '' },
      ]),
    ).toBe('צה״ל.');
    expect(applyFix('C++.', [{ span: [3, 3], text: '\u200E' }])).toBe('C++\u200E.');
  });

  it('of several findings are made together, whatever their order', () => {
    const fixes = [[{ span: [4, 5], text: 'E' }], [{ span: [0, 1], text: 'A' }]] as const;
    expect(applyFixes('abcdef', fixes)).toBe('AbcdEf');
  });

  it('leave one out, as a whole, that meets an earlier one', () => {
    const fixes = [
      [{ span: [0, 2], text: '-' }],
      [
        { span: [2, 3], text: '+' },
        { span: [5, 6], text: '+' },
      ],
    ] as const;
    expect(applyFixes('abcdef', fixes)).toBe('-cdef');
  });
});
