/** A row of the desk as the server gives it; without a state it is a separator, which nobody translates. */
import type { TargetView } from '../../server/contract/schemas.ts';
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import type { State } from '../../server/domain/document.ts';

export function row(ordinal: number, state: State | undefined, change: Partial<TargetView> = {}): SegmentRow {
  return {
    segmentId: `s${ordinal}`,
    ordinal,
    kind: state ? 'paragraph' : 'separator',
    layout: {},
    text: `Source ${ordinal}`,
    codes: {},
    ...(state && {
      target: { text: `יַעַד ${ordinal}`, state, revision: 1, outdated: false, codeFaults: [], ...change },
    }),
  };
}
