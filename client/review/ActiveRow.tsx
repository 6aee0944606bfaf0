/** The open row: the source to read, the editor to write in, what changed, what is wrong, and what can be done. */
import { useEffect, useId, type RefObject } from 'react';
import type { DocumentView } from '../../server/contract/documents-api.ts';
import type { TargetView } from '../../server/contract/schemas.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { faultSentence } from '../problems.ts';
import { OthersNotice } from '../queue/Others.tsx';
import { Button } from '../ui/Button.tsx';
import { ActionBar, TextCommands } from './ActionBar.tsx';
import { AsideTexts } from './AsideTexts.tsx';
import type { DeskActs, DeskView } from './commands.ts';
import { Conflict } from './Conflict.tsx';
import type { Conflict as BothTexts, DeskState } from './desk-state.ts';
import type { Desk } from './desk.ts';
import { DiffPanel, type DiffChoice } from './DiffPanel.tsx';
import { Editor, type EditorHandle } from './Editor.tsx';
import { sourceMarks } from './checks/source-marks.ts';
import { FindingCommands, FindingLine } from './checks/FindingLine.tsx';
import type { FindingsHere } from './checks/use-findings.ts';
import { originSentence } from './origin-words.ts';
import { reasonSentence } from './reason-words.ts';
import { StateEdge } from './QuietRow.tsx';
import type { WorkRow } from './rows.ts';
import { SourceText } from './SourceText.tsx';
import { RowNumber } from './SourceParts.tsx';
import { useDiffBases, useLooking } from './use-diff-bases.ts';

export interface ActiveRowProps {
  readonly document: DocumentView;
  readonly locale: Locale;
  readonly row: WorkRow;
  readonly desk: Desk;
  readonly state: DeskState;
  readonly view: DeskView;
  readonly acts: DeskActs;
  readonly findings: FindingsHere;
  readonly conflict: BothTexts | undefined;
  readonly diff: DiffChoice;
  readonly onDiff: (choice: DiffChoice) => void;
  readonly editor: RefObject<EditorHandle | null>;
  /** Whether a person opened this row, rather than the page. */
  readonly wantsFocus: RefObject<boolean>;
}

export function ActiveRow(props: ActiveRowProps) {
  const { document, locale, row, desk, state, view, acts, findings, conflict, diff, onDiff, editor, wantsFocus } =
    props;
  const { t } = useI18n();
  const notes = useId();
  const { segmentId, target, codes, openComments = 0 } = row;
  const { text } = view;
  const aside = state.aside[segmentId];
  const n = row.ordinal + 1;
  const bases = useDiffBases(document.documentId, segmentId, locale);
  useLooking(document.documentId, segmentId, locale, target.revision);
  useEffect(() => {
    if (wantsFocus.current) editor.current?.focus();
  }, [editor, wantsFocus]);
  const takeMerged = (merged: string): void => {
    desk.merge(segmentId, merged, target);
    void desk.save(segmentId);
    editor.current?.focus();
  };
  return (
    <article
      className={`desk-row active kind-${row.kind}`}
      aria-label={t('review.segment', { n, state: t(`states.${target.state}`) })}
    >
      <span className="desk-number" aria-current="true">
        <RowNumber row={row} />
      </span>
      <SourceText
        row={row}
        locale={document.from}
        then={bases.data?.source}
        marks={sourceMarks(view)}
        onTerm={() => acts.showPanel('terms')}
      />
      <div className="desk-target">
        <Editor
          ref={editor}
          label={t('review.editor', { n })}
          segmentId={segmentId}
          locale={locale}
          text={text}
          drawn={target}
          codes={codes}
          onText={(next, drawn) => desk.type(segmentId, next, drawn)}
          describedBy={notes}
          marks={findings.marks}
          sayOf={(id) => view.beside.find((finding) => finding.id === id)?.sentence}
          onMark={findings.choose}
        />
        <div id={notes} className="desk-said small">
          <Facts target={target} />
          <FindingLine view={view} acts={acts} />
        </div>
        <div className="desk-facts small">
          <div className="desk-about">
            {view.finding ? <FindingCommands view={view} acts={acts} /> : <OriginNote target={target} />}
            {openComments > 0 && (
              <Button look="quiet" className="desk-comments" onPress={() => acts.showPanel('comments')}>
                {t('review.mark-comments', { count: openComments })}
              </Button>
            )}
          </div>
          <TextCommands view={view} acts={acts} />
        </div>
      </div>
      {conflict ? (
        <Conflict
          texts={conflict}
          locale={locale}
          codes={codes}
          onKeepMine={acts.keepMine}
          onTakeTheirs={acts.takeTheirs}
          onMerged={takeMerged}
        />
      ) : (
        text !== '' && (
          <DiffPanel
            documentId={document.documentId}
            segmentId={segmentId}
            locale={locale}
            codes={codes}
            target={target}
            text={text}
            choice={diff}
            onChoice={onDiff}
          />
        )
      )}
      {aside && (
        <AsideTexts
          texts={aside}
          locale={locale}
          codes={codes}
          onBringBack={(item) => desk.bringBack(item, target)}
          onDiscard={desk.discard}
        />
      )}
      <ActionBar segmentId={segmentId} target={target} desk={desk} state={state} view={view} acts={acts} />
      <OthersNotice segmentId={segmentId} locale={locale} />
      <StateEdge row={row} />
    </article>
  );
}

/** What has been said about the text. */
function Facts({ target }: { readonly target: TargetView }) {
  const { t } = useI18n();
  const { returned, outdated, fault } = target;
  return (
    <>
      {returned && (
        <p className="fact warn">{t('review.returned', { by: returned.by, reason: reasonSentence(returned, t) })}</p>
      )}
      {outdated && <p className="fact bad">{t('review.outdated')}</p>}
      {fault && <p className="fact bad">{t('review.machine-failed', { reason: faultSentence(fault.code) })}</p>}
    </>
  );
}

function OriginNote({ target: { origin } }: { readonly target: TargetView }) {
  const { t } = useI18n();
  return origin && <p className="muted">{originSentence(origin, t)}</p>;
}
