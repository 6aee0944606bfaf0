/**
 * The question that is open, at the segment that it was asked about: whatever becomes of the rows meanwhile, the answer's
 * words are kept there and are given there. Where the segment is gone from the source the words stay on this device.
 */
import { useMemo } from 'react';
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { checkInput, type RowToCheck } from './checks/check-input.ts';
import type { Standings } from './checks/standings.ts';
import { checkNow } from './checks/check-now.ts';
import { refusalOf, type Answer, type DeskState, type Words } from './desk-state.ts';
import type { Desk } from './desk.ts';
import { errorsOf, findingsIn } from './findings.ts';
import { isWork } from './rows.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import type { Question } from './use-desk-commands.ts';

export interface AskedProps {
  readonly question: Question;
  readonly from: Locale;
  readonly locale: Locale;
  readonly standings: Standings;
  readonly rows: readonly SegmentRow[];
  readonly desk: Desk;
  readonly state: DeskState;
  readonly onClose: () => void;
  readonly onAnswer: (answer: Answer) => void;
}

export function Asked({ question, from, locale, standings, rows, desk, state, onClose, onAnswer }: AskedProps) {
  const { segmentId, about } = question;
  const row = rows.find((one) => one.segmentId === segmentId);
  const text = state.entries[segmentId]?.kept.text ?? row?.target?.text ?? '';
  const errors = useErrors(about === 'dismiss' ? row : undefined, { text, from, locale, ...standings });
  return (
    <ReasonDialog
      wording={about}
      given={givenTo(question, state.words[segmentId]?.kept)}
      about={errors}
      refusal={refusalOf(state, segmentId, about)}
      onGiven={(given) => desk.word(segmentId, about, given)}
      onClose={onClose}
      onAnswer={onAnswer}
    />
  );
}

/** What checks find in a text that keeps it from being approved, in sentences. */
function useErrors(row: SegmentRow | undefined, on: Omit<RowToCheck, 'row' | 'target'> & Standings): readonly string[] {
  const { t } = useI18n();
  const { from, locale, text, policy, dismissals } = on;
  return useMemo(() => {
    if (!row || !isWork(row)) return [];
    const input = checkInput({ row, target: row.target, from, locale, policy, text });
    return errorsOf(findingsIn({ input, ...checkNow(input) }, dismissals, t)).map(({ sentence }) => sentence);
  }, [row, text, from, locale, policy, dismissals, t]);
}

/** What was answered before it was sent, or refused. */
function givenTo({ about }: Question, { categories, ...words }: Words = {}): Answer {
  return { words: words[about] ?? '', ...(about === 'return' && categories && { categories }) };
}
