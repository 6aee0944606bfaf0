/**
 * The desk with its rows: which one is open stands in the address (`?segment=<ordinal>`), so a link leads to it and a
 * reload comes back to it. Keys, buttons and the list of shortcuts all run the commands of `commands.ts`; what they may
 * do is put together here.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { DocumentView, SegmentRow } from '../../server/contract/schemas.ts';
import { codeFaults } from '../../server/domain/content.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { directionOf } from '../../server/domain/locale.ts';
import { t } from '../i18n.ts';
import { sentenceFor } from '../problems.ts';
import { useRead } from '../queries.ts';
import { toast } from '../ui/toasts.ts';
import { ActiveRow } from './ActiveRow.tsx';
import type { DeskActs, DeskView } from './commands.ts';
import { DeskHeader } from './DeskHeader.tsx';
import { DeskNotes } from './DeskNotes.tsx';
import { conflictOf, type Act, type DeskState } from './desk-state.ts';
import type { Desk } from './desk.ts';
import type { DiffChoice } from './DiffPanel.tsx';
import type { EditorHandle } from './Editor.tsx';
import { missingPieces } from './missing-codes.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { openingRow, stepFrom, visibleRows, type Selection, type Step, type WorkRow } from './rows.ts';
import { SegmentList } from './SegmentList.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { useShortcuts } from './use-shortcuts.ts';

export interface WorkbenchProps {
  readonly document: DocumentView;
  readonly locale: Locale;
  readonly rows: readonly SegmentRow[];
  readonly desk: Desk;
  readonly state: DeskState;
}

type Question = 'return' | 'dismiss' | 'help';

export function Workbench({ document, locale, rows, desk, state }: WorkbenchProps) {
  const [selection, setSelection] = useState<Selection>({ filter: 'all', query: '' });
  const [diff, setDiff] = useState<DiffChoice>({ base: 'draft', inline: directionOf(locale) === 'ltr' });
  const [question, setQuestion] = useState<Question>();
  const [announced, setAnnounced] = useState('');
  const editor = useRef<EditorHandle>(null);
  const { active, open, wantsFocus } = useActiveRow(rows, desk, editor);
  const shown = useMemo(() => visibleRows(rows, selection, active.segmentId), [rows, selection, active.segmentId]);
  const matches = useMemo(() => visibleRows(rows, selection, undefined).length, [rows, selection]);
  const draft = useDraft(document.documentId, active.segmentId, locale);

  const showHelp = useCallback(() => setQuestion('help'), []);

  const text = state.entries[active.segmentId]?.kept.text ?? active.target.text;
  const conflict = conflictOf(state, active.segmentId, active.target);
  const faults = useMemo(() => codeFaults(text, active.codes), [text, active.codes]);

  const view: DeskView = {
    target: active.target,
    text,
    source: active.text,
    isUnsaved: state.entries[active.segmentId] !== undefined,
    isConflict: conflict !== undefined,
    faults,
    draft,
    leadsTo: (step) => stepFrom(shown, active.segmentId, step) !== undefined,
  };

  const goTo = (step: Step): void => {
    const row = stepFrom(shown, active.segmentId, step);
    if (row) open(row);
  };
  const judge = (act: Act): void => void judgeAloud(desk, active, act, setAnnounced);
  const approve = (thenNext: boolean, words?: string): void => {
    if (faults.length > 0 && !words) {
      setQuestion('dismiss');
      return;
    }
    judge({ kind: 'approve', ...(words && { words }) });
    if (thenNext) goTo('next-open');
  };
  const acts: DeskActs = {
    save: () => void desk.save(active.segmentId),
    review: () => judge({ kind: 'review' }),
    approve,
    askReason: () => setQuestion('return'),
    reopen: () => judge({ kind: 'reopen' }),
    step: goTo,
    replaceText: (next) => editor.current?.replace(next),
    insertMissingCode: () => {
      const [missing] = faults.filter(({ code }) => code === 'content.code-missing');
      if (missing) editor.current?.surround(...missingPieces(missing.number, active.codes));
    },
    showHelp,
  };
  useShortcuts(view, acts, question === undefined);

  return (
    <div className="desk">
      <title>{t('app.window-title', { title: document.title })}</title>
      <DeskHeader
        document={document}
        locale={locale}
        rows={rows}
        selection={selection}
        onSelection={setSelection}
        onHelp={showHelp}
      />
      <DeskNotes document={document} locale={locale} rows={rows} desk={desk} state={state} onOpen={open} />
      <SegmentList
        rows={shown}
        matches={matches}
        active={active}
        state={state}
        from={document.from}
        locale={locale}
        onOpen={open}
        onShowAll={() => setSelection({ filter: 'all', query: '' })}
      >
        <ActiveRow
          key={active.segmentId}
          document={document}
          locale={locale}
          row={active}
          text={text}
          desk={desk}
          state={state}
          view={view}
          acts={acts}
          conflict={conflict}
          diff={diff}
          onDiff={setDiff}
          editor={editor}
          wantsFocus={wantsFocus}
        />
      </SegmentList>
      <output className="visually-hidden">{announced}</output>
      {(question === 'return' || question === 'dismiss') && (
        <ReasonDialog
          purpose={question}
          onClose={() => setQuestion(undefined)}
          onReason={(words) => {
            setQuestion(undefined);
            if (question === 'return') judge({ kind: 'return', words });
            else approve(false, words);
          }}
        />
      )}
      {question === 'help' && <ShortcutHelp onClose={() => setQuestion(undefined)} />}
    </div>
  );
}

/** The open row, from the address; opening another saves the one that is left. */
function useActiveRow(rows: readonly SegmentRow[], desk: Desk, editor: { readonly current: EditorHandle | null }) {
  const [search, setSearch] = useSearchParams();
  const wantsFocus = useRef(false);
  const named = search.get('segment');
  const found = openingRow(rows, named === null ? undefined : Number(named));
  if (!found) throw new Error('the desk was opened without a segment to work on');
  const active = found;

  const show = ({ ordinal }: WorkRow): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('segment', String(ordinal));
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const showFirst = useRef(show);
  useEffect(() => {
    if (named !== String(active.ordinal)) showFirst.current(active);
  }, [named, active]);

  function open(row: WorkRow): void {
    wantsFocus.current = true;
    if (row.segmentId === active.segmentId) {
      editor.current?.focus();
      return;
    }
    if (desk.state().entries[active.segmentId]) void desk.save(active.segmentId);
    show(row);
  }
  return { active, open, wantsFocus };
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
  if (await desk.act(row.segmentId, act)) {
    if (act.kind === 'approve') announce(t('review.approved-live', { n }));
    return;
  }
  const { acts, entries } = desk.state();
  const entry = acts[row.segmentId] ?? entries[row.segmentId];
  if (entry?.standing === 'refused' && entry.fault) {
    toast(t('review.failed-at', { n, reason: sentenceFor(entry.fault.code, entry.fault.params) }), 'error');
  }
}
