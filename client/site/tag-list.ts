/**
 * The site's tags as somebody arranges them. A tag's id stands in addresses for good, so it is made once, from the first
 * name that a tag is given, and a rename leaves it. Pure.
 */
import { slugOf } from '../../server/domain/slug.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';
import type { Tag, TagId } from '../../server/domain/site-settings.ts';
import { withName } from './site-draft.ts';

/** The tags with a new one at their end, named in one language. */
export function withNewTag(tags: readonly Tag[], locale: Locale, name: string): Tag[] {
  const id = slugOf(name, new Set(tags.map((tag) => tag.id)));
  return [...tags, { id, names: { [locale]: name.trim() } }];
}

/** Whether a tag has this name already in some language, whatever the case. */
export function hasTagNamed(tags: readonly Tag[], name: string): boolean {
  const sought = name.trim().toLowerCase();
  return tags.some(({ names }) => Object.values(names).some((one) => one.toLowerCase() === sought));
}

export function renamedTag(tags: readonly Tag[], id: TagId, locale: Locale, name: string): Tag[] {
  return tags.map((tag) => (tag.id === id ? { ...tag, names: withName(tag.names, locale, name) } : tag));
}

export function withoutTag(tags: readonly Tag[], id: TagId): Tag[] {
  return tags.filter((tag) => tag.id !== id);
}

/** The tags with one a place earlier or later; at the end of the list they stay as they are. */
export function movedTag(tags: readonly Tag[], id: TagId, by: -1 | 1): Tag[] {
  const from = tags.findIndex((tag) => tag.id === id);
  const [tag, other] = [tags[from], tags[from + by]];
  if (tag === undefined || other === undefined) return [...tags];
  return tags.map((one) => (one === tag ? other : one === other ? tag : one));
}

/** What to call a tag in a language: its name there, else in the first language that has one, else its id. */
export function tagName({ id, names }: Tag, wanted: Locale): { readonly name: string; readonly locale?: Locale } {
  const locale = [wanted, ...locales].find((one) => names[one]);
  return locale === undefined ? { name: id } : { name: names[locale] ?? id, locale };
}
