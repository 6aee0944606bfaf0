/** Sums side by side, a line for each language, person or provider. What cannot be said is a dash, never a zero. */
import type { AllStatistics } from '../../server/contract/statistics-api.ts';
import type { ReactNode } from 'react';
import { formatDuration, formatNumber, formatShare, useI18n } from '../i18n.ts';
import { Bar } from './Bar.tsx';

type Summary = Omit<AllStatistics['people'][number], 'name'>;

export interface SummaryTableProps {
  readonly title: string;
  /** Of the first column. */
  readonly head: string;
  readonly lines: ReadonlyArray<{ readonly key: string; readonly name: ReactNode; readonly summary: Summary }>;
}

export function SummaryTable({ title, head, lines }: SummaryTableProps) {
  const { t } = useI18n();
  return (
    <div className="statistics-table">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t('statistics.segments')}</th>
            <th scope="col">{t('statistics.words')}</th>
            <th scope="col">{t('statistics.distance')}</th>
            <th scope="col">{t('statistics.distance-folded')}</th>
            <th scope="col">{t('statistics.untouched')}</th>
            <th scope="col">{t('statistics.time')}</th>
            <th scope="col">{t('statistics.speed')}</th>
            <th scope="col">{t('statistics.returns')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, summary }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{formatNumber(summary.segments)}</td>
              <td>{formatNumber(summary.words)}</td>
              <td>
                <Share share={summary.ped} />
              </td>
              <td>
                <Share share={summary.pedFold} />
              </td>
              <td>
                <Share share={summary.untouchedShare} />
              </td>
              <td>{summary.activeMs > 0 ? formatDuration(summary.activeMs) : <None />}</td>
              <td>{summary.wordsPerHour === undefined ? <None /> : formatNumber(Math.round(summary.wordsPerHour))}</td>
              <td>{formatNumber(summary.returns)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Share({ share }: { readonly share: number | undefined }) {
  if (share === undefined) return <None />;
  return (
    <span className="share">
      <span>{formatShare(share)}</span>
      <Bar share={share} />
    </span>
  );
}

/** Not known, said to screen readers in a word. */
function None() {
  const { t } = useI18n();
  return (
    <span className="muted">
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{t('statistics.none')}</span>
    </span>
  );
}
