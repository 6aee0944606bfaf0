/**
 * Mending: what a fix makes of a text. Fixes of several findings are made together, because each names places in the
 * text as it was checked; where two of them meet, the later in the text waits for the next check.
 */
import type { Fix } from './check.ts';

/** The text after one fix. */
export function applyFix(text: string, fix: Fix): string {
  return applyFixes(text, [fix]);
}

/** The text after all of these fixes that do not meet. Each is made as a whole or not at all. */
export function applyFixes(text: string, fixes: readonly Fix[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { span, text: replacement } of apart(fixes)) {
    pieces.push(text.slice(done, span[0]), replacement);
    done = span[1];
  }
  return pieces.join('') + text.slice(done);
}

/** The parts of the fixes, in the order of the text, without those fixes that meet an earlier one. */
function apart(fixes: readonly Fix[]): Fix {
  const taken: Array<Fix[number]> = [];
  for (const fix of fixes.toSorted((a, b) => startOf(a) - startOf(b))) {
    if (fix.every((part) => !meetsLast(part, taken.at(-1)))) taken.push(...fix);
  }
  return taken.toSorted((a, b) => a.span[0] - b.span[0]);
}

function startOf(fix: Fix): number {
  return fix[0]?.span[0] ?? 0;
}

function meetsLast({ span }: Fix[number], last: Fix[number] | undefined): boolean {
  return last !== undefined && span[0] <= last.span[1];
}
