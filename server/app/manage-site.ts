/**
 * The settings of the published site: looked at, and replaced as a whole. What is left empty is not kept, so that a
 * language without a title has the site's own name. The pages follow by themselves (`follow-surroundings.ts`).
 */
import type { DecisionId, MemberId } from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import type { SiteSettings } from '../domain/site-settings.ts';
import { settingsOf } from '../domain/site.ts';
import type { Theme, World } from '../ports.ts';
import { aboutObjection } from './about-blocks.ts';

export interface SiteInView {
  readonly settings: SiteSettings;
  readonly revision: number;
  /** Those that there are. */
  readonly themes: ReadonlyArray<Pick<Theme, 'id' | 'names'>>;
}

/** What the house says of its site now. */
export async function viewSite({ store, themes }: Pick<World, 'store' | 'themes'>): Promise<SiteInView> {
  const { revision, ...settings } = settingsOf(await store.site());
  return { settings, revision, themes: themes.all().map(({ id, names }) => ({ id, names })) };
}

/**
 * Replaces the settings. `revision`: of those that were seen.
 * Refusals: settings.stale, settings.tag-twice, theme.unknown, decision.reused, and why an about page cannot be read.
 */
export async function changeSite(
  world: World,
  order: {
    readonly settings: SiteSettings;
    readonly revision: number;
    readonly decisionId: DecisionId;
    readonly by: MemberId;
  },
): Promise<SiteInView | Refusal> {
  const { revision, decisionId: id, by } = order;
  const settings = tidy(order.settings);
  const { theme } = settings;
  if (!world.themes.all().some(({ id }) => id === theme)) return refuse('theme.unknown', { theme });
  const unreadable = aboutObjection(settings.about);
  if (unreadable) return unreadable;
  const decision = { kind: 'settings.changed', settings, revision, id, at: world.clock.now(), by } as const;
  const committed = await world.store.commit({ stream: 'site', decisions: [decision] });
  return committed.ok ? viewSite(world) : committed;
}

function tidy({ titles, descriptions, about, tags, ...settings }: SiteSettings): SiteSettings {
  return {
    ...settings,
    titles: said(titles),
    descriptions: said(descriptions),
    about: said(about),
    tags: tags.map(({ id, names }) => ({ id, names: said(names) })),
  };
}

/** Without outer white space, and without languages in which nothing is said. */
function said(texts: Readonly<Partial<Record<Locale, string>>>): Readonly<Partial<Record<Locale, string>>> {
  const kept = Object.entries(texts).map(([locale, text]) => [locale, text.trim()] as const);
  return Object.fromEntries(kept.filter(([, text]) => text !== ''));
}
