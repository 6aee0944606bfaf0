/**
 * Looks for errors before a decision asks for them. What is found is kept with each text (`openErrors`), so that approving
 * or publishing thousands of segments in one commit finds the answers there, instead of asking checks for seconds in which
 * nobody else is served.
 */
import { errorsIn } from '../domain/checks/open-errors.ts';
import { othersTurn } from './others-turn.ts';
import type { DocumentState, SegmentId } from '../domain/document.ts';
import type { Locale } from '../domain/locale.ts';
import { spansOf } from '../domain/spans.ts';

/** Characters that are checked in some ten milliseconds. */
const charactersPerTurn = 20_000;

/** Finds the errors in the texts of an edition, or in those of some segments, and lets others in between. */
export async function checkAhead(
  document: DocumentState,
  locale: Locale,
  segmentIds?: ReadonlySet<SegmentId>,
): Promise<void> {
  let checked = 0;
  for (const span of spansOf(document, locale)) {
    if (segmentIds && !segmentIds.has(span.segment.id)) continue;
    errorsIn(document, locale, span);
    checked += span.segment.text.length + span.target.text.length;
    if (checked < charactersPerTurn) continue;
    await othersTurn();
    checked = 0;
  }
}
