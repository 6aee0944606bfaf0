/**
 * `punct.end`: the two sides end differently: a question beside a statement, a sentence without its full stop. Marks of
 * all scripts are one (`?` `؟`, `;` `؛`, `…` `...`), and what closes after them counts for nothing: Hebrew writes `."` and
 * `".` as it likes. Invisible marks, codes and spaces are passed over.
 *
 * A question or an exclamation that was lost or made, and a text that ends with nothing, are a warning; one mark of pause
 * for another a remark. The last full stop of `U.N.` may end a sentence or not. Titles, list items and their like have stops in some languages and none in others: there, only
 * questions and exclamations are told.
 */
import type { SegmentCheck } from './check.ts';
import type { SegmentKind } from '../document.ts';
import { maskCharacter } from './subject.ts';

const classes: ReadonlyArray<readonly [name: Ending, marks: RegExp]> = [
  ['question', /[?؟⸮？]/u],
  ['exclamation', /[!！]/u],
  ['ellipsis', /…|[.。]{2}/u],
  ['stop', /[.。۔׃]$/u],
  ['comma', /[,،、]$/u],
  ['semicolon', /[;؛]$/u],
  ['colon', /[:：]$/u],
];

type Ending = 'question' | 'exclamation' | 'ellipsis' | 'stop' | 'comma' | 'semicolon' | 'colon' | 'none';

/** What may close after a text's last mark, or is not seen. */
const passedOver = new RegExp(
  String.raw`[\s"'“”„‟«»‹›‘’״׳)\]}\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF${maskCharacter}]`,
  'u',
);
const stopLike = /[.,;:!?…،؛؟⸮。、！？：۔׃]/u;

const shortKinds: ReadonlySet<SegmentKind> = new Set([
  'title',
  'byline',
  'heading',
  'caption',
  'table-cell',
  'list-item',
]);

export const punctEnd: SegmentCheck = {
  id: 'punct.end',
  severity: 'warning',
  scope: 'segment',
  find: ({ kind, source, target }) => {
    const [wanted, there] = [endingOf(source.text), endingOf(target.text)];
    if (source.text.trim() === '' || endAlike(wanted, there)) return [];
    const isGrave = isGraveEnding(wanted.ending) || isGraveEnding(there.ending);
    if (!isGrave && shortKinds.has(kind)) return [];
    return [
      {
        spans: there.start < there.end ? [[there.start, there.end]] : [],
        ...(wanted.start < wanted.end && { sourceSpans: [[wanted.start, wanted.end]] }),
        params: { source: wanted.said, target: there.said },
        ...(!isGrave && there.ending !== 'none' && { severity: 'info' }),
      },
    ];
  },
};

function isGraveEnding(ending: Ending): boolean {
  return ending === 'question' || ending === 'exclamation';
}

interface End {
  readonly ending: Ending;
  readonly start: number;
  readonly end: number;
  /** The marks; where there are none, the last word. */
  readonly said: string;
  readonly isAcronym: boolean;
}

function endAlike(one: End, other: End): boolean {
  if (one.ending === other.ending) return true;
  return (one.isAcronym && other.ending === 'none') || (other.isAcronym && one.ending === 'none');
}

const acronym = /(?<![\p{L}\p{N}])(?:\p{L}\.){1,6}\p{L}$/u;
const lastWord = /[\p{L}\p{M}\p{N}]{1,40}$/u;

/** The run of marks that a text ends with, read from its end. */
function endingOf(text: string): End {
  let end = text.length;
  while (end > 0 && passedOver.test(text[end - 1] ?? '')) end -= 1;
  let start = end;
  while (start > 0 && stopLike.test(text[start - 1] ?? '')) start -= 1;
  const run = text.slice(start, end);
  const ending = classes.find(([, marks]) => marks.test(run))?.[0] ?? 'none';
  const before = text.slice(Math.max(0, start - 40), start);
  const said = run === '' ? (lastWord.exec(before)?.[0] ?? before.slice(-1)) : run;
  return { ending, start, end, said, isAcronym: run === '.' && acronym.test(before) };
}
