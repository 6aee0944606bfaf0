/**
 * Two people wrote the same target. Both texts stand here, each with what differs, and the person chooses; the one not
 * taken is put aside and can be brought back, so neither is lost.
 */
import type { Codes } from '../../server/domain/content.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import type { Conflict as BothTexts } from './desk-state.ts';
import { DiffView } from './DiffView.tsx';

export interface ConflictProps {
  readonly texts: BothTexts;
  readonly locale: Locale;
  readonly codes: Codes;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onMerge: () => void;
}

export function Conflict({ texts: { mine, theirs }, locale, codes, onKeepMine, onTakeTheirs, onMerge }: ConflictProps) {
  const { t } = useI18n();
  return (
    <section className="conflict" role="alert">
      <h2>{t('review.stale-title')}</h2>
      <p>{t('review.stale-hint')}</p>
      <div className="conflict-legend small" aria-hidden="true">
        <span className="theirs">{t('review.theirs')}</span>
        <span className="mine">{t('review.mine')}</span>
      </div>
      <DiffView before={theirs.text} after={mine} locale={locale} codes={codes} inline={false} />
      <div className="conflict-actions">
        <Button look="primary" onPress={onKeepMine}>
          {t('review.keep-mine')}
        </Button>
        <Button onPress={onTakeTheirs}>{t('review.take-theirs')}</Button>
        <Button look="quiet" onPress={onMerge}>
          {t('review.merge')}
        </Button>
      </div>
    </section>
  );
}
