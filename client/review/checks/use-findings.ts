/**
 * The findings of the open text, and which of them somebody looks at: the one in which the caret came to stand last, or to
 * which a key led; else the first. It is remembered by its id, so that it stays the same one while others come and go.
 */
import { useMemo, useState } from 'react';
import type { Locale } from '../../../server/domain/locale.ts';
import { useI18n } from '../../i18n.ts';
import type { TextMarks } from '../editor/findings-plugin.ts';
import { findingsIn, isBeside, noFindings, type DeskFinding, type Findings } from '../findings.ts';
import type { WorkRow } from '../rows.ts';
import { deskTerms, type DeskTerm } from '../terms/desk-terms.ts';
import type { Termbase } from './check-now.ts';
import { checkInput } from './check-input.ts';
import type { Standings } from './standings.ts';
import { useChecks } from './use-checks.ts';

export interface FindingsHere extends Findings {
  /** The terms of the source, and what is made of them in the target. */
  readonly terms: readonly DeskTerm[];
  /** Those that are shown beside the text: what only the panel shows is among them while it does. */
  readonly beside: readonly DeskFinding[];
  readonly current: DeskFinding | undefined;
  /** Somebody has gone to it. */
  readonly isChosen: boolean;
  readonly choose: (id: string) => void;
  readonly hurry: () => void;
  /** The findings of the text as it is. */
  readonly now: () => Findings;
  /** What is marked in the text that was checked. */
  readonly marks: TextMarks | undefined;
}

export interface FindingsOptions {
  readonly from: Locale;
  readonly locale: Locale;
  readonly row: WorkRow;
  readonly text: string;
  readonly standings: Standings;
  readonly termbase: Termbase;
  /** The panel shows them all. */
  readonly showsInfo: boolean;
}

export function useFindings({
  from,
  locale,
  row,
  text,
  standings,
  termbase,
  showsInfo,
}: FindingsOptions): FindingsHere {
  const { t, language } = useI18n();
  const { target } = row;
  const { policy, dismissals } = standings;
  const input = useMemo(
    () => checkInput({ row, target, from, locale, policy, text }),
    [row, target, from, locale, policy, text],
  );
  const { checked, now, hurry } = useChecks(input, termbase);
  const [chosen, choose] = useState<string>();
  const isEmpty = text.trim() === '';
  const found = useMemo(
    () => (checked && !isEmpty ? findingsIn(checked, dismissals, t) : noFindings),
    // The sentences are in the language of the interface.
    // oxlint-disable-next-line react/exhaustive-deps
    [checked, isEmpty, dismissals, language],
  );
  const beside = useMemo(() => found.open.filter((finding) => showsInfo || isBeside(finding)), [found, showsInfo]);
  const current = beside.find(({ id }) => id === chosen) ?? beside[0];
  const currentId = current?.id;
  const marks = useMemo(
    () =>
      checked && {
        text: checked.input.target,
        marks: beside.map(({ id, severity, spans }) => ({
          id,
          spans,
          look: id === currentId ? `${severity} current` : severity,
        })),
      },
    [checked, beside, currentId],
  );
  const terms = useMemo(() => (checked ? deskTerms(checked) : []), [checked]);
  return {
    ...found,
    terms,
    beside,
    current,
    isChosen: current?.id === chosen,
    choose,
    marks,
    hurry,
    now: () => findingsIn(now(), dismissals, t),
  };
}
