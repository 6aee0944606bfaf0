/** What the house says of its published site, as one value; whoever replaces it names the revision they saw. */
import { Type, type Static } from 'typebox';
import { editionForms, settingsLimits, type SiteSettings } from '../domain/site-settings.ts';
import { everywhere, type Endpoint, type RequestLine } from './endpoint.ts';
import { textRefusals } from './refusals.ts';
import { byLocale, Count, exact, list, oneOf, TagName, Uuid } from './schemas.ts';

const text = (maxLength: number) => Type.String({ maxLength });

const TagView = exact({
  /** Letters and digits of any script, 60 at most, joined by hyphens: it stands in addresses. */
  id: TagName,
  names: byLocale(text(settingsLimits.title)),
});

export const SiteSettingsView = exact({
  titles: byLocale(text(settingsLimits.title)),
  descriptions: byLocale(text(settingsLimits.description)),
  about: byLocale(text(settingsLimits.about)),
  tags: list(TagView, settingsLimits.tags),
  theme: Type.String({ minLength: 1, maxLength: settingsLimits.theme }),
  forms: Type.Array(oneOf(editionForms), { uniqueItems: true }),
  bilingual: Type.Boolean(),
  credits: Type.Boolean(),
  tellsOutdated: Type.Boolean(),
} satisfies Record<keyof SiteSettings, unknown>);

const SiteView = exact({
  settings: SiteSettingsView,
  /** How often they were changed. */
  revision: Count,
  /** Those that there are. */
  themes: list(exact({ id: Type.String(), names: exact({ en: Type.String(), he: Type.String(), ar: Type.String() }) })),
});
export type SiteView = Static<typeof SiteView>;

export const siteApi = {
  'GET /api/site': {
    summary: 'What the house says of its published site, and the themes that there are',
    reply: SiteView,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
  'PUT /api/site': {
    summary: 'Replace the site’s settings; the pages follow by themselves',
    body: exact({ decisionId: Uuid, revision: Count, settings: SiteSettingsView }),
    reply: SiteView,
    refusals: ['settings.stale', 'settings.tag-twice', 'theme.unknown', 'decision.reused', ...textRefusals],
    needs: { action: 'administer', scope: everywhere },
    bodyLimit: 3 * 2 ** 20,
  },
} as const satisfies Record<RequestLine, Endpoint>;
