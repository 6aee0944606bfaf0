/** A file that somebody hands in to the memory or the termbase: one decision, whole or not at all. */
import type { DecisionId, MemberId } from '../domain/document.ts';

export interface ExchangeFile {
  readonly decisionId: DecisionId;
  readonly by: MemberId;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Fires when whoever asked is gone: a long file is then not read further. */
  readonly signal?: AbortSignal;
  /** Only say what it would bring. */
  readonly isTrial?: boolean;
}
