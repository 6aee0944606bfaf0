/** The generator keeps its word: tests and benchmarks that lean on it mean the same text on every machine. */
import { describe, expect, it } from 'vitest';
import { locales } from '../../server/domain/locale.ts';
import { distinctWords, longArticle, longMarkdown, revise } from './long-article.ts';

const shape = { seed: 7, paragraphs: 20, wordsPerParagraph: 60 };

describe.each(locales)('a long article in %s', (locale) => {
  const article = longArticle({ ...shape, locale });

  it('is the same for the same seed and another for another', () => {
    expect(longArticle({ ...shape, locale })).toBe(article);
    expect(longArticle({ ...shape, locale, seed: 8 })).not.toBe(article);
  });

  it('has the paragraphs that were asked for, and its title and headings', () => {
    expect(article.trimEnd().split('\n\n')).toHaveLength(1 + 20 + 2);
  });

  it('repeats few words often, as language does', () => {
    const words = article.split(/\s+/u);
    expect(new Set(words).size).toBeLessThan(words.length * 0.8);
  });

  it('as Markdown begins with its title', () => {
    expect(longMarkdown({ ...shape, locale })).toMatch(/^# /u);
  });

  it('is changed by a revision, and not by none', () => {
    expect(revise(article, 0, 1, locale)).toBe(article);
    expect(revise(article, 0.1, 1, locale)).not.toBe(article);
  });

  it('can be all different words', () => {
    const [first, second] = [1, 2].map((seed) => new Set(distinctWords(seed, locale, 2000).split(' ')));
    expect(first?.size).toBe(2000);
    expect(first?.isDisjointFrom(second ?? new Set())).toBe(true);
  });
});
