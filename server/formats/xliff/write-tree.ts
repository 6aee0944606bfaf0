/**
 * A tree of XML as text: names, values and characters as they were, so that reading it again gives the same tree. Nothing is
 * indented: white space is text. A namespace keeps the prefix under which the tree declares it; one that nothing
 * declares is declared where it is first needed. Comments are not in the tree.
 */
import { escapeAttribute, escapeText, isElement, xmlNamespace, type XmlElement } from '../xml.ts';
import { declarations } from './names.ts';

/** Which prefix stands for which namespace; '' is the default one. */
type Scope = ReadonlyMap<string, string>;

/** A whole file, in UTF-8. */
export function writeTree(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, new Map([['xml', xmlNamespace]]))}\n`;
}

function writeElement(element: XmlElement, outer: Scope): string {
  const names = namesOf(element, outer);
  const attributes = element.attributes.map(({ name, uri, value }) => {
    return ` ${names.attribute(name, uri)}="${escapeAttribute(value)}"`;
  });
  const tag = names.element();
  const start = [tag, ...attributes, ...names.added()].join('');
  if (element.children.length === 0) return `<${start}/>`;
  const content = element.children.map((node) => {
    if (typeof node === 'string') return escapeText(node);
    return isElement(node) ? writeElement(node, names.scope()) : `<?${node.target} ${node.body}?>`;
  });
  return `<${start}>${content.join('')}</${tag}>`;
}

/** How an element and its attributes are called in a scope, which its own declarations and needs extend. */
function namesOf({ name, uri, attributes }: XmlElement, outer: Scope) {
  /** The outer one until something is declared: in a file of many thousand elements hardly any declares anything. */
  let scope = outer;
  const declare = (prefix: string, value: string): void => {
    scope = new Map(scope).set(prefix, value);
  };
  for (const one of attributes) if (one.uri === declarations) declare(declared(one.name), one.value);
  const added: string[] = [];
  const prefixOf = (wanted: string, mayBeDefault: boolean): string => {
    const known = [...scope].find(([prefix, value]) => value === wanted && (mayBeDefault || prefix !== ''));
    if (known !== undefined) return known[0];
    const free = mayBeDefault && (scope.get('') ?? '') === '' ? '' : freePrefix(scope);
    declare(free, wanted);
    added.push(free === '' ? ` xmlns="${escapeAttribute(wanted)}"` : ` xmlns:${free}="${escapeAttribute(wanted)}"`);
    return free;
  };
  const withoutDefault = (): string => {
    if ((scope.get('') ?? '') !== '') added.push(' xmlns=""');
    if (scope.get('') !== undefined) declare('', '');
    return '';
  };
  const withPrefix = (prefix: string, local: string) => (prefix === '' ? local : `${prefix}:${local}`);
  return {
    scope: () => scope,
    element: () => withPrefix(uri === '' ? withoutDefault() : prefixOf(uri, true), name),
    attribute: (local: string, of: string) => {
      if (of === declarations) return declared(local) === '' ? 'xmlns' : `xmlns:${local}`;
      return of === '' ? local : withPrefix(prefixOf(of, false), local);
    },
    added: () => added,
  };
}

/** The prefix that a declaration is of: `xmlns` itself declares the default namespace. */
function declared(name: string): string {
  return name === 'xmlns' ? '' : name;
}

function freePrefix(scope: Scope): string {
  let n = 1;
  while (scope.has(`ns${n}`)) n += 1;
  return `ns${n}`;
}
