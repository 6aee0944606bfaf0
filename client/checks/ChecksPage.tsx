/**
 * Everything that the checks find in an edition: what weighs most first, check by check, each with its segments. What
 * is chosen to be seen stands in the address.
 */
import { useState } from 'react';
import { NavLink, useParams, useSearchParams } from 'react-router';
import type { EditionFindings } from '../../server/contract/checks-api.ts';
import type { DocumentView } from '../../server/contract/documents-api.ts';
import { inOrder, isLocale, type Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { NotFoundPage } from '../NotFoundPage.tsx';
import { checkName } from '../problems.ts';
import { useRead } from '../queries.ts';
import { BackLink } from '../ui/BackLink.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Page } from '../ui/Page.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { Text } from '../ui/Text.tsx';
import { DismissDialog } from './DismissDialog.tsx';
import { DismissedFindings } from './DismissedFindings.tsx';
import { grouped, type Found, type Grouped } from './finding-groups.ts';
import type { Place } from './FindingRow.tsx';
import { GroupOfFindings } from './GroupOfFindings.tsx';
import './checks.css';

export function ChecksPage() {
  const { documentId = '', locale = '' } = useParams();
  return isLocale(locale) ? <ChecksOf documentId={documentId} locale={locale} /> : <NotFoundPage />;
}

function ChecksOf({ documentId, locale }: { readonly documentId: string; readonly locale: Locale }) {
  const { t } = useI18n();
  const document = useRead('GET /api/documents/:documentId', { params: { documentId } });
  const findings = useRead('GET /api/documents/:documentId/checks/:locale', { params: { documentId, locale } });
  const failed = [document, findings].find(({ error }) => error);
  const heading = t(`quality.title-${locale}`);
  return (
    <Page
      title={`${heading} · ${document.data?.title ?? ''}`}
      heading={heading}
      above={
        <BackLink to={`/documents/${documentId}`}>
          {document.data ? <Text locale={document.data.from}>{document.data.title}</Text> : t('document.title')}
        </BackLink>
      }
      actions={<Ways documentId={documentId} locale={locale} from={document.data?.from} />}
    >
      {document.data && <Languages document={document.data} />}
      {failed && !findings.data ? (
        <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />
      ) : findings.data && document.data ? (
        // Another edition is another list.
        <Findings key={locale} at={{ documentId, locale, from: document.data.from }} findings={findings.data} />
      ) : (
        <Waiting label={t('quality.computing')} />
      )}
    </Page>
  );
}

interface WaysProps {
  readonly documentId: string;
  readonly locale: Locale;
  readonly from: Locale | undefined;
}

function Ways({ documentId, locale, from }: WaysProps) {
  const { t } = useI18n();
  return (
    <>
      {from !== undefined && from !== locale && (
        <ButtonLink to={`/documents/${documentId}/review/${locale}`}>{t('document.review')}</ButtonLink>
      )}
      <ButtonLink look="quiet" to={`/documents/${documentId}/editions/${locale}`}>
        {t('document.edition')}
      </ButtonLink>
    </>
  );
}

function Languages({ document: { documentId, from, to } }: { readonly document: DocumentView }) {
  const { t } = useI18n();
  return (
    <nav className="check-languages" aria-label={t('quality.languages')}>
      {inOrder([from, ...to]).map((locale) => (
        <NavLink key={locale} to={`/documents/${documentId}/checks/${locale}`}>
          {t(`app.locale-${locale}`)}
          {locale === from && <span className="muted small"> · {t('board.source')}</span>}
        </NavLink>
      ))}
    </nav>
  );
}

interface FindingsProps {
  readonly at: Place;
  readonly findings: EditionFindings;
}

function Findings({ at, findings }: FindingsProps) {
  const { t } = useI18n();
  const [search, setSearch] = useSearchParams();
  const [dismissing, setDismissing] = useState<Found>();
  const asked = search.get('check') ?? undefined;
  const all = grouped(findings);
  // A check that finds nothing any more is no filter.
  const only = asked !== undefined && all.checks.has(asked) ? asked : undefined;
  const { open, dismissed } = only === undefined ? all : grouped(findings, only);
  const { checked } = findings;
  if (checked === 0) return <EmptyState title={t('quality.no-texts')}>{t('quality.no-texts-text')}</EmptyState>;
  return (
    <>
      {all.checks.size > 0 && (
        <Filter
          checks={all.checks}
          only={only}
          onOnly={(check) => setSearch(check === undefined ? {} : { check }, { replace: true })}
        />
      )}
      <output className="muted">{summary(all, checked, t)}</output>
      {open.length === 0 && (
        <EmptyState title={t(dismissed.length > 0 ? 'quality.all-dismissed' : 'quality.empty')}>
          {t('quality.empty-text', { count: checked })}
        </EmptyState>
      )}
      {open.map(({ severity, groups }) => (
        <section key={severity} className="section" aria-labelledby={`severity-${severity}`}>
          <h2 id={`severity-${severity}`} className={`severity ${severity}`}>
            {t(`quality.severity-${severity}`)}
          </h2>
          <p className="muted small">{t(`quality.about-${severity}`)}</p>
          <ul className="check-groups">
            {groups.map((group) => (
              <GroupOfFindings
                key={`${group.check} ${String(only)}`}
                at={at}
                group={group}
                isOpenAtFirst={only !== undefined || (!group.isOneRow && severity !== 'info')}
                onDismiss={setDismissing}
              />
            ))}
          </ul>
        </section>
      ))}
      {dismissed.length > 0 && <DismissedFindings at={at} dismissed={dismissed} />}
      {dismissing && (
        <DismissDialog key={dismissing.key} at={at} found={dismissing} onClose={() => setDismissing(undefined)} />
      )}
    </>
  );
}

function summary({ open, dismissed }: Grouped, checked: number, t: ReturnType<typeof useI18n>['t']): string {
  const counts = open.map(({ severity, groups }) =>
    t(`quality.count-${severity}`, { count: groups.reduce((sum, { found }) => sum + found.length, 0) }),
  );
  const apart = dismissed.length > 0 ? [t('quality.count-dismissed', { count: dismissed.length })] : [];
  return [t('quality.checked', { count: checked }), ...counts, ...apart].join(' · ');
}

interface FilterProps {
  readonly checks: Grouped['checks'];
  readonly only: string | undefined;
  readonly onOnly: (check: string | undefined) => void;
}

function Filter({ checks, only, onOnly }: FilterProps) {
  const { t } = useI18n();
  return (
    <label className="check-filter">
      <span className="field-label">{t('quality.filter')}</span>
      <select
        className="field"
        value={only ?? ''}
        onChange={({ currentTarget: { value } }) => onOnly(value === '' ? undefined : value)}
      >
        <option value="">{t('quality.filter-all')}</option>
        {Array.from(checks, ([check, n]) => (
          <option key={check} value={check}>
            {t('quality.filter-option', { check: checkName(check), n })}
          </option>
        ))}
      </select>
    </label>
  );
}
