/** Any of the languages. Named in the interface's language. */
import { Checkbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Label } from 'react-aria-components/Label';
import type { Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { Icon } from './Icon.tsx';
import './locale-checks.css';

export interface LocaleChecksProps {
  readonly label: string;
  readonly options: readonly Locale[];
  readonly value: readonly Locale[];
  readonly onChange: (value: Locale[]) => void;
  /** What stands beside a language's name. */
  readonly note?: (locale: Locale) => string;
}

export function LocaleChecks({ label, options, value, onChange, note }: LocaleChecksProps) {
  const { t } = useI18n();
  return (
    <CheckboxGroup
      className="locale-checks"
      value={[...value]}
      onChange={(chosen) => onChange(options.filter((locale) => chosen.includes(locale)))}
    >
      <Label className="field-label">{label}</Label>
      <div className="locale-checks-list">
        {options.map((locale) => (
          <Checkbox key={locale} value={locale} className="locale-check">
            <span className="locale-check-box">
              <Icon name="check" size={16} />
            </span>
            <span>{t(`app.locale-${locale}`)}</span>
            {note && <span className="muted small">{note(locale)}</span>}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}
