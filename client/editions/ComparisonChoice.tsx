/** Which two are compared: each a list of what there is, so that any two can be. The address follows. */
import { useNavigate } from 'react-router';
import type { EditionView } from '../../server/contract/editions-api.ts';
import { useI18n } from '../i18n.ts';
import { changesAddress, type Comparison } from './comparison.ts';
import type { EditionKey } from './EditionPage.tsx';
import '../ui/field.css';

export interface ComparisonChoiceProps {
  readonly at: EditionKey;
  readonly comparison: Comparison;
  readonly edition: EditionView;
}

const draft = 'draft';

export function ComparisonChoice({ at, comparison, edition }: ComparisonChoiceProps) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const { publications, live } = edition;
  if (publications.length === 0) return null;
  const from = comparison.from ?? live;
  const go = (next: Comparison): void => void navigate(changesAddress(at, next), { replace: true });
  const options = publications.toReversed().map(({ n }) => (
    <option key={n} value={n}>
      {t(n === live ? 'changes.publication-live' : 'edition.publication', { n })}
    </option>
  ));
  return (
    <div className="comparison-choice">
      <label>
        <span className="muted small">{t('changes.from')}</span>
        <select
          className="field"
          value={from ?? ''}
          onChange={({ currentTarget: { value } }) => go({ ...comparison, from: Number(value) })}
        >
          {from === undefined && <option value="">{t('changes.nothing')}</option>}
          {options}
        </select>
      </label>
      <label>
        <span className="muted small">{t('changes.to')}</span>
        <select
          className="field"
          value={comparison.to ?? draft}
          onChange={({ currentTarget: { value } }) =>
            go({ ...(from !== undefined && { from }), ...(value !== draft && { to: Number(value) }) })
          }
        >
          <option value={draft}>{t('changes.draft')}</option>
          {options}
        </select>
      </label>
    </div>
  );
}
