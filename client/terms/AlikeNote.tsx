/**
 * Says that the termbase has this word already: often one thing is written down twice, and then what one entry forbids the
 * other allows. It hinders nobody: two things may share a name.
 */
import { proposedFor } from '../../server/domain/terms/term-index.ts';
import { wordsInUse } from '../../server/domain/terms/alike.ts';
import { locales } from '../../server/domain/locale.ts';
import type { TermBody, TermId } from '../../server/domain/terms/term.ts';
import { isolate, useI18n } from '../i18n.ts';
import { useRead } from '../queries.ts';

export interface AlikeNoteProps {
  readonly term: TermBody;
  /** Of a term that is there: it is not like itself. */
  readonly id?: TermId | undefined;
}

export function AlikeNote({ term, id }: AlikeNoteProps) {
  const { t } = useI18n();
  const terms = useRead('GET /api/terms', {}).data?.terms;
  const found = terms && wordsInUse(terms).alike(term, id);
  const words = found && locales.flatMap((locale) => proposedFor(found.term, locale) ?? []).map(isolate);
  return <output className="terms-alike">{words && t('terms.alike', { words: words.join(' · ') })}</output>;
}
