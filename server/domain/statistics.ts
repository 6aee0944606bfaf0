/**
 * Numbers for people: what became of machine drafts, and how long it took. All of it is read from a document's
 * decisions; nothing is kept for it but the time at the desk that a decision may carry (`activeMs`).
 *
 * Two lists are made, and everything shown is a sum over one of them:
 *
 *   outcomes   one for each target that a person has finished (reviewed or approved): what the draft became
 *   works      one for each person and target that they decided on: what they did, and how long they were at it
 *
 * A draft that nobody has read yet says nothing about the machine, so it is in neither. A distance goes to the person
 * who took up the draft first, measured to the text as that person left it: what a second reader changes is not the
 * first one's effort. Both lists go into a period by the time of their last decision, so a segment is in one only.
 * Words are the source's: they are the same for everybody, whatever the translation's language does to its length.
 */
import { countWords } from './count-words.ts';
import { canonicalCodes, withoutCodes, type Codes } from './content.ts';
import {
  isSourceDecision,
  isTargetDecision,
  seenIn,
  type DecisionOnTarget,
  type DocumentDecision,
} from './decision.ts';
import {
  ordinalOf,
  untouched,
  type DecisionId,
  type DocumentId,
  type DocumentState,
  type Hash,
  type MemberId,
  type Segment,
  type SegmentId,
  type State,
  type Target,
  type Timestamp,
} from './document.ts';
import { subjectsOf, targetThen } from './history.ts';
import { lengthOf, segmentFor } from './spans.ts';
import type { Locale } from './locale.ts';
import { postEditDistance, type PostEditDistance } from './post-edit-distance.ts';
import type { ReturnCategory } from './return-reason.ts';
import { apply } from './transition.ts';

/** The name under which drafts from the translation memory are counted: a person wrote them once, no provider did. */
export const memoryName = 'memory';

export interface Drafted {
  /** A provider's id, or `memory`. */
  readonly provider: string;
  readonly model?: string;
}

/** One target, as far as somebody's numbers are about it. */
interface Part {
  readonly documentId: DocumentId;
  readonly locale: Locale;
  readonly segmentId: SegmentId;
  readonly ordinal: number;
  /** Of the source. */
  readonly words: number;
  /** Of the last decision. */
  readonly at: Timestamp;
  /** At the desk with this segment in hand, as far as it was measured. */
  readonly activeMs: number;
  /** How often it was sent back. */
  readonly returns: number;
  /** Where there was a draft: how far the text is from it. */
  readonly distance?: PostEditDistance;
  readonly isUntouched?: boolean;
}

export interface Outcome extends Part {
  readonly state: State;
  readonly drafted?: Drafted;
}

export interface Work extends Part {
  readonly by: MemberId;
  /** What this person sent it back for, once for each time. */
  readonly returnedFor: readonly ReturnCategory[];
  readonly isEdited: boolean;
}

export interface Numbers {
  readonly outcomes: readonly Outcome[];
  readonly works: readonly Work[];
}

/** Distances by the hash of what they lie between: by far the dearest thing here, and the same at every reading. */
export type Distances = ReadonlyMap<string, PostEditDistance>;

/**
 * What a document's decisions say, in the order of the text. It stops after each decision and each target, so that whoever
 * reads a long document can let others in between. `known` are the distances of an earlier reading; those of this one come with it.
 */
export function* numbersOf(
  decisions: Iterable<DocumentDecision>,
  hash: Hash,
  known: Distances = new Map(),
): Generator<void, Numbers & { readonly distances: Distances }> {
  let document: DocumentState | undefined;
  const traces = new Map<string, Trace>();
  for (const decision of decisions) {
    if (isTargetDecision(decision)) {
      for (const segmentId of subjectsOf(decision)) follow(traces, segmentId, decision);
    } else if (isSourceDecision(decision)) {
      for (const locale of Object.keys(decision.targets)) {
        const seen = seenIn(locale, decision);
        for (const segmentId of seen ? subjectsOf(seen) : []) if (seen) follow(traces, segmentId, seen);
      }
      const outcome = apply(document, decision);
      if (outcome.ok) document = outcome.next;
    } else if (!decision.kind.startsWith('translation.') && !decision.kind.startsWith('edition.')) {
      const outcome = apply(document, decision);
      if (outcome.ok) document = outcome.next;
    }
    yield;
  }
  const outcomes: Outcome[] = [];
  const works: Work[] = [];
  const measure = measuring(hash, known);
  for (const [place, trace] of document ? placedIn(document, traces) : []) {
    outcomes.push(...outcomeOf(place, trace, measure.between));
    for (const person of trace.people.values()) works.push(workOf(place, trace, person, measure.between));
    yield;
  }
  return { outcomes, works, distances: measure.distances };
}

/** What has been seen of one target. */
interface Trace {
  readonly segmentId: SegmentId;
  readonly locale: Locale;
  target: Target;
  draft: Draft | undefined;
  /** The draft that stood before each decision, for those that are taken back. */
  readonly drafts: Map<DecisionId, Draft | undefined>;
  readonly people: Map<MemberId, Person>;
}

type Draft = Drafted & { readonly text: string };

interface Person {
  readonly by: MemberId;
  at: Timestamp;
  activeMs: number;
  returns: number;
  returnedFor: readonly ReturnCategory[];
  isEdited: boolean;
  /** The draft that this person took up before anybody else, and what they left of it. */
  took?: { readonly draft: string; left: string };
}

