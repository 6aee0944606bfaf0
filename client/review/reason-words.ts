/** Why a text was sent back, in the reader's language: the categories by their names, then the reviewer's own words. */
import type { ReturnReason } from '../../server/domain/return-reason.ts';
import { formatList, isolate, type Translate } from '../i18n.ts';

export function reasonSentence({ reason, categories = [] }: ReturnReason, t: Translate): string {
  const named = formatList(categories.map((category) => t(`returns.${category}`)));
  const own = reason.trim();
  if (named === '' || own === '') return named || own;
  return `${isolate(named)} – ${isolate(own)}`;
}
