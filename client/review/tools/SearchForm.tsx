/** What is looked for in the translations, what comes in its place, and what counts as the same. */
import type { State } from '../../../server/domain/document.ts';
import { directionOf, type Locale } from '../../../server/domain/locale.ts';
import { useI18n } from '../../i18n.ts';
import { replaceable, type Search } from './replacement-plan.ts';
import '../../ui/tool.css';

export interface SearchFormProps {
  readonly search: Search;
  readonly locale: Locale;
  readonly onSearch: (search: Search) => void;
}

export function SearchForm({ search, locale, onSearch }: SearchFormProps) {
  const { t } = useI18n();
  const written = { lang: locale, dir: directionOf(locale) };
  const toggle = (state: State): void => {
    onSearch({ ...search, states: search.states.symmetricDifference(new Set([state])) });
  };
  return (
    <div className="replace-form">
      <label>
        <span className="field-label">{t('tools.find')}</span>
        <input
          {...written}
          className="field"
          // The dialog is this question.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={search.find}
          onChange={({ currentTarget }) => onSearch({ ...search, find: currentTarget.value })}
        />
      </label>
      <label>
        <span className="field-label">{t('tools.replace-by')}</span>
        <input
          {...written}
          className="field"
          value={search.by}
          onChange={({ currentTarget }) => onSearch({ ...search, by: currentTarget.value })}
        />
      </label>
      <fieldset className="tool-options small">
        <legend className="visually-hidden">{t('tools.options')}</legend>
        <Check
          label={t('tools.whole-words')}
          isOn={search.wholeWords}
          onChange={(wholeWords) => onSearch({ ...search, wholeWords })}
        />
        <Check
          label={t('tools.folded')}
          isOn={search.isFolded}
          onChange={(isFolded) => onSearch({ ...search, isFolded })}
        />
      </fieldset>
      <fieldset className="tool-options small">
        <legend className="visually-hidden">{t('tools.in-states')}</legend>
        {replaceable.map((state) => (
          <Check
            key={state}
            label={t(`review.filter-${state}`)}
            isOn={search.states.has(state)}
            onChange={() => toggle(state)}
          />
        ))}
      </fieldset>
    </div>
  );
}

interface CheckProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Check({ label, isOn, onChange }: CheckProps) {
  return (
    <label className="tool-check">
      <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
