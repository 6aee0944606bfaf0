/**
 * Footnotes: marks in the text, notes at its end, and the ways between them. Notes are numbered in the order in which
 * the text first mentions them, whatever their labels are; a note that nothing mentions stands last. A mark whose note
 * is missing shows its label and leads nowhere. One note may have several segments (its paragraphs) and several marks.
 */
import { tokenize } from '../domain/content.ts';
import { html, type Html } from './html.ts';
import type { PageSegment } from './page-segment.ts';
import type { Words } from './words.ts';

export interface Footnotes {
  /** A mark in the text; counts what it has given, so that each note can lead back to each of its marks. */
  mark(label: string, linked: boolean): Html;
  /** The notes; call it after the text is rendered. Empty when there are none. */
  render(paragraphs: (item: PageSegment) => readonly Html[]): Html;
}

/** The footnotes of a page. */
export function footnotesOf(items: readonly PageSegment[], words: Words): Footnotes {
  const notes = Map.groupBy(items.filter(isNote), ({ segment }) => segment.layout.label ?? '');
  const numbers = new Map([...mentioned(items, notes)].map((label, at) => [label, at + 1]));
  const marks = new Map<string, number>();
  return {
    mark(label, linked) {
      const number = numbers.get(label);
      if (number === undefined || !linked) return html`<sup>${number ?? `[${label}]`}</sup>`;
      const count = (marks.get(label) ?? 0) + 1;
      marks.set(label, count);
      const to = `note-${number}`;
      return html`<sup
        ><a id="${markId(number, count)}" href="#${to}" aria-label="${words.footnote(number)}">${number}</a></sup
      >`;
    },
    render(paragraphs) {
      if (notes.size === 0) return html``;
      const rendered = [...numbers].map(([label, number]) => {
        const texts = (notes.get(label) ?? []).flatMap(paragraphs);
        return { number, label, texts };
      });
      const listed = rendered.map(({ number, label, texts }) =>
        renderNote(number, texts, marks.get(label) ?? 0, words),
      );
      return html`<section class="footnotes" aria-label="${words.footnotes}">
        <ol>
          ${listed}
        </ol>
      </section>`;
    },
  };
}

function renderNote(number: number, paragraphs: readonly Html[], marks: number, words: Words): Html {
  const back = Array.from({ length: marks }, (_, at) => {
    const label = marks > 1 ? `${words.backToText} (${at + 1})` : words.backToText;
    return html` <a class="back" href="#${markId(number, at + 1)}" aria-label="${label}">↩</a>`;
  });
  const last = paragraphs.length - 1;
  return html`<li id="note-${number}">
    ${paragraphs.map((paragraph, at) => html`<p>${paragraph}${at === last && back}</p>`)}
  </li>`;
}

function markId(number: number, count: number): string {
  return count === 1 ? `mark-${number}` : `mark-${number}-${count}`;
}

/** The labels of all notes: first those that the text mentions, in its order, then those within notes, then the rest. */
function mentioned(items: readonly PageSegment[], notes: ReadonlyMap<string, unknown>): Set<string> {
  const inReadingOrder = [...items.filter((item) => !isNote(item)), ...items.filter(isNote)];
  const labels = inReadingOrder.flatMap(labelsIn).filter((label) => notes.has(label));
  return new Set([...labels, ...notes.keys()]);
}

function labelsIn({ segment, text }: PageSegment): string[] {
  if (!Object.values(segment.codes).some(({ type }) => type === 'footnote')) return [];
  return tokenize(text, segment.codes).flatMap((token) => {
    const code = token.kind === 'alone' ? segment.codes[token.number] : undefined;
    return code?.type === 'footnote' ? [code.label] : [];
  });
}

function isNote({ segment }: PageSegment): boolean {
  return segment.kind === 'footnote';
}
