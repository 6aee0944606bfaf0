/**
 * Import: a file or pasted text becomes a document. The segments that it would make are shown while it is prepared; the
 * title is asked for where the text has none. A refusal is a sentence, and nothing that was given is lost by it.
 */
import { useNavigate } from 'react-router';
import { directionOf, locales, type Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { LocaleChecks } from '../ui/LocaleChecks.tsx';
import { Page } from '../ui/Page.tsx';
import { toast } from '../ui/toasts.ts';
import { targetsOf } from './draft.ts';
import { ImportInput } from './ImportInput.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { useImport } from './use-import.ts';
import '../ui/field.css';
import './import.css';

export function ImportPage() {
  const { t, locale } = useI18n();
  const navigate = useNavigate();
  const article = useImport(locale, (documentId) => {
    toast(t('import.done'));
    void navigate(`/documents/${documentId}`);
  });
  return (
    <Page title={t('import.title')}>
      <div className="import">
        <ImportForm article={article} />
        <ImportPreview draft={article.draft} locale={article.from} preview={article.preview} />
      </div>
    </Page>
  );
}

function ImportForm({ article }: { readonly article: ReturnType<typeof useImport> }) {
  const { t } = useI18n();
  const { draft, from, change } = article;
  const others = locales.filter((locale) => locale !== from);
  return (
    <form
      className="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        article.send();
      }}
    >
      <ImportInput
        input={draft.input}
        locale={from}
        onChange={(next) => change(({ input }) => ({ input: next(input) }))}
      />
      <Choice
        label={t('import.from')}
        options={locales.map((locale) => ({ value: locale, label: t(`app.locale-${locale}`) }))}
        value={from}
        onChange={(locale) => change(() => ({ from: locale }))}
      />
      <output>
        {article.looksForeign && (
          <span className="field-hint needed">{t('import.other-letters', { language: t(`app.locale-${from}`) })}</span>
        )}
      </output>
      <LocaleChecks
        label={t('import.to')}
        options={others}
        value={targetsOf(draft, from)}
        onChange={(to) => change(() => ({ without: others.filter((one) => !to.includes(one)) }))}
      />
      <TitleField
        title={draft.title}
        locale={from}
        found={article.preview.data?.title}
        isNeeded={article.needsTitle}
        isSecond={article.demotesTitle}
        onChange={(title) => change(() => ({ title }))}
      />
      {article.error && <ErrorNote error={article.error} />}
      <Button
        type="submit"
        look="primary"
        className="start"
        isDisabled={!article.isReady}
        isPending={article.isPending}
      >
        {t('import.import')}
      </Button>
    </form>
  );
}

interface TitleFieldProps {
  readonly title: string;
  readonly locale: Locale;
  readonly found: string | undefined;
  readonly isNeeded: boolean;
  /** The text has another one. */
  readonly isSecond: boolean;
  readonly onChange: (title: string) => void;
}

function TitleField({ title, locale, found, isNeeded, isSecond, onChange }: TitleFieldProps) {
  const { t } = useI18n();
  const hint = isNeeded ? 'import.title-needed' : isSecond ? 'import.title-second' : 'import.title-hint';
  return (
    <div>
      <label className="field-label" htmlFor="title">
        {t('import.title-label')}
      </label>
      <input
        id="title"
        className="field text import-title"
        lang={locale}
        dir={directionOf(locale)}
        maxLength={300}
        required={isNeeded}
        aria-describedby="title-hint"
        placeholder={found ?? ''}
        value={title}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id="title-hint" className={isNeeded ? 'field-hint needed' : 'field-hint'}>
        {t(hint)}
      </p>
    </div>
  );
}
