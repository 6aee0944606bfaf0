/** The board's table: a row a document, a column a language. On a phone each row becomes a card; its order stays. */
import { Link } from 'react-router';
import type { BoardRow, LocaleCounts } from '../../server/domain/board.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { formatList, useI18n } from '../i18n.ts';
import { Badge } from '../ui/Badge.tsx';
import { Icon } from '../ui/Icon.tsx';
import { StateBar, stateText, totalOf } from '../ui/StateBar.tsx';
import { Text } from '../ui/Text.tsx';
import { RunningJob } from './RunningJob.tsx';
import { Standings } from './Standings.tsx';
import { livenessOf, standingOf } from './standing.ts';
import '../ui/table.css';

export function BoardTable({ rows }: { readonly rows: readonly BoardRow[] }) {
  const { t } = useI18n();
  return (
    <table className="table board">
      <thead>
        <tr>
          <th scope="col">{t('board.document')}</th>
          {locales.map((locale) => (
            <th scope="col" key={locale}>
              {t(`app.locale-${locale}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.documentId}>
            <DocumentCell row={row} />
            {locales.map((locale) => (
              <td key={locale} data-label={t(`app.locale-${locale}`)}>
                <LocaleCell row={row} locale={locale} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DocumentCell({ row }: { readonly row: BoardRow }) {
  const { t } = useI18n();
  const { documentId, title, from, segments, words, runningJobs, plans = [] } = row;
  return (
    <th scope="row">
      <Link className="board-title" to={`/documents/${documentId}`}>
        <Text locale={from}>{title}</Text>
      </Link>
      <span className="board-facts">
        {t(`document.from-${from}`)} · {t('document.segments', { count: segments })} ·{' '}
        {t('document.words', { count: words })}
      </span>
      {plans.length > 0 && (
        <span className="board-plan">
          <Icon name="clock" size={16} />
          {t('plan.mark', {
            languages: formatList(plans.flatMap(({ locales }) => locales).map((one) => t(`app.locale-${one}`))),
          })}
        </span>
      )}
      {runningJobs.map((jobId) => (
        <RunningJob key={jobId} documentId={documentId} jobId={jobId} />
      ))}
    </th>
  );
}

function LocaleCell({ row, locale }: { readonly row: BoardRow; readonly locale: Locale }) {
  const { t } = useI18n();
  const counts = row.locales[locale];
  if (locale === row.from) return <SourceCell row={row} />;
  if (counts === undefined) return <span className="muted">{t('board.not-translated')}</span>;
  return (
    <Link className="board-cell" to={`/documents/${row.documentId}/review/${locale}`}>
      <StateBar counts={counts} />
      <span className="visually-hidden">{stateText(counts, t)}</span>
      <span className="board-numbers" aria-hidden="true">
        <span>{t('board.approved-of', { approved: counts.approved, total: totalOf(counts) })}</span>
        <Next counts={counts} />
      </span>
      <Standings of={standingOf(counts)} />
    </Link>
  );
}

function SourceCell({ row }: { readonly row: BoardRow }) {
  const { t } = useI18n();
  return (
    <Link className="board-cell" to={`/documents/${row.documentId}/editions/${row.from}`}>
      <span className="standings">
        <Badge>{t('board.source')}</Badge>
        <Standings of={livenessOf(row.source)} />
      </span>
    </Link>
  );
}

/** What the next person would do here: review before translation, as drafts are nearer to readers. */
function Next({ counts }: { readonly counts: LocaleCounts }) {
  const { t } = useI18n();
  if (counts.translated > 0) return <span>{t('states.count-translated', { count: counts.translated })}</span>;
  if (counts.untranslated > 0) return <span>{t('states.count-untranslated', { count: counts.untranslated })}</span>;
  if (counts.reviewed > 0) return <span>{t('states.count-reviewed', { count: counts.reviewed })}</span>;
  return null;
}
