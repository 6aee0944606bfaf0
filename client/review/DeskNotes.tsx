/** What the whole desk has to say: a translation at work, texts restored from this device, how to begin. */
import type { UseQueryResult } from '@tanstack/react-query';
import { memo } from 'react';
import type { DocumentView } from '../../server/contract/documents-api.ts';
import type { JobView } from '../../server/contract/jobs-api.ts';
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { sentenceOf } from '../problems.ts';
import { useChange } from '../queries.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Progress } from '../ui/Progress.tsx';
import { toast } from '../ui/toasts.ts';
import type { DeskState } from './desk-state.ts';
import type { Desk } from './desk.ts';
import { isWork, type WorkRow } from './rows.ts';
import { StrayTexts } from './StrayTexts.tsx';

/** The reading of rows that are not here yet. */
export type Rest = Pick<UseQueryResult, 'error' | 'refetch'>;

export interface DeskNotesProps {
  readonly document: DocumentView;
  readonly locale: Locale;
  readonly rows: readonly SegmentRow[];
  readonly rest: Rest | undefined;
  readonly desk: Desk;
  readonly state: DeskState;
  readonly onOpen: (row: WorkRow) => void;
}

export function DeskNotes({ document, locale, rows, rest, desk, state, onOpen }: DeskNotesProps) {
  const jobs = document.jobs.filter((job) => job.status === 'running' && job.locales.includes(locale));
  return (
    <div className="desk-notes">
      {jobs.map((job) => (
        <JobNote key={job.jobId} job={job} />
      ))}
      <RestoredNote rows={rows} desk={desk} state={state} onOpen={onOpen} />
      {!rest && <StrayTexts rows={rows} locale={locale} desk={desk} state={state} />}
      {rest ? (
        rest.error && <ErrorNote error={rest.error} onRetry={() => void rest.refetch()} />
      ) : (
        <NextStep document={document} rows={rows} isJobRunning={jobs.length > 0} />
      )}
    </div>
  );
}

function JobNote({ job: { documentId, jobId, done, total } }: { readonly job: JobView }) {
  const { t } = useI18n();
  const cancel = useChange('DELETE /api/documents/:documentId/jobs/:jobId');
  return (
    <Progress label={t('review.job')} value={done} total={total} text={t('review.job-progress', { done, total })}>
      <Button
        look="quiet"
        isPending={cancel.isPending}
        onPress={() =>
          cancel.mutate(
            { params: { documentId, jobId }, body: { decisionId: newDecisionId() } },
            { onError: (error) => toast(sentenceOf(error), 'error') },
          )
        }
      >
        {t('review.job-cancel')}
      </Button>
    </Progress>
  );
}

function RestoredNote({ rows, desk, state, onOpen }: Pick<DeskNotesProps, 'rows' | 'desk' | 'state' | 'onOpen'>) {
  const { t } = useI18n();
  if (!Object.values(state.entries).some(({ restored }) => restored)) return null;
  const restored = rows.filter(isWork).filter(({ segmentId }) => state.entries[segmentId]?.restored);
  const [first] = restored;
  if (!first) return null;
  return (
    <output className="desk-note warn">
      <span>{t('review.restored', { count: restored.length })}</span>
      <Button look="quiet" onPress={() => onOpen(first)}>
        {t('review.show-first')}
      </Button>
      <Button look="quiet" onPress={() => restored.forEach(({ segmentId }) => void desk.save(segmentId))}>
        {t('review.save-all')}
      </Button>
    </output>
  );
}

interface NextStepProps extends Pick<DeskNotesProps, 'document' | 'rows'> {
  readonly isJobRunning: boolean;
}

const NextStep = memo(function NextStep({ document: { documentId }, rows, isJobRunning }: NextStepProps) {
  const { t } = useI18n();
  const targets = rows.flatMap(({ target }) => target ?? []);
  if (isJobRunning || targets.some(({ state }) => state !== 'untranslated')) return null;
  return (
    <p className="desk-note">
      <span>{t('review.all-untranslated')}</span>
      <ButtonLink to={`/documents/${documentId}`}>{t('review.to-document')}</ButtonLink>
    </p>
  );
});
