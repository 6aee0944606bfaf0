/**
 * The same document, the same bytes: what the library takes from the clock and from chance is put in order. Its links
 * carry random ids, its properties and its zip the present time.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Timestamp } from '../../domain/document.ts';
import type { Locale } from '../../domain/locale.ts';
import { zipTime } from '../zip-time.ts';
import { languageTags } from './styles.ts';

/** The document, changed at `at`, in a language. */
export function repeatable(
  document: Uint8Array,
  about: { readonly at: Timestamp; readonly locale: Locale },
): Uint8Array {
  const numbered = linkNumbers();
  const files = Object.entries(unzipSync(document)).map(([name, bytes]) => {
    if (name === 'docProps/core.xml') return [name, strToU8(dated(strFromU8(bytes), about))] as const;
    return [name, /\.(?:xml|rels)$/u.test(name) ? strToU8(numbered(strFromU8(bytes))) : bytes] as const;
  });
  return zipSync(Object.fromEntries(files), { level: 6, mtime: zipTime() });
}

/** Ids of 21 random characters become numbers, in the order in which the parts name them. */
function linkNumbers(): (xml: string) => string {
  const known = new Map<string, number>();
  return (xml) =>
    xml.replace(/(?<=(?:r:id|Id)=")(?:rId)?([a-z0-9_-]{21})(?=")/gu, (_, id: string) => {
      const number = known.get(id) ?? known.size + 1;
      known.set(id, number);
      return `rIdLink${number}`;
    });
}

function dated(xml: string, { at, locale }: { readonly at: Timestamp; readonly locale: Locale }): string {
  const time = `${at.slice(0, 19)}Z`;
  return xml
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, (_, tag: string) => tag + time)
    .replace('</cp:coreProperties>', `<dc:language>${languageTags[locale]}</dc:language></cp:coreProperties>`);
}
