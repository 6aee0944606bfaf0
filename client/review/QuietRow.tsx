/** A row that is not open: number, source, translation, and how far it has got as one thin bar with its words. */
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { formatNumber, useI18n } from '../i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { OthersMark } from '../queue/Others.tsx';
import { Text } from '../ui/Text.tsx';
import type { RowFindings } from './checks/row-findings.ts';
import { signs } from './checks/SeverityIcon.tsx';
import { FoundText } from './FoundText.tsx';
import { isWork, type WorkRow } from './rows.ts';
import { RowNumber, SourceParts } from './SourceParts.tsx';
import type { UnsavedMark } from './SegmentList.tsx';

export interface QuietRowProps {
  readonly row: SegmentRow;
  readonly from: Locale;
  readonly locale: Locale;
  readonly mark: UnsavedMark;
  /** What is searched for: it is marked. */
  readonly query: string;
  readonly onOpen: (row: WorkRow) => void;
}

export function QuietRow({ row, from, locale, mark, query, onOpen }: QuietRowProps) {
  const { t } = useI18n();
  const n = row.ordinal + 1;
  if (!isWork(row)) return <CarriedRow row={row} from={from} />;
  const { target } = row;
  return (
    // The button is the way in for keys and screen readers; the whole row is a larger place to press.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div className={`desk-row kind-${row.kind}`} onClick={() => onOpen(row)}>
      <button
        type="button"
        className="desk-number"
        aria-label={t('review.open-segment', { n, state: t(`states.${target.state}`) })}
      >
        <RowNumber row={row} />
      </button>
      <Text as="div" locale={from} prose className="desk-source">
        <SourceParts row={row}>
          {(text) => <FoundText text={text} codes={row.codes} locale={from} query={query} />}
        </SourceParts>
      </Text>
      <div className="desk-target">
        {target.text === '' ? (
          <p className="muted desk-none">{t('review.untranslated-text')}</p>
        ) : (
          <Text as="div" locale={locale} prose>
            <FoundText text={target.text} codes={row.codes} locale={locale} query={query} />
          </Text>
        )}
        <Marks row={row} mark={mark} />
      </div>
      {row.found && <FoundMark {...row.found} />}
      <OthersMark segmentId={row.segmentId} locale={locale} />
      <StateEdge row={row} />
    </div>
  );
}

/** The thin bar; what it says in colour stands in the row's button and marks in words. */
export function StateEdge({ row: { target } }: { readonly row: WorkRow }) {
  const { t } = useI18n();
  const state = target.outdated ? 'outdated' : target.state;
  return <span className={`desk-edge state-${state}`} title={t(`states.${state}`)} aria-hidden="true" />;
}

function Marks({
  row: { target, found, openComments = 0 },
  mark,
}: {
  readonly row: WorkRow;
  readonly mark: UnsavedMark;
}) {
  const { t } = useI18n();
  const marks = [
    mark && `mark-${mark}`,
    target.outdated && 'mark-outdated',
    target.returned && 'mark-returned',
    target.fault && 'mark-failed',
    // An error among others, as soon as those are known.
    !found && target.state !== 'untranslated' && target.codeFaults.length > 0 && 'mark-codes',
  ].filter(
    (one) => typeof one === 'string',
  ) as Array<`mark-${'unsaved' | 'conflict' | 'aside' | 'refused' | 'outdated' | 'returned' | 'failed' | 'codes'}`>;
  if (marks.length === 0 && openComments === 0) return null;
  return (
    <p className="desk-marks small">
      {marks.map((one) => (
        <span key={one} className={one}>
          {t(`review.${one}`)}
        </span>
      ))}
      {openComments > 0 && <span className="mark-comments">{t('review.mark-comments', { count: openComments })}</span>}
    </p>
  );
}

/** The worst that checks find in it: under the number, where nothing has to make room for it. */
function FoundMark({ errors, warnings }: RowFindings) {
  const { t } = useI18n();
  const severity = errors > 0 ? 'error' : 'warning';
  const words = [
    errors > 0 && t('review.row-errors', { count: errors }),
    warnings > 0 && t('review.row-warnings', { count: warnings }),
  ].filter((one) => one !== false);
  return (
    <span className={`desk-found severity ${severity}`} title={words.join(' · ')}>
      <Icon name={signs[severity]} size={13} />
      <span aria-hidden="true">{formatNumber(errors > 0 ? errors : warnings)}</span>
      <span className="visually-hidden">{words.join(', ')}</span>
    </span>
  );
}

/** What no translation changes: code and separators. */
function CarriedRow({ row, from }: { readonly row: SegmentRow; readonly from: Locale }) {
  const { t } = useI18n();
  return (
    <div className={`desk-row carried kind-${row.kind}`}>
      <span className="desk-number">{formatNumber(row.ordinal + 1)}</span>
      {row.kind === 'separator' ? (
        <hr />
      ) : (
        <Text as="div" locale={from} className="desk-source">
          <pre dir="ltr">{row.text}</pre>
        </Text>
      )}
      <p className="muted small desk-none">
        {t(`kinds.${row.kind}`)} · {t('review.not-translated-kind')}
      </p>
    </div>
  );
}