function follow(traces: Map<string, Trace>, segmentId: SegmentId, decision: DecisionOnTarget): void {
  const { locale, by, at } = decision;
  const key = `${locale} ${segmentId}`;
  const trace: Trace = traces.get(key) ?? {
    segmentId,
    locale,
    target: untouched,
    draft: undefined,
    drafts: new Map(),
    people: new Map(),
  };
  traces.set(key, trace);
  const { target: before } = trace;
  trace.target = targetThen(before, segmentId, decision);
  const { text } = trace.target;
  followDraft(trace, before, decision);
  const isOfNothing = before.state === 'untranslated' && trace.target.state === 'untranslated';
  if (decision.kind === 'target.drafted' || (isOfNothing && decision.kind.startsWith('source.'))) return;

  const isFirst = trace.people.size === 0;
  const person: Person = trace.people.get(by) ?? {
    by,
    at,
    activeMs: 0,
    returns: 0,
    returnedFor: [],
    isEdited: false,
  };
  trace.people.set(by, person);
  person.at = at;
  person.activeMs += 'activeMs' in decision && decision.segmentId === segmentId ? (decision.activeMs ?? 0) : 0;
  if (decision.kind === 'target.returned') {
    person.returns += 1;
    person.returnedFor = [...person.returnedFor, ...(decision.categories ?? [])];
  }
  person.isEdited ||= before.text !== text;
  if (isFirst && trace.draft) person.took = { draft: trace.draft.text, left: text };
  else if (person.took) person.took.left = text;
}

/**
 * A machine's text is a draft when it comes, and when a join or a new source makes another of it. Not when a person
 * sets a paragraph break in it: that is a change of the draft. An undo gives back the draft that there was.
 */
function followDraft(trace: Trace, before: Target, { id, kind, undoes }: DecisionOnTarget): void {
  const { drafts, draft } = trace;
  const { origin, text } = trace.target;
  drafts.set(id, draft);
  if (undoes !== undefined && drafts.has(undoes)) trace.draft = drafts.get(undoes);
  else if (kind !== 'target.drafted' && (kind === 'target.split' || before.text === text)) return;
  else if (origin?.type === 'mt') trace.draft = { provider: origin.provider, model: origin.model, text };
  else if (origin?.type === 'tm') trace.draft = { provider: memoryName, text };
}

interface Place {
  readonly documentId: DocumentId;
  readonly segment: Segment;
  readonly ordinal: number;
  readonly words: number;
}

/** The targets of segments that the document still has, in its order. */
function placedIn(document: DocumentState, traces: ReadonlyMap<string, Trace>): Array<[Place, Trace]> {
  const words = new Map<Segment, number>();
  return [...traces.values()]
    .flatMap((trace): Array<[Place, Trace]> => {
      const ordinal = ordinalOf(document.source, trace.segmentId);
      if (ordinal === undefined) return [];
      const { target } = trace;
      const segment = segmentFor(target, document.source.segments.slice(ordinal, ordinal + lengthOf(target)));
      const count = words.get(segment) ?? countWords(withoutCodes(segment.text, segment.codes));
      words.set(segment, count);
      return [[{ documentId: document.id, segment, ordinal, words: count }, trace]];
    })
    .toSorted(([one], [other]) => one.ordinal - other.ordinal);
}

function outcomeOf(place: Place, trace: Trace, between: Between): Outcome[] {
  const { locale, target, draft, people } = trace;
  const isFinished = target.state === 'reviewed' || target.state === 'approved';
  if (!isFinished) return [];
  const persons = [...people.values()];
  return [
    {
      ...partOf(place, locale),
      state: target.state,
      at: target.at ?? '',
      activeMs: sumOf(persons, ({ activeMs }) => activeMs),
      returns: sumOf(persons, ({ returns }) => returns),
      ...(draft && {
        drafted: { provider: draft.provider, ...(draft.model !== undefined && { model: draft.model }) },
        ...comparison(between, place, locale, draft.text, target.text),
      }),
    },
  ];
}

function workOf(place: Place, { locale }: Trace, { took, ...person }: Person, between: Between): Work {
  const compared = took && comparison(between, place, locale, took.draft, took.left);
  return { ...partOf(place, locale), ...person, ...compared };
}

function partOf({ documentId, segment, ordinal, words }: Place, locale: Locale) {
  return { documentId, locale, segmentId: segment.id, ordinal, words };
}

type Comparison = Required<Pick<Part, 'distance' | 'isUntouched'>>;

function comparison(between: Between, { segment }: Place, locale: Locale, draft: string, text: string): Comparison {
  return { distance: between(draft, text, locale, segment.codes), isUntouched: draft === text };
}

type Between = typeof postEditDistance;

/** Measures what is not known yet. Mostly an outcome and the work of the one person who made it are the same measure. */
function measuring(hash: Hash, known: Distances): { readonly between: Between; readonly distances: Distances } {
  const distances = new Map<string, PostEditDistance>();
  function between(draft: string, text: string, locale: Locale, codes: Codes = {}): PostEditDistance {
    const key = hash(JSON.stringify([locale, draft, text, canonicalCodes(codes)]));
    const distance = distances.get(key) ?? known.get(key) ?? postEditDistance(draft, text, locale, codes);
    distances.set(key, distance);
    return distance;
  }
  return { between, distances };
}

export function sumOf<T>(list: Iterable<T>, part: (one: T) => number): number {
  let sum = 0;
  for (const one of list) sum += part(one);
  return sum;
}
