/**
 * Footnotes: marks in the text, notes at its end, and the ways between them. Notes are numbered in the order in which
 * the text first mentions them, whatever their labels are; a note that nothing mentions stands last. A mark whose note
 * is missing shows its label and leads nowhere. One note may have several segments (its paragraphs) and several marks.
 */
import { tokenize } from '../domain/content.ts';
import { directionOf, type Locale } from '../domain/locale.ts';
import { html, type Html } from './html.ts';
import { numberedIn, writeNumber, type Hand } from './numerals.ts';
import type { PageSegment } from './page-segment.ts';
import { words } from './words.ts';

/** Where notes stand and what they are called there. */
export interface NotePlaces {
  /** Begins every id, so that two texts can share a page. */
  readonly prefix: string;
  /** The file of the notes, where the text has others: `notes.xhtml`. */
  readonly file: string;
  /** An e-book says of marks and notes what they are, so that its reader can show a note over the text. */
  readonly isBook: boolean;
}

/** Text and notes on one page, alone there. */
export const onOnePage: NotePlaces = { prefix: '', file: '', isBook: false };

export interface Footnotes {
  /**
   * A mark in the text; remembers what it has given, so that each note can lead back to each of its marks. `file`: the
   * one that the mark stands in, where the text has several.
   */
  mark(label: string, linked: boolean, file: string): Html;
  /** The notes; call it after the text is rendered. Empty when there are none. */
  render(paragraphs: (item: PageSegment) => readonly Html[]): Html;
}

/** The footnotes of a text, numbered as its edition writes numbers. */
export function footnotesOf(items: readonly PageSegment[], hand: Hand, places: NotePlaces): Footnotes {
  const { locale, policy } = hand;
  const notes = Map.groupBy(items.filter(isNote), ({ segment }) => segment.layout.label ?? '');
  const numbers = new Map([...mentioned(items, notes)].map((label, at) => [label, at + 1]));
  const marks = new Map<string, string[]>();
  const types = places.isBook ? bookTypes : pageTypes;
  return {
    mark(label, linked, file) {
      const number = numbers.get(label);
      const shown = number === undefined ? label : writeNumber(number, policy);
      if (number === undefined || !linked) return renderMark(html`[${shown}]`, locale);
      const given = marks.get(label) ?? [];
      const id = `${places.prefix}${markId(number, given.length + 1)}`;
      marks.set(label, [...given, `${file}#${id}`]);
      const href = `${places.file}#${places.prefix}note-${number}`;
      const name = words[locale].footnote(shown);
      return renderMark(html`<a id="${id}" href="${href}" ${types.mark} aria-label="${name}">[${shown}]</a>`, locale);
    },
    render(paragraphs) {
      if (notes.size === 0) return html``;
      const rendered = [...numbers].map(([label, number]) => {
        const texts = (notes.get(label) ?? []).flatMap(paragraphs);
        return { number, label, texts };
      });
      const listed = rendered.map(({ number, label, texts }) => {
        const back = renderBack(marks.get(label) ?? [], types, hand);
        return types.note(`${places.prefix}note-${number}`, renderParagraphs(texts, back));
      });
      return html`<section class="footnotes" ${types.notes} aria-label="${words[locale].footnotes}">
        <ol${numberedIn(policy)}>
          ${listed}
        </ol>
      </section>`;
    },
  };
}

interface Types {
  readonly mark: Html;
  readonly back: Html;
  readonly notes: Html;
  readonly note: (id: string, content: Html) => Html;
}

const pageTypes: Types = {
  mark: html``,
  back: html``,
  notes: html``,
  note: (id, content) => html`<li id="${id}">${content}</li>`,
};

/** EPUB Structural Semantics with their DPUB-ARIA roles. The note is in its item: a list's item has no other role. */
const bookTypes: Types = {
  mark: html`epub:type="noteref" role="doc-noteref"`,
  back: html`role="doc-backlink"`,
  notes: html`epub:type="footnotes"`,
  note: (id, content) =>
    html`<li>
      <div id="${id}" epub:type="footnote" role="doc-footnote">${content}</div>
    </li>`,
};

/** Its direction is its own: behind a word of another script its brackets would turn round with that word. */
function renderMark(mark: Html, locale: Locale): Html {
  return html`<sup dir="${directionOf(locale)}">${mark}</sup>`;
}

/** The way back turns as the text runs; a font of little pictures must not take it for one of its own (U+FE0E). */
const backArrows = { ltr: '\u21A9\uFE0E', rtl: '\u21AA\uFE0E' } as const;

/** One for each mark, with its number where there are several. */
function renderBack(marks: readonly string[], types: Types, { locale, policy }: Hand): Html {
  const { backToText } = words[locale];
  const arrow = backArrows[directionOf(locale)];
  const links = marks.map((href, at) => {
    const number = marks.length > 1 && writeNumber(at + 1, policy);
    const label = number === false ? backToText : `${backToText} (${number})`;
    return html` <a class="back" href="${href}" ${types.back} aria-label="${label}">${arrow}${number}</a>`;
  });
  return html`${links}`;
}

function renderParagraphs(paragraphs: readonly Html[], back: Html): Html {
  const last = paragraphs.length - 1;
  return html`${paragraphs.map((paragraph, at) => html`<p>${paragraph}${at === last && back}</p>`)}`;
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
