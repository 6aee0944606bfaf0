/**
 * What the desk knows besides the server's rows: texts not saved yet, acts under way, answers to its questions, texts put
 * aside; and what that says of a segment. Which segment is open stands in the address, what the server has stands in the
 * query cache, so each fact has one home. What changes it is desk-events.ts.
 */
import type { TargetView } from '../../server/contract/schemas.ts';
import type { ReturnCategory } from '../../server/domain/return-reason.ts';
import type { Item } from './unsaved-store.ts';
import { isKnown, isOvertaken, type Saved, type Unsaved } from './unsaved.ts';

export interface Fault {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** `typed`: not sent yet. `waiting`: the server could not be reached; goes again by itself. */
export type Standing = 'typed' | 'sending' | 'waiting' | 'refused';

export interface Entry {
  readonly kept: Unsaved;
  readonly standing: Standing;
  readonly fault?: Fault;
  /** Found on this device when the desk was opened. */
  readonly restored?: true;
  /** The other tab that keeps it, closed or not; absent as soon as we have gone on from it. */
  readonly holder?: string;
  /** The device had no room for it. */
  readonly unkept?: true;
}

export const actKinds = ['review', 'approve', 'return', 'reopen', 'split', 'join', 'separate', 'undo'] as const;
export type ActKind = (typeof actKinds)[number];

/** What a person decides on a text that is saved. */
export interface Act {
  readonly kind: ActKind;
  /** The reason of a return, or why faults are accepted. */
  readonly words?: string;
  /** What else the reason of a return says. */
  readonly categories?: readonly ReturnCategory[];
  /** Where a split is. */
  readonly offset?: number;
  /** The decision that an undo takes back. */
  readonly undoes?: string;
}

/** Acts that judge nothing: the time somebody was at the text goes with the next act that does. */
export const reshapes: ReadonlySet<ActKind> = new Set(['split', 'join', 'separate', 'undo']);

/** An act that is not out yet: it waits for the text that it judges. */
export interface HeldAct {
  readonly act: Act;
  readonly decisionId: string;
  /** The text that is judged. */
  readonly text: string;
}

/** An act as it is sent, however often. */
export interface SentAct extends HeldAct {
  readonly baseRevision: number;
  /** How long the person was at it, as with a text. */
  readonly activeMs?: number;
}

export interface ActEntry {
  readonly kept: HeldAct | SentAct;
  readonly standing: Exclude<Standing, 'typed'>;
  readonly fault?: Fault;
  readonly holder?: string;
}

/** What a person is asked in words. */
export type Wording = 'return' | 'dismiss';
export type Words = { readonly [W in Wording]?: string } & { readonly categories?: readonly ReturnCategory[] };

/** What is answered: in words, and of a return in categories too. */
export interface Answer {
  readonly words: string;
  readonly categories?: readonly ReturnCategory[];
}

export interface WordsEntry {
  readonly kept: Words;
  readonly holder?: string;
}

export interface DeskState {
  readonly entries: Readonly<Record<string, Entry>>;
  readonly acts: Readonly<Record<string, ActEntry>>;
  /** What was answered to the desk's questions, until the act that it belongs to is taken. */
  readonly words: Readonly<Record<string, WordsEntry>>;
  /** Further texts, newest last: given up for another's, or kept by several tabs. They can be brought back. */
  readonly aside: Readonly<Record<string, readonly AsideText[]>>;
}

export type AsideText = Item<'unsaved' | 'aside'>;

export interface Conflict {
  readonly mine: string;
  readonly theirs: TargetView;
  /** What mine was begun from. Absent where that is not known: an older version kept mine. */
  readonly base?: string;
}

/** Nobody has touched the text: it was judged while a person here was writing over it. */
export function isOnlyJudged({ base, theirs }: Conflict): boolean {
  return base === theirs.text;
}

/** The texts, where somebody decided on the target that a person here was typing over. */
export function conflictOf(state: DeskState, segmentId: string, target: TargetView): Conflict | undefined {
  const entry = state.entries[segmentId];
  if (!entry || !isOvertaken(entry.kept, target) || isOurs(state.acts[segmentId], target)) return undefined;
  const { text, base } = entry.kept;
  return { mine: text, theirs: target, ...(base !== undefined && { base }) };
}

/** An act that is not answered may have brought the target here: a judgement is one revision, and changes no text. */
function isOurs(entry: ActEntry | undefined, { revision, text }: TargetView): boolean {
  if (!entry || entry.standing === 'refused' || !isSent(entry.kept)) return false;
  return revision === entry.kept.baseRevision + 1 && text === entry.kept.text;
}

/** Whether an approval of a segment is on its way: nobody has to come back to it, unless it is refused. */
export function isApproving({ acts }: Pick<DeskState, 'acts'>, segmentId: string): boolean {
  const entry = acts[segmentId];
  return entry?.kept.act.kind === 'approve' && entry.standing !== 'refused';
}

export function isSent(act: HeldAct | SentAct): act is SentAct {
  return 'baseRevision' in act;
}

/** The question whose words an act carries. */
export function wordingOf({ kind, words }: Act): Wording | undefined {
  if (words === undefined) return undefined;
  return kind === 'return' ? 'return' : 'dismiss';
}

/** Why the server refused the act that carried the words of a question. */
export function refusalOf({ acts }: DeskState, segmentId: string, wording: Wording): Fault | undefined {
  const entry = acts[segmentId];
  return entry?.standing === 'refused' && wordingOf(entry.kept.act) === wording ? entry.fault : undefined;
}

/** Segments whose unsaved text the server turns out to have. */
export function knownAlready(state: DeskState, targetOf: (segmentId: string) => Saved | undefined): string[] {
  return Object.entries(state.entries).flatMap(([segmentId, { kept }]) => {
    const saved = targetOf(segmentId);
    return saved && isKnown(kept, saved) ? [segmentId] : [];
  });
}

/** Texts put aside that the server turns out to have. */
export function asideKnown(state: DeskState, targetOf: (segmentId: string) => Saved | undefined): AsideText[] {
  return Object.values(state.aside)
    .flat()
    .filter(({ segmentId, value }) => targetOf(segmentId)?.text === value.text);
}

/** How many segments have something that the server could not be told yet. */
export function countWaiting({ entries, acts }: DeskState): number {
  const waits = [...Object.entries(entries), ...Object.entries(acts)].filter(([, one]) => one.standing === 'waiting');
  return new Set(waits.map(([segmentId]) => segmentId)).size;
}

export type SaveWord = 'saved' | 'untouched' | 'conflict' | Standing | `act-${ActEntry['standing']}` | 'both-waiting';

/** How the text of a segment stands with the server, in one word. */
export function saveWordOf(state: DeskState, segmentId: string, target: TargetView): SaveWord {
  const entry = state.entries[segmentId];
  const act = state.acts[segmentId];
  if (conflictOf(state, segmentId, target)) return 'conflict';
  if (entry?.standing === 'waiting' && act?.standing === 'waiting') return 'both-waiting';
  if (entry && entry.standing !== 'typed') return entry.standing;
  if (act) return `act-${act.standing}`;
  if (entry) return entry.standing;
  // A revision alone says nothing: the source of what nobody has translated may have been split.
  return target.state === 'untranslated' && target.at === undefined ? 'untouched' : 'saved';
}
