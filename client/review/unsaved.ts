/**
 * One text that a person has typed and the server does not have yet. Pure: what becomes of it when more is typed, when
 * it is sent, answered, refused or overtaken. Where it is kept is `unsaved-store.ts`, when it is sent is `desk.ts`.
 *
 * A text is sent as a decision with an id. While that decision is unanswered nobody knows whether it took effect, so it
 * goes again exactly as it was, before anything newer: the server knows the id and answers once more. A newer text is a
 * newer decision and gets an id of its own. So a lost answer never turns into a conflict with oneself.
 */

/** A save as it is sent: the same text under the same id, however often. */
export interface Attempt {
  readonly text: string;
  readonly baseRevision: number;
  readonly decisionId: string;
  /** How long the person was at it, told under this id once and for all. */
  readonly activeMs?: number;
}

export interface Unsaved extends Attempt {
  /** The server's text that it was begun from: what a merge goes back to. Absent in what an older version has kept. */
  readonly base?: string;
  /** Sent and not answered. */
  readonly sent?: Attempt;
}

/** What the server has, as far as is known or drawn. */
export interface Saved {
  readonly text: string;
  readonly revision: number;
}

/** A text begun from what the server has. */
export function begun(text: string, saved: Saved, id: string): Unsaved {
  return { text, baseRevision: saved.revision, base: saved.text, decisionId: id };
}

/** After typing. Undefined when the text is again what the server has, and nothing is on its way there. */
export function typed(kept: Unsaved | undefined, text: string, saved: Saved, newId: string): Unsaved | undefined {
  if (kept?.text === text) return kept;
  const next = kept ? { ...kept, text, decisionId: newId } : begun(text, saved, newId);
  if (!next.sent && text === saved.text && next.baseRevision === saved.revision) return undefined;
  return next;
}

/** What has to be sent next. */
export function attemptOf({ sent, text, baseRevision, decisionId }: Unsaved): Attempt {
  return sent ?? { text, baseRevision, decisionId };
}

export function sending(kept: Unsaved, attempt: Attempt): Unsaved {
  return { ...kept, sent: attempt };
}

/** The server has taken an attempt and stands at this revision; what was typed since is based on it. */
export function taken(kept: Unsaved, attempt: Attempt, revision: number): Unsaved | undefined {
  if (kept.text === attempt.text) return undefined;
  return begun(kept.text, { text: attempt.text, revision }, kept.decisionId);
}

/** The server said no, so the attempt had no effect. */
export function refused(kept: Unsaved): Unsaved {
  const { sent: _, ...unsent } = kept;
  return unsent;
}

/** The person has seen what stands there now and goes on from it: a new decision. */
export function rebased({ text }: Unsaved, saved: Saved, newId: string): Unsaved {
  return begun(text, saved, newId);
}

/** Our own act (an approval, a return) moved the revision on; what was typed meanwhile moves with it. */
export function carried(kept: Unsaved, from: number, to: number): Unsaved {
  return kept.baseRevision === from && !kept.sent ? { ...kept, baseRevision: to } : kept;
}

/** Somebody else has decided on the target that this text was typed over: changed its text, or judged it. */
export function isOvertaken(kept: Unsaved, saved: Saved): boolean {
  return !kept.sent && saved.revision > kept.baseRevision && saved.text !== kept.text;
}

/** The server already has this very text: another tab sent it, or an answer was lost. */
export function isKnown(kept: Unsaved, saved: Saved): boolean {
  return !kept.sent && saved.text === kept.text;
}

/** Whether something read from this device is an unsaved text. */
export function isUnsaved(value: unknown): value is Unsaved {
  if (!isAttempt(value)) return false;
  const { base, sent } = value as Unsaved;
  return (base === undefined || typeof base === 'string') && (sent === undefined || isAttempt(sent));
}

function isAttempt(value: unknown): value is Attempt {
  const { text, baseRevision, decisionId, activeMs } = (value ?? {}) as Partial<Attempt>;
  const isWhole = typeof text === 'string' && Number.isInteger(baseRevision) && typeof decisionId === 'string';
  return isWhole && (activeMs === undefined || Number.isInteger(activeMs));
}
