/**
 * What readers would see changed, paragraph by paragraph, before anybody presses the button; and what one publication
 * changed of another. The address says which two are compared (`?from=2&to=3`): without `to` the draft, without `from` what
 * readers see now. Seeing is the confirmation: what can be done from here, publish or show an earlier one again, stands
 * beside the list and asks no more.
 */
import { useParams, useSearchParams } from 'react-router';
import type { EditionView } from '../../server/contract/editions-api.ts';
import type { EditionChanges } from '../../server/contract/publishing-api.ts';
import { isLocale } from '../../server/domain/locale.ts';
import { useI18n, type Translate } from '../i18n.ts';
import { NotFoundPage } from '../NotFoundPage.tsx';
import { useRead } from '../queries.ts';
import { BackLink } from '../ui/BackLink.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Page } from '../ui/Page.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { Text } from '../ui/Text.tsx';
import { ChangedDetails } from './ChangedDetails.tsx';
import { ChangeList } from './ChangeList.tsx';
import { ComparisonChoice } from './ComparisonChoice.tsx';
import { comparisonIn, type Comparison } from './comparison.ts';
import type { EditionKey } from './EditionPage.tsx';
import { PublishPanel } from './PublishPanel.tsx';
import { RollBackPanel } from './RollBackPanel.tsx';
import { useLooked } from './use-looked.ts';
import { usePublishing, type Publishing } from './use-publishing.ts';
import './edition.css';
import './changes.css';

export function ChangesPage() {
  const { documentId = '', locale = '' } = useParams();
  const [search] = useSearchParams();
  if (!isLocale(locale)) return <NotFoundPage />;
  return <ChangesOf at={{ documentId, locale }} comparison={comparisonIn(search)} />;
}

interface ChangesOfProps {
  readonly at: EditionKey;
  readonly comparison: Comparison;
}

function ChangesOf({ at, comparison }: ChangesOfProps) {
  const { t } = useI18n();
  const document = useRead('GET /api/documents/:documentId', { params: { documentId: at.documentId } });
  const edition = useRead('GET /api/documents/:documentId/editions/:locale', { params: { ...at } });
  const both = document.data && edition.data ? { document: document.data, edition: edition.data } : undefined;
  const error = document.error ?? edition.error;
  return (
    <Page
      title={[headingOf(comparison, t), t(`edition.title-${at.locale}`), both?.document.title ?? []].flat().join(' · ')}
      heading={headingOf(comparison, t)}
      above={
        <BackLink to={`/documents/${at.documentId}/editions/${at.locale}`}>
          <span>
            {t(`edition.title-${at.locale}`)}
            {both && (
              <>
                {' · '}
                <Text locale={both.document.from}>{both.document.title}</Text>
              </>
            )}
          </span>
        </BackLink>
      }
    >
      {both && (
        <Comparing key={JSON.stringify([at, comparison])} at={at} comparison={comparison} edition={both.edition} />
      )}
      {!both && !error && <Waiting label={t('common.loading')} />}
      {error && (
        <ErrorNote
          error={error}
          onRetry={() => {
            void document.refetch();
            void edition.refetch();
          }}
        />
      )}
    </Page>
  );
}

/** Forward, what a publication changed; back to an earlier one, or on to the draft, what is not so yet. */
function headingOf({ from, to }: Comparison, t: Translate): string {
  const isNotYet = to === undefined || from === undefined || to < from;
  return isNotYet ? t('changes.title-draft') : t('changes.title', { n: to });
}

interface ComparingProps extends ChangesOfProps {
  readonly edition: EditionView;
}

function Comparing({ at, comparison, edition }: ComparingProps) {
  const { t } = useI18n();
  const { from, to } = comparison;
  const changes = useRead('GET /api/documents/:documentId/editions/:locale/changes', {
    params: { ...at },
    query: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
  });
  const publishing = usePublishing(edition, changes.data?.rows ?? []);
  const looked = useLooked(changes.data, !changes.isFetching, publishing.extent);
  const isAboutDraft = to === undefined && (from === undefined || from === edition.live);
  const isRollBack = to !== undefined && to !== edition.live && (from === undefined || from === edition.live);
  return (
    <div className="changes">
      <div className="changes-list">
        <ComparisonChoice at={at} comparison={comparison} edition={edition} />
        {changes.isPending && <Waiting label={t('changes.comparing')} />}
        {changes.error && <ErrorNote error={changes.error} onRetry={() => void changes.refetch()} />}
        {changes.data && (
          <WhatChanges
            at={at}
            edition={edition}
            changes={changes.data}
            choice={isAboutDraft && publishing.extent === 'chosen' ? publishing : undefined}
            news={isAboutDraft ? looked.news : []}
          />
        )}
      </div>
      {isAboutDraft && changes.data && (
        <PublishPanel at={at} edition={edition} publishing={publishing} looked={looked} seen={changes.data.seen} />
      )}
      {isRollBack && <RollBackPanel at={at} edition={edition} to={to} />}
    </div>
  );
}

interface WhatChangesProps {
  readonly at: EditionKey;
  readonly edition: EditionView;
  readonly changes: EditionChanges;
  readonly choice: Publishing | undefined;
  readonly news: readonly string[];
}

function WhatChanges({ at, edition, changes, choice, news }: WhatChangesProps) {
  const { t } = useI18n();
  const { from, to, rows, details } = changes;
  if (from === undefined) {
    const isFirst = to === undefined && edition.publications.length === 0;
    return <p className="changes-first">{t(isFirst ? 'changes.first' : 'changes.withdrawn')}</p>;
  }
  return (
    <>
      <ChangeList at={at} hasDesk={!edition.isSource} rows={rows} choice={choice} news={news} />
      {details && <ChangedDetails locale={at.locale} details={details} />}
    </>
  );
}
