/** What differs around the text: its translators and its description. */
import type { EditionChanges } from '../../server/contract/publishing-api.ts';
import { directionOf, type Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { DiffView } from '../review/DiffView.tsx';
import { detailNames, detailsDraft } from './details-draft.ts';

export interface ChangedDetailsProps {
  readonly locale: Locale;
  readonly details: NonNullable<EditionChanges['details']>;
}

export function ChangedDetails({ locale, details }: ChangedDetailsProps) {
  const { t } = useI18n();
  const [before, after] = [detailsDraft(details.before), detailsDraft(details.after)];
  return (
    <section aria-labelledby="changed-details" className="edition-section">
      <h2 id="changed-details">{t('details.title')}</h2>
      {detailNames
        .filter((name) => before[name] !== after[name])
        .map((name) => (
          <div key={name}>
            <p className="muted small">{t(`details.${name}`)}</p>
            <DiffView
              before={before[name]}
              after={after[name]}
              locale={locale}
              codes={noCodes}
              inline={directionOf(locale) === 'ltr'}
            />
          </div>
        ))}
    </section>
  );
}

const noCodes = {};
