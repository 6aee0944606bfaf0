/**
 * An edition as a document for word processors: what an editor elsewhere goes on working with. Its structure is the
 * article's own (headings, lists, notes that are notes), and its direction is said of the paragraph and of every run, so
 * that it reads rightly in any program. The same edition gives the same bytes.
 */
import { Document, Footer, Packer, PageNumber, Paragraph, TextRun, type FileChild } from 'docx';
import type { SiteView } from './site-view.ts';
import { correctionsOf } from './corrections.ts';
import { authorOf, translatorsOf } from './credits.ts';
import { formatDay } from './dates.ts';
import { demoNotice } from './demo-text.ts';
import { documentBlocks, paragraphs, type Writer } from './docx/blocks.ts';
import { notesOf } from './docx/notes.ts';
import { numberingOf } from './docx/numbering.ts';
import { repeatable } from './docx/repeatable.ts';
import { inlineRuns } from './docx/inline.ts';
import { isRightToLeft, styleIds, stylesOf } from './docx/styles.ts';
import { writable } from './html.ts';
import type { ReadEdition } from './live-document.ts';
import { leadingOut } from './outward-links.ts';
import type { PageSegment } from './page-segment.ts';
import { siteTitle } from './site-view.ts';
import { editionTitle, standfirstOf } from './summary.ts';
import { words } from './words.ts';

/** The bytes of the document; the same edition and site give the same bytes. */
export async function renderDocx(edition: ReadEdition, site: SiteView): Promise<Uint8Array> {
  const { locale, publication } = edition;
  const [title, ...below] = leadingOut(edition, site);
  const items: readonly PageSegment[] = title ? [title, ...below] : below;
  const notes = notesOf(items);
  const writer: Writer = { locale, numbering: numberingOf(), mark: notes.mark };
  const inNotes: Writer = { ...writer, mark: notes.writtenMark };
  const children: FileChild[] = [
    ...(title ? paragraphs(title, writer, { heading: 'Title' }) : []),
    ...facts(edition, site, below[0], writer),
    ...documentBlocks(
      below.filter((item, at) => !isSigned(item, at)),
      writer,
    ),
    ...notes.uncalled.flatMap((note) => paragraphs(note, inNotes, {}, { lead: [new TextRun(`[${labelOf(note)}] `)] })),
    ...corrections(edition, writer),
  ];
  const document = new Document({
    title: writable(editionTitle(edition)),
    creator: writable(authorOf(edition) ?? siteTitle(site, locale)),
    lastModifiedBy: writable(siteTitle(site, locale)),
    description: writable(standfirstOf(edition)),
    styles: stylesOf(locale),
    numbering: { config: writer.numbering.lists() },
    footnotes: Object.fromEntries(
      notes.called.map((note, at) => [
        at + 1,
        { children: note.flatMap((one) => paragraphs(one, inNotes, { style: 'FootnoteText' })) },
      ]),
    ),
    sections: [{ footers: { default: pageNumbers(writer) }, children }],
  });
  return repeatable(await Packer.toBuffer(document), { at: publication.at, locale });
}

/** The byline, and below it what a reader should know of the text. */
function facts(edition: ReadEdition, site: SiteView, first: PageSegment | undefined, writer: Writer): Paragraph[] {
  const { locale, from, publication, policy } = edition;
  const translators = site.settings.credits ? translatorsOf(edition) : [];
  const [before, after] = words[locale].published;
  const lines = [
    words[locale].translatedFrom[from],
    translators.length > 0 && `${words[locale].translators}${translators.join(locale === 'ar' ? '، ' : ', ')}`,
    publication.n > 0 && `${before}${formatDay(publication.at, locale, policy)}${after}`,
    siteTitle(site, locale),
  ].filter((line) => typeof line === 'string');
  const notice = demoNotice(edition);
  const byline = first && isSigned(first, 0) ? paragraphs(first, writer, { style: styleIds.byline }) : [];
  return [
    ...byline,
    plain(lines.join(' · '), writer, styleIds.facts),
    ...(notice === undefined ? [] : [plain(notice, writer, styleIds.notice)]),
  ];
}

/** What was corrected, as the article's page has it at its end. */
function corrections(edition: ReadEdition, writer: Writer): Paragraph[] {
  const { locale, policy } = edition;
  const noted = correctionsOf(edition);
  if (noted.length === 0) return [];
  return [
    plain(words[locale].corrections, writer, 'Heading1'),
    ...noted.flatMap(({ at, note }) => [
      plain(formatDay(at, locale, policy), writer, styleIds.day),
      plain(note, writer, 'Normal'),
    ]),
  ];
}

/** A paragraph of ours around the text. */
function plain(text: string, writer: Writer, style: string): Paragraph {
  return new Paragraph({
    style,
    bidirectional: isRightToLeft(writer.locale),
    children: inlineRuns(text, {}, writer).flat(),
  });
}

function isSigned({ segment }: PageSegment, at: number): boolean {
  return at === 0 && segment.kind === 'byline';
}

function labelOf({ segment }: PageSegment): string {
  return writable(segment.layout.label ?? '');
}

function pageNumbers({ locale }: Writer): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT], rightToLeft: isRightToLeft(locale) });
  return new Footer({
    children: [new Paragraph({ alignment: 'center', bidirectional: isRightToLeft(locale), children: [number] })],
  });
}
