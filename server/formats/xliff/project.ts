/** An XLIFF 2 tree → what it says (`domain/bilingual.ts`). Asked of valid trees only. */
import { attribute, isElement, textOf, type XmlElement } from '../xml.ts';
import {
  fileStates,
  merged,
  type BilingualFile,
  type BilingualUnit,
  type FileState,
  type Piece,
} from '../../domain/bilingual.ts';
import { below, children } from './context.ts';
import { partsOf, textsOf, type Side } from './marks.ts';
import { keyOf } from './names.ts';

/** The category of the metadata that Dragoman writes. */
export const ownCategory = 'dragoman';

/** What the units of a file say, in reading order. */
export function bilingualOf(root: XmlElement): BilingualFile {
  const to = attribute(root, 'trgLang');
  return {
    from: attribute(root, 'srcLang') ?? '',
    ...(to !== undefined && { to }),
    units: children(root, 'file').flatMap((file) => unitsIn(file, true)),
  };
}

/** `translate` is inherited from what is around a unit. */
function unitsIn(container: XmlElement, outer: boolean): BilingualUnit[] {
  const isTranslatable = (attribute(container, 'translate') ?? (outer ? 'yes' : 'no')) === 'yes';
  if (keyOf(container) === 'unit') return [unitOf(container, isTranslatable)];
  return children(container, 'group', 'unit').flatMap((child) => unitsIn(child, isTranslatable));
}

function unitOf(unit: XmlElement, isTranslatable: boolean): BilingualUnit {
  const hasTarget = partsOf(unit).some((part) => children(part, 'target').length > 0);
  return {
    id: attribute(unit, 'id') ?? '',
    line: unit.line,
    isTranslatable,
    source: piecesOf(unit, 'source'),
    ...(hasTarget && { target: piecesOf(unit, 'target') }),
    state: stateOf(unit),
    notes: below(unit, 'note').map(textOf),
    facts: factsOf(unit),
  };
}

function stateOf(unit: XmlElement): FileState {
  const states = children(unit, 'segment').map((segment) => attribute(segment, 'state') ?? 'initial');
  return fileStates.find((state) => states.includes(state)) ?? 'initial';
}

function factsOf(unit: XmlElement): ReadonlyMap<string, string> {
  const groups = children(unit, 'mda:metadata').flatMap((metadata) => children(metadata, 'mda:metaGroup'));
  const own = groups.filter((group) => attribute(group, 'category') === ownCategory);
  const facts = own.flatMap((group) => children(group, 'mda:meta'));
  return new Map(facts.map((meta) => [attribute(meta, 'type') ?? '', textOf(meta)]));
}

function piecesOf(unit: XmlElement, side: Side): Piece[] {
  const texts = textsOf(unit, side);
  const starts = new Map(
    texts.flatMap((text) => below(text, 'sc')).map((sc) => [attribute(sc, 'id') ?? '', nameOf(sc)] as const),
  );
  return merged(texts.flatMap((text) => piecesIn(text, starts)));
}

/** Of a copy, what it copies. */
function nameOf(code: XmlElement): string {
  return attribute(code, 'copyOf') ?? attribute(code, 'id') ?? '';
}

function piecesIn(text: XmlElement, starts: ReadonlyMap<string, string>): Piece[] {
  return text.children.flatMap((node): Piece[] => {
    if (typeof node === 'string') return [node];
    return isElement(node) ? (inlines[keyOf(node) ?? '']?.(node, starts) ?? []) : [];
  });
}

const inlines: Readonly<Record<string, (element: XmlElement, starts: ReadonlyMap<string, string>) => Piece[]>> = {
  cp: (cp) => [String.fromCodePoint(Number.parseInt(attribute(cp, 'hex') ?? '0', 16))],
  ph: (ph) => [{ at: 'point', id: nameOf(ph) }],
  pc: (pc, starts) => [{ at: 'start', id: nameOf(pc) }, ...piecesIn(pc, starts), { at: 'end', id: nameOf(pc) }],
  sc: (sc) => [{ at: 'start', id: nameOf(sc) }],
  ec: (ec, starts) => {
    const ref = attribute(ec, 'startRef');
    return [{ at: 'end', id: ref === undefined ? nameOf(ec) : (starts.get(ref) ?? ref) }];
  },
  mrk: (mrk, starts) => piecesIn(mrk, starts),
};
