/**
 * The modules of XLIFF 2 as a table (§5): their elements, where they stand in the core, and the attributes that they lend
 * to core elements. Change tracking 2.1 has a namespace of its own and is kept as it stands, unread.
 */
import type { AttributeRow, ElementRow, Step } from './grammar.ts';
import {
  authority,
  language,
  nmtoken,
  oneOf,
  percentage,
  positive,
  restriction,
  text,
  yesNo,
  type ValueKind,
} from './values.ts';

const may = (value: ValueKind): AttributeRow => ({ value });
const must = (value: ValueKind): AttributeRow => ({ value, required: true });
const foreign: Step = { of: [], others: true };
const normal = oneOf('none', 'nfc', 'nfd');
const resource = { attributes: { href: may(text), 'xml:lang': may(language) }, otherAttributes: true } as const;

/** What modules may stand where the core lets others in. */
export const guests: Readonly<Record<string, readonly string[]>> = {
  file: ['mda:metadata', 'res:resourceData', 'ctr:changeTrack', 'slr:profiles', 'slr:data', 'val:validation'],
  group: ['mda:metadata', 'ctr:changeTrack', 'slr:data', 'val:validation'],
  unit: [
    'mtc:matches',
    'gls:glossary',
    'mda:metadata',
    'res:resourceData',
    'ctr:changeTrack',
    'slr:data',
    'val:validation',
  ],
};

export const moduleGrammar: Readonly<Record<string, ElementRow>> = {
  'mtc:matches': { children: [{ of: ['mtc:match'], least: 1 }] },
  'mtc:match': {
    attributes: {
      id: may(nmtoken),
      ref: must(text),
      matchQuality: may(percentage),
      matchSuitability: may(percentage),
      similarity: may(percentage),
      origin: may(text),
      reference: may(yesNo),
      type: may(oneOf('am', 'mt', 'icm', 'idm', 'tb', 'tm', 'other')),
      subType: may(authority),
    },
    otherAttributes: true,
    children: [
      { of: ['mda:metadata'], most: 1 },
      { of: ['originalData'], most: 1 },
      { of: ['source'], least: 1, most: 1 },
      { of: ['target'], least: 1, most: 1 },
      foreign,
    ],
  },

  'gls:glossary': { children: [{ of: ['gls:glossEntry'], least: 1 }] },
  'gls:glossEntry': {
    attributes: { id: may(nmtoken), ref: may(text) },
    otherAttributes: true,
    children: [
      { of: ['gls:term'], least: 1, most: 1 },
      { of: ['gls:translation'] },
      { of: ['gls:definition'], most: 1 },
      foreign,
    ],
  },
  'gls:term': { attributes: { source: may(text) }, otherAttributes: true, children: [], mixed: true },
  'gls:translation': {
    attributes: { id: may(nmtoken), ref: may(text), source: may(text) },
    otherAttributes: true,
    children: [],
    mixed: true,
  },
  'gls:definition': { attributes: { source: may(text) }, otherAttributes: true, children: [], mixed: true },

  'mda:metadata': { attributes: { id: may(nmtoken) }, children: [{ of: ['mda:metaGroup'], least: 1 }] },
  'mda:metaGroup': {
    attributes: { id: may(nmtoken), category: may(text), appliesTo: may(oneOf('source', 'target', 'ignorable')) },
    children: [{ of: ['mda:metaGroup', 'mda:meta'], least: 1 }],
  },
  'mda:meta': { attributes: { type: must(text) }, children: [], mixed: true },

  'res:resourceData': { children: [{ of: ['res:resourceItemRef', 'res:resourceItem'], least: 1 }] },
  'res:resourceItemRef': { attributes: { id: may(nmtoken), ref: must(nmtoken) }, otherAttributes: true, children: [] },
  'res:resourceItem': {
    attributes: { id: may(nmtoken), mimeType: may(text), context: may(yesNo) },
    otherAttributes: true,
    children: [{ of: ['res:source'], most: 1 }, { of: ['res:target'], most: 1 }, { of: ['res:reference'] }],
  },
  'res:source': { ...resource, children: [], mixed: true, opaque: true },
  'res:target': { ...resource, children: [], mixed: true, opaque: true },
  'res:reference': { ...resource, attributes: { ...resource.attributes, href: must(text) }, children: [] },

  'ctr:changeTrack': { children: [{ of: ['ctr:revisions'], least: 1 }] },
  'ctr:revisions': {
    attributes: { appliesTo: must(nmtoken), ref: may(nmtoken), currentVersion: may(nmtoken) },
    otherAttributes: true,
    children: [{ of: ['ctr:revision'], least: 1 }],
  },
  'ctr:revision': {
    attributes: { author: may(text), datetime: may(text), version: may(nmtoken) },
    otherAttributes: true,
    children: [{ of: ['ctr:item'], least: 1 }],
  },
  'ctr:item': { attributes: { property: must(nmtoken) }, otherAttributes: true, children: [], mixed: true },

  'slr:profiles': {
    attributes: { generalProfile: may(text), storageProfile: may(text) },
    otherAttributes: true,
    children: [{ of: ['slr:normalization'], most: 1 }, foreign],
  },
  'slr:normalization': {
    attributes: { general: may(normal), storage: may(normal) },
    otherAttributes: true,
    children: [],
  },
  'slr:data': { attributes: { profile: must(text) }, otherAttributes: true, children: [], mixed: true, opaque: true },

  'val:validation': { otherAttributes: true, children: [{ of: ['val:rule'], least: 1 }] },
  'val:rule': {
    attributes: {
      isPresent: may(text),
      isNotPresent: may(text),
      startsWith: may(text),
      endsWith: may(text),
      occurs: may(positive),
      existsInSource: may(yesNo),
      caseSensitive: may(yesNo),
      normalization: may(normal),
      disabled: may(yesNo),
    },
    otherAttributes: true,
    children: [],
  },
};

/** The HTML elements that a format style may name (§5.3.5.1). */
const html =
  'a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 head ' +
  'hr html i img label legend li ol p pre q s samp select small span strike strong sub sup table tbody td tfoot th thead ' +
  'title tr tt u ul';

const codes = ['ph', 'pc', 'sc', 'ec'];
const structure = ['file', 'group', 'unit'];
const styled = [...structure, ...codes, 'note', 'mrk', 'sm'];
const restricted = [...structure, 'pc', 'sc', 'mrk', 'sm'];
const sized = [...structure, ...codes];

/** Attributes that modules lend to core elements: on which, and what they hold. */
export const guestAttributes: Readonly<Record<string, { on: readonly string[]; value: ValueKind }>> = {
  'fs:fs': { on: styled, value: oneOf(...html.split(' ')) },
  'fs:subFs': { on: styled, value: text },
  'slr:storageRestriction': { on: restricted, value: restriction },
  'slr:sizeRestriction': { on: restricted, value: restriction },
  // Whether these hold a number depends on the profile: `rules-modules.ts`.
  'slr:equivStorage': { on: codes, value: text },
  'slr:sizeInfo': { on: sized, value: text },
  'slr:sizeInfoRef': { on: sized, value: nmtoken },
};
