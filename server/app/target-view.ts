/** A target where it stands (its document, its segment), and as people see it: with what is derived from its segment. */
import { codeFaults } from '../domain/content.ts';
import {
  isOutdated,
  type DocumentId,
  type DocumentState,
  type Segment,
  type SegmentId,
  type Target,
} from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import { lengthOf, spanOf, type Span } from '../domain/spans.ts';
import type { World } from '../ports.ts';

export interface TargetKey {
  readonly documentId: DocumentId;
  readonly segmentId: SegmentId;
  readonly locale: Locale;
}

/** A target as people see it: with what is derived from its segment, and without its past. */
export interface TargetInView extends Omit<Target, 'sourceHash' | 'joined'> {
  readonly outdated: boolean;
  readonly codeFaults: ReturnType<typeof codeFaults>;
  /** How many segments it stands for, where that is more than its own. */
  readonly span?: number;
}

export interface Located extends Span {
  readonly ok: true;
  readonly document: DocumentState;
}

/** Finds a target and everything around it. Refusals: document.unknown, locale.unknown, segment.unknown. */
export async function locate(world: World, { documentId, segmentId, locale }: TargetKey): Promise<Located | Refusal> {
  const document = await world.store.document(documentId);
  if (document === undefined) return refuse('document.unknown');
  if (!document.to.includes(locale)) return refuse('locale.unknown', { locale });
  const span = spanOf(document, locale, segmentId);
  return span ? { ok: true, document, ...span } : refuse('segment.unknown', { segmentId });
}

/** Adds to a target what is derived from its segment. */
export function inView(world: World, segment: Segment, target: Target): TargetInView {
  const { sourceHash: _, joined, ...shown } = target;
  return {
    ...shown,
    outdated: isOutdated(target, segment, world.hash),
    codeFaults: target.state === 'untranslated' ? [] : codeFaults(target.text, segment.codes),
    ...(joined && { span: lengthOf(target) }),
  };
}
