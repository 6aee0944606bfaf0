/** A key of the leader's table, what it gives, and how that looks where it can be seen. */
import type { Locale } from '../../../server/domain/locale.ts';
import { useI18n } from '../../i18n.ts';
import { Keys } from '../Keys.tsx';
import { sampleOf, type LeaderKey } from './leader-keys.ts';

export interface LeaderKeyNameProps {
  readonly of: LeaderKey;
  /** Of the text it is for; unknown in the list of all shortcuts. */
  readonly locale?: Locale;
}

export function LeaderKeyName({ of, locale }: LeaderKeyNameProps) {
  const { t } = useI18n();
  const sample = sampleOf(of, locale);
  return (
    <span className="leader-key">
      <Keys shortcut={{ code: of.code }} />
      <span>{t(of.label)}</span>
      {sample !== '' && (
        <bdi className="leader-sample" lang={locale} aria-hidden="true">
          {sample}
        </bdi>
      )}
    </span>
  );
}
