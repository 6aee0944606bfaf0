/** Constraints of the modules (§5), and on references, which mostly modules make. */
import { attribute, elementsOf, xmlNamespace, type XmlElement } from '../xml.ts';
import { below, children, remembered, type Context } from './context.ts';
import { fragmentFault, resolve } from './fragments.ts';
import { keyOf, isForeign, modules } from './names.ts';
import type { Broken, Rule } from './rule.ts';
import { needs, onlyWhereEmpty, repeated } from './rules-structure.ts';

const [fs] = modules.fs;
const [slr] = modules.slr;

export const moduleRules: readonly Rule[] = [
  {
    id: 'reference',
    on: ['mrk', 'sm', 'gls:glossEntry', 'gls:translation', 'mtc:match'],
    find: (element, context) => [referenceFault(element, context)],
  },
  {
    id: 'match-ref',
    on: ['mtc:match'],
    find: (match, context) => [matchFault(match, context)],
  },
  {
    id: 'match-id',
    on: ['mtc:matches'],
    find: (matches) => repeated(children(matches, 'mtc:match'), 'among the matches of its unit'),
  },
  {
    id: 'match-lang',
    on: ['mtc:match'],
    find: (match) => [attribute(match, 'lang', xmlNamespace) !== undefined && { reason: 'mtc:match has xml:lang' }],
  },
  {
    id: 'glossary-id',
    on: ['gls:glossary'],
    find: (glossary) => repeated(below(glossary, 'gls:glossEntry', 'gls:translation'), 'in its glossary'),
  },
  {
    id: 'glossary-entry',
    on: ['gls:glossEntry'],
    find: (entry) => [
      children(entry, 'gls:translation', 'gls:definition').length === 0 && {
        reason: 'gls:glossEntry holds neither a translation nor a definition',
      },
    ],
  },
  { id: 'sub-style', on: ['*'], find: (element) => [needs(element, 'subFs', 'fs', fs)] },
  {
    id: 'metadata-id',
    on: ['mda:metadata'],
    find: (metadata) => repeated([metadata, ...below(metadata, 'mda:metaGroup')], 'in its metadata'),
  },
  {
    id: 'resource-id',
    on: ['file', 'unit'],
    find: (owner) => {
      const items = children(owner, 'res:resourceData').flatMap((data) => elementsOf(data));
      return repeated(items, `among the resources of its ${keyOf(owner) ?? ''}`);
    },
  },
  { id: 'resource-href', on: ['res:source', 'res:target'], find: (element) => [onlyWhereEmpty(element)] },
  {
    id: 'resource-lang',
    on: ['res:source', 'res:target'],
    find: (element, { root, parentOf }) => {
      const isSource = keyOf(element) === 'res:source';
      const item = parentOf(element);
      // What is there for context only may be in a language that a reader of the target knows.
      if (!isSource && item !== undefined && attribute(item, 'context') !== 'no') return [];
      const [found, name] = [attribute(element, 'lang', xmlNamespace), isSource ? 'srcLang' : 'trgLang'];
      const wanted = attribute(root, name);
      return [
        found !== undefined && found !== wanted && { reason: `xml:lang is ${found}, but ${name} is ${wanted ?? ''}` },
      ];
    },
  },
  { id: 'revisions', on: ['ctr:revisions'], find: (revisions, context) => [revisionsFault(revisions, context)] },
  { id: 'revision-property', on: ['ctr:revision'], find: propertyFaults },
  {
    id: 'size',
    on: ['*'],
    find: (element, context) => [
      sizeFault(element, 'equivStorage', 'storageProfile', context),
      sizeFault(element, 'sizeInfo', 'generalProfile', context),
    ],
  },
  { id: 'size-ref', on: ['*'], find: (element, context) => [sizeRefFault(element, context)] },
  { id: 'validation-rule', on: ['val:rule'], find: (rule) => [kindFault(rule)] },
];

function referenceFault(element: XmlElement, context: Context): Broken | undefined {
  const ref = attribute(element, 'ref');
  const fault = ref === undefined ? undefined : fragmentFault(ref);
  if (fault !== undefined) return { reason: `the reference ${ref ?? ''} ${fault}` };
  if (!ref?.startsWith('#') || resolve(ref, element, context) !== undefined) return undefined;
  return { reason: `the reference ${ref} leads to nothing` };
}

/** Of a match: a span of text in its own unit. */
function matchFault(match: XmlElement, context: Context): Broken | undefined {
  const ref = attribute(match, 'ref') ?? '';
  if (!ref.startsWith('#')) return { reason: `the ref ${ref} of mtc:match is not a fragment identifier` };
  const there = fragmentFault(ref) === undefined ? resolve(ref, match, context) : undefined;
  const spans = ['segment', 'ignorable', 'mrk', 'sm', 'pc', 'sc'];
  const isSpan = there !== undefined && spans.includes(keyOf(there) ?? '');
  const isHere = there !== undefined && context.within(there, 'unit') === context.within(match, 'unit');
  return isSpan && isHere ? undefined : { reason: `the ref ${ref} of mtc:match is not to a text of its unit` };
}

