/**
 * Refusals that rows of several subjects share. A row spreads them and adds its own; refusals that one subject has stand
 * in its part.
 */

/** Nothing is there, by that address. */
export const editionRefusals = ['document.unknown', 'locale.unknown'] as const;
export const placeRefusals = ['document.unknown', 'segment.unknown', 'locale.unknown'] as const;

/** Why a draft, or a part of it, is not shown to readers. */
export const publishRefusals = [
  ...editionRefusals,
  'document.archived',
  'edition.blocked',
  'edition.held',
  'edition.unchanged',
  'edition.stale',
  'decision.reused',
] as const;

/** Of any file in XML. */
export const xmlRefusals = [
  'import.too-large',
  'import.empty',
  'import.not-well-formed',
  'import.xml',
  'import.doctype',
  'import.encoding',
  'import.not-text',
  'import.control-character',
  'import.too-deep',
  'import.too-complex',
] as const;

/** Why a text cannot be read into paragraphs. */
export const textRefusals = [
  'import.empty',
  'import.too-many-segments',
  'import.segment-too-long',
  'import.too-deep',
  'import.control-character',
  'import.not-well-formed',
] as const;
