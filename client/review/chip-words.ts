/** What a code's chip says: shown small in the text, spoken in full. The editor and everything that is read share it. */
import type { Code, Token } from '../../server/domain/content.ts';
import type { Translate } from '../i18n.ts';

export interface ChipWords {
  readonly shown: string;
  readonly spoken: string;
}

const spokenAs = { open: 'review.code-opens', close: 'review.code-closes', alone: 'review.code-name' } as const;

/** `type` is what the code means. */
export function chipWords(
  { kind, number }: Pick<Exclude<Token, { kind: 'text' }>, 'kind' | 'number'>,
  type: Code['type'],
  t: Translate,
): ChipWords {
  const name = t(`review.code-${type}`);
  return {
    shown: kind === 'close' ? `/${number}` : `${name} ${number}`,
    spoken: t(spokenAs[kind], { name, number }),
  };
}
