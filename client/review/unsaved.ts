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
}

export interface Unsaved extends Attempt {
  /** Sent and not answered. */
  readonly sent?: Attempt;
}

/** What the server has, as far as is known or drawn. */
export interface Saved {
  readonly text: string;
  readonly revision: number;
}

/** After typing. Undefined when the text is again what the server has, and nothing is on its way there. */
export function typed(kept: Unsaved | undefined, text: string, saved: Saved, newId: string): Unsaved | undefined {
  if (kept?.text === text) return kept;
  const baseRevision = kept?.baseRevision ?? saved.revision;
  if (!kept?.sent && text === saved.text && baseRevision === saved.revision) return undefined;
  return { text, baseRevision, decisionId: newId, ...(kept?.sent && { sent: kept.sent }) };
}

/** What has to be sent next. */
export function attemptOf({ sent, text, baseRevision, decisionId }: Unsaved): Attempt {
  return sent ?? { text, baseRevision, decisionId };
}

export function sending(kept: Unsaved): Unsaved {
  return { ...kept, sent: attemptOf(kept) };
}

/** The server has taken an attempt and stands at this revision; what was typed since is based on it. */
export function taken(kept: Unsaved, attempt: Attempt, revision: number): Unsaved | undefined {
  if (kept.text === attempt.text) return undefined;
  return { text: kept.text, baseRevision: revision, decisionId: kept.decisionId };
}

/** The server said no, so the attempt had no effect. */
export function refused({ text, baseRevision, decisionId }: Unsaved): Unsaved {
  return { text, baseRevision, decisionId };
}

/** The person has seen what stands there now and goes on from it: a new decision. */
export function rebased({ text }: Unsaved, revision: number, newId: string): Unsaved {
  return { text, baseRevision: revision, decisionId: newId };
}

/** Our own act (an approval, a return) moved the revision on; what was typed meanwhile moves with it. */
export function carried(kept: Unsaved, from: number, to: number): Unsaved {
  return kept.baseRevision === from && !kept.sent ? { ...kept, baseRevision: to } : kept;
}

/** Somebody else has changed the text that this one was typed over. */
export function isOvertaken(kept: Unsaved, saved: Saved): boolean {
  return !kept.sent && saved.revision > kept.baseRevision && saved.text !== kept.text;
}

/** The server already has this very text: another tab sent it, or an answer was lost. */
export function isKnown(kept: Unsaved, saved: Saved): boolean {
  return !kept.sent && saved.text === kept.text;
}

/** Whether something read from this device is an unsaved text. */
export function isUnsaved(value: unknown): value is Unsaved {
  return isAttempt(value) && ((value as Unsaved).sent === undefined || isAttempt((value as Unsaved).sent));
}

function isAttempt(value: unknown): value is Attempt {
  const { text, baseRevision, decisionId } = (value ?? {}) as Partial<Attempt>;
  return typeof text === 'string' && Number.isInteger(baseRevision) && typeof decisionId === 'string';
}
