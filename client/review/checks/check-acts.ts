/**
 * What can be done about what checks find. Each acts on the findings of the text as it is: those that are shown may be of
 * the text of a moment ago, and a place in that one is another place by now.
 */
import type { RefObject } from 'react';
import { t } from '../../i18n.ts';
import { sentenceOf } from '../../problems.ts';
import { toast } from '../../ui/toasts.ts';
import type { EditorHandle } from '../Editor.tsx';
import { insertsCode, type DeskFinding, type DismissedFinding } from '../findings.ts';
import type { DismissalActs } from './standings.ts';
import type { FindingsHere } from './use-findings.ts';

export interface CheckActs {
  /** Leads to the next finding beside the text, or the one before; after the last comes the first. */
  readonly stepFinding: (by: 1 | -1) => void;
  readonly mend: (finding: DeskFinding) => void;
  readonly insertMissingCode: () => void;
  /** Lets a finding stand; of an error, asks why first. */
  readonly dismiss: (finding: DeskFinding) => void;
  /** The same, asking why of a warning too. */
  readonly dismissWithReason: (finding: DeskFinding) => void;
  readonly reinstate: (finding: DismissedFinding) => void;
  /** Brings a finding's place in the text into sight, selected. */
  readonly showFinding: (finding: DeskFinding) => void;
}

export interface CheckActsOptions {
  readonly text: string;
  readonly findings: FindingsHere;
  readonly editor: RefObject<EditorHandle | null>;
  readonly dismissals: DismissalActs;
  readonly askWhy: (finding: DeskFinding) => void;
}

export function checkActs(options: CheckActsOptions): CheckActs {
  const { text, findings, editor, dismissals, askWhy } = options;
  const showFinding = ({ id }: DeskFinding): void => {
    findings.choose(id);
    const { open, dismissed } = findings.now();
    const [place] = [...open, ...dismissed].find((one) => one.id === id)?.spans ?? [];
    if (place) editor.current?.select(place);
    else editor.current?.focus();
  };
  const mend = ({ id }: DeskFinding): void => {
    const { mending } = findings.now().open.find((one) => one.id === id) ?? {};
    if (!mending) return;
    if ('pieces' in mending.by) editor.current?.surround(...mending.by.pieces);
    else editor.current?.mend(text, mending.by.changes);
    findings.hurry();
  };
  return {
    showFinding,
    mend,
    stepFinding(by) {
      const { beside, current } = findings;
      const at = beside.findIndex(({ id }) => id === current?.id);
      // Whoever asks for the first time is led to the first.
      const next = beside.at(findings.isChosen ? (at + by) % beside.length : at);
      if (next) showFinding(next);
    },
    dismiss(finding) {
      if (finding.severity === 'error') {
        askWhy(finding);
        return;
      }
      const takeBack = (): void => void tell(dismissals.reinstate(finding));
      void tell(dismissals.dismiss(finding), () =>
        toast(t('review.dismissed'), 'done', { label: t('tools.undo'), run: takeBack }),
      );
    },
    dismissWithReason: askWhy,
    reinstate: ({ check, marked, dismissal: { segmentId } }) =>
      void tell(dismissals.reinstate({ check, marked, ...(segmentId !== undefined && { segmentId }) })),
    insertMissingCode() {
      const missing = findings.now().open.find(insertsCode);
      if (missing) mend(missing);
    },
  };
}

/** Says why something was not taken. */
async function tell(work: Promise<void>, then?: () => void): Promise<void> {
  try {
    await work;
    then?.();
  } catch (error) {
    toast(sentenceOf(error), 'error');
  }
}
