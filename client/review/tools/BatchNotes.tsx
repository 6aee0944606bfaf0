/** What many decisions have come to: how far they have got, what stopped them, what was refused and why. */
import { useI18n } from '../../i18n.ts';
import { sentenceFor } from '../../problems.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Progress } from '../../ui/Progress.tsx';
import type { RefusedOne } from './batches.ts';
import type { Batches } from './use-batches.ts';
import '../../ui/tool.css';

export interface BatchNoteProps {
  readonly label: string;
  readonly batches: Pick<Batches<never>, 'run' | 'total' | 'isRunning' | 'error' | 'goOn'>;
}

export function BatchNote({ label, batches: { run, total, isRunning, error, goOn } }: BatchNoteProps) {
  const { t } = useI18n();
  if (error !== undefined) return <ErrorNote error={error} onRetry={goOn} />;
  if (!isRunning || !run) return null;
  return (
    <Progress label={label} value={run.done} total={total} text={t('tools.progress', { done: run.done, total })} />
  );
}

export function RefusedList({ refused }: { readonly refused: readonly RefusedOne[] }) {
  const { t } = useI18n();
  return (
    <div role="alert">
      <p>{t('tools.refused', { count: refused.length })}</p>
      <ul className="tool-list">
        {refused.map(({ segmentId, ordinal, code, params }) => (
          <li key={segmentId}>
            {ordinal === undefined
              ? sentenceFor(code, params)
              : t('review.failed-at', { n: ordinal + 1, reason: sentenceFor(code, params) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
