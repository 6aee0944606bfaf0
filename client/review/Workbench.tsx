/**
 * The desk with its rows, put together: header, notes, the list with the open row in it, the side panel, and what may
 * stand in front of them. It is drawn at every key: whatever goes through all rows is memoised on them, and what is given
 * to the header stays the same while somebody types in the open row.
 */
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { DocumentView } from '../../server/contract/documents-api.ts';
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import { directionOf, type Locale } from '../../server/domain/locale.ts';
import { t } from '../i18n.ts';
import { usePresence } from '../queue/use-presence.ts';
import { useTakenHere } from '../queue/use-taken.ts';
import { ActiveRow } from './ActiveRow.tsx';
import { Asked } from './Asked.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { DeskHeader } from './DeskHeader.tsx';
import { DeskNotes, type Rest } from './DeskNotes.tsx';
import { DismissDialog } from './checks/DismissDialog.tsx';
import { useDismissalActs, useStandings } from './checks/standings.ts';
import { withFindings } from './checks/row-findings.ts';
import { useRowFindings } from './checks/use-row-findings.ts';
import { countWaiting, isApproving, type DeskState } from './desk-state.ts';
import type { Desk } from './desk.ts';
import type { DiffChoice } from './DiffPanel.tsx';
import type { EditorHandle } from './Editor.tsx';
import type { DeskFinding } from './findings.ts';
import { everything, visibleRows, type MarkName } from './filters.ts';
import { SidePanel } from './panel/SidePanel.tsx';
import { usePanel } from './panel/use-panel.ts';
import { rowsById } from './row-index.ts';
import { isOpen, isWork, type WorkRow } from './rows.ts';
import { planApproval } from './tools/approval-plan.ts';
import { ApproveDialog } from './tools/ApproveDialog.tsx';
import { ReplaceDialog } from './tools/ReplaceDialog.tsx';
import { rowAfter } from './reshape-acts.ts';
import { SegmentList } from './SegmentList.tsx';
import { SourceDialog } from './SourceDialog.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { AddTermDialog } from './terms/AddTermDialog.tsx';
import type { SelectedWords } from './terms/selected-source.ts';
import { useTermbase } from './terms/use-termbase.ts';
import { useActiveTime } from './use-active-time.ts';
import { useActiveRow } from './use-active-row.ts';
import { useDeskCommands, type Question } from './use-desk-commands.ts';
import { useSelection } from './use-selection.ts';
import { useFront } from './use-front.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useStable } from './use-stable.ts';

export interface WorkbenchProps {
  readonly document: DocumentView;
  readonly locale: Locale;
  readonly rows: readonly SegmentRow[];
  /** The reading that the rest of the rows comes from, while it is under way. */
  readonly rest: Rest | undefined;
  readonly desk: Desk;
  readonly state: DeskState;
}

