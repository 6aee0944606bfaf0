/**
 * How much was changed, segment by segment: a line for each range, which opens to the segments in it, each a link to the
 * desk. Lines, not columns: their names are words, and they read the same way in every script.
 */
import { Link } from 'react-router';
import type { OutcomeView } from '../../server/contract/statistics-api.ts';
import { formatNumber, formatShare, useI18n, type Translate } from '../i18n.ts';
import { Bar } from './Bar.tsx';
import { binsOf, type Bin } from './histogram.ts';

export interface HistogramProps {
  readonly documentId: string;
  readonly outcomes: readonly OutcomeView[];
}

/** More links than this help nobody. */
const mostLinks = 200;

export function Histogram({ documentId, outcomes }: HistogramProps) {
  const { t } = useI18n();
  const bins = binsOf(outcomes);
  const highest = Math.max(...bins.map((bin) => bin.outcomes.length));
  if (highest === 0) return null;
  return (
    <section className="histogram" aria-labelledby="histogram">
      <h2 id="histogram">{t('statistics.histogram')}</h2>
      <p className="muted small">{t('statistics.histogram-hint')}</p>
      <ul>
        {bins.map((bin) => (
          <li key={bin.to}>
            <Line bin={bin} documentId={documentId} highest={highest} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly bin: Bin;
  readonly documentId: string;
  readonly highest: number;
}

function Line({ bin, documentId, highest }: LineProps) {
  const { t } = useI18n();
  const { outcomes } = bin;
  const head = (
    <>
      <span className="histogram-range">{rangeOf(bin, t)}</span>
      <Bar share={outcomes.length / highest} />
      <span className="histogram-count">{t('statistics.count-segments', { count: outcomes.length })}</span>
    </>
  );
  if (outcomes.length === 0) return <div className="histogram-line">{head}</div>;
  return (
    <details>
      <summary className="histogram-line">{head}</summary>
      <p className="histogram-links">
        {outcomes.slice(0, mostLinks).map(({ segmentId, locale, ordinal }) => (
          <Link key={`${locale} ${segmentId}`} to={`/documents/${documentId}/review/${locale}?segment=${ordinal}`}>
            {t('statistics.segment', { locale: t(`app.locale-${locale}`), n: ordinal + 1 })}
          </Link>
        ))}
        {outcomes.length > mostLinks && <span>{formatNumber(outcomes.length - mostLinks)} +</span>}
      </p>
    </details>
  );
}

function rangeOf({ from, to }: Bin, t: Translate): string {
  if (to === 0) return t('statistics.range-none');
  return t('statistics.range', { from: formatShare(from / 100), to: formatShare(to / 100) });
}
