/** Numbers over all documents, of a period that stands in the address. */
import { useSearchParams } from 'react-router';
import { addressOf } from '../api.ts';
import { useI18n } from '../i18n.ts';
import { useRead } from '../queries.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Page } from '../ui/Page.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { Figures } from './Figures.tsx';

const line = 'GET /api/statistics';
const ends = ['from', 'to'] as const;

export function StatisticsPage() {
  const { t } = useI18n();
  const [search, setSearch] = useSearchParams();
  const [from, to] = ends.map((end) => dayOf(search.get(end)));
  const query = { ...(from && { from }), ...(to && { to }) };
  const found = useRead(line, { query });
  const show = (end: (typeof ends)[number], day: string): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (day === '') next.delete(end);
        else next.set(end, day);
        return next;
      },
      { replace: true },
    );
  return (
    <Page
      title={t('statistics.title')}
      actions={
        <a className="button plain" href={addressOf(line, { query: { ...query, format: 'csv' } })} download>
          {t('statistics.download')}
        </a>
      }
    >
      <fieldset className="statistics-period">
        <legend className="visually-hidden">{t('statistics.period')}</legend>
        {ends.map((end) => (
          <label key={end}>
            <span>{t(`statistics.period-${end}`)}</span>
            <input
              type="date"
              value={search.get(end) ?? ''}
              onChange={({ currentTarget }) => show(end, currentTarget.value)}
            />
          </label>
        ))}
        {found.data && (
          <output className="muted small">{t('statistics.count-documents', { count: found.data.documents })}</output>
        )}
      </fieldset>
      {found.error ? (
        <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Waiting label={t('common.loading')} />
      ) : found.data.people.length === 0 ? (
        <EmptyState title={t('statistics.empty')}>{t('statistics.empty-hint')}</EmptyState>
      ) : (
        <Figures {...found.data} />
      )}
    </Page>
  );
}

/** A field may hold half a date while somebody types. */
function dayOf(text: string | null): string | undefined {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}
