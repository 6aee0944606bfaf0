/** What stands at the address of a preview once its time is over: that it has ended, and how to see the draft again. */
import type { Locale } from '../domain/locale.ts';
import { html } from './html.ts';
import { renderPage } from './page.ts';
import type { SiteView } from './site-view.ts';
import { words } from './words.ts';

/** A page as deep in the site as the preview was. */
export function renderEndedPreview(locale: Locale, site: SiteView): Uint8Array {
  const { previewEnded, previewEndedHint } = words[locale];
  return renderPage(
    {
      locale,
      root: '../../',
      home: `../../${locale}/`,
      title: previewEnded,
      languages: [],
      head: html`<meta name="robots" content="noindex" /> `,
      main: html`<h1>${previewEnded}</h1>
        <p>${previewEndedHint}</p> `,
    },
    site,
  );
}
