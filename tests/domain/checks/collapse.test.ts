/** Which checks say something about a whole edition: warnings and notes in more than 15 % of it, but no terms and names. */
import { expect, it } from 'vitest';
import type { Finding } from '../../../server/domain/checks/check.ts';
import { floodingChecks } from '../../../server/domain/checks/collapse.ts';

const rows: Array<[check: string, severity: Finding['severity'], concerned: number, of: number, floods: boolean]> = [
  ['punct.end', 'warning', 8, 50, true],
  ['punct.end', 'info', 8, 50, true],
  ['punct.end', 'warning', 7, 50, false],
  ['punct.end', 'warning', 5, 25, false],
  ['num.transposed', 'error', 25, 25, false],
  ['quote.wrong-lang', 'style', 25, 25, false],
  ['term.missing', 'warning', 25, 25, false],
  ['name.inconsistent', 'warning', 25, 25, false],
];

it.each(rows)('%s (%s) in %i of %i: %s', (check, severity, concerned, of, floods) => {
  const findings = Array.from({ length: concerned }, (_, n) => ({ check, severity, segmentId: `s${n}`, spans: [] }));
  expect([...floodingChecks(findings, of)]).toEqual(floods ? [check] : []);
});
