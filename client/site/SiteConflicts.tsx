/** What somebody else saved while one was typing, where both changed the same: theirs in sight, and one's own untouched. */
import { directionOf } from '../../server/domain/locale.ts';
import { useI18n, type Translate } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { withPart, type SitePart } from './site-draft.ts';
import { tagName } from './tag-list.ts';
import type { SiteFormState, SiteView } from './use-site-form.ts';

export interface SiteConflictsProps {
  readonly form: SiteFormState;
  /** As somebody else has left it. */
  readonly site: SiteView;
}

export function SiteConflicts({ form, site }: SiteConflictsProps) {
  const { t } = useI18n();
  if (form.conflicts.length === 0) return null;
  return (
    <section className="tool-warning" role="alert">
      <p>{t('site.overtaken')}</p>
      <ul className="site-conflicts">
        {form.conflicts.map((part) => (
          <li key={nameOf(part, t)}>
            <strong>{nameOf(part, t)}</strong>
            <Theirs part={part} site={site} />
            <Button look="quiet" onPress={() => form.change(withPart(form.settings, part, site.settings))}>
              {t('site.take-theirs')}
              <span className="visually-hidden"> ({nameOf(part, t)})</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf(part: SitePart, t: Translate): string {
  return 'locale' in part
    ? t('site.part-in', { part: t(`site.${part.name}`), language: t(`app.locale-${part.locale}`) })
    : t(`site.${part.name}`);
}

/** Their value, as far as it can be read in a line or a few; a list of tags by its names. */
function Theirs({ part, site }: { readonly part: SitePart; readonly site: SiteView }) {
  const { t, locale } = useI18n();
  const { settings: theirs, themes } = site;
  if ('locale' in part) {
    const text = theirs[part.name][part.locale] ?? '';
    if (text === '') return <span className="muted">{t('site.theirs-empty')}</span>;
    return (
      <blockquote className="site-theirs text" lang={part.locale} dir={directionOf(part.locale)}>
        {text}
      </blockquote>
    );
  }
  if (part.name === 'tags') {
    const names = theirs.tags.map((tag) => tagName(tag, locale).name);
    return <bdi className="site-theirs">{names.join(' · ') || t('site.theirs-empty')}</bdi>;
  }
  if (part.name === 'forms') {
    return <span>{theirs.forms.map((form) => t(`site.form-${form}`)).join(' · ') || t('site.theirs-empty')}</span>;
  }
  if (part.name === 'theme')
    return <bdi>{themes.find(({ id }) => id === theirs.theme)?.names[locale] ?? theirs.theme}</bdi>;
  return <span>{t(theirs[part.name] ? 'site.theirs-on' : 'site.theirs-off')}</span>;
}
