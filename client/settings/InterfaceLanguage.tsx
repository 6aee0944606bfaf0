/** Which language the desk speaks, each by its own name. Independent of the languages that are worked on. */
import { directionOf, localeFacts } from '../../server/domain/locale.ts';
import { languages, setLanguage, useI18n } from '../i18n.ts';
import { Choice } from '../ui/Choice.tsx';

export function InterfaceLanguage({ labelHidden = false }: { readonly labelHidden?: boolean }) {
  const { t, locale } = useI18n();
  return (
    <Choice
      label={t('settings.language')}
      labelHidden={labelHidden}
      options={languages.map((language) => ({
        value: language,
        label: localeFacts[language].autonym,
        lang: language,
        dir: directionOf(language),
      }))}
      value={locale}
      onChange={(language) => void setLanguage(language)}
    />
  );
}
