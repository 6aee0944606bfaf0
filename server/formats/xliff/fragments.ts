/**
 * Fragment identifiers (§6): `#/f=f1/u=u1/n=n1`. Selectors narrow from file to group to unit; the last one may name what
 * stands in there: a note (`n`), data (`d`), something in a source (no prefix) or a target (`t`), or an element of a
 * module or extension by a registered prefix. A reference without `/` begins where it stands.
 */
import { attribute, elementsOf, xmlNamespace, type XmlElement } from '../xml.ts';
import { below, children, remembered, type Context } from './context.ts';
import { textsOf } from './marks.ts';
import { keyOf, modules } from './names.ts';
import { nmtoken } from './values.ts';

/** Prefixes of extensions that are registered with OASIS. */
const registered: Readonly<Record<string, readonly string[]>> = {
  ...modules,
  its: ['http://www.w3.org/2005/11/its'],
  tbx: ['urn:iso:std:iso:30042:ed-1:v1:en'],
};

const containers = ['f', 'g', 'u'];
const leaves = ['n', 'd', 't'];

interface Selector {
  /** '' for what has none. */
  readonly prefix: string;
  readonly id: string;
}

/** What is wrong with a reference's form; undefined for a sound one, or one into another file. */
export function fragmentFault(ref: string): string | undefined {
  if (!ref.startsWith('#')) return undefined;
  const selectors = selectorsOf(ref);
  const prefixes = selectors.map(({ prefix }) => prefix);
  const inContainers = prefixes.filter((prefix) => containers.includes(prefix));
  if (selectors.some(({ id }) => !nmtoken.admits(id))) return 'has a selector whose id is not an NMTOKEN';
  const bad = prefixes.find((prefix) => prefix !== '' && !isPrefix(prefix));
  if (bad !== undefined) return `has the prefix ${bad}, which is ${prefixFault(bad)}`;
  if (prefixes.slice(0, -1).some((prefix) => !containers.includes(prefix))) {
    return 'has a selector after the one that may only be the last';
  }
  if (new Set(inContainers).size < inContainers.length) return 'has a prefix twice';
  if (inContainers.toSorted((a, b) => containers.indexOf(a) - containers.indexOf(b)).join() !== inContainers.join()) {
    return 'does not go from file to group to unit';
  }
  if (inContainers.includes('g') && inContainers.includes('u')) return 'names both a group and a unit';
  return ref.startsWith('#/') && prefixes[0] !== 'f' ? 'begins with / but not with a file' : undefined;
}

/** What a sound reference into the same file leads to; undefined where nothing is there. */
export function resolve(ref: string, from: XmlElement, context: Context): XmlElement | undefined {
  let scope = startOf(ref, from, context);
  for (const { prefix, id } of selectorsOf(ref)) {
    if (scope === undefined) return undefined;
    scope = select(scope, prefix, id);
  }
  return scope;
}

function selectorsOf(ref: string): Selector[] {
  return ref
    .replace(/^#\/?/u, '')
    .split('/')
    .map((selector) => {
      const cut = selector.indexOf('=');
      return cut < 0 ? { prefix: '', id: selector } : { prefix: selector.slice(0, cut), id: selector.slice(cut + 1) };
    });
}

function isPrefix(prefix: string): boolean {
  return containers.includes(prefix) || leaves.includes(prefix) || Object.hasOwn(registered, prefix);
}

function prefixFault(prefix: string): string {
  if (!nmtoken.admits(prefix)) return 'not an NMTOKEN';
  return prefix.length < 2 ? 'shorter than two characters' : 'not registered';
}

function startOf(ref: string, from: XmlElement, { root, within }: Context): XmlElement | undefined {
  const [first] = selectorsOf(ref);
  if (first?.prefix === 'f') return root;
  if (first?.prefix === 'g' || first?.prefix === 'u') return within(from, 'file');
  return within(from, 'unit') ?? within(from, 'group') ?? within(from, 'file');
}

/** What can be named in an element: by prefix, then by id; of two with one id the first. */
const namedIn = remembered(() => new Map<string, ReadonlyMap<string, XmlElement>>());

function select(scope: XmlElement, prefix: string, id: string): XmlElement | undefined {
  const prefixed = namedIn(scope);
  const byId = prefixed.get(prefix) ?? indexOf(candidates(scope, prefix));
  prefixed.set(prefix, byId);
  return byId.get(id);
}

function indexOf(elements: readonly XmlElement[]): ReadonlyMap<string, XmlElement> {
  const pairs = elements.flatMap((one) =>
    [attribute(one, 'id'), attribute(one, 'id', xmlNamespace)].flatMap((id) => (id === undefined ? [] : [[id, one]])),
  ) as Array<[string, XmlElement]>;
  return new Map(pairs.toReversed());
}

function candidates(scope: XmlElement, prefix: string): XmlElement[] {
  if (prefix === 'f') return children(scope, 'file');
  if (prefix === 'g') return below(scope, 'group');
  if (prefix === 'u') return below(scope, 'unit');
  if (prefix === 'n') return children(scope, 'notes').flatMap((notes) => children(notes, 'note'));
  if (prefix === 'd') return children(scope, 'originalData').flatMap((data) => children(data, 'data'));
  if (prefix === 't') return textsOf(scope, 'target').flatMap(everything);
  if (prefix === '')
    return [...children(scope, 'segment', 'ignorable'), ...textsOf(scope, 'source').flatMap(everything)];
  const uris = registered[prefix] ?? [];
  const isInside = (element: XmlElement) => ['group', 'unit'].includes(keyOf(element) ?? '');
  const own = elementsOf(scope).filter((child) => !isInside(child));
  return own.flatMap((child) => [child, ...everything(child)]).filter(({ uri }) => uris.includes(uri));
}

function everything(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((child) => [child, ...everything(child)]);
}
