/**
 * What a person changed, word by word. Two rows, before and now, where the script runs from right to left: in one line
 * the words that went take part in ordering the ones that stayed, and digits and brackets wander. One line on request.
 *
 * `<del>` and `<ins>` carry the meaning, hidden words say it to screen readers, colour only helps. Between what went and
 * what came stands a real space, or an Arabic word would join its successor. A change of nothing but spaces or
 * invisible marks shows their names.
 */
import { Fragment, useDeferredValue, useMemo } from 'react';
import type { Codes } from '../../server/domain/content.ts';
import { diffWords, type Chunk } from '../../server/domain/diff.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { Text } from '../ui/Text.tsx';
import { CodedText } from './CodedText.tsx';
import './diff.css';

export interface DiffViewProps {
  readonly before: string;
  readonly after: string;
  readonly locale: Locale;
  readonly codes: Codes;
  readonly inline: boolean;
}

export function DiffView({ before, after, locale, codes, inline }: DiffViewProps) {
  const { t } = useI18n();
  const settled = useDeferredValue(after);
  const chunks = useMemo(() => diffWords(before, settled, locale, codes), [before, settled, locale, codes]);
  if (before === settled) return <p className="muted small">{t('review.diff-same')}</p>;
  if (inline) return <DiffLine chunks={chunks} locale={locale} codes={codes} />;
  const side = (other: Chunk['kind']) => chunks.filter(({ kind }) => kind !== other);
  return (
    <div className="diff-rows">
      <DiffLine label={t('review.diff-before')} chunks={side('inserted')} locale={locale} codes={codes} />
      <DiffLine label={t('review.diff-after')} chunks={side('deleted')} locale={locale} codes={codes} />
    </div>
  );
}

interface DiffLineProps {
  readonly label?: string;
  readonly chunks: readonly Chunk[];
  readonly locale: Locale;
  readonly codes: Codes;
}

function DiffLine({ label, chunks, locale, codes }: DiffLineProps) {
  const { locale: ours, direction } = useI18n();
  return (
    <Text as="p" locale={locale} prose className="diff-line">
      {label && (
        <span className="visually-hidden" lang={ours} dir={direction}>
          {label}:{' '}
        </span>
      )}
      {chunks.map((chunk, place) => (
        <Fragment key={place}>
          {chunk.kind === 'inserted' && chunks[place - 1]?.kind === 'deleted' && ' '}
          <ChunkText chunk={chunk} codes={codes} />
        </Fragment>
      ))}
    </Text>
  );
}

function ChunkText({ chunk: { kind, text }, codes }: { readonly chunk: Chunk; readonly codes: Codes }) {
  const { t, locale, direction } = useI18n();
  if (kind === 'same') return <CodedText text={text} codes={codes} />;
  const Tag = kind === 'deleted' ? 'del' : 'ins';
  return (
    <Tag>
      <span className="visually-hidden" lang={locale} dir={direction}>
        {t(`review.${kind}`)}{' '}
      </span>
      {invisible.test(text) ? <Glyphs text={text} /> : <CodedText text={text} codes={codes} />}
      <span className="visually-hidden" lang={locale} dir={direction}>
        {' '}
        {t('review.change-end')}
      </span>
    </Tag>
  );
}

const invisible = /^[\s\p{Cf}]+$/u;

const glyphs: Readonly<Record<string, string>> = {
  ' ': '␣',
  '\n': '↵',
  '\t': '⇥',
  '\u00A0': 'NBSP',
  '\u202F': 'NNBSP',
  '\u200C': 'ZWNJ',
  '\u200D': 'ZWJ',
  '\u200E': 'LRM',
  '\u200F': 'RLM',
  '\u061C': 'ALM',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
};

/** Characters that show nothing, by name. */
function Glyphs({ text }: { readonly text: string }) {
  return Array.from(text, (character, place) => (
    <bdi key={place} className="diff-glyph" dir="ltr">
      {glyphs[character] ?? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`}
    </bdi>
  ));
}
