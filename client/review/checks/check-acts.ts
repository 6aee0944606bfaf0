/**
 * What can be done about what checks find. Each acts on the findings of the text as it is: those that are shown may be of
 * the text of a moment ago, and a place in that one is another place by now.
 */
import type { RefObject } from 'react';
import type { EditorHandle } from '../Editor.tsx';
import { insertsCode, type DeskFinding } from '../findings.ts';
import type { FindingsHere } from './use-findings.ts';

export interface CheckActs {
  /** Leads to the next finding beside the text, or the one before; after the last comes the first. */
  readonly stepFinding: (by: 1 | -1) => void;
  readonly mend: (finding: DeskFinding) => void;
  readonly insertMissingCode: () => void;
  /** Brings a finding's place in the text into sight, selected. */
  readonly showFinding: (finding: DeskFinding) => void;
}

export interface CheckActsOptions {
  readonly text: string;
  readonly findings: FindingsHere;
  readonly editor: RefObject<EditorHandle | null>;
}

export function checkActs({ text, findings, editor }: CheckActsOptions): CheckActs {
  const showFinding = ({ id }: DeskFinding): void => {
    findings.choose(id);
    const [place] = findings.now().open.find((one) => one.id === id)?.spans ?? [];
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
    insertMissingCode() {
      const missing = findings.now().open.find(insertsCode);
      if (missing) mend(missing);
    },
  };
}
