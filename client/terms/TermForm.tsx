/**
 * One term in all its languages, side by side: the word to use, its other right forms (a line each; the regular ones are
 * shown, so that only what no rule gives needs typing) and the words not to use.
 */
import { formsOf } from '../../server/domain/terms/paradigms.ts';
import { directionOf, locales, type Locale } from '../../server/domain/locale.ts';
import { termKinds } from '../../server/domain/terms/term.ts';
import { useI18n } from '../i18n.ts';
import { Choice } from '../ui/Choice.tsx';
import { Text } from '../ui/Text.tsx';
import type { TermDraft, WordingDraft } from './term-draft.ts';
import '../ui/field.css';
import './term-form.css';

export interface TermFormProps {
  readonly draft: TermDraft;
  readonly onChange: (draft: TermDraft) => void;
}

export function TermForm({ draft, onChange }: TermFormProps) {
  const { t } = useI18n();
  const change = (part: Partial<TermDraft>): void => onChange({ ...draft, ...part });
  return (
    <div className="term-form">
      <Choice
        label={t('terms.kind')}
        options={termKinds.map((kind) => ({ value: kind, label: t(`terms.kind-${kind}`) }))}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      <div className="term-form-languages">
        {locales.map((locale) => (
          <WordingFields
            key={locale}
            locale={locale}
            isName={draft.kind !== 'term'}
            wording={draft.words[locale]}
            onChange={(wording) => change({ words: { ...draft.words, [locale]: wording } })}
          />
        ))}
      </div>
      <label className="term-form-check">
        <input type="checkbox" checked={draft.isKept} onChange={({ target }) => change({ isKept: target.checked })} />
        <span>{t('terms.kept')}</span>
      </label>
      <label className="term-form-field">
        <span className="field-label">{t('terms.note')}</span>
        <textarea
          className="field"
          rows={2}
          dir="auto"
          value={draft.note}
          onChange={({ target }) => change({ note: target.value })}
        />
      </label>
    </div>
  );
}

interface WordingFieldsProps {
  readonly locale: Locale;
  /** Of people, places, organisations: nobody wants to see how they would be inflected. */
  readonly isName: boolean;
  readonly wording: WordingDraft;
  readonly onChange: (wording: WordingDraft) => void;
}

function WordingFields({ locale, isName, wording, onChange }: WordingFieldsProps) {
  const { t } = useI18n();
  const change = (part: Partial<WordingDraft>): void => onChange({ ...wording, ...part });
  const ofContent = { lang: locale, dir: directionOf(locale), className: 'field text' };
  return (
    <fieldset className="term-form-language">
      <legend>{t(`app.locale-${locale}`)}</legend>
      <label className="term-form-field">
        <span className="field-label">{t('terms.preferred')}</span>
        <input
          {...ofContent}
          type="text"
          maxLength={200}
          value={wording.preferred}
          onChange={({ target }) => change({ preferred: target.value })}
        />
      </label>
      <RegularForms locale={locale} isName={isName} wording={wording} />
      <label className="term-form-field">
        <span className="field-label">{t('terms.forms')}</span>
        <textarea
          {...ofContent}
          rows={2}
          value={wording.forms}
          onChange={({ target }) => change({ forms: target.value })}
        />
      </label>
      <label className="term-form-field">
        <span className="field-label">{t('terms.forbidden')}</span>
        <textarea
          {...ofContent}
          rows={2}
          value={wording.forbidden}
          onChange={({ target }) => change({ forbidden: target.value })}
        />
      </label>
      <label className="term-form-check">
        <input
          type="checkbox"
          checked={wording.isExact}
          onChange={({ target }) => change({ isExact: target.checked })}
        />
        <span>{t('terms.exact')}</span>
      </label>
    </fieldset>
  );
}

/** The first few: in English, after the plural and the possessive come verbs. */
const mostForms: Readonly<Record<Locale, number>> = { en: 2, he: 6, ar: 6 };

/** What is found without being written down. */
function RegularForms({ locale, isName, wording }: Omit<WordingFieldsProps, 'onChange'>) {
  const { t } = useI18n();
  const word = wording.preferred.trim();
  const isInflected = word !== '' && !isName && !wording.isExact && !word.includes(' ');
  const forms = isInflected ? formsOf(word, locale).slice(0, mostForms[locale]) : [];
  return (
    <p className="term-form-regular muted">
      {forms.length > 0 && (
        <>
          {t('terms.regular')} <Text locale={locale}>{forms.join(locale === 'ar' ? '، ' : ', ')}…</Text>
        </>
      )}
    </p>
  );
}
