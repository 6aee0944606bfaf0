/**
 * One document: where it comes from, how far each language is, machine translation, and what leads on to review and
 * editions. Archiving stands last, and asks.
 */
import { useParams } from 'react-router';
import type { DocumentView } from '../../server/contract/documents-api.ts';
import { useI18n } from '../i18n.ts';
import { useRead } from '../queries.ts';
import { BackLink } from '../ui/BackLink.tsx';
import { Badge } from '../ui/Badge.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Page } from '../ui/Page.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { Text } from '../ui/Text.tsx';
import { ArchiveDocument } from './ArchiveDocument.tsx';
import { PlanLine } from '../editions/PlanLine.tsx';
import { DocumentAddress } from './DocumentAddress.tsx';
import { DocumentLanguages } from './DocumentLanguages.tsx';
import { DocumentTags } from './DocumentTags.tsx';
import { MachineTranslation } from './MachineTranslation.tsx';
import { RestoreDocument } from './RestoreDocument.tsx';
import './document.css';

export function DocumentPage() {
  const { t } = useI18n();
  const { documentId = '' } = useParams();
  const document = useRead('GET /api/documents/:documentId', { params: { documentId } });
  const above = <BackLink to="/">{t('nav.board')}</BackLink>;
  if (document.data) return <Document document={document.data} above={above} />;
  return (
    <Page title={t('document.title')} above={above}>
      {document.error ? (
        <ErrorNote error={document.error} onRetry={() => void document.refetch()} />
      ) : (
        <Waiting label={t('common.loading')} />
      )}
    </Page>
  );
}

function Document({ document, above }: { readonly document: DocumentView; readonly above: React.ReactNode }) {
  const { t } = useI18n();
  const { title, from, archived } = document;
  return (
    <Page
      title={title}
      heading={<Text locale={from}>{title}</Text>}
      above={above}
      actions={
        <>
          {archived && <Badge tone="warn">{t('document.archived')}</Badge>}
          <ButtonLink look="quiet" to={`/documents/${document.documentId}/statistics`}>
            {t('nav.statistics')}
          </ButtonLink>
        </>
      }
    >
      {archived && <RestoreDocument documentId={document.documentId} />}
      <Facts document={document} />
      {document.plans.map((plan) => (
        <PlanLine key={plan.planId} documentId={document.documentId} plan={plan} />
      ))}
      <DocumentLanguages document={document} />
      {!archived && <MachineTranslation document={document} />}
      {!archived && <DocumentTags document={document} />}
      {!archived && <DocumentAddress key={document.documentId} document={document} />}
      {!archived && <ArchiveDocument documentId={document.documentId} />}
    </Page>
  );
}

function Facts({ document }: { readonly document: DocumentView }) {
  const { t, number, time } = useI18n();
  const { from, segments, words, importedAt, original, sourceVersion } = document;
  const facts = [
    [t('document.fact-source'), t(`app.locale-${from}`)],
    [t('document.fact-segments'), number(segments)],
    [t('document.fact-words'), number(words)],
    [t('document.fact-version'), number(sourceVersion)],
    [t('document.fact-imported'), time(importedAt)],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{t('document.fact-original')}</dt>
        <dd>
          <Text>{original.name}</Text> <span className="muted">({t(`document.format-${original.format}`)})</span>
        </dd>
      </div>
    </dl>
  );
}
