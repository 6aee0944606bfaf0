/** The files in which an article can be taken along, as a quiet line below it. */
import { formWords } from './form-words.ts';
import { formFileName, formsOf } from './edition-forms.ts';
import { html, type Html } from './html.ts';
import type { LiveEdition } from './live-document.ts';
import type { SiteView } from './site-view.ts';

/** The list, or nothing where the site offers none. The files stand beside the page. */
export function renderDownloads(edition: LiveEdition, { settings }: SiteView): Html {
  const forms = formsOf(settings);
  if (forms.length === 0) return html``;
  const { download, formats } = formWords[edition.locale];
  return html`<nav class="downloads" aria-label="${download}">
    <span>${download}</span>
    <ul>
      ${forms.map(
        (form) =>
          html`<li><a href="${encodeURIComponent(formFileName(edition, form))}" download>${formats[form]}</a></li> `,
      )}
    </ul>
  </nav> `;
}
