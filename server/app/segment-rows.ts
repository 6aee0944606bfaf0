/** A document's segments with their targets in one language, side by side, filtered. */
import { composed } from '../domain/language/compose.ts';
import { openThreads } from '../domain/comments.ts';
import {
  isTranslatable,
  type DocumentId,
  type DocumentState,
  type Segment,
  type SegmentId,
  type Target,
} from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import { partsOf, spansOf } from '../domain/spans.ts';
import type { World } from '../ports.ts';
import { inView, type TargetInView } from './target-view.ts';

export interface RowFilter {
  readonly state?: Target['state'];
  readonly query?: string;
  /** The ordinal to begin at. */
  readonly from?: number;
  readonly limit?: number;
}

/** A span's row, and after it one of each further segment that it covers, without a target of its own. */
export interface Row extends Omit<Segment, 'id'> {
  readonly segmentId: SegmentId;
  readonly ordinal: number;
  readonly target?: TargetInView;
  /** Of a span of several segments: the source of each, its codes numbered as in the whole. */
  readonly parts?: ReadonlyArray<{ readonly segmentId: SegmentId; readonly text: string }>;
  /** The segment whose target stands for this one too. */
  readonly coveredBy?: SegmentId;
  /** Open threads beside it; absent where there is none. */
  readonly openComments?: number;
}

/** Source and target side by side, in reading order; `total` counts what the filter lets through. */
export async function segmentRows(
  world: World,
  documentId: DocumentId,
  locale: Locale,
  filter: RowFilter,
): Promise<{ readonly ok: true; readonly rows: readonly Row[]; readonly total: number } | Refusal> {
  const document = await world.store.document(documentId);
  if (document === undefined) return refuse('document.unknown');
  const isSource = locale === document.source.locale;
  if (!isSource && !document.to.includes(locale)) return refuse('locale.unknown', { locale });
  const matching = allRows(document, locale, isSource).filter((row) => matches(row, filter));
  const first = matching.findIndex(({ ordinal }) => ordinal >= (filter.from ?? 0));
  const start = first === -1 ? matching.length : first;
  const comments = openThreads(document, locale);
  const rows = matching
    .slice(start, start + (filter.limit ?? 500))
    .map((row) => rowInView(world, row, comments.get(row.segment.id)));
  return { ok: true, rows, total: matching.length };
}

interface Found {
  readonly segment: Segment;
  readonly ordinal: number;
  readonly target?: Target;
  readonly segments?: readonly Segment[];
  readonly coveredBy?: SegmentId;
}

/** A row of each segment, whatever covers it. */
function allRows(document: DocumentState, locale: Locale, isSource: boolean): Found[] {
  return spansOf(document, locale).flatMap(({ segment, ordinal, segments, target }): Found[] => {
    if (isSource || !isTranslatable(segment)) return [{ segment, ordinal }];
    const covered = segments.slice(1).map((one, at) => {
      return { segment: one, ordinal: ordinal + 1 + at, coveredBy: segment.id };
    });
    return [{ segment, ordinal, target, segments }, ...covered];
  });
}

function rowInView(
  world: World,
  { segment, ordinal, target, segments = [], coveredBy }: Found,
  openComments: number | undefined,
): Row {
  const { id: segmentId, ...block } = segment;
  return {
    segmentId,
    ordinal,
    ...block,
    ...(target && { target: inView(world, segment, target) }),
    ...(target?.joined && { parts: partsOf(target, segments) }),
    ...(coveredBy && { coveredBy }),
    ...(openComments && { openComments }),
  };
}

function matches({ segment, target }: Found, { state, query }: RowFilter): boolean {
  if (state !== undefined && target?.state !== state) return false;
  if (query === undefined || query === '') return true;
  const wanted = composed(query).toLocaleLowerCase();
  return [segment.text, target?.text ?? ''].some((text) => composed(text).toLocaleLowerCase().includes(wanted));
}
