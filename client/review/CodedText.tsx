/**
 * A text with its inline codes as chips: translators see what a code means, never its address. The number on it says
 * which end belongs to which beginning. A chip is an isolate, so that its word in the interface's language cannot turn
 * the sentence around it.
 */
import { Fragment } from 'react';
import { tokenize, type Codes, type Token } from '../../server/domain/content.ts';
import { useI18n } from '../i18n.ts';
import { chipWords } from './chip-words.ts';
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
export function CodeChip({ token, codes }: { readonly token: CodeToken; readonly codes: Codes }) {
  const { t, locale, direction } = useI18n();
  const type = codes[token.number]?.type;
  if (type === undefined) return null;
  const { shown, spoken } = chipWords(token, type, t);
  return (
    <bdi className={`code-chip ${token.kind}`} lang={locale} dir={direction} title={spoken}>
      <span aria-hidden="true">{shown}</span>
      <span className="visually-hidden">{spoken}</span>
    </bdi>
  );
}
