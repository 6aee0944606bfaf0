/** Constraints on inline codes and annotations: their pairs, their order, what may be done with them, what they name. */
import { attribute, type XmlElement } from '../xml.ts';
import { below, children } from './context.ts';
import { marksOf, partsOf, textsOf, type Mark, type Side } from './marks.ts';
import { keyOf, modules, sayName } from './names.ts';
import type { Broken, Rule } from './rule.ts';

export const inlineRules: readonly Rule[] = [
  { id: 'pairs', on: ['unit'], find: (unit) => [...pairs(unit, 'source'), ...pairs(unit, 'target')] },
  {
    id: 'end-code',
    on: ['ec'],
    find: (ec) => {
      const [id, startRef] = [attribute(ec, 'id'), attribute(ec, 'startRef')];
      if (attribute(ec, 'isolated') === 'yes') {
        if (startRef !== undefined) return [{ reason: 'an isolated ec has startRef' }];
        return [id === undefined && { reason: 'an isolated ec has no id' }];
      }
      const lent = ec.attributes.filter(({ uri }) => isLent(uri)).map((one) => sayName(one));
      return [
        startRef === undefined && { reason: 'an ec that is not isolated has no startRef' },
        id !== undefined && { reason: 'an ec that is not isolated has an id' },
        attribute(ec, 'dir') !== undefined && { reason: 'an ec that is not isolated has dir' },
        ...lent.map((name) => ({ reason: `an ec that is not isolated has ${name}` })),
      ];
    },
  },
  {
    id: 'editing-hints',
    on: ['ph', 'pc', 'sc', 'ec'],
    find: (code) => {
      const reorder = attribute(code, 'canReorder') ?? 'yes';
      const isFree = attribute(code, 'canCopy') !== 'no' || attribute(code, 'canDelete') !== 'no';
      return [
        reorder !== 'yes' && isFree && { reason: `canReorder is ${reorder}, but canCopy and canDelete are not no` },
      ];
    },
  },
  { id: 'sequence', on: ['unit'], find: (unit) => [...unbegun(unit, 'source'), ...unbegun(unit, 'target')] },
  { id: 'reordered', on: ['unit'], find: reordered },
  { id: 'not-removable', on: ['unit'], find: removed },
  {
    id: 'data-ref',
    on: ['unit', 'mtc:match'],
    find: (owner) => {
      const data = children(owner, 'originalData').flatMap((one) => children(one, 'data'));
      const ids = new Set(data.map((one) => attribute(one, 'id')));
      return codesOf(owner).flatMap((code) =>
        named(code, ['dataRef', 'dataRefStart', 'dataRefEnd'], ids, 'originalData'),
      );
    },
  },
  {
    id: 'copy-of',
    on: ['unit'],
    find: (unit) => {
      const codes = codesOf(unit);
      const byId = new Map(codes.map((code) => [attribute(code, 'id'), code]));
      return codes.map((code) => copyFault(code, byId));
    },
  },
  {
    id: 'sub-flows',
    on: ['file'],
    find: (file) => {
      const units = new Set(below(file, 'unit').map((unit) => attribute(unit, 'id')));
      return below(file, 'ph', 'pc', 'sc', 'ec').flatMap((code) =>
        named(code, ['subFlows', 'subFlowsStart', 'subFlowsEnd'], units, 'its file'),
      );
    },
  },
  {
    id: 'code-point',
    on: ['cp'],
    find: (cp) => {
      const hex = attribute(cp, 'hex') ?? '';
      if (!/^[0-9A-Fa-f]{4,6}$/u.test(hex) || Number.parseInt(hex, 16) > 0x10ffff) {
        return [{ reason: 'the hex of cp is not a code point' }];
      }
      return [isXmlCharacter(Number.parseInt(hex, 16)) && { reason: 'cp is of a character that XML can hold' }];
    },
  },
];

/** What XML 1.0 can hold (§2.2 Char). */
function isXmlCharacter(point: number): boolean {
  if (point < 0x20) return [0x09, 0x0a, 0x0d].includes(point);
  return point <= 0xd7ff || (point >= 0xe000 && point <= 0xfffd) || point >= 0x10000;
}

function isLent(uri: string): boolean {
  return (modules.fs as readonly string[]).includes(uri) || (modules.slr as readonly string[]).includes(uri);
}

/** The codes of a unit's texts, or of a match's; what a module keeps within a unit is not the unit's. */
function codesOf(owner: XmlElement): XmlElement[] {
  const holders = keyOf(owner) === 'unit' ? partsOf(owner) : [owner];
  return holders.flatMap((holder) => below(holder, 'ph', 'pc', 'sc', 'ec'));
}

function named(
  code: XmlElement,
  names: readonly string[],
  known: ReadonlySet<string | undefined>,
  where: string,
): Broken[] {
  return names.flatMap((name) =>
    (attribute(code, name)?.trim().split(/\s+/u) ?? [])
      .filter((id) => !known.has(id))
      .map((id) => ({ at: code, reason: `${name} names ${id}, which is not in ${where}` })),
  );
}

function copyFault(code: XmlElement, byId: ReadonlyMap<string | undefined, XmlElement>): Broken | false {
  const of = attribute(code, 'copyOf');
  if (of === undefined) return false;
  const original = byId.get(of);
  if (original === undefined) return { at: code, reason: `copyOf names ${of}, which is no code of its unit` };
  if (attribute(original, 'canCopy') === 'no')
    return { at: code, reason: `copyOf names ${of}, which has canCopy="no"` };
  const hasData = ['dataRef', 'dataRefStart', 'dataRefEnd'].some((name) => attribute(code, name) !== undefined);
  return hasData && { at: code, reason: 'a code has both copyOf and dataRef' };
}

