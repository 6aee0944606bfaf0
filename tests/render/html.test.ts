/** The template tag's law: whatever a value holds, it stays text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataBlock, html, htmlBytes, type Html, type Json } from '../../server/render/html.ts';

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '=', ' ', 'a', '!', '-', '`', '\0', '\n') }),
);

describe('html', () => {
  it('lets no value add an element, an attribute or a comment', () => {
    fc.assert(
      fc.property(anything, anything, (text, value) => {
        const written = write(html`<p title="${value}">${text}</p>`);
        expect(written.match(/[<>"]/gu)?.join('')).toBe('<""><>');
      }),
    );
  });

  it('keeps what a value says, but for characters that HTML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(read(write(html`${text}`))).toBe(
          text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu, '\uFFFD'),
        );
      }),
    );
  });

  it.each([
    ['a string', html`${'<b>'}`, '&lt;b&gt;'],
    ['a number', html`${3}`, '3'],
    ['nothing', html`${undefined}${false}`, ''],
    ['a list, escaping each', html`${['<', html`<br />`, ['&']]}`, '&lt;<br />&amp;'],
    ['a control character', html`${'a\u0000b'}`, 'a\uFFFDb'],
    ['half a character', html`${'\uD800'}`, '\uFFFD'],
  ])('writes %s', (_title, piece, expected) => expect(write(piece)).toBe(expected));

  it('takes nothing for HTML that it has not made', () => {
    const forged = { toString: () => '<script>' } as unknown as Html;
    expect(write(html`${forged}`)).not.toContain('<script>');
  });
});

describe('a data block', () => {
  const around = /^<script type="application\/ld\+json">(.*)<\/script>$/su;
  const json = fc.jsonValue({ stringUnit: 'binary' }) as fc.Arbitrary<Json>;
  const hostile = anything.map((text) => ({ '</script>': [`${text}<!--<script`, text] }));

  it('says what it was given, whatever that is', () => {
    fc.assert(
      fc.property(fc.oneof(json, hostile), (data) => {
        const [, inner = ''] = around.exec(write(dataBlock(data))) ?? [];
        expect(JSON.parse(inner)).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });

  it('holds nothing that HTML could take for its end, for a tag or for what cannot stand in a page', () => {
    fc.assert(
      fc.property(fc.oneof(json, hostile), (data) => {
        const [, inner = '<'] = around.exec(write(dataBlock(data))) ?? [];
        expect(inner).not.toMatch(/[<>&\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/u);
      }),
    );
  });
});

function write(piece: Html): string {
  return new TextDecoder().decode(htmlBytes(piece));
}

function read(escaped: string): string {
  return escaped
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
