/**
 * Spaces that no reader sees and every comparison does.
 *
 *   space.double  two or more in a row, inside the text
 *   space.edge    at the beginning or the end, where the source has none
 *   space.nbsp    one that does not break, where the source has none; let stand by a number (`14 %`, `26 בנובמבר`,
 *                 `11 400`), after an initial (`א. ב. יהושע`) and before a dash, where typographers put it
 */
import type { Found, SegmentCheck } from './check.ts';

export const spaceDouble: SegmentCheck = {
  id: 'space.double',
  severity: 'style',
  scope: 'segment',
  ofOneSide: true,
  find: ({ target: { text } }) =>
    Array.from(text.matchAll(/(?<=\S)[ \u00A0\u202F]{2,}(?=\S)/gu), (found) => mended(found, ' ')),
};

export const spaceEdge: SegmentCheck = {
  id: 'space.edge',
  severity: 'style',
  scope: 'segment',
  ofOneSide: true,
  find: ({ target: { text } }) => {
    const head = text.length - text.replace(/^[ \t]+/u, '').length;
    const tail = lengthOfTail(text);
    const edges: Array<readonly [start: number, end: number]> = [];
    if (head > 0) edges.push([0, head]);
    if (tail > 0) edges.push([text.length - tail, text.length]);
    return edges.map((span) => ({ spans: [span], fix: [{ span, text: '' }] }));
  },
};

/** Spaces at the end; from the end, for a pattern would begin anew at each space of a long run. */
function lengthOfTail(text: string): number {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end -= 1;
  return text.length - end;
}

const unbreaking = /[\u00A0\u202F]/u;
/** After a digit, before one, after an initial, before a dash. */
const wanted =
  /(?<=\p{Nd}[%٪]?)[\u00A0\u202F](?=\S)|[\u00A0\u202F](?=\p{Nd})|(?<=(?<![\p{L}\p{M}])\p{L}[.׳'’])[\u00A0\u202F](?=\p{L})|[\u00A0\u202F](?=[–—])/gu;

export const spaceNbsp: SegmentCheck = {
  id: 'space.nbsp',
  severity: 'info',
  scope: 'segment',
  find: ({ source, target: { text } }) => {
    if (unbreaking.test(source.text) || !unbreaking.test(text)) return [];
    const rest = text.replace(wanted, '_');
    return Array.from(rest.matchAll(/[\u00A0\u202F]+/gu), (found) => mended(found, isEdge(found, rest) ? '' : ' '));
  },
};

function isEdge({ 0: found, index }: RegExpExecArray, text: string): boolean {
  return index === 0 || index + found.length === text.length;
}

function mended({ 0: found, index }: RegExpExecArray, text: string): Found {
  const span = [index, index + found.length] as const;
  return { spans: [span], fix: [{ span, text }] };
}
