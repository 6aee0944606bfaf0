/** Asks why a finding is to stand: of an error always, of another one where somebody wants to say it. What was written stays until the server has taken it. */
import { useState } from 'react';
import { Problem } from '../../api.ts';
import type { Answer, Fault } from '../desk-state.ts';
import type { DeskFinding } from '../findings.ts';
import { ReasonDialog } from '../ReasonDialog.tsx';

export interface DismissDialogProps {
  readonly finding: DeskFinding;
  /** Throws what the server refused with. */
  readonly onDismiss: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

export function DismissDialog({ finding, onDismiss, onClose }: DismissDialogProps) {
  const [given, give] = useState<Answer>({ words: '' });
  const [refusal, setRefusal] = useState<Fault>();
  const dismiss = async ({ words }: Answer): Promise<void> => {
    try {
      await onDismiss(words);
      onClose();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setRefusal(error);
    }
  };
  return (
    <ReasonDialog
      wording="dismiss-one"
      given={given}
      about={[finding.sentence]}
      refusal={refusal}
      holdsText={given.words.trim() !== ''}
      onGiven={give}
      onClose={onClose}
      onAnswer={(answer) => void dismiss(answer)}
    />
  );
}
