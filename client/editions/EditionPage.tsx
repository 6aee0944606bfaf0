/**
 * One edition: what still blocks it, how it would look, what readers have seen. Publishing, withdrawing and rolling back
 * change what readers see, so each asks first.
 */
import { useParams } from 'react-router';
import type { DocumentView } from '../../server/contract/documents-api.ts';
import type { EditionView } from '../../server/contract/editions-api.ts';
import { isLocale, type Locale } from '../../server/domain/locale.ts';
import { CheckCounts, ChecksLink } from '../checks/ChecksLink.tsx';
import { useI18n } from '../i18n.ts';
import { NotFoundPage } from '../NotFoundPage.tsx';
import { useRead } from '../queries.ts';
import { BackLink } from '../ui/BackLink.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Page } from '../ui/Page.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { Text } from '../ui/Text.tsx';
import { Standings } from '../documents/Standings.tsx';
import { editionStanding } from '../documents/standing.ts';
import { BehindNote } from './BehindNote.tsx';
import { Blockers } from './Blockers.tsx';
import { EditionActions } from './EditionActions.tsx';
import { EditionDetailsForm } from './EditionDetailsForm.tsx';
import { EditionPreview } from './EditionPreview.tsx';
import { EditionStyle } from './EditionStyle.tsx';
import { PlanLine } from './PlanLine.tsx';
import { Publications } from './Publications.tsx';
import './edition.css';

export function EditionPage() {
  const { documentId = '', locale = '' } = useParams();
  return isLocale(locale) ? <EditionOf documentId={documentId} locale={locale} /> : <NotFoundPage />;
}

export interface EditionKey {
  readonly documentId: string;
  readonly locale: Locale;
}

function EditionOf({ documentId, locale }: EditionKey) {
  const { t } = useI18n();
  const document = useRead('GET /api/documents/:documentId', { params: { documentId } });
  const edition = useRead('GET /api/documents/:documentId/editions/:locale', { params: { documentId, locale } });
  if (document.data && edition.data) return <Edition document={document.data} edition={edition.data} />;
  const error = document.error ?? edition.error;
  return (
    <Page title={t(`edition.title-${locale}`)} above={<BackLink to="/">{t('nav.board')}</BackLink>}>
      {error ? (
        <ErrorNote
          error={error}
          onRetry={() => {
            void document.refetch();
            void edition.refetch();
          }}
        />
      ) : (
        <Waiting label={t('common.loading')} />
      )}
    </Page>
  );
}

interface EditionProps {
  readonly document: DocumentView;
  readonly edition: EditionView;
}

function Edition({ document, edition }: EditionProps) {
  const { t } = useI18n();
  const { documentId, title, from } = document;
  const key = { documentId, locale: edition.locale };
  return (
    <Page
      title={`${t(`edition.title-${edition.locale}`)} · ${title}`}
      heading={t(`edition.title-${edition.locale}`)}
      above={
        <BackLink to={`/documents/${documentId}`}>
          <Text locale={from}>{title}</Text>
        </BackLink>
      }
      actions={
        <>
          <ChecksLink documentId={documentId} locale={edition.locale} />
          <EditionActions at={key} document={document} edition={edition} />
        </>
      }
    >
      <Standings of={editionStanding(edition)} />
      <CheckCounts {...key} />
      {edition.plan && <PlanLine documentId={documentId} plan={edition.plan} />}
      {edition.behindSince && <BehindNote at={key} since={edition.behindSince} />}
      <div className="edition">
        <div className="edition-facts">
          <Blockers at={key} from={from} edition={edition} />
          <Publications at={key} edition={edition} />
          <EditionDetailsForm key={`${documentId}.${edition.locale}`} at={key} edition={edition} />
          <EditionStyle at={key} />
        </div>
        <EditionPreview at={key} />
      </div>
    </Page>
  );
}
