/** The editor's document is the domain's text and nothing else: identity both ways, and offsets that agree. */
import { EditorState } from 'prosemirror-state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  becomeCodes,
  becomeText,
  documentOf,
  endOf,
  flatText,
  offsetAt,
  start,
  textOf,
} from '../../../client/review/editor/mapping.ts';
import { tokenize, type Codes } from '../../../server/domain/content.ts';

const codes: Codes = {
  1: { type: 'link', href: 'https://example.org' },
  2: { type: 'footnote', label: '1' },
  3: { type: 'strong' },
};

/** Codes, look-alikes and what text is made of in three scripts. */
const piece = fc.oneof(
  fc.constantFrom('<1>', '</1>', '<2/>', '<3>', '</3>', '<7>', '< 1>', '<2>', '</2>', '<1/>', '<', '>', '/', '1'),
  fc.constantFrom('הָלַךְ', 'صه تُثبّت', 'צה״ל', 'الـ«حزب»', 'word', '\n', '\n\n', ' ', '  ', '\t', '\u00A0'),
  fc.constantFrom(
    '\u0301',
    '\u05B8',
    '\u0651',
    '\u200E',
    '\u200F',
    '\u061C',
    '\u2067',
    '\u2069',
    '\u202E',
    '\uFFFC',
    '😀',
  ),
  fc.string({ unit: 'binary' }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('text and document', () => {
  it('text → document → text is the identity', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(textOf(documentOf(given, codes))).toBe(given);
      }),
    );
  });

  it('a document has one code for each code of the text, and none for a look-alike', () => {
    fc.assert(
      fc.property(text, (given) => {
        let count = 0;
        documentOf(given, codes).descendants((node) => {
          if (node.type.name === 'code') count += 1;
        });
        expect(count).toBe(tokenize(given, codes).filter(({ kind }) => kind !== 'text').length);
      }),
    );
  });

  it('keeps what an undeclared number or another form looks like', () => {
    const given = 'חתמו <7>כאן</7> <2>עכשיו < 1> <9/>';
    expect(documentOf(given, codes).firstChild?.childCount).toBe(1);
  });
});

/** Where each piece of a text begins: in positions behind `start`, and in characters. */
function tokensWithPlaces(given: string): Array<{ position: number; offset: number }> {
  let [position, offset] = [0, 0];
  return tokenize(given, codes).map((token) => {
    const place = { position, offset };
    position += token.kind === 'text' ? token.text.length : 1;
    offset += token.text.length;
    return place;
  });
}

describe('positions and offsets', () => {
  it('an offset is the length of the text before its position', () => {
    fc.assert(
      fc.property(text, (given) => {
        const document = documentOf(given, codes);
        for (const token of tokensWithPlaces(given)) {
          expect(offsetAt(document, start + token.position)).toBe(token.offset);
        }
        expect(offsetAt(document, endOf(document))).toBe(given.length);
      }),
    );
  });

  it('a code counts one position, and its characters as offset', () => {
    const document = documentOf('א<1>ב</1>', codes);
    expect([1, 2, 3, 4, 5].map((position) => offsetAt(document, position))).toEqual([0, 1, 4, 5, 9]);
  });

  it('the flat text has one character for each position', () => {
    fc.assert(
      fc.property(text, (given) => {
        const document = documentOf(given, codes);
        expect(flatText(document)).toHaveLength(endOf(document) - start);
      }),
    );
  });
});

describe('changes', () => {
  it('a code that was typed by hand becomes one, wherever the pieces of it came from', () => {
    fc.assert(
      fc.property(text, text, fc.nat(), (given, typed, where) => {
        const state = EditorState.create({ doc: documentOf(given, codes) });
        const at = start + (where % (endOf(state.doc) - start + 1));
        const { tr } = state;
        if (typed !== '') tr.insertText(typed, at);
        becomeCodes(tr, codes);
        expect(tr.doc.eq(documentOf(textOf(tr.doc), codes))).toBe(true);
      }),
    );
  });

  it('one text becomes any other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { tr } = EditorState.create({ doc: documentOf(before, codes) });
        expect(becomeText(tr, after, codes)).toBe(before !== after);
        expect(textOf(tr.doc)).toBe(after);
      }),
    );
  });

  it('changes only what differs', () => {
    const { tr } = EditorState.create({ doc: documentOf('הממשלה <1>הודיעה</1> היום', codes) });
    becomeText(tr, 'הממשלה <1>אמרה</1> היום', codes);
    expect(tr.mapping.map(3)).toBe(3);
    expect(tr.mapping.map(endOf(tr.before))).toBe(endOf(tr.doc));
    expect(tr.mapping.mapResult(start + 7).deleted).toBe(false);
  });
});
