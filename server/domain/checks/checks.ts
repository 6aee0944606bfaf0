/** The checks, as one table in the order in which people read them. To add one: a file beside this one, and its row here. */
import type { Check } from './check.ts';

export const checks: readonly Check[] = [];
