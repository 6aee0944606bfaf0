/**
 * What an edition can be had as beside its page, and is the same for ever once it is published: a book, a document for
 * word processors, plain texts. Its file stands in the article's own folder with the publication's number in its name, so
 * that no page leads to another version's file. What a browser prints is made elsewhere, since that takes time.
 *
 * To add a form: its name in `editionForms` (`domain/site-settings.ts`), a row here, its words in `form-words.ts`.
 */
import type { EditionForm, SiteSettings } from '../domain/site-settings.ts';
import { writeMarkdown, type EditionText } from '../formats/markdown-writer.ts';
import { writeText } from '../formats/plain-text.ts';
import type { PublishedEdition, SiteFile } from '../ports.ts';
import { demoNotice } from './demo-text.ts';
import { renderEpub } from './epub.ts';
import type { DocumentHead } from './heads.ts';
import { editionIn, type ReadEdition } from './live-document.ts';
import type { DocumentContext } from './site.ts';
import type { SiteView } from './site-view.ts';

/** The bytes of a form; the same edition and site give the same. */
type Write = (edition: ReadEdition, site: SiteView) => Uint8Array | Promise<Uint8Array>;

export type WrittenForm = Exclude<EditionForm, 'pdf'>;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

export const formWriters: Readonly<Record<WrittenForm, Write>> = {
  epub: renderEpub,
  // Its library is as large as the rest of the server: it is loaded where somebody wants one.
  docx: async (...of) => (await import('./docx.ts')).renderDocx(...of),
  md: (edition) => encode(writeMarkdown(withNotice(edition))),
  txt: (edition) => encode(writeText(withNotice(edition))),
};

/** The texts, and below the title what a reader must know of them. */
function withNotice(edition: ReadEdition): readonly EditionText[] {
  const notice = demoNotice(edition);
  const [title, ...below] = edition.segments;
  return title === undefined || notice === undefined ? edition.segments : [title, paragraph(notice), ...below];
}

function paragraph(text: string): EditionText {
  return { segment: { kind: 'paragraph', text, layout: {}, codes: {} }, text };
}

/** The forms of every edition of a document that the site offers. */
export function* formFiles(document: DocumentHead, { key, load, site }: DocumentContext): Iterable<SiteFile> {
  for (const { locale, n, path } of document.editions) {
    for (const form of formsOf(site.settings)) {
      const file = `${path}${formFileName({ slug: document.slug, locale, publication: { n } }, form)}`;
      yield {
        path: file,
        key: key(document.stamp, file),
        bytes: async () => {
          const edition = editionIn(await load(), locale);
          if (edition === undefined) throw new Error(`${document.documentId} has no ${locale} edition`);
          return formWriters[form](edition, site);
        },
      };
    }
  }
}

/** Those that are wanted, in the order of the table. */
export function formsOf({ forms }: Pick<SiteSettings, 'forms'>): readonly WrittenForm[] {
  return (Object.keys(formWriters) as WrittenForm[]).filter((form) => forms.includes(form));
}

/** `the-school.he.3.epub` */
export function formFileName(
  { slug, locale, publication }: Pick<PublishedEdition, 'slug' | 'locale'> & { publication: { readonly n: number } },
  form: WrittenForm,
): string {
  return `${slug}.${locale}.${publication.n}.${form}`;
}
