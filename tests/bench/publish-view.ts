/** The site as it is measured: pages, lists and feeds, as the peers make them; no other forms, which they do not make. */
import type { SiteView } from '../../server/render/site-view.ts';
import { someView } from '../support/editions.ts';

export const plainView: SiteView = {
  ...someView,
  editionsUrl: 'https://news.example.org/',
  settings: { ...someView.settings, forms: [], bilingual: false },
};