export function Workbench({ document, locale, rows: given, rest, desk, state }: WorkbenchProps) {
  const { documentId } = document;
  const standings = useStandings(documentId, locale);
  const termbase = useTermbase(documentId);
  const dismissals = useDismissalActs(documentId, locale);
  const decided = useMemo(() => given.reduce((sum, { target }) => sum + (target?.revision ?? 0), 0), [given]);
  const found = useRowFindings({
    documentId,
    locale,
    isWhole: rest === undefined,
    decided: `${decided} ${standings.dismissals.length}`,
  });
  const rows = useMemo(() => withFindings(given, found), [given, found]);
  const [selection, setSelection] = useSelection();
  const select = useStable(setSelection);
  const settled = useDeferredValue(selection);
  const unsaved = useUnsaved(state);
  const searchBox = useRef<HTMLInputElement>(null);
  const [diff, setDiff] = useState<DiffChoice>({ base: 'draft', inline: directionOf(locale) === 'ltr' });
  const [question, ask] = useState<Question>();
  const [newTerm, askTerm] = useState<SelectedWords>();
  const [dismissing, askWhy] = useState<DeskFinding>();
  const { front, show, close } = useFront();
  const editor = useRef<EditorHandle>(null);
  const panel = usePanel();
  const { active, open, wantsFocus } = useActiveRow(rows, desk, editor);
  const shown = useMemo(
    () => visibleRows(rows, settled, unsaved, active.segmentId),
    [rows, settled, unsaved, active.segmentId],
  );
  const matching = useMemo(() => visibleRows(rows, settled, unsaved, undefined), [rows, settled, unsaved]);
  const plan = useMemo(() => planApproval(matching, unsaved), [matching, unsaved]);
  const approvable = rest ? 0 : plan.rows.length;
  const { segmentId } = active;
  const here = { documentId, segmentId, locale };
  usePresence(here);
  const { acts: onTheirWay } = state;
  const waits = useCallback(
    (row: WorkRow): boolean => isOpen(row.target) && !isApproving({ acts: onTheirWay }, row.segmentId),
    [onTheirWay],
  );
  const waitsHere = useCallback(
    (id: string): boolean => {
      const row = rowsById(rows).get(id);
      return row !== undefined && isWork(row) && waits(row);
    },
    [rows, waits],
  );
  const openHere = (id: string): void => {
    const row = rowsById(rows).get(id);
    if (row && isWork(row)) open(row);
  };
  const fromQueue = useTakenHere(here, { open: openHere, waits: waitsHere });
  const nextTaken = useStable(() => fromQueue.next?.());
  const focusSearch = useCallback(() => searchBox.current?.select(), []);
  const enterList = useStable(() => {
    const first = matching.find(isWork);
    if (first) open(first);
  });
  const narrowTo = (mark: MarkName): void => setSelection({ ...everything, is: [mark] });
  const searchTexts = (query: string): void => setSelection({ ...everything, query });
  const { view, acts, findings, conflict, answer } = useDeskCommands({
    documentId,
    from: document.from,
    locale,
    active,
    rows,
    shown,
    desk,
    state,
    editor,
    panel,
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
    approvable,
  });
  const togglePanel = useStable(acts.togglePanel);
  useActiveTime(desk.meter, segmentId);
  useShortcuts(
    view,
    acts,
    [question, dismissing, newTerm, front].every((one) => one === undefined),
  );

  return (
    <div className={panel.isOpen ? `desk with-panel${panel.isWide ? ' wide' : ''}` : 'desk'}>
      <title>{t('app.window-title', { title: document.title })}</title>
      <div className="desk-main">
        <DeskHeader
          document={document}
          locale={locale}
          rows={rows}
          isWhole={rest === undefined}
          waiting={countWaiting(state)}
          selection={selection}
          settled={settled}
          onSelection={select}
          unsaved={unsaved}
          onEnter={enterList}
          searchBox={searchBox}
          approvable={approvable}
          onShow={show}
          taken={fromQueue.taken}
          onNextTaken={fromQueue.next && nextTaken}
          isPanelOpen={panel.isOpen}
          onPanel={togglePanel}
        />
        <DeskNotes
          document={document}
          locale={locale}
          rows={rows}
          rest={rest}
          desk={desk}
          state={state}
          onOpen={open}
        />
        <SegmentList
          rows={shown}
          matches={matching.length}
          active={active}
          state={state}
          from={document.from}
          locale={locale}
          query={settled.query}
          onOpen={open}
          onShowAll={() => select(everything)}
        >
          <ActiveRow
            key={segmentId}
            document={document}
            locale={locale}
            row={active}
            desk={desk}
            state={state}
            view={view}
            acts={acts}
            findings={findings}
            conflict={conflict}
            diff={diff}
            onDiff={setDiff}
            editor={editor}
            wantsFocus={wantsFocus}
          />
        </SegmentList>
      </div>
      {panel.isOpen && (
        <SidePanel
          panel={panel}
          document={document}
          locale={locale}
          row={active}
          view={view}
          acts={acts}
          desk={desk}
          state={state}
          editor={editor}
          decided={decided}
        />
      )}
      {question && (
        <Asked
          question={question}
          from={document.from}
          locale={locale}
          standings={standings}
          rows={rows}
          desk={desk}
          state={state}
          onClose={() => ask(undefined)}
          onAnswer={(given) => {
            ask(undefined);
            answer(question, given);
          }}
        />
      )}
      {dismissing && (
        <DismissDialog
          finding={dismissing}
          onDismiss={(reason) => dismissals.dismiss(dismissing, reason)}
          onClose={() => askWhy(undefined)}
        />
      )}
      {newTerm && (
        <AddTermDialog document={document} locale={locale} selected={newTerm} onClose={() => askTerm(undefined)} />
      )}
      {front === 'help' && <ShortcutHelp onClose={close} />}
      {(front === 'palette' || front === 'go-to') && (
        <CommandPalette wants={front} total={rows.length} view={view} acts={acts} onClose={close} />
      )}
      {front === 'replace' && (
        <ReplaceDialog
          documentId={documentId}
          locale={locale}
          desk={desk}
          rows={rows}
          unsaved={unsaved}
          query={selection.query}
          onClose={close}
        />
      )}
      {(front === 'split-source' || front === 'join-source') && (
        <SourceDialog
          document={document}
          row={active}
          nextId={rowAfter(rows, active)?.segmentId}
          desk={desk}
          wants={front}
          onClose={close}
        />
      )}
      {front === 'approve' && (
        <ApproveDialog documentId={documentId} locale={locale} desk={desk} plan={plan} onClose={close} />
      )}
    </div>
  );
}

/** Which segments have a text that is not saved: the same set until one comes or goes, whatever is typed. */
function useUnsaved({ entries }: DeskState): ReadonlySet<string> {
  const ids = Object.keys(entries).toSorted().join(' ');
  return useMemo(() => new Set(ids === '' ? [] : ids.split(' ')), [ids]);
}
