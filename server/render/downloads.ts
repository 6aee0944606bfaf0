/** The files in which an article can be taken along, as a quiet line below it. */
import { editionForms, type EditionForm } from '../domain/site-settings.ts';
import { formWords } from './form-words.ts';
import { formFileName, formsOf } from './edition-forms.ts';
import { html, type Html } from './html.ts';
import type { LiveEdition } from './live-document.ts';
import type { SiteView } from './site-view.ts';

/** The list, or nothing where there is none. The files stand beside the page. */
export function renderDownloads(edition: LiveEdition, { settings }: SiteView): Html {
  const files = filesOf(edition, settings);
  if (files.length === 0) return html``;
  const { download, formats } = formWords[edition.locale];
  return html`<nav class="downloads" aria-label="${download}">
    <span>${download}</span>
    <ul>
      ${files.map(([form, name]) => html`<li><a href="${encodeURIComponent(name)}" download>${formats[form]}</a></li> `)}
    </ul>
  </nav> `;
}

/** What is written with the page, and the PDF once it has been printed; in the order of `editionForms`. */
function filesOf(edition: LiveEdition, settings: SiteView['settings']): ReadonlyArray<readonly [EditionForm, string]> {
  const { pdf } = edition.prints ?? {};
  const written = formsOf(settings).map((form) => [form, formFileName(edition, form)] as const);
  const files = new Map<EditionForm, string>([...written, ...(pdf === undefined ? [] : [['pdf', pdf] as const])]);
  return editionForms.flatMap((form) => {
    const name = files.get(form);
    return name === undefined ? [] : [[form, name] as const];
  });
}
