/**
 * What a line says about itself in English, Hebrew and Arabic: captions, bylines, datelines, separators, notes. All are
 * anchored at the start and read linearly. `\b` and `\w` are of no use here: they know ASCII letters only.
 */

const captions = [
  /^(?:Photo|Image|Picture|Credit|Source|Video|Map|Graphic)\s*[:：]/u,
  /^(?:צילום|תמונה|קרדיט|באדיבות|מקור|איור)\s*:/u,
  /^(?:صورة|الصورة|تصوير|عدسة|المصدر|فيديو|خريطة)\s*:/u,
];

const bylines = [
  /^(?:By|מאת|بقلم|كتب)(?=[\s:])/u,
  // 2023-11-03 · 3.11.2023 · ٣/١١/٢٠٢٣
  /^\p{Nd}{1,4}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2,4}$/u,
  // 3 November 2023 · יום שישי, 3 בנובמבר 2023 · الجمعة ٣ تشرين الثاني ٢٠٢٣
  /^(?:[\p{L}׳']+(?:\s\p{L}+)?[,،]?\s)?\p{Nd}{1,2}(?:st|nd|rd|th)?\s\p{L}+(?:\s\p{L}+)?[,،]?\s\p{Nd}{4}$/u,
  // November 3, 2023 · Friday, November 3, 2023
  /^(?:\p{L}+,\s)?\p{L}+\s\p{Nd}{1,2}(?:st|nd|rd|th)?,\s\p{Nd}{4}$/u,
];

const note =
  /^(?:\[(\p{Nd}{1,3}|\*{1,3}|†)\]:?|\((\p{Nd}{1,3}|\*{1,3}|†)\)|(\p{Nd}{1,3}|\*{1,3}|†|[⁰¹²³⁴-⁹]{1,3})\)?)\s+/u;
const noteMark = /\[(\p{Nd}{1,3}|\*{1,3}|†)\]|([⁰¹²³⁴-⁹]{1,3})|(?<=\S)(\*{1,3}|†)/gu;

/** The longest line that can say who wrote something, when, or in which section. */
export const longestByline = 80;

export function isCaption(text: string): boolean {
  return captions.some((pattern) => pattern.test(text));
}

/** A line that names its author or is nothing but a date. */
export function isByline(text: string): boolean {
  return text.length <= longestByline && bylines.some((pattern) => pattern.test(text));
}

export function isSeparator(text: string): boolean {
  return /^[\s*_\-–—~·.]{3,}$/u.test(text);
}

/** Cells with tabs or bars between them; two such lines make a table. */
export function isTableRow(line: string): boolean {
  return ['\t', '|'].some((mark) => {
    const first = line.indexOf(mark);
    return first >= 0 && line.includes(mark, first + 1);
  });
}

/** It ends in the middle or at the end of a sentence, whatever closes behind it: a quotation, a bracket, a note's mark. */
export function endsLikeSentence(text: string): boolean {
  return /[.,;:،؛](?:["“”»’)]|\[\p{Nd}{1,3}\]|[⁰¹²³⁴-⁹])*$/u.test(text.slice(-20));
}

/** A sentence ends inside it, not only at its end. */
export function hasSentences(text: string): boolean {
  return /[.!?؟…]["“”„«»״’)\]]*\s+\S/u.test(text);
}

/** A whole paragraph between one pair of quotation marks; gershayim within a word are letters. */
export function isQuotedThroughout(text: string): boolean {
  const inner = /^["“”„«״](.*)["“”»״][.!?؟…]?$/su.exec(text)?.[1];
  return inner !== undefined && !/(?<!\p{L})["“”„«»״]|["“”„«»״](?!\p{L})/u.test(inner);
}

/** A note's label and text; superscript digits count as digits. */
export function noteOf(text: string): { readonly label: string; readonly rest: string } | undefined {
  const match = note.exec(text);
  const label = match?.[1] ?? match?.[2] ?? match?.[3];
  if (match === null || label === undefined) return undefined;
  const rest = text.slice(match[0].length);
  return rest === '' ? undefined : { label: label.normalize('NFKC'), rest };
}

/** The labels that a text refers to: `[1]`, a superscript, an asterisk behind a word. */
export function noteMarksIn(text: string): string[] {
  return [...text.matchAll(noteMark)].map((match) => (match[1] ?? match[2] ?? match[3] ?? '').normalize('NFKC'));
}
