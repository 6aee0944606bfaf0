/**
 * What the commands of `commands.ts` may look at and do, for the open row. Buttons, keys and the list of shortcuts are
 * all given the same two values.
 */
import { useEffect, useRef, type RefObject } from 'react';
import type { Locale } from '../../server/domain/locale.ts';
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import { t } from '../i18n.ts';
import type { TakenHere } from '../queue/use-taken.ts';
import { sentenceFor } from '../problems.ts';
import { toast } from '../ui/toasts.ts';
import type { Termbase } from './checks/check-now.ts';
import { checkActs } from './checks/check-acts.ts';
import type { DismissalActs, Standings } from './checks/standings.ts';
import { useFindings, type FindingsHere } from './checks/use-findings.ts';
import type { DeskActs, DeskView, Front } from './commands.ts';
import { conflictOf, type Act, type Answer, type Conflict, type DeskState, type Wording } from './desk-state.ts';
import type { Desk } from './desk.ts';
import type { EditorHandle } from './Editor.tsx';
import type { MarkName } from './filters.ts';
import { errorsOf, type DeskFinding } from './findings.ts';
import { panelActs } from './panel/panel-focus.ts';
import type { Panel } from './panel/use-panel.ts';
import { useSuggestions } from './panel/use-suggestions.ts';
import { reshapeActs, shapeOf } from './reshape-acts.ts';
import { isWork, stepFrom, workRowAt, type Step, type WorkRow } from './rows.ts';
import { selectedSource, type SelectedWords } from './terms/selected-source.ts';
import { useDiffBases } from './use-diff-bases.ts';
import { useStable } from './use-stable.ts';
import { refusalAt, useUndo } from './use-undo.ts';

/** What the desk asks before it goes on; `thenNext`: and where it goes then. */
export interface Question {
  /** The segment that it was asked about, whichever is open when it is answered. */
  readonly segmentId: string;
  readonly about: Wording;
  readonly thenNext: boolean;
}

export interface DeskCommandsOptions {
  readonly documentId: string;
  readonly from: Locale;
  readonly locale: Locale;
  readonly active: WorkRow;
  readonly rows: readonly SegmentRow[];
  readonly shown: readonly SegmentRow[];
  readonly desk: Desk;
  readonly state: DeskState;
  readonly editor: RefObject<EditorHandle | null>;
  readonly panel: Panel;
  readonly open: (row: WorkRow) => void;
  /** Whether a row is still to be worked on. */
  readonly waits: (row: WorkRow) => boolean;
  readonly fromQueue: TakenHere;
  readonly ask: (question: Question) => void;
  readonly standings: Standings;
  readonly termbase: Termbase;
  readonly dismissals: DismissalActs;
  /** Asks for a term. */
  readonly askTerm: (selected: SelectedWords) => void;
  /** Asks why an error is to stand. */
  readonly askWhy: (finding: DeskFinding) => void;
  readonly show: (front: Front) => void;
  readonly searchTexts: (query: string) => void;
  readonly narrowTo: (mark: MarkName) => void;
  readonly focusSearch: () => void;
  /** How many of the rows shown can be approved together. */
  readonly approvable: number;
}

export interface DeskCommands {
  readonly view: DeskView;
  readonly acts: DeskActs;
  readonly findings: FindingsHere;
  readonly conflict: Conflict | undefined;
  /** The answer to a question that asked for words. */
  readonly answer: (question: Question, answer: Answer) => void;
}

