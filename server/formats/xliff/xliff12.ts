/**
 * XLIFF 1.2, in only: what other tools still write. Held to what makes a file readable without guessing (its elements in
 * their places, ids, languages, pairs of codes), not to every word of the standard, which tools took freely. Alternative
 * translations and tool data are passed over; an element that is not of the standard may not stand within a text.
 */
import { attribute, elementsOf, isElement, textOf, type XmlElement } from '../xml.ts';
import {
  merged,
  type BilingualFile,
  type BilingualUnit,
  type CodePiece,
  type FileState,
  type Piece,
} from '../../domain/bilingual.ts';
import type { Fault } from './fault.ts';
import { language } from './values.ts';

const namespaces = ['urn:oasis:names:tc:xliff:document:1.2', 'urn:oasis:names:tc:xliff:document:1.1', ''];

/** Whether a root is one of 1.2 (or 1.1, which differs in nothing that is read here). */
export function isXliff12({ name, uri }: XmlElement): boolean {
  return name === 'xliff' && namespaces.includes(uri);
}

/** What is wrong with a file; empty for one that can be read. */
export function faults12(root: XmlElement): Fault[] {
  const version = attribute(root, 'version') ?? '';
  if (!/^1\.[12]$/u.test(version)) return [fault('version', root, `the version of xliff is ${version || 'not said'}`)];
  const files = elementsOf(root, 'file');
  if (files.length === 0) return [fault('child-required', root, 'xliff holds no file')];
  const languages = new Set(
    files.map((file) => `${attribute(file, 'source-language')} ${attribute(file, 'target-language')}`),
  );
  return [
    ...files.flatMap(fileFaults),
    ...(languages.size > 1 ? [fault('languages', root, 'the files are of different languages')] : []),
  ];
}

/** What a sound file says. */
export function bilingual12(root: XmlElement): BilingualFile {
  const files = elementsOf(root, 'file');
  const to = files[0] && attribute(files[0], 'target-language');
  return {
    from: (files[0] && attribute(files[0], 'source-language')) ?? '',
    ...(to !== undefined && { to }),
    units: files.flatMap((file) => elementsOf(file, 'body').flatMap((body) => unitsIn(body, true))),
  };
}

function fileFaults(file: XmlElement): Fault[] {
  const faults: Fault[] = [];
  for (const name of ['source-language', 'target-language']) {
    const tag = attribute(file, name);
    if (tag === undefined && name === 'source-language')
      faults.push(fault('attribute-required', file, `file has no ${name}`));
    if (tag !== undefined && !language.admits(tag))
      faults.push(fault('attribute-value', file, `${name} is not ${language.says}`));
  }
  const bodies = elementsOf(file, 'body');
  if (bodies.length !== 1) return [...faults, fault('child-required', file, 'file does not hold exactly one body')];
  const ids = new Set<string>();
  for (const unit of bodies.flatMap(transUnits)) {
    const id = attribute(unit, 'id');
    if (id === undefined) faults.push(fault('attribute-required', unit, 'trans-unit has no id'));
    else if (ids.has(id)) faults.push(fault('unit-id', unit, `the id ${id} of trans-unit is not unique in its file`));
    if (id !== undefined) ids.add(id);
    for (const one of unitFaults(unit)) faults.push(one);
  }
  return faults;
}

function transUnits(container: XmlElement): XmlElement[] {
  return elementsOf(container).flatMap((child) => {
    if (child.name === 'trans-unit') return [child];
    return child.name === 'group' ? transUnits(child) : [];
  });
}

function unitFaults(unit: XmlElement): Fault[] {
  const [sources, targets] = [elementsOf(unit, 'source'), elementsOf(unit, 'target')];
  if (sources.length !== 1) return [fault('child-required', unit, 'trans-unit does not hold exactly one source')];
  if (targets.length > 1) return [fault('child-number', unit, 'trans-unit holds more than one target')];
  return [...sources, ...targets].flatMap(textFaults);
}

type Shape = 'around' | 'start' | 'end' | 'point' | 'positioned' | 'annotation';

const shapes: Readonly<Record<string, Shape>> = {
  g: 'around',
  x: 'point',
  bx: 'start',
  ex: 'end',
  bpt: 'start',
  ept: 'end',
  ph: 'point',
  it: 'positioned',
  mrk: 'annotation',
};

