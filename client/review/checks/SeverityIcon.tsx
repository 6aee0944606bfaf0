/** How much a finding weighs, as a sign and in words: never by its colour alone. */
import type { DeskFinding } from '../findings.ts';
import { useI18n } from '../../i18n.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';

export const signs = { error: 'error', warning: 'alert', info: 'info' } as const satisfies Record<
  DeskFinding['severity'],
  IconName
>;

export function SeverityIcon({ severity }: Pick<DeskFinding, 'severity'>) {
  const { t } = useI18n();
  return (
    <span className={`severity ${severity}`} title={t(`review.severity-${severity}`)}>
      <Icon name={signs[severity]} size={16} />
      <span className="visually-hidden">{t(`review.severity-${severity}`)}: </span>
    </span>
  );
}
