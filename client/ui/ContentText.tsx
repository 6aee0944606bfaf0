/**
 * A segment's text for reading: its inline codes as chips that name what they are, never the address behind them. A
 * chip is isolated from the run of text, so a code between two Hebrew words does not turn their order around.
 */
import { tokenize, type Code, type Codes } from '../../server/domain/content.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { Text } from './Text.tsx';
import './content-text.css';

export interface ContentTextProps {
  readonly locale: Locale;
  readonly text: string;
  readonly codes: Codes;
}

export function ContentText({ locale, text, codes }: ContentTextProps) {
  return (
    <Text as="div" locale={locale} prose className="content-text">
      {tokenize(text, codes).map((token, place) =>
        token.kind === 'text' ? (
          token.text
        ) : (
          <CodeChip key={`${place} ${token.text}`} code={codes[token.number]} isClosing={token.kind === 'close'} />
        ),
      )}
    </Text>
  );
}

/** One code. A closing one is a short mark: what it closes was named where it opened. */
export function CodeChip({ code, isClosing }: { readonly code: Code | undefined; readonly isClosing: boolean }) {
  const { t, locale, direction } = useI18n();
  if (code === undefined) return null;
  return (
    <span className="code-chip" lang={locale} dir={direction}>
      {isClosing ? '/' : t(`kinds.code-${code.type}`)}
    </span>
  );
}
