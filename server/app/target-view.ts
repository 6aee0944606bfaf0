/** A target where it stands (its document, its segment), and as people see it: with what is derived from its segment. */
import { codeFaults } from '../domain/content.ts';
import {
  isOutdated,
  ordinalOf,
  targetOf,
  type DocumentId,
  type DocumentState,
  type Segment,
  type SegmentId,
  type Target,
} from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import type { World } from '../ports.ts';

export interface TargetKey {
  readonly documentId: DocumentId;
  readonly segmentId: SegmentId;
  readonly locale: Locale;
}

/** A target as people see it: with what is derived from its segment. */
export interface TargetInView extends Omit<Target, 'sourceHash'> {
  readonly outdated: boolean;
  readonly codeFaults: ReturnType<typeof codeFaults>;
}

export interface Located {
  readonly ok: true;
  readonly document: DocumentState;
  readonly segment: Segment;
  readonly ordinal: number;
  readonly target: Target;
}

/** Finds a target and everything around it. Refusals: document.unknown, locale.unknown, segment.unknown. */
export async function locate(world: World, { documentId, segmentId, locale }: TargetKey): Promise<Located | Refusal> {
  const document = await world.store.document(documentId);
  if (document === undefined) return refuse('document.unknown');
  if (!document.to.includes(locale)) return refuse('locale.unknown', { locale });
  const ordinal = ordinalOf(document.source, segmentId);
  const segment = ordinal === undefined ? undefined : document.source.segments[ordinal];
  if (ordinal === undefined || segment === undefined) return refuse('segment.unknown', { segmentId });
  return { ok: true, document, segment, ordinal, target: targetOf(document, locale, ordinal) };
}

/** Adds to a target what is derived from its segment. */
export function inView(world: World, segment: Segment, target: Target): TargetInView {
  const { sourceHash: _, ...shown } = target;
  return {
    ...shown,
    outdated: isOutdated(target, segment, world.hash),
    codeFaults: target.state === 'untranslated' ? [] : codeFaults(target.text, segment.codes),
  };
}
