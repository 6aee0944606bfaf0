/** The form of the site, a section a subject, and the bar that says whether it is saved. */
import { editionForms, type SiteSettings } from '../../server/domain/site-settings.ts';
import { useI18n } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { toast } from '../ui/toasts.ts';
import { SiteConflicts } from './SiteConflicts.tsx';
import { SiteTexts } from './SiteTexts.tsx';
import { TagTable } from './TagTable.tsx';
import { useSiteForm, type SiteFormState, type SiteView } from './use-site-form.ts';
import '../ui/field.css';
import '../ui/tool.css';

export function SiteForm({ site }: { readonly site: SiteView }) {
  const { t } = useI18n();
  const form = useSiteForm(site, () => toast(t('site.saved')));
  const { settings, change } = form;
  return (
    <form
      className="site-form"
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      <SiteTexts settings={settings} onChange={change} />
      <TagTable tags={settings.tags} onChange={(tags) => change({ ...settings, tags })} />
      <Look settings={settings} themes={site.themes} onChange={change} />
      <Beside settings={settings} onChange={change} />
      <SaveBar form={form} site={site} />
    </form>
  );
}

interface PartProps {
  readonly settings: SiteSettings;
  readonly onChange: (settings: SiteSettings) => void;
}

function Look({ settings, themes, onChange }: PartProps & { readonly themes: SiteView['themes'] }) {
  const { t, locale } = useI18n();
  return (
    <section className="section" aria-labelledby="site-look">
      <h2 id="site-look">{t('site.look')}</h2>
      <Choice
        label={t('site.theme')}
        options={themes.map(({ id, names }) => ({ value: id, label: names[locale] }))}
        value={settings.theme}
        onChange={(theme) => onChange({ ...settings, theme })}
      />
    </section>
  );
}

const switches = ['bilingual', 'credits', 'tellsOutdated'] as const satisfies ReadonlyArray<keyof SiteSettings>;

/** What stands beside an article, and what is said around it. */
function Beside({ settings, onChange }: PartProps) {
  const { t } = useI18n();
  return (
    <section className="section" aria-labelledby="site-beside">
      <h2 id="site-beside">{t('site.beside')}</h2>
      <fieldset className="site-checks">
        <legend className="field-label">{t('site.forms')}</legend>
        {editionForms.map((form) => (
          <label key={form} className="tool-check">
            <input
              type="checkbox"
              checked={settings.forms.includes(form)}
              onChange={({ currentTarget: { checked } }) =>
                onChange({
                  ...settings,
                  forms: editionForms.filter((one) => (one === form ? checked : settings.forms.includes(one))),
                })
              }
            />
            <span>{t(`site.form-${form}`)}</span>
          </label>
        ))}
      </fieldset>
      {switches.map((name) => (
        <label key={name} className="tool-check site-switch">
          <input
            type="checkbox"
            checked={settings[name]}
            onChange={({ currentTarget: { checked } }) => onChange({ ...settings, [name]: checked })}
          />
          <span>
            {t(`site.${name}`)}
            <span className="field-hint">{t(`site.${name}-hint`)}</span>
          </span>
        </label>
      ))}
    </section>
  );
}

/** Always there, so that nothing moves with the first letter typed; what keeps a save from being simple stands above it. */
function SaveBar({ form, site }: { readonly form: SiteFormState; readonly site: SiteView }) {
  const { t } = useI18n();
  return (
    <div className="site-save">
      <SiteConflicts form={form} site={site} />
      {form.error && <ErrorNote error={form.error} {...(form.isChanged && { onRetry: form.save })} />}
      <div className="site-save-row">
        <Button type="submit" look="primary" isDisabled={!form.isChanged} isPending={form.isPending}>
          {t('site.save')}
        </Button>
        <Button isDisabled={!form.isChanged || form.isPending} onPress={form.discard}>
          {t('site.discard')}
        </Button>
        <output className="muted small">{t(form.isChanged ? 'site.unsaved' : 'site.all-saved')}</output>
      </div>
    </div>
  );
}
