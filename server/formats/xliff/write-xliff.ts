/**
 * A document in two languages as XLIFF 2.1: one file, a unit for each span (its id is the first segment's), white space
 * kept, each language with its direction. What Dragoman has to say beyond the core (revision, source hash, where a text came
 * from) stands in the metadata module; what people ask each other stands in notes.
 */
import type { Content } from '../../domain/content.ts';
import { isTranslatable, type Segment, type State, type Target } from '../../domain/document.ts';
import { directionOf, type Locale } from '../../domain/locale.ts';
import { xmlNamespace, type XmlElement, type XmlNode } from '../xml.ts';
import type { FileState } from '../../domain/bilingual.ts';
import { aElement, shown } from './element.ts';
import { core, declarations, modules } from './names.ts';
import { ownCategory } from './project.ts';
import { writeContent } from './write-content.ts';
import { writeTree } from './write-tree.ts';

export interface BilingualDocument {
  readonly id: string;
  /** What it was called when it was handed in. */
  readonly original: string;
  readonly from: Locale;
  readonly to: Locale;
  readonly sourceVersion: number;
  readonly units: readonly OutUnit[];
}

/** A span with its target. */
export interface OutUnit {
  readonly segment: Segment;
  /** The place of its first segment, from 0. */
  readonly ordinal: number;
  readonly target: Target;
  readonly sourceHash: string;
  readonly notes: readonly OutNote[];
}

export interface OutNote {
  readonly about: 'source' | 'target';
  readonly text: string;
}

/** XLIFF's name for each state. */
export const stateNames: Readonly<Record<State, FileState>> = {
  untranslated: 'initial',
  translated: 'translated',
  reviewed: 'reviewed',
  approved: 'final',
};

const [mda] = modules.mda;

/** Writes a document, in UTF-8. */
export function writeXliff({ id, original, from, to, sourceVersion, units }: BilingualDocument): string {
  const file = aElement('file', { id, original, srcDir: directionOf(from), trgDir: directionOf(to) }, [
    metadata({ 'source-version': String(sourceVersion) }),
    ...units.map(writeUnit),
  ]);
  const root = aElement('xliff', { version: '2.1', srcLang: from, trgLang: to }, [withSpace(file)]);
  const declared = [
    { name: 'xmlns', uri: declarations, value: core },
    { name: 'mda', uri: declarations, value: mda },
  ];
  return writeTree({ ...root, attributes: [...declared, ...root.attributes] });
}

function withSpace(file: XmlElement): XmlElement {
  return { ...file, attributes: [...file.attributes, { name: 'space', uri: xmlNamespace, value: 'preserve' }] };
}

function writeUnit({ segment, ordinal, target, sourceHash, notes }: OutUnit): XmlElement {
  const canChange = isTranslatable(segment);
  const attributes = {
    id: segment.id,
    name: String(ordinal + 1),
    type: `${ownCategory}:${segment.kind}`,
    translate: canChange ? undefined : 'no',
  };
  const children = [
    ...(canChange ? [factsOf(target, sourceHash)] : []),
    ...writeNotes(notes),
    writeSegment(segment, target),
  ];
  return aElement('unit', attributes, children);
}

function writeSegment(segment: Content, { state, text, origin }: Target): XmlElement {
  const source = aElement('source', {}, writeContent(segment));
  if (state === 'untranslated') return aElement('segment', { state: stateNames[state] }, [source]);
  const subState = origin && `${ownCategory}:${origin.type}`;
  const target = aElement('target', {}, writeContent({ text, codes: segment.codes }));
  return aElement('segment', { state: stateNames[state], subState }, [source, target]);
}

function writeNotes(notes: readonly OutNote[]): XmlElement[] {
  if (notes.length === 0) return [];
  const written = notes.map(({ about, text }, at) =>
    aElement('note', { id: `n${at + 1}`, category: 'comment', appliesTo: about }, [shown(text)]),
  );
  return [aElement('notes', {}, written)];
}

/** Where a target stands and where its text came from. The import needs the first two to overwrite nothing. */
function factsOf({ revision, origin, at, by, sourceHash: madeFor }: Target, sourceHash: string): XmlElement {
  return metadata({
    revision: String(revision),
    'source-hash': sourceHash,
    ...(madeFor !== undefined && madeFor !== sourceHash && { outdated: 'yes' }),
    ...(origin && { origin: origin.type }),
    ...(origin?.type === 'mt' && { provider: origin.provider, model: origin.model }),
    ...(origin?.type === 'tm' && { score: String(origin.score) }),
    ...(by !== undefined && { by }),
    ...(at !== undefined && { at }),
  });
}

function metadata(facts: Readonly<Record<string, string>>): XmlElement {
  const metas = Object.entries(facts).map(([type, value]) => aElement('meta', { type }, textOf(value), mda));
  const group = aElement('metaGroup', { category: ownCategory }, metas, mda);
  return aElement('metadata', {}, [group], mda);
}

function textOf(value: string): XmlNode[] {
  return value === '' ? [] : [shown(value)];
}
