/** The import's draft: whose language it is, and what is sent. */
import { describe, expect, it } from 'vitest';
import {
  emptyDraft,
  guessLocale,
  importRequest,
  isEmpty,
  previewRequest,
  sizeProblem,
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
    [{ kind: 'file', name: 'a.txt', base64: '', typed }, true],
    [{ kind: 'file', name: 'a.txt', base64: 'YQ==', typed }, false],
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
    expect(typedIn({ kind: 'file', name: 'a.txt', base64: 'YQ==', typed })).toBe(typed);
    expect(typedIn(typed)).toBe(typed);
  });
});
