/**
 * What the about pages say, from the Markdown of the settings: read like an article, once for each change of them. A
 * text that cannot be read as one makes no page; whoever wants to save it is told why.
 */
import type { Block } from '../domain/document.ts';
import type { Refusal } from '../domain/errors.ts';
import { locales, type Locale } from '../domain/locale.ts';
import type { SiteSettings } from '../domain/site-settings.ts';
import { readSource } from '../formats/formats.ts';

export type AboutBlocks = Readonly<Partial<Record<Locale, readonly Block[]>>>;

interface Read {
  readonly blocks: AboutBlocks;
  /** Why a text makes no page. */
  readonly refusal?: Refusal;
}

const known = new WeakMap<SiteSettings['about'], Read>();

/** The blocks of each language that has a text. */
export function aboutBlocks(about: SiteSettings['about']): AboutBlocks {
  return readOnce(about).blocks;
}

/** Why one of the texts makes no page. Refusals: those of `readSource`. */
export function aboutObjection(about: SiteSettings['about']): Refusal | undefined {
  return readOnce(about).refusal;
}

function readOnce(about: SiteSettings['about']): Read {
  const read = known.get(about) ?? readAll(about);
  known.set(about, read);
  return read;
}

function readAll(about: SiteSettings['about']): Read {
  const texts = locales.flatMap((locale) => {
    const text = about[locale];
    return text ? [[locale, readSource({ text, format: 'markdown' })] as const] : [];
  });
  const blocks = texts.flatMap(([locale, read]) => (read.ok ? [[locale, read.blocks] as const] : []));
  const refusal = texts.map(([, read]) => read).find((read) => !read.ok);
  return { blocks: Object.fromEntries(blocks), ...(refusal && { refusal }) };
}