/** What stands beside a change track, by its id: the elements that its revisions are about. */
const identifiedIn = remembered((owner) => {
  const elements = allBelow(owner).filter((one) => !keyOf(one)?.startsWith('ctr:'));
  return new Map(elements.map((one) => [attribute(one, 'id'), one] as const).filter(([id]) => id !== undefined));
});

/** How many of each kind stand there with an id. */
const numbersIn = remembered((owner) => {
  const numbers = new Map<string, number>();
  for (const one of identifiedIn(owner).values())
    numbers.set(keyOf(one) ?? '', (numbers.get(keyOf(one) ?? '') ?? 0) + 1);
  return numbers;
});

function ownerOf(revisions: XmlElement, { root, parentOf }: Context): XmlElement {
  const track = parentOf(revisions);
  return (track && parentOf(track)) ?? root;
}

function allBelow(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((child) => [child, ...allBelow(child)]);
}

function revisionsFault(revisions: XmlElement, context: Context): Broken | undefined {
  const [appliesTo = '', ref] = [attribute(revisions, 'appliesTo'), attribute(revisions, 'ref')];
  const owner = ownerOf(revisions, context);
  if (ref !== undefined) {
    return identifiedIn(owner).has(ref)
      ? undefined
      : { reason: `the ref ${ref} of ctr:revisions names no element beside it` };
  }
  return (numbersIn(owner).get(appliesTo) ?? 0) > 1
    ? { reason: `ctr:revisions applies to ${appliesTo}, of which there are several with an id, and has no ref` }
    : undefined;
}

/** A property is the content or an attribute of the element that changed, each once in a revision. */
function propertyFaults(revision: XmlElement, context: Context): Broken[] {
  const revisions = context.parentOf(revision);
  const ref = revisions && attribute(revisions, 'ref');
  const appliesTo = revisions && attribute(revisions, 'appliesTo');
  const element = revisions && identifiedIn(ownerOf(revisions, context)).get(ref);
  const seen = new Set<string>();
  return children(revision, 'ctr:item').flatMap((item): Broken[] => {
    const property = attribute(item, 'property') ?? '';
    if (seen.has(property)) return [{ at: item, reason: `a revision gives its ${property} twice` }];
    seen.add(property);
    const isOfElement =
      element === undefined || keyOf(element) !== appliesTo || attribute(element, property) !== undefined;
    return property === 'content' || isOfElement
      ? []
      : [{ at: item, reason: `${property} is neither content nor an attribute of what changed` }];
  });
}

const profilesOf = remembered((file) => children(file, 'slr:profiles')[0]);
const sizeDataIn = remembered((owner) => {
  return new Set(
    children(owner, 'slr:data')
      .flatMap(allBelow)
      .map((item) => attribute(item, 'id')),
  );
});

/** The standard's own profiles count, and so does a number where no profile says otherwise. */
function sizeFault(element: XmlElement, name: string, profile: string, { within }: Context): Broken | false {
  const value = attribute(element, name, slr);
  if (value === undefined) return false;
  const file = within(element, 'file');
  const profiles = file && profilesOf(file);
  const inForce = profiles && attribute(profiles, profile);
  const isCounted = inForce === undefined ? /^[-+.]?[0-9]/u.test(value) : inForce.startsWith('xliff:');
  return isCounted && !/^[0-9]+$/u.test(value) && { reason: `slr:${name} is ${value}, not a whole number` };
}

function sizeRefFault(element: XmlElement, context: Context): Broken | undefined {
  const ref = attribute(element, 'sizeInfoRef', slr);
  if (ref === undefined) return undefined;
  if (attribute(element, 'sizeInfo', slr) !== undefined) {
    return { reason: 'slr:sizeInfo and slr:sizeInfoRef stand together' };
  }
  for (let one: XmlElement | undefined = element; one !== undefined; one = context.parentOf(one)) {
    const above = context.parentOf(one);
    if (above !== undefined && sizeDataIn(above).has(ref)) return undefined;
  }
  return { reason: `slr:sizeInfoRef names ${ref}, which no slr:data beside or above holds` };
}

const kinds = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith'] as const;

/** Exactly one kind of rule; `existsInSource` goes with those that look for something. */
function kindFault(rule: XmlElement): Broken | undefined {
  const given = kinds.filter((name) => attribute(rule, name) !== undefined);
  const ownRules = rule.attributes.some(isForeign) ? 1 : 0;
  if (attribute(rule, 'existsInSource') !== undefined) {
    const isLooking = given.length === 1 && given[0] !== 'isNotPresent' && ownRules === 0;
    if (!isLooking) return { reason: 'existsInSource goes with exactly one of isPresent, startsWith, endsWith' };
  }
  if (given.length + ownRules === 1) return undefined;
  return { reason: `val:rule holds ${given.length + ownRules} rules, not exactly one` };
}
