/**
 * A text with its inline codes as chips: translators see what a code means, never its address. The number stands on the
 * chip because the editor writes the same code as `<1>`. A chip is an isolate, so that its word in the interface's
 * language cannot turn the sentence around it.
 */
import { Fragment } from 'react';
import { tokenize, type Codes, type Token } from '../../server/domain/content.ts';
import { useI18n } from '../i18n.ts';
import './coded-text.css';

export interface CodedTextProps {
  readonly text: string;
  readonly codes: Codes;
}

export function CodedText({ text, codes }: CodedTextProps) {
  // A token has no identity but its place.
  return tokenize(text, codes).map((token, place) =>
    token.kind === 'text' ? (
      <Fragment key={place}>{token.text}</Fragment>
    ) : (
      <CodeChip key={place} token={token} codes={codes} />
    ),
  );
}

type CodeToken = Exclude<Token, { kind: 'text' }>;

/** One code: what it is where it begins, a bare mark where it ends. */
export function CodeChip({ token: { kind, number }, codes }: { readonly token: CodeToken; readonly codes: Codes }) {
  const { t, locale, direction } = useI18n();
  const type = codes[number]?.type;
  if (type === undefined) return null;
  const name = t(`review.code-${type}`);
  const spoken = { open: 'review.code-opens', close: 'review.code-closes', alone: 'review.code-name' } as const;
  return (
    <bdi className={`code-chip ${kind}`} lang={locale} dir={direction} title={t(spoken[kind], { name, number })}>
      <span aria-hidden="true">{kind === 'close' ? `/${number}` : `${name} ${number}`}</span>
      <span className="visually-hidden">{t(spoken[kind], { name, number })}</span>
    </bdi>
  );
}
