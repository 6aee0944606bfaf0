/**
 * When a check fires so often that it says something about the whole edition, not about its segments, it becomes one row.
 * Specification hebrew-arabic §1.1, rule 6. Errors never do: each keeps its own segment from being approved; nor do terms and
 * names, each of which is a decision of its own. Matters of style are one row anyway. It is about the list of the page of
 * checks alone: what is counted of a segment is counted in full.
 */
import type { Finding } from './check.ts';

/** Of an edition's segments. */
const mostShare = 0.15;
/** In a short text a few are no flood. */
const fewest = 6;
const decidedOneByOne = /^(?:term|name)\./u;

/** The checks whose warnings and notes are to be one row. */
export function floodingChecks(findings: readonly Finding[], checked: number): ReadonlySet<string> {
  const concerned = new Map<string, Set<string>>();
  for (const { check, severity, segmentId } of findings) {
    if (severity === 'error' || severity === 'style' || decidedOneByOne.test(check)) continue;
    concerned.set(check, (concerned.get(check) ?? new Set()).add(segmentId));
  }
  const flooding = [...concerned].filter(([, { size }]) => size >= fewest && size > checked * mostShare);
  return new Set(flooding.map(([check]) => check));
}
