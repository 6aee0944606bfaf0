/** The import's draft: whose language it is, and what is sent. */
import { describe, expect, it } from 'vitest';
import {
  emptyDraft,
  formatOf,
  guessedFrom,
  guessLocale,
  importRequest,
  isEmpty,
  previewRequest,
  sizeProblem,
  titledBlocks,
  typedIn,
} from '../../client/import/draft.ts';

const typed = { kind: 'text', text: 'הָלַךְ', format: 'text' } as const;
const draft = { ...emptyDraft, input: { kind: 'text', text: 'הָלַךְ', format: 'text' } } as const;

describe('guessLocale', () => {
  it.each([
    ['הָלַךְ לביתו', 'he'],
    ['صه تُثبّت', 'ar'],
    ['דובר צה״ל said', 'he'],
    ['الـ«حزب»', 'ar'],
    ['The reading room', 'en'],
    ['1. 2. 3.', undefined],
    ['', undefined],
  ])('%s: %s', (text, locale) => expect(guessLocale(text)).toBe(locale));
});

describe('guessedFrom', () => {
  it('goes by a file’s first letters as by a text’s', () => {
    expect(guessedFrom(typed)).toBe('he');
    expect(guessedFrom({ kind: 'file', name: 'a.txt', base64: 'YQ==', opening: 'صه تُثبّت', typed })).toBe('ar');
  });
});

describe('formatOf', () => {
  it.each([
    ['## פרק ראשון\n\nהָלַךְ', 'markdown'],
    ['קראו [כאן](https://example.org) עוד', 'markdown'],
    ['صه **تُثبّت** الـ«حزب»', 'markdown'],
    ['צה״ל הודיע', 'text'],
    ['2 ** 3 ** 4', 'text'],
    ['#1 in the list [1] (see below)', 'text'],
    ['', 'text'],
  ])('%s: %s', (text, format) => expect(formatOf({ kind: 'text', text })).toBe(format));

  it('is what was chosen, whatever the text looks like', () => {
    expect(formatOf({ kind: 'text', text: '# Title', format: 'text' })).toBe('text');
    expect(formatOf({ kind: 'text', text: 'Title', format: 'markdown' })).toBe('markdown');
  });
});

describe('titledBlocks', () => {
  const block = { kind: 'paragraph', layout: {}, text: 'הָלַךְ', codes: {} } as const;
  const own = { ...block, kind: 'title', text: 'כותרת' } as const;

  it.each([
    ['a typed title stands first', [block], 'חדשה', ['title חדשה', 'paragraph הָלַךְ']],
    [
      'the text’s own becomes a heading under it',
      [own, block],
      'חדשה',
      ['title חדשה', 'heading כותרת', 'paragraph הָלַךְ'],
    ],
    ['the same title is one', [own, block], 'כותרת', ['title כותרת', 'paragraph הָלַךְ']],
    ['none leaves them alone', [block], ' ', ['paragraph הָלַךְ']],
  ])('%s', (_, blocks, title, expected) =>
    expect(titledBlocks(blocks, title).map(({ kind, text }) => `${kind} ${text}`)).toEqual(expected),
  );
});

describe('what is sent', () => {
  it('goes into every other language, but those that were unchosen', () => {
    expect(importRequest(draft, 'he').to).toEqual(['en', 'ar']);
    expect(importRequest({ ...draft, without: ['ar'] }, 'he').to).toEqual(['en']);
  });

  it('has a title only when one was written', () => {
    expect(importRequest({ ...draft, title: '  ' }, 'he')).not.toHaveProperty('title');
    expect(importRequest({ ...draft, title: ' ידיעה ' }, 'he').title).toBe('ידיעה');
  });

  it('asks for a preview without it, so that the answer says what the text has', () => {
    expect(previewRequest({ ...draft, title: 'ידיעה' }, 'he')).not.toHaveProperty('title');
  });
});

describe('isEmpty', () => {
  it.each([
    [{ kind: 'text', text: ' \n', format: 'text' }, true],
    [{ kind: 'text', text: 'א', format: 'text' }, false],
    [{ kind: 'file', name: 'a.txt', base64: '', opening: '', typed }, true],
    [{ kind: 'file', name: 'a.txt', base64: 'YQ==', opening: 'a', typed }, false],
  ] as const)('%o: %s', (input, expected) => expect(isEmpty({ ...emptyDraft, input })).toBe(expected));
});

describe('sizeProblem', () => {
  it.each<[string, () => Blob | string, string | undefined]>([
    ['an empty file', () => new Blob([]), 'import.empty'],
    ['a file of 20 MB', () => new Blob([new Uint8Array(20_000_000)]), undefined],
    ['a larger file', () => new Blob([new Uint8Array(20_000_001)]), 'import.too-large'],
    ['no text', () => '', undefined],
    ['a text of 20 MB', () => 'a'.repeat(20_000_000), undefined],
    ['a longer text', () => 'a'.repeat(20_000_001), 'import.too-large'],
    ['a Hebrew text of 20 MB', () => 'א'.repeat(10_000_000), undefined],
    ['a longer Hebrew text', () => 'א'.repeat(10_000_001), 'import.too-large'],
  ])('%s: %#', (_, article, code) => expect(sizeProblem(article())?.code).toBe(code));
});

describe('a file', () => {
  it('stands in for what was typed, and gives it back', () => {
    expect(typedIn({ kind: 'file', name: 'a.txt', base64: 'YQ==', opening: 'a', typed })).toBe(typed);
    expect(typedIn(typed)).toBe(typed);
  });
});
