/**
 * When a check fires so often that it says something about the whole edition, not about its segments, it becomes one row.
 * Specification hebrew-arabic §1.1, rule 6. Errors never do: each keeps its own segment from being approved. Matters of style are one row anyway.
 */
import type { Finding } from './check.ts';

/** Of an edition's segments. */
const mostShare = 0.15;
/** In a short text a few are no flood. */
const fewest = 6;

/** The checks whose warnings and notes are to be one row. */
export function floodingChecks(findings: readonly Finding[], checked: number): ReadonlySet<string> {
  const concerned = new Map<string, Set<string>>();
  for (const { check, severity, segmentId } of findings) {
    if (severity === 'error' || severity === 'style') continue;
    concerned.set(check, (concerned.get(check) ?? new Set()).add(segmentId));
  }
  const flooding = [...concerned].filter(([, { size }]) => size >= fewest && size > checked * mostShare);
  return new Set(flooding.map(([check]) => check));
}
