/**
 * `space.punct`: a space that does not belong before a stop, a comma or a closing mark, or after an opening one, and one
 * that is missing after a mark between two words.
 *
 *   marked      `( 20.10 )`   `كلمة ،`   `בוקר , ערב`   `בוקר ,ערב`   `غزة،القدس`   `end.The`
 *   let stand   ranges, times and decimals (`12:30`, `1,5`), ellipses, `.NET`, `:)`, initials (`א.ב. יהושע`, `U.S.A`),
 *               brackets typed by their looks (`bracket.visual`), names of sites (`walla.co.il`), Hebrew gender (`מורים.ות`), closing brackets before letters (`עובד(ת)`)
 */
import { visualBrackets } from './brackets.ts';
import type { Fix, SegmentCheck } from './check.ts';
import type { Span } from '../language/fold.ts';

const letter = String.raw`[\p{L}\p{M}]`;

/** Where a fix takes something out, or puts something in, and what is marked with it. */
interface Rule {
  readonly pattern: RegExp;
  /** Its fix, given what was found. */
  readonly mend: (found: RegExpExecArray) => Mend;
}

type Mend = Fix[number];

const rules: readonly Rule[] = [
  {
    // Before a mark after which nothing of its own follows. Not before the dots of an ellipsis, nor between them.
    pattern:
      /(?<=[^\s.([])[^\S\n]+(?:[,!?،؛؟)\]]|[;:](?![()-]|(?<=\p{Nd}\s:)\s\p{Nd})|\.(?!\s?\.))(?=[\s,.;:!?،؛؟)\]»”"]|$)/gu,
    mend: before,
  },
  { pattern: /(?<=[^\s])[^\S\n]+»(?!\p{L})/gu, mend: before },
  {
    // Typed on the wrong side: `בוקר ,ערב`.
    pattern: /(?<=[\p{L}\p{M}])[^\S\n]+(?:[,،؛](?=\p{L})|[.:;!?؟](?=[\p{sc=Hebrew}\p{sc=Arabic}]{2}))/gu,
    mend: ({ 0: found, index }) => ({ span: [index, index + found.length], text: `${found.trim()} ` }),
  },
  { pattern: /[([][^\S\n]+(?=[^\s)\]])/gu, mend: after },
  { pattern: /(?<![\p{L}\p{M}\p{N}.,!?…])«[^\S\n]+(?=\S)/gu, mend: after },
  { pattern: new RegExp(`(?<=${letter}{2})[,;!?،؛؟](?=${letter}{2})`, 'gu'), mend: between },
  {
    // A stop or a colon between two words of one script; gender notation and lower case are something else.
    pattern: /(?<=[\p{sc=Hebrew}\p{M}]{2})[.:](?!(?:י?ות|ית|ה|ת|ן|ים)(?!\p{L}))(?=\p{sc=Hebrew}{2})/gu,
    mend: between,
  },
  { pattern: /(?<=[[\p{sc=Arabic}&&\p{L}]\p{M}]{2})[.:](?=[\p{sc=Arabic}&&\p{L}]{2})/gv, mend: between },
  { pattern: /(?<=\p{Ll}{2})\.(?=\p{Lu}\p{Ll})/gu, mend: between },
];

export const spacePunct: SegmentCheck = {
  id: 'space.punct',
  severity: 'warning',
  scope: 'segment',
  ofOneSide: true,
  find: ({ target: { text } }) => {
    const places = rules.flatMap(({ pattern, mend }) =>
      Array.from(text.matchAll(pattern), (found) => {
        const fix = mend(found);
        return {
          spans: [[found.index, found.index + found[0].length]] as const,
          params: around(text, found, fix),
          fix: [fix],
        };
      }),
    );
    const turned = places.length > 0 ? visualBrackets(text) : new Set();
    return places
      .filter(({ spans: [[start, end]] }) => !turned.has(start) && !turned.has(end - 1))
      .toSorted((a, b) => a.spans[0][0] - b.spans[0][0]);
  },
};

/** The mark between its words as it stands there and as it should, so that one sees which space is meant. */
function around(text: string, { 0: mark, index }: RegExpExecArray, fix: Mend): { found: string; proposed: string } {
  const end = index + mark.length;
  const first = /[\p{L}\p{M}\p{N}]{0,12}$/u.exec(text.slice(Math.max(0, index - 12), index))?.[0] ?? '';
  const last = /^[\p{L}\p{M}\p{N}]{0,12}/u.exec(text.slice(end, end + 12))?.[0] ?? '';
  const [start, to] = fix.span;
  const mended = text.slice(index, start) + fix.text + text.slice(to, end);
  return { found: first + mark + last, proposed: first + mended + last };
}

function before({ 0: found, index }: RegExpExecArray): { span: Span; text: string } {
  return { span: [index, index + found.length - 1], text: '' };
}

function after({ 0: found, index }: RegExpExecArray): { span: Span; text: string } {
  return { span: [index + 1, index + found.length], text: '' };
}

function between({ 0: found, index }: RegExpExecArray): { span: Span; text: string } {
  const end = index + found.length;
  return { span: [end, end], text: ' ' };
}