export function useDeskCommands(options: DeskCommandsOptions): DeskCommands {
  const { documentId, from, locale, active, rows, shown, desk, state, editor, panel } = options;
  const {
    open,
    waits,
    fromQueue,
    ask,
    standings,
    termbase,
    dismissals,
    askTerm,
    askWhy,
    show,
    searchTexts,
    narrowTo,
    focusSearch,
  } = options;
  const draft = useDiffBases(documentId, active.segmentId, locale).data?.bases.draft?.text;
  const entry = state.entries[active.segmentId];
  const text = entry?.kept.text ?? active.target.text;
  const findings = useFindings({
    from,
    locale,
    row: active,
    text,
    standings,
    termbase,
    showsInfo: panel.isOpen && panel.tab === 'checks',
  });
  const conflict = conflictOf(state, active.segmentId, active.target);
  const { undo, tell } = useUndo({ desk, rows, open });
  const stepTo = (step: Step): WorkRow | undefined => stepFrom(shown, active.segmentId, step, waits);

  const view: DeskView = {
    target: active.target,
    text,
    source: active.text,
    isUnsaved: entry !== undefined,
    isConflict: conflict !== undefined,
    findings,
    beside: findings.beside,
    finding: findings.current,
    terms: findings.terms,
    draft,
    suggestions: useSuggestions({ documentId, segmentId: active.segmentId, locale }),
    leadsTo: (step) => stepTo(step) !== undefined,
    approvable: options.approvable,
    canUndo: desk.lastDecided() !== undefined,
    ...shapeOf(rows, active, text),
    hasNextTaken: fromQueue.next !== undefined,
  };

  const go = (step: Step): void => {
    const row = stepTo(step);
    if (row) open(row);
  };
  /** Whoever works through what they took goes on with that. */
  const goOn = (): void => {
    if (fromQueue.isTaken && fromQueue.next) fromQueue.next();
    else go('next-open');
  };
  const shownId = useRef(active.segmentId);
  useEffect(() => {
    shownId.current = active.segmentId;
  }, [active.segmentId]);
  const judgeAt = async ({ segmentId, ordinal, target }: WorkRow, act: Act, question?: Question): Promise<void> => {
    if (await desk.act(segmentId, act, target)) {
      tell(act.kind, ordinal);
      return;
    }
    const refusal = refusalAt(desk, segmentId);
    if (refusal === undefined) return;
    // Whoever still looks at the segment is asked again, and finds the words; whoever has gone on is told.
    if (question && shownId.current === segmentId) ask(question);
    else toast(t('review.failed-at', { n: ordinal + 1, reason: refusal }), 'error');
  };
  const judge = (act: Act): Promise<void> => judgeAt(active, act);
  const judgeStably = useStable((row: WorkRow, act: Act) => void judgeAt(row, act));
  const shape = reshapeActs({ desk, rows, active, text, judge: judgeStably });
  const acts: DeskActs = {
    ...panelActs(panel, () => editor.current?.focus()),
    save: () => void desk.save(active.segmentId),
    review: () => void judge({ kind: 'review' }),
    approve: (thenNext) => {
      if (conflict) {
        showConflict();
        return;
      }
      if (errorsOf(findings.now()).length > 0) {
        ask({ segmentId: active.segmentId, about: 'dismiss', thenNext });
        return;
      }
      void judge({ kind: 'approve' });
      if (thenNext) goOn();
    },
    keepMine: () => {
      desk.keepMine(active.segmentId, active.target);
      void desk.save(active.segmentId);
    },
    takeTheirs: () => desk.takeTheirs(active.segmentId),
    askReason: () => ask({ segmentId: active.segmentId, about: 'return', thenNext: false }),
    reopen: () => void judge({ kind: 'reopen' }),
    undo,
    ...shape,
    ...checkActs({ text, findings, editor, dismissals, askWhy }),
    split: () => shape.split(editor.current?.caret()),
    step: go,
    nextTaken: () => fromQueue.next?.(),
    addTerm: () => askTerm({ source: selectedSource(), target: editor.current?.selectedText() ?? '' }),
    insertText: (piece) => editor.current?.insert(piece),
    replaceText: (next) => editor.current?.replace(next),
    searchMemory() {
      const words = editor.current?.selectedText() || String(getSelection());
      if (words.trim() !== '') panel.seek(words.trim());
      panel.show('memory');
    },
    insertCharacter: () => editor.current?.lead(),
    toggleDirection: () => editor.current?.toggleDirection(),
    toggleMarks: () => editor.current?.toggleMarks(),
    goTo: (n) => {
      const row = workRowAt(rows, n - 1);
      if (row) open(row);
    },
    searchTexts,
    narrowTo,
    show,
    focusSearch,
  };
  const answer = (question: Question, given: Answer): void => {
    const row = rows.filter(isWork).find(({ segmentId }) => segmentId === question.segmentId);
    if (!row) {
      toast(sentenceFor('segment.unknown', {}), 'error');
      return;
    }
    void judgeAt(row, { kind: question.about === 'return' ? 'return' : 'approve', ...given }, question);
    if (question.thenNext) goOn();
  };
  return { view, acts, findings, conflict, answer };
}

/** Brings the texts of a conflict into sight, the focus on the first choice: nothing goes on before it is made. */
function showConflict(): void {
  const conflict = document.querySelector('.conflict');
  conflict?.scrollIntoView({ block: 'nearest' });
  conflict?.querySelector<HTMLElement>('input, button:enabled')?.focus({ preventScroll: true });
}
