/**
 * The inline marks of a unit as a flat sequence, on one side: each start, end or point of a code, and of an annotation, in
 * the order in which a reader meets it (targets by their `order`). A `pc` and a pair of `sc` and `ec` are the same thing,
 * cut differently, so rules about codes ask this sequence and never the elements.
 */
import { attribute, isElement, type XmlElement } from '../xml.ts';
import { children } from './context.ts';
import { keyOf } from './names.ts';

export type Side = 'source' | 'target';

export interface Mark {
  readonly at: 'start' | 'end' | 'point';
  readonly of: 'code' | 'annotation';
  /** Of the code or annotation, wherever its halves say it; undefined where an end names none. */
  readonly id: string | undefined;
  readonly element: XmlElement;
}

/** The segments and ignorables of a unit. */
export function partsOf(unit: XmlElement): XmlElement[] {
  return children(unit, 'segment', 'ignorable');
}

/** The place of each part's target among the unit's, from 1: its `order`, else its own place. */
export function orderOf(part: XmlElement, index: number): number {
  const [target] = children(part, 'target');
  const order = target && attribute(target, 'order');
  return order !== undefined && /^[0-9]+$/u.test(order) ? Number(order) : index + 1;
}

/** The sources of a unit's parts, or those targets that there are, in the order in which they are read. */
export function textsOf(unit: XmlElement, side: Side): XmlElement[] {
  const parts = partsOf(unit).map((part, index) => ({ part, order: side === 'source' ? index : orderOf(part, index) }));
  return parts.toSorted((one, other) => one.order - other.order).flatMap(({ part }) => children(part, side));
}

/** The marks of a text, in reading order. */
export function marksOf(text: XmlElement): Mark[] {
  return text.children.flatMap((node) => {
    if (!isElement(node)) return [];
    const shape = shapes[keyOf(node) ?? ''];
    if (shape === undefined) return [];
    const { of, at } = shape;
    const id = attribute(node, at === 'end' && attribute(node, 'isolated') !== 'yes' ? 'startRef' : 'id');
    if (at !== 'around') return [{ at, of, id, element: node }];
    return [{ at: 'start', of, id, element: node }, ...marksOf(node), { at: 'end', of, id, element: node }] as Mark[];
  });
}

const shapes: Readonly<Record<string, { of: Mark['of']; at: Mark['at'] | 'around' }>> = {
  ph: { of: 'code', at: 'point' },
  pc: { of: 'code', at: 'around' },
  sc: { of: 'code', at: 'start' },
  ec: { of: 'code', at: 'end' },
  mrk: { of: 'annotation', at: 'around' },
  sm: { of: 'annotation', at: 'start' },
  em: { of: 'annotation', at: 'end' },
};
