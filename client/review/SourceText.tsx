/**
 * The source of the open row; where it has changed since its translation was approved (or, never approved, written),
 * what has changed in it, on request.
 */
import type { DiffBases } from '../../server/contract/segments-api.ts';
import { directionOf, type Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { usePreference } from '../preference.ts';
import { Text } from '../ui/Text.tsx';
import { DiffView } from './DiffView.tsx';
import { marksWithin, type Mark } from './marked.ts';
import { MarkedText } from './MarkedText.tsx';
import type { WorkRow } from './rows.ts';
import { SourceParts } from './SourceParts.tsx';

export interface SourceTextProps {
  readonly row: WorkRow;
  readonly locale: Locale;
  /** What it said then; absent where it says the same. */
  readonly then: DiffBases['source'];
  /** What is said of its words. */
  readonly marks: readonly Mark[];
  /** A term in it was pressed. */
  readonly onTerm: () => void;
}

export function SourceText({ row, locale, then, marks, onTerm }: SourceTextProps) {
  const { t } = useI18n();
  const [isCompared, compare] = usePreference('source-changes');
  const { text, codes } = row;
  return (
    // The commands and the panel's own tab are the way for keys. Words that somebody selects are no press.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      className="desk-source"
      onClick={({ target }) => {
        if ((target as Element).closest('.term') && getSelection()?.isCollapsed !== false) onTerm();
      }}
    >
      <span className="visually-hidden">{t('review.source')}: </span>
      {then && isCompared ? (
        <DiffView
          before={then.text}
          after={text}
          locale={locale}
          codes={{ ...then.codes, ...codes }}
          inline={directionOf(locale) === 'ltr'}
        />
      ) : (
        <Text as="div" locale={locale} prose>
          <SourceParts row={row}>
            {(part, start) => (
              <MarkedText text={part} codes={codes} marks={marksWithin(marks, [start, start + part.length])} />
            )}
          </SourceParts>
        </Text>
      )}
      {then && (
        <label className="source-changes small muted">
          <input
            type="checkbox"
            checked={isCompared}
            onChange={({ currentTarget }) => compare(currentTarget.checked)}
          />
          <span>{t(`review.source-since-${then.since}`)}</span>
        </label>
      )}
    </div>
  );
}
