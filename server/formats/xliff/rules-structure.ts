/** Constraints on what stands around the texts: ids, languages, white space, order, skeletons, states, notes. */
import { attribute, elementsOf, textOf, xmlNamespace, type XmlElement } from '../xml.ts';
import { below, children, type Context } from './context.ts';
import { resolve } from './fragments.ts';
import { marksOf, orderOf, partsOf, textsOf } from './marks.ts';
import { isForeign, keyOf, sayName } from './names.ts';
import type { Broken, Rule } from './rule.ts';

export const structureRules: readonly Rule[] = [
  {
    id: 'file-id',
    on: ['xliff'],
    find: (root) => repeated(children(root, 'file'), 'among the files'),
  },
  {
    id: 'group-id',
    on: ['file'],
    find: (file) => repeated(below(file, 'group'), 'among the groups of its file'),
  },
  {
    id: 'unit-id',
    on: ['file'],
    find: (file) => repeated(below(file, 'unit'), 'among the units of its file'),
  },
  {
    id: 'note-id',
    on: ['notes'],
    find: (notes) => repeated(children(notes, 'note'), 'among the notes beside it'),
  },
  {
    id: 'data-id',
    on: ['originalData'],
    find: (originalData) => repeated(children(originalData, 'data'), 'among the data of its unit'),
  },
  {
    id: 'part-id',
    on: ['unit', 'mtc:match'],
    find: (unit) => [...partIds(unit), ...(keyOf(unit) === 'mtc:match' ? [] : targetIds(unit))],
  },
  {
    id: 'extension-id',
    on: ['file', 'group', 'unit'],
    find: (owner) => {
      const elements = elementsOf(owner).filter(isForeign).flatMap(withAllBelow);
      return [...Map.groupBy(elements, ({ uri }) => uri).values()].flatMap((same) =>
        repeated(same, `among the extensions of its ${keyOf(owner) ?? ''}`, extensionId),
      );
    },
  },
  {
    id: 'unit-segment',
    on: ['unit'],
    find: (unit) => [children(unit, 'segment').length === 0 && { reason: 'unit holds no segment' }],
  },
  {
    id: 'skeleton-href',
    on: ['skeleton'],
    find: (skeleton) => [onlyWhereEmpty(skeleton)],
  },
  {
    id: 'target-language',
    on: ['target'],
    find: (target, { root, within }) => [
      attribute(root, 'trgLang') === undefined &&
        within(target, 'mtc:match') === undefined && { reason: 'there are targets, but xliff has no trgLang' },
    ],
  },
  {
    id: 'source-lang',
    on: ['source'],
    find: (source, { root, inherited }) => [unlike('srcLang', attribute(root, 'srcLang'), inherited(source, 'lang'))],
  },
  {
    id: 'target-lang',
    on: ['target'],
    find: (target, { root, within, inherited }) => {
      const match = within(target, 'mtc:match');
      const isReference = match !== undefined && attribute(match, 'reference') === 'yes';
      return [!isReference && unlike('trgLang', attribute(root, 'trgLang'), inherited(target, 'lang'))];
    },
  },
  {
    id: 'space',
    on: ['segment', 'ignorable'],
    find: (part, { inherited }) => {
      const [source, target] = [children(part, 'source')[0], children(part, 'target')[0]];
      if (source === undefined || target === undefined) return [];
      const isSame = (inherited(source, 'space') ?? 'default') === (inherited(target, 'space') ?? 'default');
      return [!isSame && { at: target, reason: 'xml:space differs between a source and its target' }];
    },
  },
  {
    id: 'order',
    on: ['unit'],
    find: (unit) => {
      const orders = partsOf(unit).map(orderOf);
      const [last] = [orders.length];
      if (new Set(orders).size < last) return [{ reason: 'two targets of a unit have the same order' }];
      return [orders.some((order) => order > last) && { reason: 'the order of a target is beyond the unit’s parts' }];
    },
  },
  {
    id: 'sub-state',
    on: ['segment'],
    find: (segment) => [needs(segment, 'subState', 'state')],
  },
  {
    id: 'sub-type',
    on: ['ph', 'pc', 'sc', 'ec', 'mtc:match'],
    find: (element) => [needs(element, 'subType', 'type'), unfitting(element)],
  },
  {
    id: 'comment',
    on: ['mrk', 'sm'],
    find: (mark, context) => {
      if (attribute(mark, 'type') !== 'comment') return [];
      const [value, ref] = [attribute(mark, 'value'), attribute(mark, 'ref')];
      if (value !== undefined && ref !== undefined) return [{ reason: 'a comment has both a value and a ref' }];
      if (value === undefined && ref === undefined) return [{ reason: 'a comment has neither a value nor a ref' }];
      return [ref !== undefined && !isNoteHere(ref, mark, context) && { reason: noNote }];
    },
  },
];

