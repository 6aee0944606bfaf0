/** The specification's own cases, where somebody has put them; they are no part of the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '../../../server/domain/checks/checks.ts';
import { isLocale, type Locale } from '../../../server/domain/locale.ts';
import { findingsOf } from '../../support/check-cases.ts';

interface Vector {
  readonly id: string;
  readonly severity: string;
  readonly lang: string;
  readonly cases: ReadonlyArray<{ source?: string; target: string; targetLang?: Locale; fires: boolean }>;
}

const file = '../shared/vectors/checks.json';
const vectors = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Vector[]) : [];

describe.skipIf(vectors.length === 0)(`the cases of ${file} (skipped where that file is not)`, () => {
  describe.each(vectors)('$id', ({ id, severity, lang, cases }) => {
    const check = checks.find((one) => one.id === id);

    it.skipIf(!check)('has the severity of the specification', () => expect(check?.severity).toBe(severity));

    it.skipIf(!check).each(cases.map((one) => [one.target, one.fires, one] as const))('%s → %s', (_, fires, one) => {
      const to = one.targetLang ?? (isLocale(lang) ? lang : 'en');
      const found = check ? findingsOf(check, { ...one, to }) : [];
      expect(found.length > 0).toBe(fires);
    });
  });
});
