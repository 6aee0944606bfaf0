/** The way to what the checks find in an edition, and how much of it is open. */
import type { Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { useRead } from '../queries.ts';
import { Badge } from '../ui/Badge.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import './checks-link.css';

export interface EditionPlace {
  readonly documentId: string;
  readonly locale: Locale;
}

export function ChecksLink({ documentId, locale }: EditionPlace) {
  const { t } = useI18n();
  return (
    <ButtonLink to={`/documents/${documentId}/checks/${locale}`}>
      {t('quality.title')}
      <span className="visually-hidden"> ({t(`app.locale-${locale}`)})</span>
    </ButtonLink>
  );
}

/** What is worth saying outside the page about it. */
const tones = { error: 'bad', warning: 'warn' } as const;

/** Open errors and warnings; the line is there before the numbers are, so that nothing moves when they come. */
export function CheckCounts({ documentId, locale }: EditionPlace) {
  const { t } = useI18n();
  const counts = useRead('GET /api/documents/:documentId/checks/:locale/counts', { params: { documentId, locale } });
  return (
    <p className="check-counts">
      {(['error', 'warning'] as const).map((severity) => {
        const count = counts.data?.[severity] ?? 0;
        if (count === 0) return null;
        return (
          <Badge key={severity} tone={tones[severity]}>
            {t(`quality.count-${severity}`, { count })}
          </Badge>
        );
      })}
    </p>
  );
}