const noNote = 'the ref of a comment is not to a note of its unit';

function withAllBelow(element: XmlElement): XmlElement[] {
  return [element, ...elementsOf(element).flatMap(withAllBelow)];
}

function isNoteHere(ref: string, mark: XmlElement, context: Context): boolean {
  const note = ref.startsWith('#') ? resolve(ref, mark, context) : undefined;
  const notes = note && keyOf(note) === 'note' ? context.parentOf(note) : undefined;
  return notes !== undefined && context.parentOf(notes) === context.within(mark, 'unit');
}

/** Segments, ignorables and what is marked in the sources share one scope. */
function partIds(unit: XmlElement): Broken[] {
  const sources = keyOf(unit) === 'mtc:match' ? children(unit, 'source') : textsOf(unit, 'source');
  return repeated(
    [...partsOf(unit), ...sources.flatMap(markedIn)],
    'among the segments, ignorables and inline elements of its unit',
  );
}

/** Those of the targets are unique among themselves; one that a source has too is the same code or annotation. */
function targetIds(unit: XmlElement): Broken[] {
  const targets = textsOf(unit, 'target').flatMap(markedIn);
  const sources = new Map(
    textsOf(unit, 'source')
      .flatMap(markedIn)
      .map((one) => [attribute(one, 'id'), one]),
  );
  const parts = new Set(partsOf(unit).map((part) => attribute(part, 'id')));
  const clashes = targets.flatMap((target): Broken[] => {
    const id = attribute(target, 'id');
    const source = sources.get(id);
    const isFine = source ? kinOf(source) === kinOf(target) : id === undefined || !parts.has(id);
    return isFine ? [] : [{ at: target, reason: `the id ${id ?? ''} of a target names something else in its unit` }];
  });
  return [...repeated(targets, 'among the inline elements of the targets'), ...clashes];
}

/** The elements in which the marks of a text begin: those that have ids. */
function markedIn(text: XmlElement): XmlElement[] {
  return marksOf(text)
    .filter(({ at, element }) => at !== 'end' || keyOf(element) === 'ec')
    .map(({ element }) => element);
}

/** What may stand for what between the sides. */
function kinOf(element: XmlElement): string {
  const key = keyOf(element) ?? '';
  return { pc: 'span', sc: 'span', ec: 'span', mrk: 'annotation', sm: 'annotation' }[key] ?? key;
}

/** Each element whose id an earlier one has. */
export function repeated(
  elements: readonly XmlElement[],
  where: string,
  idOf: (element: XmlElement) => string | undefined = (element) => attribute(element, 'id'),
): Broken[] {
  const seen = new Set<string>();
  return elements.flatMap((element) => {
    const id = idOf(element);
    if (id === undefined) return [];
    if (seen.has(id)) return [{ at: element, reason: `the id ${id} of ${sayName(element)} is not unique ${where}` }];
    seen.add(id);
    return [];
  });
}

function extensionId(element: XmlElement): string | undefined {
  return attribute(element, 'id', xmlNamespace) ?? attribute(element, 'id');
}

/** `href` stands on an empty element, and on every one. */
export function onlyWhereEmpty(element: XmlElement): Broken | false {
  const isEmpty = elementsOf(element).length === 0 && textOf(element).trim() === '';
  const hasAddress = attribute(element, 'href') !== undefined;
  if (isEmpty === hasAddress) return false;
  return { reason: `${sayName(element)} ${isEmpty ? 'is empty and has no href' : 'has both content and href'}` };
}

export function needs(element: XmlElement, name: string, other: string, uri = ''): Broken | false {
  const isAlone = attribute(element, name, uri) !== undefined && attribute(element, other, uri) === undefined;
  return isAlone && { reason: `${sayName(element)} has ${name} without ${other}` };
}

function unlike(name: string, wanted: string | undefined, found: string | undefined): Broken | false {
  if (found === undefined || wanted === undefined || found.toLowerCase() === wanted.toLowerCase()) return false;
  return { reason: `xml:lang is ${found}, but ${name} is ${wanted}` };
}

/** The standard's own subtypes, each of its type. */
const subTypes: Readonly<Record<string, string>> = {
  'xlf:lb': 'fmt',
  'xlf:pb': 'fmt',
  'xlf:b': 'fmt',
  'xlf:i': 'fmt',
  'xlf:u': 'fmt',
  'xlf:var': 'ui',
};

function unfitting(element: XmlElement): Broken | false {
  const [type, subType] = [attribute(element, 'type'), attribute(element, 'subType')];
  if (type === undefined || !subType?.startsWith('xlf:')) return false;
  return subTypes[subType] !== type && { reason: `the subType ${subType} is not one of the type ${type}` };
}
