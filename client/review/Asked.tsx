/**
 * The question that is open, at the segment that it was asked about: whatever becomes of the rows meanwhile, the answer's
 * words are kept there and are given there. Where the segment is gone from the source the words stay on this device.
 */
import type { SegmentRow } from '../../server/contract/schemas.ts';
import { codeFaults } from '../../server/domain/content.ts';
import { useI18n } from '../i18n.ts';
import { refusalOf, type Answer, type DeskState, type Words } from './desk-state.ts';
import type { Desk } from './desk.ts';
import { codeFaultSentence } from './fault-words.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import type { Question } from './use-desk-commands.ts';

export interface AskedProps {
  readonly question: Question;
  readonly rows: readonly SegmentRow[];
  readonly desk: Desk;
  readonly state: DeskState;
  readonly onClose: () => void;
  readonly onAnswer: (answer: Answer) => void;
}

export function Asked({ question, rows, desk, state, onClose, onAnswer }: AskedProps) {
  const { t } = useI18n();
  const { segmentId, about } = question;
  const row = rows.find((one) => one.segmentId === segmentId);
  const text = state.entries[segmentId]?.kept.text ?? row?.target?.text ?? '';
  const faults = about === 'dismiss' && row ? codeFaults(text, row.codes) : [];
  return (
    <ReasonDialog
      wording={about}
      given={givenTo(question, state.words[segmentId]?.kept)}
      about={row ? faults.map((fault) => codeFaultSentence(fault, row.codes, t)) : []}
      refusal={refusalOf(state, segmentId, about)}
      onGiven={(given) => desk.word(segmentId, about, given)}
      onClose={onClose}
      onAnswer={onAnswer}
    />
  );
}

/** What was answered before it was sent, or refused. */
function givenTo({ about }: Question, { categories, ...words }: Words = {}): Answer {
  return { words: words[about] ?? '', ...(about === 'return' && categories && { categories }) };
}
