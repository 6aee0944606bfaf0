/** What this window has taken, above the queue: how far one has got, until when it is one's own, and where it goes on. */
import { useNavigate } from 'react-router';
import type { TakenView } from '../../server/contract/queue-api.ts';
import { useI18n } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { deskAddress, nextTaken, withFocus } from './taken.ts';
import { useGiveBack } from './use-queue.ts';

export function TakenNote({ taken }: { readonly taken: readonly TakenView[] }) {
  const { t, hour } = useI18n();
  const navigate = useNavigate();
  const giveBack = useGiveBack();
  const next = nextTaken(taken);
  const done = taken.filter(({ waits }) => !waits).length;
  if (!next) return null;
  return (
    <section className="queue-mine" aria-label={t('queue.mine')}>
      <p>
        <strong>{t('queue.progress', { done, total: taken.length })}</strong>{' '}
        <span className="muted small">{t('queue.until', { time: hour(next.until) })}</span>
      </p>
      <span className="queue-mine-buttons">
        <Button look="primary" onPress={() => void navigate(deskAddress(next), withFocus)}>
          {t('queue.go-on')}
        </Button>
        <Button onPress={() => giveBack()}>{t('queue.give-all-back')}</Button>
      </span>
    </section>
  );
}
