/**
 * How a Hebrew text speaks of people of any gender: עובדים/ות, עובדים.ות, עובדים(ות), עובדים־ות, עובדים/־ות, or both words in full
 * (עובדות ועובדים). A document keeps to one way; where it has several, those that are not the policy's, or else not the
 * most frequent, are reported. A document that has one way, or none, is left alone.
 */
import type { Policy } from '../policy.ts';
import type { DocumentCheck } from './check.ts';

type Notation = 'slash' | 'dot' | 'brackets' | 'hyphen' | 'double';

const ending = '(?:[יה]?ות|ית|ת|ה|ן|ים|תה)(?![\\p{L}\\p{M}])';
const notations: ReadonlyArray<readonly [Notation, RegExp]> = [
  ['slash', new RegExp(`[א-ת]{2,24}/${ending}`, 'gu')],
  ['dot', new RegExp(`[א-ת]{2,24}\\.${ending}`, 'gu')],
  ['brackets', new RegExp(`[א-ת]{2,24}\\((?:[יה]?ות|ית|ת|ה|ים)\\)`, 'gu')],
  ['hyphen', new RegExp(`[א-ת]{2,24}(?:[-־](?:[יה]?ות)(?![\\p{L}\\p{M}])|(?:[-־]/|/[-־])${ending})`, 'gu')],
  ['double', /(?<![א-ת])[ובהכלמש]{0,3}([א-ת]{2,16})(?:ים ו[הבלמש]?\1(?:י?ות)|י?ות ו[הבלמש]?\1ים)(?![א-ת])/gu],
];
const notationOf: Readonly<Record<Policy['gender'], Notation | undefined>> = {
  masculine: undefined,
  slash: 'slash',
  dot: 'dot',
  double: 'double',
};

export const heGenderMixed: DocumentCheck = {
  id: 'he.gender-mixed',
  severity: 'info',
  to: ['he'],
  scope: 'document',
  ofOneSide: true,
  find: (subjects) => {
    const found = subjects.flatMap(({ target }, at) => notationsIn(target.text).map((one) => ({ ...one, at })));
    const kept = notationToKeep(found, subjects[0]?.policy);
    return found
      .filter(({ notation }) => notation !== kept)
      .map(({ at, start, text }) => ({ at, spans: [[start, start + text.length]], params: { found: text } }));
  },
};

interface Place {
  readonly notation: Notation;
  readonly start: number;
  readonly text: string;
}

function notationsIn(text: string): Place[] {
  return notations
    .flatMap(([notation, pattern]) =>
      Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ notation, start: index, text: found })),
    )
    .toSorted((a, b) => a.start - b.start);
}

/** The policy's, where the document has it; else the most frequent, and of equals the first. */
function notationToKeep(found: readonly Place[], policy: Policy | undefined): Notation | undefined {
  const counts = new Map<Notation, number>();
  for (const { notation } of found) counts.set(notation, (counts.get(notation) ?? 0) + 1);
  const wanted = policy && notationOf[policy.gender];
  if (wanted && counts.has(wanted)) return wanted;
  return Array.from(counts).toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
