/**
 * Texts that are kept on this device for segments that have no row of their own any more: somebody joined their
 * translation with another's, or the source with its neighbour, while they were being typed. They are shown, to be copied
 * to where they belong now, until they are let go.
 */
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Text } from '../ui/Text.tsx';
import { toast } from '../ui/toasts.ts';
import type { Desk } from './desk.ts';
import type { DeskState } from './desk-state.ts';
import { strayTexts } from './stray-texts.ts';

export interface StrayTextsProps {
  readonly rows: readonly SegmentRow[];
  readonly locale: Locale;
  readonly desk: Desk;
  readonly state: DeskState;
}

export function StrayTexts({ rows, locale, desk, state }: StrayTextsProps) {
  const { t } = useI18n();
  const strays = strayTexts(state, rows);
  if (strays.length === 0) return null;
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text);
    toast(t('review.copied'));
  };
  return (
    <section className="desk-aside" aria-label={t('review.stray')}>
      <p className="muted small">{t('review.stray')}</p>
      <ul>
        {strays.map((item) => (
          <li key={`${item.segmentId} ${item.kind} ${item.holder}`}>
            <Text as="p" locale={locale} prose className="aside-text">
              {item.value.text}
            </Text>
            <span className="aside-actions">
              <Button look="quiet" onPress={() => void copy(item.value.text)}>
                {t('review.copy')}
              </Button>
              <Button look="quiet" onPress={() => desk.discard(item)}>
                {t('review.discard')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
