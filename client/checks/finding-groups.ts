/**
 * The findings of an edition in the order in which people take them up: what weighs most first, then check by check as
 * the server lists them, and within a check segment by segment. What is dismissed stands apart. Pure.
 */
import type { CheckedSegment, EditionFindings, FindingView } from '../../server/contract/checks-api.ts';
import { severities, type Severity } from '../../server/domain/checks/check.ts';

/** A finding and the text that it is in. */
export interface Found {
  /** The same for as long as the finding is the same. */
  readonly key: string;
  readonly finding: FindingView;
  readonly segment: CheckedSegment;
}

/** Everything that one check finds, of one weight. */
export interface CheckGroup {
  readonly check: string;
  readonly severity: Severity;
  readonly found: readonly Found[];
  /** It says something about the whole text rather than about each segment. */
  readonly isOneRow: boolean;
}

export interface Grouped {
  /** Weights under which something is open, the heaviest first. */
  readonly open: ReadonlyArray<{ readonly severity: Severity; readonly groups: readonly CheckGroup[] }>;
  readonly dismissed: readonly Found[];
  /** Every check with something open, and how much. */
  readonly checks: ReadonlyMap<string, number>;
}

/** `only`: one check's. */
export function grouped({ findings, segments }: EditionFindings, only?: string): Grouped {
  const texts = new Map(segments.map((segment) => [segment.segmentId, segment]));
  const seen = new Map<string, number>();
  const all = findings.flatMap((finding): Found[] => {
    const segment = texts.get(finding.segmentId);
    const name = `${finding.segmentId} ${finding.check} ${finding.marked}`;
    const n = seen.get(name) ?? 0;
    seen.set(name, n + 1);
    return segment ? [{ key: `${name} ${n}`, finding, segment }] : [];
  });
  const [open, dismissed] = [all.filter(isOpen), all.filter((one) => !isOpen(one))];
  const checks = new Map<string, number>();
  for (const { finding } of open) checks.set(finding.check, (checks.get(finding.check) ?? 0) + 1);
  const isWanted = ({ finding }: Found) => only === undefined || finding.check === only;
  return { open: byWeight(open.filter(isWanted)), dismissed: dismissed.filter(isWanted), checks };
}

function isOpen({ finding }: Found): boolean {
  return finding.dismissed === undefined;
}

function byWeight(open: readonly Found[]): Grouped['open'] {
  return severities.flatMap((severity) => {
    const ofIt = open.filter(({ finding }) => finding.severity === severity);
    const groups = Array.from(
      Map.groupBy(ofIt, ({ finding }) => finding.check),
      ([check, found]) => ({
        check,
        severity,
        found,
        isOneRow: severity === 'style' || found.some(({ finding }) => finding.isCollapsed === true),
      }),
    );
    return groups.length > 0 ? [{ severity, groups }] : [];
  });
}
