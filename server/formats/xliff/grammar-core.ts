/** The core of XLIFF 2 as a table (§4.2 Elements, §4.3 Attributes): one row an element. */
import type { AttributeRow, ElementRow, Step } from './grammar.ts';
import {
  authority,
  direction,
  language,
  nmtoken,
  nmtokens,
  oneOf,
  oneOfOrOwn,
  positive,
  text,
  yesNo,
  type ValueKind,
} from './values.ts';

const may = (value: ValueKind): AttributeRow => ({ value });
const must = (value: ValueKind): AttributeRow => ({ value, required: true });

const space = { 'xml:space': may(oneOf('default', 'preserve')) };
const onStructure = {
  canResegment: may(yesNo),
  translate: may(yesNo),
  srcDir: may(direction),
  trgDir: may(direction),
  ...space,
};
const anything: Step = { of: [], others: true };
const notes: Step = { of: ['notes'], most: 1 };
const inline: readonly Step[] = [{ of: ['cp', 'ph', 'pc', 'sc', 'ec', 'mrk', 'sm', 'em'] }];
const characters: readonly Step[] = [{ of: ['cp'] }];

const editing = {
  canCopy: may(yesNo),
  canDelete: may(yesNo),
  canReorder: may(oneOf('yes', 'firstNo', 'no')),
  copyOf: may(nmtoken),
  type: may(oneOf('fmt', 'ui', 'quote', 'link', 'image', 'other')),
  subType: may(authority),
};
/** Of `ph`, `sc` and `ec`. */
const onPoint = { ...editing, dataRef: may(nmtoken), disp: may(text), equiv: may(text), subFlows: may(nmtokens) };
const overlapping = { canOverlap: may(yesNo), dir: may(direction) };
const annotation = {
  id: must(nmtoken),
  translate: may(yesNo),
  type: may(oneOfOrOwn('generic', 'comment', 'term')),
  ref: may(text),
  value: may(text),
};

export const coreGrammar: Readonly<Record<string, ElementRow>> = {
  xliff: {
    attributes: { version: must(oneOf('2.0', '2.1')), srcLang: must(language), trgLang: may(language), ...space },
    otherAttributes: true,
    children: [{ of: ['file'], least: 1 }],
  },
  file: {
    attributes: { id: must(nmtoken), original: may(text), ...onStructure },
    otherAttributes: true,
    children: [{ of: ['skeleton'], most: 1 }, anything, notes, { of: ['unit', 'group'], least: 1 }],
  },
  skeleton: { attributes: { href: may(text) }, children: [], mixed: true, opaque: true },
  group: {
    attributes: { id: must(nmtoken), name: may(text), type: may(authority), ...onStructure },
    otherAttributes: true,
    children: [anything, notes, { of: ['unit', 'group'] }],
  },
  unit: {
    attributes: { id: must(nmtoken), name: may(text), type: may(authority), ...onStructure },
    otherAttributes: true,
    children: [anything, notes, { of: ['originalData'], most: 1 }, { of: ['segment', 'ignorable'] }],
  },
  segment: {
    attributes: {
      id: may(nmtoken),
      canResegment: may(yesNo),
      state: may(oneOf('initial', 'translated', 'reviewed', 'final')),
      subState: may(authority),
    },
    children: [
      { of: ['source'], least: 1, most: 1 },
      { of: ['target'], most: 1 },
    ],
  },
  ignorable: {
    attributes: { id: may(nmtoken) },
    children: [
      { of: ['source'], least: 1, most: 1 },
      { of: ['target'], most: 1 },
    ],
  },
  notes: { children: [{ of: ['note'], least: 1 }] },
  note: {
    attributes: {
      id: may(nmtoken),
      appliesTo: may(oneOf('source', 'target')),
      category: may(text),
      priority: may({ admits: (value) => /^(?:[1-9]|10)$/u.test(value), says: 'a number from 1 to 10' }),
    },
    otherAttributes: true,
    children: [],
    mixed: true,
  },
  originalData: { children: [{ of: ['data'], least: 1 }] },
  data: { attributes: { id: must(nmtoken), dir: may(direction), ...space }, children: characters, mixed: true },
  source: { attributes: { 'xml:lang': may(language), ...space }, children: inline, mixed: true },
  target: {
    attributes: { 'xml:lang': may(language), order: may(positive), ...space },
    children: inline,
    mixed: true,
  },

  cp: { attributes: { hex: must(text) }, children: [] },
  ph: { attributes: { id: must(nmtoken), ...onPoint }, children: [] },
  pc: {
    attributes: {
      id: must(nmtoken),
      ...editing,
      ...overlapping,
      dataRefStart: may(nmtoken),
      dataRefEnd: may(nmtoken),
      dispStart: may(text),
      dispEnd: may(text),
      equivStart: may(text),
      equivEnd: may(text),
      subFlowsStart: may(nmtokens),
      subFlowsEnd: may(nmtokens),
    },
    children: inline,
    mixed: true,
  },
  sc: { attributes: { id: must(nmtoken), isolated: may(yesNo), ...onPoint, ...overlapping }, children: [] },
  ec: {
    attributes: {
      id: may(nmtoken),
      startRef: may(nmtoken),
      isolated: may(yesNo),
      ...onPoint,
      ...overlapping,
    },
    children: [],
  },
  mrk: { attributes: annotation, otherAttributes: true, children: inline, mixed: true },
  sm: { attributes: annotation, otherAttributes: true, children: [] },
  em: { attributes: { startRef: must(nmtoken) }, children: [] },
};
