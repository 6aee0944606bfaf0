/**
 * The words that the other forms of an edition need: the parts of a book, the list of files to take along, the page in
 * two languages. Beside `words.ts`, which has those of the site's pages, and by the same rule: whole phrases.
 */
import type { Locale } from '../domain/locale.ts';
import type { EditionForm } from '../domain/site-settings.ts';
import { html, type Html } from './html.ts';

export interface FormWords {
  readonly titlePage: string;
  readonly startOfText: string;
  /** What a book says about itself to people who choose by what they can perceive. */
  readonly accessibility: string;
  /** Before the files that an article can be had as. */
  readonly download: string;
  readonly formats: Readonly<Record<EditionForm, Html>>;
}

export const formWords: Readonly<Record<Locale, FormWords>> = {
  en: {
    titlePage: 'Title page',
    startOfText: 'Start of the text',
    accessibility: 'Text with headings, a table of contents and linked footnotes. It has no pictures and no sound.',
    download: 'Download',
    formats: {
      epub: html`E-book (EPUB)`,
      pdf: html`PDF`,
      docx: html`Word (DOCX)`,
      md: html`Markdown`,
      txt: html`Plain text`,
    },
  },
  he: {
    titlePage: 'עמוד השער',
    startOfText: 'תחילת הטקסט',
    accessibility: 'טקסט עם כותרות, תוכן עניינים והערות שוליים מקושרות. אין בו תמונות ואין בו צליל.',
    download: 'הורדה',
    formats: {
      epub: html`ספר אלקטרוני (<bdi>EPUB</bdi>)`,
      pdf: html`<bdi>PDF</bdi>`,
      docx: html`<bdi>Word (DOCX)</bdi>`,
      md: html`<bdi>Markdown</bdi>`,
      txt: html`טקסט פשוט`,
    },
  },
  ar: {
    titlePage: 'صفحة العنوان',
    startOfText: 'بداية النص',
    accessibility: 'نص فيه عناوين وفهرس محتويات وحواشٍ مرتبطة بمواضعها، وليس فيه صور ولا صوت.',
    download: 'تنزيل',
    formats: {
      epub: html`كتاب إلكتروني (<bdi>EPUB</bdi>)`,
      pdf: html`<bdi>PDF</bdi>`,
      docx: html`<bdi>Word (DOCX)</bdi>`,
      md: html`<bdi>Markdown</bdi>`,
      txt: html`نص عادي`,
    },
  },
};
