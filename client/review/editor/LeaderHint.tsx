/** What can be pressed, or pointed at, while the leader key waits. The focus stays in the text. */
import type { Locale } from '../../../server/domain/locale.ts';
import { useI18n } from '../../i18n.ts';
import { LeaderKeyName } from './LeaderKeyName.tsx';
import { leaderKeys, type LeaderKey } from './leader-keys.ts';

export interface LeaderHintProps {
  readonly locale: Locale;
  readonly onChoose: (key: LeaderKey) => void;
}

export function LeaderHint({ locale, onChoose }: LeaderHintProps) {
  const { t, locale: ours, direction } = useI18n();
  return (
    <div className="leader-hint small" lang={ours} dir={direction}>
      <p className="muted">{t('editor.leader-hint')}</p>
      <ul>
        {leaderKeys.map((key) => (
          <li key={key.code}>
            <button
              type="button"
              tabIndex={-1}
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(key)}
            >
              <LeaderKeyName of={key} locale={locale} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
