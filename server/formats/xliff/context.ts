/** Where an element of an XLIFF file stands: what is above it, and what it inherits from there. */
import { attribute, elementsOf, isElement, xmlNamespace, type XmlElement } from '../xml.ts';
import { keyOf } from './names.ts';

export interface Context {
  readonly root: XmlElement;
  readonly parentOf: (element: XmlElement) => XmlElement | undefined;
  /** The nearest element of that key above it, or itself. */
  readonly within: (element: XmlElement, key: string) => XmlElement | undefined;
  /** An `xml:` attribute in force. */
  readonly inherited: (element: XmlElement, name: string) => string | undefined;
}

/** The context of a file, and its elements in reading order. */
export function contextOf(root: XmlElement): Context & { readonly elements: readonly XmlElement[] } {
  const parents = new Map<XmlElement, XmlElement>();
  const elements: XmlElement[] = [];
  const open = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    elements.push(element);
    const children = elementsOf(element);
    for (const child of children.toReversed()) {
      parents.set(child, element);
      open.push(child);
    }
  }
  const parentOf = (element: XmlElement) => parents.get(element);
  return {
    root,
    elements,
    parentOf,
    within: (element, key) => upwards(element, parentOf).find((one) => keyOf(one) === key),
    inherited: (element, name) =>
      upwards(element, parentOf)
        .map((one) => attribute(one, name, xmlNamespace))
        .find((value) => value !== undefined),
  };
}

/** The elements of a key below an element, in reading order, at any depth; itself not. */
export function below(element: XmlElement, ...keys: readonly string[]): XmlElement[] {
  return element.children.flatMap((node) => {
    if (!isElement(node)) return [];
    const rest = below(node, ...keys);
    return keys.includes(keyOf(node) ?? '') ? [node, ...rest] : rest;
  });
}

/** The children of an element that have one of these keys. */
export function children(element: XmlElement, ...keys: readonly string[]): XmlElement[] {
  return elementsOf(element).filter((child) => keys.includes(keyOf(child) ?? ''));
}

/** A function of an element that is worked out once for each: a file may ask it of one element as often as it is long. */
export function remembered<T>(work: (element: XmlElement) => T): (element: XmlElement) => T {
  const known = new WeakMap<XmlElement, { readonly value: T }>();
  return (element) => {
    const found = known.get(element) ?? { value: work(element) };
    known.set(element, found);
    return found.value;
  };
}

function upwards(element: XmlElement, parentOf: Context['parentOf']): XmlElement[] {
  const above: XmlElement[] = [];
  for (let one: XmlElement | undefined = element; one !== undefined; one = parentOf(one)) above.push(one);
  return above;
}
