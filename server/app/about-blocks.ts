/**
 * What the about pages say, from the Markdown of the settings: read like an article, once for each change of them. A
 * text that cannot be read as one makes no page; whoever saves the settings is told then.
 */
import type { Block } from '../domain/document.ts';
import { locales, type Locale } from '../domain/locale.ts';
import type { SiteSettings } from '../domain/site-settings.ts';
import { readSource } from '../formats/formats.ts';

export type AboutBlocks = Readonly<Partial<Record<Locale, readonly Block[]>>>;

const known = new WeakMap<SiteSettings['about'], AboutBlocks>();

/** The blocks of each language that has a text. */
export function aboutBlocks(about: SiteSettings['about']): AboutBlocks {
  const blocks = known.get(about) ?? Object.fromEntries(locales.flatMap((locale) => readAbout(about[locale], locale)));
  known.set(about, blocks);
  return blocks;
}

function readAbout(text: string | undefined, locale: Locale): Array<[Locale, readonly Block[]]> {
  const read = text ? readSource({ text, format: 'markdown' }) : undefined;
  return read?.ok ? [[locale, read.blocks]] : [];
}
