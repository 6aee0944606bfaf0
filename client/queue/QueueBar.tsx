/** In the desk's header, while this window has something from the queue: how far one has got with it, and where it goes on. */
import { useEffect, useRef } from 'react';
import type { TakenView } from '../../server/contract/queue-api.ts';
import { useI18n } from '../i18n.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { toast } from '../ui/toasts.ts';
import { useGiveBack } from './use-queue.ts';
import './queue-bar.css';

export interface QueueBarProps {
  readonly taken: readonly TakenView[];
  /** Goes to the next one; absent where none is left. */
  readonly onNext: (() => void) | undefined;
}

export function QueueBar({ taken, onNext }: QueueBarProps) {
  const { t, hour } = useI18n();
  const giveBack = useGiveBack();
  const expectNone = useLapse(taken.length);
  const [first] = taken;
  if (!first) return null;
  const done = taken.filter(({ waits }) => !waits).length;
  const isDone = done === taken.length;
  return (
    <section className="queue-bar small" aria-label={t('queue.mine')}>
      <output>{isDone ? t('queue.all-done') : t('queue.progress', { done, total: taken.length })}</output>
      {!isDone && <span className="muted queue-until">{t('queue.until', { time: hour(first.until) })}</span>}
      <span className="queue-bar-buttons">
        {onNext && (
          <Button look="quiet" onPress={onNext}>
            {t('review.do-next-taken')}
          </Button>
        )}
        {!isDone && (
          <Button
            look="quiet"
            onPress={() => {
              expectNone();
              giveBack();
            }}
          >
            {t('queue.give-all-back')}
          </Button>
        )}
        <ButtonLink look={isDone ? 'primary' : 'quiet'} to="/queue">
          {t('queue.to-queue')}
        </ButtonLink>
      </span>
    </section>
  );
}

/**
 * Says when all went back by itself: whoever returns to the desk would look for it. Gives what is called before it is given
 * back on purpose.
 */
function useLapse(count: number): () => void {
  const { t } = useI18n();
  const before = useRef(count);
  const isExpected = useRef(false);
  useEffect(() => {
    if (before.current > 0 && count === 0 && !isExpected.current) toast(t('queue.lapsed'));
    if (count > 0) isExpected.current = false;
    before.current = count;
  }, [count, t]);
  return () => {
    isExpected.current = true;
  };
}
