/**
 * `term.forbidden`: a word that the house does not use for this thing. One that is the right word for another thing passes
 * where the source speaks of that, or speaks of neither (`أسرى` are prisoners, and not hostages). Clitics before a short
 * rest make too many words look like others: that weighs `info`.
 */
import { proposedFor, type TermHit } from '../terms/term-index.ts';
import type { Fix, Found, SegmentCheck } from './check.ts';
import { maskCharacter, type Subject } from './subject.ts';
import { termsOf } from './terms-of.ts';

const shortRest = 3;

export const termForbidden: SegmentCheck = {
  id: 'term.forbidden',
  severity: 'warning',
  scope: 'segment',
  find: (subject) => {
    const hits = subject.terms?.findTerms(subject.target.text, subject.target.locale, 0) ?? [];
    return hits.filter((hit) => hit.isForbidden && !isRight(hit, hits, subject)).map((hit) => asFound(hit, subject));
  },
};

/** Whether the same word is here for another thing. */
function isRight(hit: TermHit, hits: readonly TermHit[], subject: Subject): boolean {
  const others = hits.filter((one) => !one.isForbidden && one.span[0] === hit.span[0] && one.span[1] === hit.span[1]);
  if (others.length === 0) return false;
  const said = new Set(termsOf(subject).inSource.flatMap((group) => group.map(({ term }) => term.id)));
  return !said.has(hit.term.id) || others.some(({ term }) => said.has(term.id));
}

function asFound(hit: TermHit, { target }: Subject): Found {
  const { term, span, stem, rest = shortRest + 1 } = hit;
  const proposed = proposedFor(term, target.locale) ?? '';
  const fix = fixFor(hit, target.text, proposed);
  return {
    spans: [span],
    params: { found: target.text.slice(...(stem ?? span)), term: proposed },
    ...(rest <= shortRest && { severity: 'info' }),
    ...(fix && { fix }),
  };
}

/**
 * Safe where the very word stands there, or one word behind clitics that another can take its place after. Of a form only
 * a person knows which form of the other word it wants.
 */
function fixFor({ level, stem }: TermHit, text: string, proposed: string): Fix | undefined {
  if (stem === undefined || level < 3) return undefined;
  const found = text.slice(...stem);
  const isWord = [found, proposed].every((words) => !/[\s־-]/u.test(words)) && !/^(?:ה|ال)/u.test(proposed);
  if ((level === 3 && !isWord) || found.includes(maskCharacter)) return undefined;
  return [{ span: stem, text: isCapital(found) ? capitalised(proposed) : proposed }];
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function capitalised(word: string): string {
  return word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
