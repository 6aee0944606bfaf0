/**
 * What may stand where in XLIFF 2: elements, their order and number, attributes and the form of their values. The tables
 * say it (`grammar-core.ts`, `grammar-modules.ts`), as the standard's own schemas do; here is the walk that holds a file to
 * them. Content of other namespaces is not looked into, and stands only where a row has `others`.
 * Rejected: the standard's XSDs with a validator, which no npm package does without native code.
 */
import { elementsOf, isElement, type XmlAttribute, type XmlElement } from '../xml.ts';
import type { Fault } from './fault.ts';
import { coreGrammar } from './grammar-core.ts';
import { guestAttributes, guests, moduleGrammar } from './grammar-modules.ts';
import { declarations, isForeign, keyOf, sayName } from './names.ts';
import type { ValueKind } from './values.ts';

/** One step of a sequence: any of these, so often. */
export interface Step {
  readonly of: readonly string[];
  readonly least?: number;
  readonly most?: number;
  /** Modules that may stand here, and anything of a foreign namespace. */
  readonly others?: true;
}

export interface AttributeRow {
  readonly value: ValueKind;
  readonly required?: true;
}

export interface ElementRow {
  readonly attributes?: Readonly<Record<string, AttributeRow>>;
  /** Attributes of foreign namespaces, `xml:lang` and `xml:space` among them. */
  readonly otherAttributes?: true;
  readonly children: readonly Step[];
  /** Text beside the children. */
  readonly mixed?: true;
  /** Whatever it holds is its own business. */
  readonly opaque?: true;
}

const grammar: Readonly<Record<string, ElementRow>> = { ...coreGrammar, ...moduleGrammar };

/** Every place where a file departs from the grammar, in reading order. */
export function grammarFaults(root: XmlElement): Fault[] {
  if (keyOf(root) !== 'xliff') return [{ rule: 'root', line: root.line, reason: 'the root element is not xliff' }];
  const faults: Fault[] = [];
  const open = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    const row = grammar[keyOf(element) ?? ''];
    if (row === undefined) continue;
    for (const fault of faultsAt(element, row)) faults.push(fault);
    if (!row.opaque) for (const child of elementsOf(element).toReversed()) open.push(child);
  }
  return faults;
}

function faultsAt(element: XmlElement, row: ElementRow): Fault[] {
  const faults = attributeFaults(element, row);
  return row.opaque ? faults : [...faults, ...textFaults(element, row), ...childFaults(element, row)];
}

function attributeFaults(element: XmlElement, row: ElementRow): Fault[] {
  const own = row.attributes ?? {};
  const missing = Object.entries(own)
    .filter(([name, { required }]) => required && !element.attributes.some((one) => keyOfAttribute(one) === name))
    .map(([name]) => fault('attribute-required', element, `${sayName(element)} has no attribute ${name}`));
  return [...missing, ...element.attributes.flatMap((one) => attributeFault(element, row, own, one))];
}

function attributeFault(
  element: XmlElement,
  { otherAttributes }: ElementRow,
  own: Readonly<Record<string, AttributeRow>>,
  attribute: XmlAttribute,
): Fault[] {
  if (attribute.uri === declarations) return [];
  const name = keyOfAttribute(attribute) ?? sayName(attribute);
  const guest = guestAttributes[name];
  const isGuest = guest?.on.includes(keyOf(element) ?? '') ?? false;
  const value = Object.hasOwn(own, name) ? own[name]?.value : isGuest ? guest?.value : undefined;
  if (value === undefined) {
    const isWelcome = otherAttributes && (isForeign(attribute) || name === 'xml:lang' || name === 'xml:space');
    const said = guest === undefined && isForeign(attribute) ? 'extension-attribute' : 'attribute-unknown';
    return isWelcome ? [] : [fault(said, element, `${sayName(element)} may have no attribute ${name}`)];
  }
  if (value.admits(attribute.value)) return [];
  return [fault('attribute-value', element, `the value of ${name} in ${sayName(element)} is not ${value.says}`, name)];
}

/** An attribute without a namespace is its element's. */
function keyOfAttribute(attribute: XmlAttribute): string | undefined {
  return attribute.uri === '' ? attribute.name : keyOf(attribute);
}

function textFaults(element: XmlElement, { mixed }: ElementRow): Fault[] {
  if (mixed) return [];
  const hasText = element.children.some((node) => typeof node === 'string' && /\S/u.test(node));
  return hasText ? [fault('text', element, `${sayName(element)} may hold no text of its own`)] : [];
}

/** Each child belongs to the first step from here on that takes it; afterwards the steps are counted. */
function childFaults(element: XmlElement, { children: steps }: ElementRow): Fault[] {
  const faults: Fault[] = [];
  const counts = steps.map(() => 0);
  let at = 0;
  for (const child of element.children) {
    if (!isElement(child)) continue;
    const next = steps.findIndex((step, index) => index >= at && takes(element, step, child));
    if (next < 0) {
      faults.push(strayFault(element, steps, child));
      continue;
    }
    at = next;
    counts[next] = (counts[next] ?? 0) + 1;
    if ((counts[next] ?? 0) > (steps[next]?.most ?? Infinity)) {
      faults.push(fault('child-number', child, `${sayName(element)} may not hold another ${sayName(child)}`));
    }
  }
  const wanting = steps.filter((step, index) => (counts[index] ?? 0) < (step.least ?? 0));
  const words = wanting.map(({ of }) => of.join(' or '));
  return [...faults, ...words.map((name) => fault('child-required', element, `${sayName(element)} holds no ${name}`))];
}

function takes(parent: XmlElement, { of, others }: Step, child: XmlElement): boolean {
  const key = keyOf(child);
  if (key !== undefined && of.includes(key)) return true;
  if (!others) return false;
  return isForeign(child) || (key !== undefined && (guests[keyOf(parent) ?? '']?.includes(key) ?? false));
}

function strayFault(parent: XmlElement, steps: readonly Step[], child: XmlElement): Fault {
  const [inside, name] = [sayName(parent), sayName(child)];
  if (steps.some((step) => takes(parent, step, child))) {
    return fault('child-order', child, `${name} does not stand where ${inside} wants it`);
  }
  const rule = isForeign(child) ? 'extension-element' : 'child-unknown';
  return fault(rule, child, `${inside} may hold no ${name}`);
}

function fault(rule: string, { line }: XmlElement, reason: string, name?: string): Fault {
  return { rule: name === undefined ? rule : `${rule} ${name}`, line, reason };
}
