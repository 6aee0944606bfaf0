/** A finding as the desk shows it; tests change what they are about. */
import type { DeskFinding } from '../../client/review/findings.ts';

export function finding(change: Partial<DeskFinding>): DeskFinding {
  return {
    id: 'dup.word של של 0',
    segmentId: 's0',
    check: 'dup.word',
    severity: 'warning',
    sentence: '“של” stands twice',
    spans: [],
    sourceSpans: [],
    marked: 'של של',
    ...change,
  };
}
