/**
 * Finding the termbase in a paragraph of 150 words, as the desk does while somebody types. The peer looks for each term by
 * itself in the folded text, which finds no form and no word behind clitics, and grows with the termbase. Texts are new to
 * the index each time; the words that they are made of are not, as in a document.
 */
import { fold } from '../../server/domain/language/fold.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';
import type { Term } from '../../server/domain/terms/term.ts';
import { createTermIndex } from '../../server/domain/terms/term-index.ts';
import { longArticle, madeUpWords, seededRandom } from '../support/long-article.ts';
import { aTerm } from '../support/terms.ts';
import { alternate, timed, verify } from './measure.ts';
import type { Row } from './table.ts';

const sizes = [200, 10_000] as const;
const goalMs = 0.5;
const paragraphs = 40;

export async function termRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const locale of locales) for (const size of sizes) rows.push(...(await finding(locale, size)));
  return rows;
}

async function finding(locale: Locale, size: number): Promise<Row[]> {
  const texts = paragraphsIn(locale);
  const terms = termsIn(locale, size, texts);
  const index = createTermIndex(terms);
  const found = texts.reduce((sum, text) => sum + index.findTerms(text, locale).length, 0);
  verify('the terms that were taken from the text are found there', found > 0);
  const wordings = terms.map(({ words }) => fold(words[locale]?.preferred ?? '', 2).text);
  const inTurn = aTextInTurn(texts);
  const times = await alternate({
    peer: timed(() => {
      const text = fold(inTurn(), 2).text;
      return wordings.filter((wording) => text.includes(wording));
    }),
    ours: timed(() => index.findTerms(inTurn(), locale)),
    index: timed(() => createTermIndex(terms).findTerms('', locale)),
  });
  const input = `${locale}, ${size.toLocaleString('en')} terms`;
  return [
    {
      operation: 'find terms in 150 words',
      input,
      peerName: 'each term by itself',
      peer: times.peer,
      ours: times.ours,
      goal: `< ${goalMs} ms`,
      met: times.ours.median < goalMs,
      note: `${(found / paragraphs).toFixed(1)} terms found`,
    },
    { operation: 'make the index', input, ours: times.index, goal: '' },
  ];
}

/** Made-up words that are shorter look like one another more than words do. */
const fewestLetters = 6;

/** Two thirds of the terms have two words; every hundredth is a word of the texts. */
function termsIn(locale: Locale, size: number, texts: readonly string[]): Term[] {
  const made = madeUpWords(seededRandom(2), locale, size * 4).filter((word) => word.length >= fewestLetters);
  const own = [...new Set(texts.flatMap((text) => text.match(/\p{L}{6,}/gu) ?? []))];
  return Array.from({ length: size }, (_, i) => {
    const [one = '', other = ''] = [made[i % made.length], made[(i * 2 + 1) % made.length]];
    const words = i % 3 === 0 ? one : `${one} ${other}`;
    return aTerm(i, { [locale]: i % 100 === 0 ? (own[(i / 100) % own.length] ?? words) : words });
  });
}

function paragraphsIn(locale: Locale): string[] {
  const article = longArticle({ seed: 1, locale, paragraphs: paragraphs * 2, wordsPerParagraph: 150 });
  return article
    .split('\n\n')
    .filter((block) => block.length > 400)
    .slice(0, paragraphs);
}

function aTextInTurn(texts: readonly string[]): () => string {
  let turn = 0;
  return () => texts[(turn += 1) % texts.length] ?? '';
}
