/** Every language of a document with its progress, and what can be done there; a language can be added. */
import type { DocumentView } from '../../server/contract/documents-api.ts';
import { exportFormats, isBilingual } from '../../server/domain/export-formats.ts';
import { inOrder, locales, type Locale } from '../../server/domain/locale.ts';
import { addressOf } from '../api.ts';
import { CheckCounts, ChecksLink } from '../checks/ChecksLink.tsx';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { useChange } from '../queries.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { StateBar, stateText } from '../ui/StateBar.tsx';
import { toast } from '../ui/toasts.ts';
import { ImportTargets } from './ImportTargets.tsx';
import { Standings } from './Standings.tsx';
import { livenessOf, standingOf } from './standing.ts';

export function DocumentLanguages({ document }: { readonly document: DocumentView }) {
  const { t } = useI18n();
  const { from, to } = document;
  return (
    <section className="section" aria-labelledby="languages">
      <h2 id="languages">{t('document.languages')}</h2>
      <ul className="languages">
        <SourceLanguage document={document} />
        {inOrder(to).map((locale) => (
          <TargetLanguage key={locale} document={document} locale={locale} />
        ))}
      </ul>
      {!document.archived && (
        <AddLanguage document={document} missing={locales.filter((one) => one !== from && !to.includes(one))} />
      )}
    </section>
  );
}

function SourceLanguage({ document }: { readonly document: DocumentView }) {
  const { t } = useI18n();
  const { documentId, from, source, segments } = document;
  return (
    <li className="language">
      <h3>{t(`app.locale-${from}`)}</h3>
      <div className="language-progress">
        <span className="standings">
          <Badge>{t('board.source')}</Badge>
          <Standings of={livenessOf(source)} />
        </span>
        <p className="muted small">{t('document.segments', { count: segments })}</p>
        <CheckCounts documentId={documentId} locale={from} />
      </div>
      <div className="language-actions">
        <EditionLink documentId={documentId} locale={from} />
        <ChecksLink documentId={documentId} locale={from} />
        <Exports documentId={documentId} locale={from} isSource />
      </div>
    </li>
  );
}

function TargetLanguage({ document, locale }: { readonly document: DocumentView; readonly locale: Locale }) {
  const { t } = useI18n();
  const { documentId } = document;
  const counts = document.locales[locale];
  return (
    <li className="language">
      <h3>{t(`app.locale-${locale}`)}</h3>
      <div className="language-progress">
        {counts && (
          <>
            <StateBar counts={counts} />
            <p className="muted small">{stateText(counts, t)}</p>
            <Standings of={standingOf(counts)} />
          </>
        )}
        <CheckCounts documentId={documentId} locale={locale} />
      </div>
      <div className="language-actions">
        <ButtonLink to={`/documents/${documentId}/review/${locale}`}>
          {t('document.review')}
          <span className="visually-hidden"> ({t(`app.locale-${locale}`)})</span>
        </ButtonLink>
        <EditionLink documentId={documentId} locale={locale} />
        <ChecksLink documentId={documentId} locale={locale} />
        <Exports documentId={documentId} locale={locale} />
        {!document.archived && <ImportTargets documentId={documentId} locale={locale} />}
      </div>
    </li>
  );
}

interface Place {
  readonly documentId: string;
  readonly locale: Locale;
}

function EditionLink({ documentId, locale }: Place) {
  const { t } = useI18n();
  return (
    <ButtonLink to={`/documents/${documentId}/editions/${locale}`}>
      {t('document.edition')}
      <span className="visually-hidden"> ({t(`app.locale-${locale}`)})</span>
    </ButtonLink>
  );
}

function Exports({ documentId, locale, isSource = false }: Place & { readonly isSource?: boolean }) {
  const { t } = useI18n();
  const formats = exportFormats.filter((format) => !isSource || !isBilingual(format));
  return (
    <span className="exports small">
      <span className="muted">{t('document.export')}</span>
      {formats.map((format) => (
        <a
          key={format}
          download
          aria-label={t('document.export-as', { format, language: t(`app.locale-${locale}`) })}
          href={addressOf('GET /api/documents/:documentId/export/:locale', {
            params: { documentId, locale },
            query: { format },
          })}
        >
          <bdi lang="en">{format}</bdi>
        </a>
      ))}
    </span>
  );
}

function AddLanguage({ document, missing }: { readonly document: DocumentView; readonly missing: readonly Locale[] }) {
  const { t } = useI18n();
  const add = useChange('PATCH /api/documents/:documentId', () => toast(t('document.language-added')));
  if (missing.length === 0) return null;
  const { documentId, to } = document;
  return (
    <div className="add-language">
      {missing.map((locale) => (
        <Button
          key={locale}
          look="quiet"
          isPending={add.isPending}
          onPress={() =>
            add.mutate({ params: { documentId }, body: { decisionId: newDecisionId(), to: [...to, locale] } })
          }
        >
          {t(`document.add-${locale}`)}
        </Button>
      ))}
      {add.error && <ErrorNote error={add.error} onRetry={() => add.variables && add.mutate(add.variables)} />}
    </div>
  );
}
