/** A document's segments with their targets in one language, side by side, filtered. */
import {
  isTranslatable,
  targetOf,
  type DocumentId,
  type Segment,
  type SegmentId,
  type Target,
} from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import type { World } from '../ports.ts';
import { inView, type TargetInView } from './target-view.ts';

export interface RowFilter {
  readonly state?: Target['state'];
  readonly query?: string;
  /** The ordinal to begin at. */
  readonly from?: number;
  readonly limit?: number;
}

export interface Row extends Omit<Segment, 'id'> {
  readonly segmentId: SegmentId;
  readonly ordinal: number;
  readonly target?: TargetInView;
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
  const matching = document.source.segments.flatMap((segment, ordinal) => {
    const target = isSource || !isTranslatable(segment) ? undefined : targetOf(document, locale, ordinal);
    return matches(segment, target, filter) ? [{ segment, ordinal, target }] : [];
  });
  const first = matching.findIndex(({ ordinal }) => ordinal >= (filter.from ?? 0));
  const start = first === -1 ? matching.length : first;
  const rows = matching.slice(start, start + (filter.limit ?? 500)).map(({ segment, ordinal, target }): Row => {
    const { id: segmentId, ...block } = segment;
    return { segmentId, ordinal, ...block, ...(target && { target: inView(world, segment, target) }) };
  });
  return { ok: true, rows, total: matching.length };
}

function matches(segment: Segment, target: Target | undefined, { state, query }: RowFilter): boolean {
  if (state !== undefined && target?.state !== state) return false;
  if (query === undefined || query === '') return true;
  const wanted = query.normalize('NFC').toLocaleLowerCase();
  return [segment.text, target?.text ?? ''].some((text) => text.normalize('NFC').toLocaleLowerCase().includes(wanted));
}