function unitMarks(unit: XmlElement, side: Side): Mark[] {
  return textsOf(unit, side).flatMap(marksOf);
}

/** Whether every part has a target: what another part holds can then not be still to come. */
function isWhole(unit: XmlElement, side: Side): boolean {
  return side === 'source' || children(unit, 'segment').every((part) => children(part, 'target').length > 0);
}

const hints = ['canCopy', 'canDelete', 'canOverlap', 'canReorder'] as const;

/** Each start has one end after it, in the same unit, that agrees with it; what is isolated has none. */
function pairs(unit: XmlElement, side: Side): Broken[] {
  const broken: Broken[] = [];
  const open = new Map<string, XmlElement>();
  const starts = new Map<string, XmlElement>();
  for (const { at, of, id = '', element } of unitMarks(unit, side)) {
    const key = `${of} ${id}`;
    const isIsolated = attribute(element, 'isolated') === 'yes';
    if (at === 'start') starts.set(key, element);
    if (at === 'start' && !isIsolated) open.set(key, element);
    if (at !== 'end' || isIsolated) continue;
    const start = open.get(key);
    open.delete(key);
    if (start === undefined) {
      const isLone = !isWhole(unit, side) && !starts.has(key);
      if (!isLone) broken.push(loneEnd(element, id, starts.get(key)));
    } else if (start !== element && of === 'code') broken.push(...disagreements(start, element));
  }
  if (!isWhole(unit, side)) return broken;
  return [...broken, ...Array.from(open.values(), (start) => loneStart(start))];
}

function loneEnd(end: XmlElement, id: string, start: XmlElement | undefined): Broken {
  const name = sayName(end);
  const isOfIsolated = start !== undefined && attribute(start, 'isolated') === 'yes';
  const why = isOfIsolated ? 'whose start is isolated' : 'without a start before it';
  return { at: end, reason: `${name} ${id}, ${why}` };
}

function loneStart(start: XmlElement): Broken {
  const advice = keyOf(start) === 'sc' ? ', and is not isolated' : '';
  return { at: start, reason: `${sayName(start)} ${attribute(start, 'id') ?? ''} has no end in its unit${advice}` };
}

/** What may be done with the two halves of a code is the same, but that only the first begins a sequence. */
function disagreements(start: XmlElement, end: XmlElement): Broken[] {
  if (keyOf(end) !== 'ec') return [];
  return hints.flatMap((name) => {
    const [first, second] = [attribute(start, name) ?? 'yes', attribute(end, name) ?? 'yes'];
    const wanted = name === 'canReorder' && first === 'firstNo' ? 'no' : first;
    return second === wanted ? [] : [{ at: end, reason: `${name} is ${second} on ec and ${first} on its sc` }];
  });
}

/** A code's place in a sequence that keeps its order: the first, a further one, or in none. */
function reorderOf({ element, at }: Mark): string {
  const value = attribute(element, 'canReorder') ?? 'yes';
  return keyOf(element) === 'pc' && at === 'end' && value === 'firstNo' ? 'no' : value;
}

function sequencesOf(marks: readonly Mark[]): { readonly sequences: Mark[][]; readonly lost: Mark[] } {
  const sequences: Mark[][] = [];
  const lost: Mark[] = [];
  let current: Mark[] | undefined;
  for (const mark of marks) {
    if (mark.of !== 'code') continue;
    const reorder = reorderOf(mark);
    if (reorder === 'firstNo') sequences.push((current = [mark]));
    else if (reorder === 'no') (current ?? lost).push(mark);
    else current = undefined;
  }
  return { sequences, lost };
}

function unbegun(unit: XmlElement, side: Side): Broken[] {
  if (!isWhole(unit, side)) return [];
  const { lost } = sequencesOf(unitMarks(unit, side));
  return lost.map(({ element }) => ({ at: element, reason: 'canReorder is no, but no firstNo begins the sequence' }));
}

/** Codes that keep their order stand in the target one after the other, as in the source, or not at all. */
function reordered(unit: XmlElement): Broken[] {
  if (!isWhole(unit, 'target') || textsOf(unit, 'target').length === 0) return [];
  const name = ({ at, id }: Mark) => `${at} ${id ?? ''}`;
  const target = unitMarks(unit, 'target').filter(({ of }) => of === 'code');
  const places = new Map(target.map((mark, place) => [name(mark), place] as const).toReversed());
  return sequencesOf(unitMarks(unit, 'source')).sequences.flatMap((sequence) => {
    const first = sequence[0] && places.get(name(sequence[0]));
    if (first === undefined) return [];
    const isKept = sequence.every((mark, index) => {
      const there = target[first + index];
      return there !== undefined && name(there) === name(mark);
    });
    const at = target[first]?.element ?? unit;
    return isKept ? [] : [{ at, reason: 'codes that may not be reordered stand otherwise than in the source' }];
  });
}

/** A code that may not be deleted is somewhere in the unit's targets once its own segment has one. */
function removed(unit: XmlElement): Broken[] {
  const kept = new Set(unitMarks(unit, 'target').map(({ id }) => id));
  return partsOf(unit).flatMap((part) => {
    const [target] = children(part, 'target');
    if (target === undefined) return [];
    const codes = children(part, 'source').flatMap(marksOf);
    const wanted = codes.filter(({ at, of, element, id }) => {
      return of === 'code' && at !== 'end' && attribute(element, 'canDelete') === 'no' && !kept.has(id);
    });
    return wanted.map(({ id }) => ({
      at: target,
      reason: `the target lacks code ${id ?? ''}, which has canDelete="no"`,
    }));
  });
}
