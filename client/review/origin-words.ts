/** Where a text came from, in a sentence. */
import type { HistoryEntry } from '../../server/contract/segments-api.ts';
import type { Translate } from '../i18n.ts';

export function originSentence(origin: NonNullable<HistoryEntry['origin']>, t: Translate): string {
  if (origin.type === 'mt') return t('review.origin-mt', { provider: origin.provider, model: origin.model });
  if (origin.type === 'tm') return t('review.origin-tm', { score: origin.score });
  return t('review.origin-human', { by: origin.by });
}
