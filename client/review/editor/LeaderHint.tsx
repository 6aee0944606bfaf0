/** What can be pressed while the leader key waits: each key with what it gives. */
import type { Locale } from '../../../server/domain/locale.ts';
import { useI18n } from '../../i18n.ts';
import { Keys } from '../Keys.tsx';
import { leaderKeys, sampleOf } from './leader-keys.ts';

export function LeaderHint({ locale }: { readonly locale: Locale }) {
  const { t, locale: ours, direction } = useI18n();
  return (
    <div className="leader-hint small" lang={ours} dir={direction}>
      <p className="muted">{t('editor.leader-hint')}</p>
      <ul>
        {leaderKeys.map((key) => (
          <li key={key.code}>
            <Keys shortcut={{ code: key.code }} /> {t(key.label)} <bdi lang={locale}>{sampleOf(key, locale)}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
