/** A row of the desk as the checks see it, with the text that stands in the editor. */
import type { TargetView } from '../../../server/contract/schemas.ts';
import type { SegmentRow } from '../../../server/contract/segments-api.ts';
import type { Locale } from '../../../server/domain/locale.ts';
import type { Policy } from '../../../server/domain/policy.ts';
import type { CheckInput } from './check-now.ts';

export interface RowToCheck {
  readonly row: Pick<SegmentRow, 'segmentId' | 'kind' | 'text' | 'codes'>;
  readonly target: Pick<TargetView, 'text' | 'state' | 'origin'>;
  readonly from: Locale;
  readonly locale: Locale;
  readonly policy: Policy;
  readonly text: string;
}

/** A text that is not saved is a person's already, whatever it was before. */
export function checkInput({ row, target, from, locale, policy, text }: RowToCheck): CheckInput {
  const isSaved = text === target.text;
  return {
    segmentId: row.segmentId,
    kind: row.kind,
    from,
    to: locale,
    source: { text: row.text, codes: row.codes },
    target: text,
    policy,
    state: isSaved ? target.state : 'reviewed',
    ...(isSaved && target.origin && { origin: target.origin }),
  };
}
