/** Texts of the open segment that are kept on this device but stand in no editor: each can be brought back, or let go. */
import type { Codes } from '../../server/domain/content.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Text } from '../ui/Text.tsx';
import { CodedText } from './CodedText.tsx';
import type { AsideText } from './desk-state.ts';

export interface AsideTextsProps {
  readonly texts: readonly AsideText[];
  readonly locale: Locale;
  readonly codes: Codes;
  readonly onBringBack: (item: AsideText) => void;
  readonly onDiscard: (item: AsideText) => void;
}

export function AsideTexts({ texts, locale, codes, onBringBack, onDiscard }: AsideTextsProps) {
  const { t } = useI18n();
  return (
    <section className="desk-aside" aria-label={t('review.aside')}>
      <p className="muted small">{t('review.aside')}</p>
      <ul>
        {texts.map((item) => (
          <li key={`${item.kind} ${item.holder}`}>
            <Text as="p" locale={locale} prose className="aside-text">
              <CodedText text={item.value.text} codes={codes} />
            </Text>
            <span className="aside-actions">
              <Button look="quiet" onPress={() => onBringBack(item)}>
                {t('review.bring-back')}
              </Button>
              <Button look="quiet" onPress={() => onDiscard(item)}>
                {t('review.discard')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
