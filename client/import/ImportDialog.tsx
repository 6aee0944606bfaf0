/**
 * Takes a file of terms or of memory in: choose it, see what it would bring and what is passed over, and only then import
 * it. What the report says is the caller's.
 */
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { ReplyOf } from '../../server/contract/api.ts';
import { call } from '../api.ts';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { useChange } from '../queries.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { sizeProblem } from './draft.ts';
import { FileChoice } from './FileChoice.tsx';
import { readAsBase64 } from './read-file.ts';

type ImportLine = 'POST /api/terms/import' | 'POST /api/memory/import';

export interface ImportDialogProps<L extends ImportLine> {
  readonly line: L;
  readonly title: string;
  readonly about: string;
  readonly types: readonly string[];
  /** What a report says, for a person. */
  readonly children: (report: ReplyOf<L>) => ReactNode;
  readonly isAnything: (report: ReplyOf<L>) => boolean;
  readonly onDone: (report: ReplyOf<L>) => void;
  readonly onClose: () => void;
}

interface Chosen {
  readonly file: string;
  readonly base64: string;
  /** One decision, also when it is sent again. */
  readonly decisionId: string;
}

export function ImportDialog<L extends ImportLine>(props: ImportDialogProps<L>) {
  const { line, title, about, types, children, isAnything, onDone, onClose } = props;
  const { t } = useI18n();
  const [chosen, setChosen] = useState<Chosen>();
  const [problem, setProblem] = useState<Error>();
  const trial = useTrial(line, chosen);
  const change = useChange(line, onDone);
  const take = async (file: File): Promise<void> => {
    change.reset();
    const found = sizeProblem(file);
    setProblem(found);
    if (found) return;
    setChosen({ file: file.name, base64: await readAsBase64(file), decisionId: newDecisionId() });
  };
  const report = trial.data;
  const error = problem ?? change.error ?? trial.error;
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <p className="muted">{about}</p>
      <FileChoice
        types={types}
        label={t('import.choose-file')}
        chosen={chosen?.file}
        onChoose={(file) => void take(file).catch(setProblem)}
      />
      {chosen && trial.isFetching && <Waiting label={t('targets-import.looking')} />}
      {error && <ErrorNote error={error} />}
      {report && !error && (
        <div className="import-report" aria-live="polite">
          {children(report)}
        </div>
      )}
      <div className="dialog-actions">
        <Button
          look="primary"
          isPending={change.isPending}
          isDisabled={!chosen || !report || !isAnything(report)}
          onPress={() => chosen && change.mutate(requestOf<L>(chosen))}
        >
          {t('targets-import.verb')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </div>
    </Dialog>
  );
}

function useTrial<L extends ImportLine>(line: L, chosen: Chosen | undefined) {
  return useQuery({
    queryKey: [line, chosen?.decisionId],
    queryFn: ({ signal }) => {
      if (!chosen) throw new Error('a trial wants a file');
      return call(line, requestOf<L>(chosen, true), signal);
    },
    enabled: chosen !== undefined,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
}

/** Both lines take the same request. */
function requestOf<L extends ImportLine>({ file, base64, decisionId }: Chosen, isTrial = false) {
  return { body: { decisionId, input: { file, base64 }, isTrial } } as Parameters<typeof call<L>>[1];
}
