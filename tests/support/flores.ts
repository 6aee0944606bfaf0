/** Sentences of FLORES+ (news, in the three languages), where somebody has put them; they are no part of the repository. */
import { existsSync, readFileSync } from 'node:fs';
import type { Locale } from '../../server/domain/locale.ts';

export function floresFile(locale: Locale): string {
  return `../shared/data/flores/${locale}.txt`;
}

/** Undefined where the file is not there: a test then says so and is skipped. */
export function floresLines(locale: Locale): string[] | undefined {
  const file = floresFile(locale);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : undefined;
}
