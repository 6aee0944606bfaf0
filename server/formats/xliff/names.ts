/**
 * Names of XLIFF 2.0 and 2.1: the namespaces of the core and of its modules, each by the prefix under which the standard
 * registers it, and the key (`unit`, `mtc:match`) by which the tables of this folder name an element or an attribute
 * whatever prefix a file chose.
 */
import { xmlNamespace, type XmlElement } from '../xml.ts';

export const core = 'urn:oasis:names:tc:xliff:document:2.0';

/** Of the modules; both versions of a module that has two. */
export const modules = {
  mtc: ['urn:oasis:names:tc:xliff:matches:2.0'],
  gls: ['urn:oasis:names:tc:xliff:glossary:2.0'],
  fs: ['urn:oasis:names:tc:xliff:fs:2.0'],
  mda: ['urn:oasis:names:tc:xliff:metadata:2.0'],
  res: ['urn:oasis:names:tc:xliff:resourcedata:2.0'],
  ctr: ['urn:oasis:names:tc:xliff:changetracking:2.0'],
  slr: ['urn:oasis:names:tc:xliff:sizerestriction:2.0'],
  val: ['urn:oasis:names:tc:xliff:validation:2.0'],
} as const satisfies Record<string, readonly string[]>;

/** Every namespace that the standard keeps for itself begins so. */
export const reserved = 'urn:oasis:names:tc:xliff:';

/** Of the declarations `xmlns` and `xmlns:…`. */
export const declarations = 'http://www.w3.org/2000/xmlns/';

const prefixes: ReadonlyMap<string, string> = new Map([
  [core, ''],
  [xmlNamespace, 'xml:'],
  ...Object.entries(modules).flatMap(([prefix, uris]) => uris.map((uri) => [uri, `${prefix}:`] as const)),
]);

/** `unit`, `mtc:match`, `xml:lang`; undefined for a name that is not of the standard. An attribute's '' is the element's own. */
export function keyOf({ name, uri }: Pick<XmlElement, 'name' | 'uri'>): string | undefined {
  const prefix = prefixes.get(uri);
  return prefix === undefined ? undefined : prefix + name;
}

/** A name as a reason says it. */
export function sayName(named: Pick<XmlElement, 'name' | 'uri'>): string {
  return keyOf(named) ?? (named.uri === '' ? named.name : `{${named.uri}}${named.name}`);
}

/** Whether a name is of a namespace that is nobody's but its author's. */
export function isForeign({ uri }: Pick<XmlElement, 'uri'>): boolean {
  return uri !== '' && !uri.startsWith(reserved) && uri !== xmlNamespace && uri !== declarations;
}
