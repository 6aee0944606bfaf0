/**
 * What a press would publish: the draft as a whole, or only chosen paragraphs while the rest stays as readers have it. The
 * first where nothing is in its way; the second also while the edition is blocked, or held back by a plan.
 */
import { useState } from 'react';
import type { EditionView } from '../../server/contract/editions-api.ts';
import { canPublish } from './can-publish.ts';
import type { EditionChange } from './change-kinds.ts';

export type Extent = 'all' | 'chosen';

export interface Publishing {
  /** What can be published now; none: nothing. */
  readonly extents: readonly Extent[];
  readonly extent: Extent | undefined;
  readonly setExtent: (extent: Extent) => void;
  /** The paragraphs that can appear alone, in the order of the page. */
  readonly possible: readonly string[];
  /** Those of them that are chosen: all, until somebody leaves one out. */
  readonly chosen: readonly string[];
  readonly choose: (segmentId: string, isOn: boolean) => void;
}

export function usePublishing(edition: EditionView, changes: readonly EditionChange[]): Publishing {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [wished, setExtent] = useState<Extent>();
  const possible = changes.filter(({ correctable }) => correctable).map(({ segmentId }) => segmentId);
  const extents: Extent[] = [
    ...(canPublish(edition) ? (['all'] as const) : []),
    ...(possible.length > 0 ? (['chosen'] as const) : []),
  ];
  return {
    extents,
    extent: extents.find((one) => one === wished) ?? extents[0],
    setExtent,
    possible,
    chosen: possible.filter((id) => !left.has(id)),
    choose: (segmentId, isOn) =>
      setLeft((before) => new Set(isOn ? [...before].filter((id) => id !== segmentId) : [...before, segmentId])),
  };
}
