/**
 * What the commands of `commands.ts` may look at and do, for the open row. Buttons, keys and the list of shortcuts are
 * all given the same two values.
 */
import { useMemo, type RefObject } from 'react';
import { codeFaults } from '../../server/domain/content.ts';
import type { Locale } from '../../server/domain/locale.ts';
import type { SegmentRow } from '../../server/contract/schemas.ts';
import { t } from '../i18n.ts';
import { sentenceFor } from '../problems.ts';
import { useRead } from '../queries.ts';
import { toast } from '../ui/toasts.ts';
import type { DeskActs, DeskView } from './commands.ts';
import { conflictOf, type Act, type Conflict, type DeskState } from './desk-state.ts';
import type { Desk } from './desk.ts';
import type { EditorHandle } from './Editor.tsx';
import { missingPieces } from './missing-codes.ts';
import { stepFrom, type Step, type WorkRow } from './rows.ts';

/** What the desk asks before it goes on. */
export type Question = 'return' | 'dismiss' | 'help';

export interface DeskCommandsOptions {
  readonly documentId: string;
  readonly locale: Locale;
  readonly active: WorkRow;
  readonly shown: readonly SegmentRow[];
  readonly desk: Desk;
  readonly state: DeskState;
  readonly editor: RefObject<EditorHandle | null>;
  readonly open: (row: WorkRow) => void;
  readonly ask: (question: Question) => void;
  readonly announce: (sentence: string) => void;
}

export interface DeskCommands {
  readonly view: DeskView;
  readonly acts: DeskActs;
  readonly conflict: Conflict | undefined;
  /** The answer to a question that asked for words. */
  readonly answer: (question: Question, words: string) => void;
}

export function useDeskCommands(options: DeskCommandsOptions): DeskCommands {
  const { documentId, locale, active, shown, desk, state, editor, open, ask, announce } = options;
  const draft = useDraft(documentId, active.segmentId, locale);
  const entry = state.entries[active.segmentId];
  const text = entry?.kept.text ?? active.target.text;
  const faults = useMemo(() => codeFaults(text, active.codes), [text, active.codes]);
  const conflict = conflictOf(state, active.segmentId, active.target);
  const stepTo = (step: Step): WorkRow | undefined => stepFrom(shown, active.segmentId, step);

  const view: DeskView = {
    target: active.target,
    text,
    source: active.text,
    isUnsaved: entry !== undefined,
    isConflict: conflict !== undefined,
    faults,
    draft,
    leadsTo: (step) => stepTo(step) !== undefined,
  };

  const go = (step: Step): void => {
    const row = stepTo(step);
    if (row) open(row);
  };
  const judge = (act: Act): void => void judgeAloud(desk, active, act, announce);
  const acts: DeskActs = {
    save: () => void desk.save(active.segmentId),
    review: () => judge({ kind: 'review' }),
    approve: (thenNext) => {
      if (faults.length > 0) {
        ask('dismiss');
        return;
      }
      judge({ kind: 'approve' });
      if (thenNext) go('next-open');
    },
    askReason: () => ask('return'),
    reopen: () => judge({ kind: 'reopen' }),
    step: go,
    replaceText: (next) => editor.current?.replace(next),
    insertMissingCode: () => {
      const missing = faults.find(({ code }) => code === 'content.code-missing');
      if (missing) editor.current?.surround(...missingPieces(missing.number, active.codes));
    },
    showHelp: () => ask('help'),
  };
  const answer = (question: Question, words: string): void =>
    judge({ kind: question === 'return' ? 'return' : 'approve', words });
  return { view, acts, conflict, answer };
}

/** The machine's draft of the open segment, for "use the draft". */
function useDraft(documentId: string, segmentId: string, locale: Locale): string | undefined {
  return useRead('GET /api/documents/:documentId/segments/:segmentId/targets/:locale/diff', {
    params: { documentId, segmentId, locale },
    query: { base: 'draft' },
  }).data?.text;
}

/** An approval is announced; what the server refuses is told wherever the reader has got to by then. */
async function judgeAloud(desk: Desk, row: WorkRow, act: Act, announce: (sentence: string) => void): Promise<void> {
  const n = row.ordinal + 1;
  if (await desk.act(row.segmentId, act, row.target)) {
    if (act.kind === 'approve') announce(t('review.approved-live', { n }));
    return;
  }
  const { acts, entries } = desk.state();
  const entry = acts[row.segmentId] ?? entries[row.segmentId];
  if (entry?.standing === 'refused' && entry.fault) {
    toast(t('review.failed-at', { n, reason: sentenceFor(entry.fault.code, entry.fault.params) }), 'error');
  }
}
