/**
 * Takes a translation back that left as XLIFF: choose the file, see what it would change and what is left out and why, and
 * only then import it.
 */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TargetsReport } from '../../server/contract/bulk-api.ts';
import { directionOf, type Locale } from '../../server/domain/locale.ts';
import { call } from '../api.ts';
import { useI18n } from '../i18n.ts';
import { sizeProblem } from '../import/draft.ts';
import { FileChoice } from '../import/FileChoice.tsx';
import { readAsBase64 } from '../import/read-file.ts';
import { sentenceFor } from '../problems.ts';
import { useChange } from '../queries.ts';
import { DiffView } from '../review/DiffView.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { toast } from '../ui/toasts.ts';
import '../ui/tool.css';
import './import-targets.css';

const line = 'POST /api/documents/:documentId/targets/:locale/import';

interface Place {
  readonly documentId: string;
  readonly locale: Locale;
}

interface Chosen {
  readonly file: string;
  readonly base64: string;
  /** Which choice this is: megabytes of a file are not to be a cache key. */
  readonly nth: number;
}

export function ImportTargets({ documentId, locale }: Place) {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const title = t('targets-import.title', { language: t(`app.locale-${locale}`) });
  return (
    <>
      <Button look="quiet" aria-label={title} onPress={() => setOpen(true)}>
        {t('targets-import.open')}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={title}>
        <ImportForm at={{ documentId, locale }} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function ImportForm({ at, onClose }: { readonly at: Place; readonly onClose: () => void }) {
  const { t } = useI18n();
  const [chosen, setChosen] = useState<Chosen>();
  const [problem, setProblem] = useState<Error>();
  const [approve, setApprove] = useState(false);
  const trial = useTrial(at, chosen, approve);
  const change = useChange(line, ({ changed, approved }) => {
    toast(changed > 0 ? t('targets-import.done', { count: changed }) : t('tools.approved', { count: approved }));
    onClose();
  });
  const take = async (file: File): Promise<void> => {
    change.reset();
    const found = sizeProblem(file);
    setProblem(found);
    if (found) return;
    const base64 = await readAsBase64(file);
    setChosen((before) => ({ file: file.name, base64, nth: (before?.nth ?? 0) + 1 }));
  };
  const report = trial.data;
  const error = problem ?? change.error ?? trial.error;
  return (
    <>
      <p className="muted">{t('targets-import.about')}</p>
      <FileChoice
        types={['.xlf', '.xliff', 'application/xliff+xml']}
        label={t('targets-import.choose')}
        chosen={chosen?.file}
        onChoose={(file) => void take(file).catch(setProblem)}
      />
      {chosen && trial.isFetching && <Waiting label={t('targets-import.looking')} />}
      {error && <ErrorNote error={error} />}
      {report && !trial.isFetching && !error && <Report report={report} locale={at.locale} />}
      {chosen && !trial.error && (
        <label className="tool-check">
          <input
            type="checkbox"
            checked={approve}
            onChange={({ currentTarget }) => setApprove(currentTarget.checked)}
          />
          <span>{t('targets-import.approve')}</span>
        </label>
      )}
      <div className="dialog-actions">
        <Button
          look="primary"
          isPending={change.isPending}
          isDisabled={!chosen || trial.isFetching || !report || report.changed + report.approved === 0}
          onPress={() => chosen && change.mutate(requestOf(at, chosen, approve))}
        >
          {t('targets-import.verb')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </div>
    </>
  );
}

function useTrial(at: Place, chosen: Chosen | undefined, approve: boolean) {
  return useQuery({
    queryKey: [line, at, chosen?.nth, approve],
    queryFn: ({ signal }) => {
      if (!chosen) throw new Error('a trial wants a file');
      const { params, body } = requestOf(at, chosen, approve);
      return call(line, { params, body: { ...body, isTrial: true } }, signal);
    },
    enabled: chosen !== undefined,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
}

function requestOf(at: Place, { file, base64 }: Chosen, approve: boolean) {
  return { params: at, body: { input: { file, base64 }, approve } };
}

interface ReportProps {
  readonly report: TargetsReport;
  readonly locale: Locale;
}

function Report({ report, locale }: ReportProps) {
  const { t } = useI18n();
  const { changed, unchanged, approved, refused, changes = [], isForeign = false } = report;
  const isNothing = changed + approved + refused.length === 0;
  return (
    <div className="targets-report" aria-live="polite">
      {isNothing ? (
        <p>{t('targets-import.nothing')}</p>
      ) : (
        <ul className="targets-counts">
          <li>{t('targets-import.changed', { count: changed })}</li>
          {approved > 0 && <li>{t('targets-import.approved', { count: approved })}</li>}
          <li className="muted">{t('targets-import.unchanged', { count: unchanged })}</li>
        </ul>
      )}
      {isForeign && <p className="muted">{t('targets-import.foreign')}</p>}
      {changes.length > 0 && <Changes changes={changes} locale={locale} />}
      {refused.length > 0 && (
        <div>
          <p>{t('targets-import.refused', { count: refused.length })}</p>
          <ul className="tool-list">
            {refused.map(({ unit, ordinal, code, params }, at) => (
              <li key={`${unit} ${String(at)}`}>
                {ordinal === undefined
                  ? t('targets-import.unit-refused', { unit, reason: sentenceFor(code, params) })
                  : t('review.failed-at', { n: ordinal + 1, reason: sentenceFor(code, params) })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

interface ChangesProps {
  readonly changes: NonNullable<TargetsReport['changes']>;
  readonly locale: Locale;
}

/** The first of them, word by word; the list scrolls. */
function Changes({ changes, locale }: ChangesProps) {
  const { t } = useI18n();
  return (
    <ul className="targets-changes" aria-label={t('targets-import.changes')}>
      {changes.map(({ ordinal, ...texts }) => (
        <li key={ordinal}>
          <p className="small muted">{t('quality.segment', { n: ordinal + 1 })}</p>
          <DiffView {...texts} locale={locale} inline={directionOf(locale) === 'ltr'} />
        </li>
      ))}
    </ul>
  );
}
