/** A fault of a translation's codes in a sentence, naming the code as the reader knows it: "link 1 is missing". */
import type { CodeFault, Codes } from '../../server/domain/content.ts';
import type { Translate } from '../i18n.ts';

export function codeName(number: string, codes: Codes, t: Translate): string {
  const type = codes[number]?.type;
  return t('review.code-name', { name: type ? t(`review.code-${type}`) : '', number });
}

export function codeFaultSentence({ code, number }: CodeFault, codes: Codes, t: Translate): string {
  const kind = code.replace('content.code-', '') as 'missing' | 'doubled' | 'unpaired';
  return t(`review.fault-${kind}`, { name: codeName(number, codes, t) });
}