function textFaults(text: XmlElement): Fault[] {
  const strange = inlinesOf(text).filter(({ name }) => !Object.hasOwn(shapes, name));
  if (strange.length > 0)
    return strange.map((one) => fault('child-unknown', one, `${text.name} may hold no ${one.name}`));
  const nameless = inlinesOf(text).filter((one) => one.name !== 'mrk' && attribute(one, 'id') === undefined);
  return [
    ...nameless.map((one) => fault('attribute-required', one, `${one.name} has no id`)),
    ...unpaired(text).map(({ id }) => fault('pairs', text, `the code ${id} has only one of its two halves`)),
  ];
}

/** All inline elements; what stands within a native code (`ph`, `bpt` …) is the file's own business. */
function inlinesOf(text: XmlElement): XmlElement[] {
  return elementsOf(text).flatMap((one) => (isOpen(one) ? [one, ...inlinesOf(one)] : [one]));
}

function isOpen({ name }: XmlElement): boolean {
  return shapes[name] === 'around' || shapes[name] === 'annotation';
}

/** Halves without their other one; `it` is one by its nature. */
function unpaired(text: XmlElement): CodePiece[] {
  const open = new Map<string, CodePiece>();
  const lone: CodePiece[] = [];
  for (const piece of piecesIn(text)) {
    if (typeof piece === 'string') continue;
    if (piece.at === 'start') open.set(piece.id, piece);
    if (piece.at === 'end' && !open.delete(piece.id)) lone.push(piece);
  }
  const isolated = new Set(
    inlinesOf(text)
      .filter(({ name }) => name === 'it')
      .map(nameOf),
  );
  return [...lone, ...open.values()].filter(({ id }) => !isolated.has(id));
}

/** `rid` ties the halves of a pair together where their ids differ. */
function nameOf(code: XmlElement): string {
  return attribute(code, 'rid') ?? attribute(code, 'id') ?? '';
}

function piecesIn(text: XmlElement): Piece[] {
  return text.children.flatMap((node): Piece[] => {
    if (typeof node === 'string') return [node];
    return isElement(node) ? codesOf(node) : [];
  });
}

function codesOf(node: XmlElement): Piece[] {
  const id = nameOf(node);
  const shape = shapes[node.name];
  if (shape === 'annotation') return piecesIn(node);
  if (shape === 'around') return [{ at: 'start', id }, ...piecesIn(node), { at: 'end', id }];
  if (shape === 'positioned') return [{ at: attribute(node, 'pos') === 'close' ? 'end' : 'start', id }];
  return shape === undefined ? [] : [{ at: shape, id }];
}

function unitsIn(container: XmlElement, outer: boolean): BilingualUnit[] {
  const isTranslatable = (attribute(container, 'translate') ?? (outer ? 'yes' : 'no')) === 'yes';
  if (container.name === 'trans-unit') return [unitOf(container, isTranslatable)];
  return elementsOf(container)
    .filter(({ name }) => name === 'group' || name === 'trans-unit')
    .flatMap((child) => unitsIn(child, isTranslatable));
}

function unitOf(unit: XmlElement, isTranslatable: boolean): BilingualUnit {
  const [[source], [target]] = [elementsOf(unit, 'source'), elementsOf(unit, 'target')];
  return {
    id: attribute(unit, 'id') ?? '',
    line: unit.line,
    isTranslatable,
    source: source ? merged(piecesIn(source)) : [],
    ...(target && { target: merged(piecesIn(target)) }),
    state:
      attribute(unit, 'approved') === 'yes'
        ? 'final'
        : ((target && states[attribute(target, 'state') ?? '']) ?? 'initial'),
    notes: elementsOf(unit, 'note').map(textOf),
    facts: new Map(),
  };
}

/** What the states of 1.2 come to; those that are not named ask for work that is not done. */
const states: Readonly<Record<string, FileState>> = {
  translated: 'translated',
  'needs-review-translation': 'translated',
  'needs-review-l10n': 'translated',
  'needs-review-adaptation': 'translated',
  'signed-off': 'final',
  final: 'final',
};

function fault(rule: string, { line }: XmlElement, reason: string): Fault {
  return { rule, line, reason };
}
