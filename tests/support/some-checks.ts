/**
 * A table of checks for tests of what becomes of findings, whatever the real checks find. Put in its place by
 * `vi.mock('…/checks/checks.ts', async () => ({ checks: (await import('…/support/some-checks.ts')).someChecks }))`.
 */
import type { Check, SegmentCheck } from '../../server/domain/checks/check.ts';

/** How many texts each has been asked about. */
export const asked = { error: 0 };

function marking(mark: string, facts: Omit<SegmentCheck, 'scope' | 'find'>): SegmentCheck {
  return {
    ...facts,
    scope: 'segment',
    find({ target }) {
      if (facts.id === 'some.error') asked.error += 1;
      return Array.from(target.text.matchAll(new RegExp(mark, 'gu')), ({ index }) => ({
        spans: [[index, index + mark.length]],
        ...(facts.id === 'some.weighed' && target.text.includes('!') && { severity: 'error' as const }),
      }));
    },
  };
}

export const someChecks: readonly Check[] = [
  /** An error for each ✗, in a source too. */
  marking('✗', { id: 'some.error', severity: 'error', ofOneSide: true }),
  /** A warning for each ⚠, an error where the text is loud. */
  marking('⚠', { id: 'some.weighed', severity: 'warning', mayBeError: true }),
  /** A warning for each ●. */
  marking('●', { id: 'some.warning', severity: 'warning' }),
  {
    id: 'some.style',
    severity: 'style',
    scope: 'document',
    find: (subjects) =>
      subjects.flatMap(({ target }, at) =>
        Array.from(target.text.matchAll(/○/gu), ({ index }) => ({
          at,
          spans: [[index, index + 1]] as const,
          fix: [{ span: [index, index + 1] as const, text: '◎' }],
        })),
      ),
  },
];
