/** The site as it is measured: pages, lists and feeds, as the peers make them; no other forms, which they do not make. */
import { defaultSettings } from '../../server/domain/site-settings.ts';
import type { SiteView } from '../../server/render/site-view.ts';
import { paper } from '../../server/render/theme.ts';

export const plainView: SiteView = {
  name: 'Bench',
  editionsUrl: 'https://news.example.org/',
  settings: { ...defaultSettings, forms: [] },
  theme: paper,
};
