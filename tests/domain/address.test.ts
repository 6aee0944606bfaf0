/** Which addresses a text may lead to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeAddress } from '../../server/domain/address.ts';

describe('safeAddress', () => {
  it.each([
    'https://example.org/a?b=c#d',
    'http://example.org',
    'mailto:a@example.org',
    '/a',
    'a/b',
    './a',
    '?q',
    '#note',
    'HTTPS://example.org',
    'עמוד',
    'https://x.example/a:b',
    'a/b:c',
    '?q=a:b',
  ])('keeps %s', (address) => expect(safeAddress(address)).toBe(address));

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'tel:1',
    ':x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    '//example.org/a',
    '\\\\example.org',
    'https://',
    'http://[',
    '',
    '\uD800',
  ])('refuses %j', (address) => expect(safeAddress(address)).toBeUndefined());

  it('never gives an address that a browser resolves to another scheme', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.string({ unit: 'binary' }), (url, text) => {
        for (const address of [url, text, `${text}:${url}`]) {
          const safe = safeAddress(address);
          if (safe === undefined) continue;
          expect(['https:', 'http:', 'mailto:']).toContain(new URL(safe, 'https://site.invalid/a/').protocol);
        }
      }),
    );
  });
});
