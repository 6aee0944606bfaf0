/** A translation at work: how far it is, and a way to stop it. Moves with the server's events. */
import { newDecisionId } from '../decision-id.ts';
import { formatList, useI18n } from '../i18n.ts';
import { sentenceOf } from '../problems.ts';
import { useChange, useRead } from '../queries.ts';
import { Button } from '../ui/Button.tsx';
import { Progress } from '../ui/Progress.tsx';
import { toast } from '../ui/toasts.ts';
import './running-job.css';

export interface RunningJobProps {
  readonly documentId: string;
  readonly jobId: string;
}

export function RunningJob({ documentId, jobId }: RunningJobProps) {
  const { t } = useI18n();
  const params = { documentId, jobId };
  const { data: job } = useRead('GET /api/documents/:documentId/jobs/:jobId', { params });
  const cancel = useChange('DELETE /api/documents/:documentId/jobs/:jobId', () => toast(t('job.cancelled-toast')));
  if (job?.status !== 'running') return null;
  const { done, failed, fromMemory, total } = job;
  return (
    <div className="running-job">
      <Progress
        label={t('job.label', { languages: formatList(job.locales.map((locale) => t(`app.locale-${locale}`))) })}
        value={done + failed}
        total={total}
        text={t('job.progress', { done, total })}
      >
        {fromMemory > 0 && <> · {t('job.from-memory', { count: fromMemory })}</>}
        {failed > 0 && <> · {t('job.failed', { count: failed })}</>}
      </Progress>
      <Button
        look="quiet"
        isPending={cancel.isPending}
        onPress={() => cancel.mutate({ params, body: { decisionId: newDecisionId() } })}
      >
        {t('job.cancel')}
      </Button>
      {cancel.error && (
        <p className="running-job-error small" role="alert">
          {sentenceOf(cancel.error)}
        </p>
      )}
    </div>
  );
}
