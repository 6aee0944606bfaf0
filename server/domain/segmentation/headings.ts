/**
 * Headings without mark-up: a short line that stands alone above a long paragraph. Where one such line is numbered
 * (“Article 2”, “סעיף ב.”, «المادة 2»), its siblings are headings too, however short what stands below them.
 */
import { endsLikeSentence, hasSentences } from './patterns.ts';

export interface HeadingLine {
  readonly text: string;
  /** One line with nothing directly above or below it, and nothing else that we know of. */
  readonly alone: boolean;
}

const longestHeading = 80;
const mostWords = 12;
const shortestHeaded = 120;
/** One or two words and a number or letter that counts; it may carry a full stop that ends no sentence. */
const numbered = /^(\S+(?:\s\S+)?)\s(?:\p{Nd}{1,3}|[IVXLC]{1,6}|[א-ת][׳']?|[א-ת]{1,2}["״”]?[א-ת])\.?$/u;

/** The places of the lines that are headings. */
export function headingsAmong(lines: readonly HeadingLine[]): ReadonlySet<number> {
  const likely = lines.flatMap(({ text, alone }, at) => (alone && looksLikeHeading(text) ? [at] : []));
  const textOf = (at: number): string => lines[at]?.text ?? '';
  const certain = likely.filter((at) => textOf(at + 1).length >= shortestHeaded);
  const series = new Set(certain.map((at) => seriesOf(textOf(at))).filter((name) => name !== undefined));
  const siblings = likely.filter((at) => at + 1 < lines.length && series.has(seriesOf(textOf(at)) ?? ''));
  return new Set([...certain, ...siblings]);
}

function looksLikeHeading(text: string): boolean {
  return (
    text.length <= longestHeading &&
    text.split(/\s+/u, mostWords + 1).length <= mostWords &&
    (!/[.,;:…،؛]$/u.test(text) || numbered.test(text)) &&
    !(endsLikeSentence(text) && hasSentences(text)) &&
    /[\p{L}\p{N}]/u.test(text)
  );
}

function seriesOf(text: string): string | undefined {
  return numbered.exec(text)?.[1];
}
