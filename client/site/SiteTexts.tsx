/** The site's name, its description and its about page, the languages side by side, each in its own direction. */
import { directionOf, locales, type Locale } from '../../server/domain/locale.ts';
import { settingsLimits, type SiteSettings } from '../../server/domain/site-settings.ts';
import { useI18n } from '../i18n.ts';
import { Counted } from '../ui/Counted.tsx';
import { withText, type TextPart } from './site-draft.ts';

export interface SiteTextsProps {
  readonly settings: SiteSettings;
  readonly onChange: (settings: SiteSettings) => void;
}

export function SiteTexts({ settings, onChange }: SiteTextsProps) {
  const { t } = useI18n();
  return (
    <section className="section" aria-labelledby="site-texts">
      <h2 id="site-texts">{t('site.texts')}</h2>
      <p className="muted">{t('site.texts-hint')}</p>
      <div className="site-languages">
        {locales.map((locale) => (
          <TextsIn
            key={locale}
            locale={locale}
            settings={settings}
            onText={(name, text) => onChange(withText(settings, name, locale, text))}
          />
        ))}
      </div>
    </section>
  );
}

interface TextsInProps {
  readonly locale: Locale;
  readonly settings: SiteSettings;
  readonly onText: (name: TextPart, text: string) => void;
}

function TextsIn({ locale, settings, onText }: TextsInProps) {
  const { t } = useI18n();
  const ofContent = { lang: locale, dir: directionOf(locale), className: 'field text' };
  return (
    <fieldset className="site-language">
      <legend>{t(`app.locale-${locale}`)}</legend>
      <label className="site-field">
        <span className="field-label">{t('site.titles')}</span>
        <input
          {...ofContent}
          type="text"
          maxLength={settingsLimits.title}
          value={settings.titles[locale] ?? ''}
          onChange={({ currentTarget }) => onText('titles', currentTarget.value)}
        />
      </label>
      <label className="site-field">
        <span className="field-label">{t('site.descriptions')}</span>
        <textarea
          {...ofContent}
          maxLength={settingsLimits.description}
          value={settings.descriptions[locale] ?? ''}
          onChange={({ currentTarget }) => onText('descriptions', currentTarget.value)}
        />
        <Counted text={settings.descriptions[locale] ?? ''} most={settingsLimits.description} />
      </label>
      <label className="site-field">
        <span className="field-label">{t('site.about')}</span>
        <textarea
          {...ofContent}
          className="field text site-about"
          maxLength={settingsLimits.about}
          value={settings.about[locale] ?? ''}
          onChange={({ currentTarget }) => onText('about', currentTarget.value)}
        />
      </label>
    </fieldset>
  );
}
