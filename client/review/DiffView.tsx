/**
 * What a person changed, word by word. Two rows, before and now, where the script runs from right to left: in one line
 * the words that went take part in ordering the ones that stayed, and digits and brackets wander. One line on request.
 *
 * `<del>` and `<ins>` carry the meaning, hidden words say it to screen readers, colour only helps. Between what went and
 * what came stands a real space, or an Arabic word would join its successor. A change of spaces or invisible marks shows
 * their names. What changes no meaning is marked in its own way, says so, and can be left out of sight: then its new
 * text stands there as if it always had.
 */
import { Fragment, useDeferredValue, useMemo, type ReactNode } from 'react';
import type { Codes } from '../../server/domain/content.ts';
import { classified, cosmetic, withoutCosmetic, type ClassifiedChunk } from '../../server/domain/change-class.ts';
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
  /** Whether changes of spelling and typography are left out of sight. */
  readonly hidesCosmetic?: boolean;
}

export function DiffView({ before, after, locale, codes, inline, hidesCosmetic = false }: DiffViewProps) {
  const { t } = useI18n();
  const settled = useDeferredValue(after);
  const chunks = useMemo(
    () => classified(diffWords(before, settled, locale, codes), locale),
    [before, settled, locale, codes],
  );
  if (before === settled) return <p className="muted small">{t('review.diff-same')}</p>;
  const isPartial = hidesCosmetic && chunks.some(({ change }) => change !== undefined && cosmetic.has(change));
  const shown = isPartial ? withoutCosmetic(chunks) : chunks;
  if (shown.every(({ kind }) => kind === 'same')) return <p className="muted small">{t('review.cosmetic-only')}</p>;
  const side = (other: Chunk['kind']) => shown.filter(({ kind }) => kind !== other);
  return (
    <div className="diff-rows">
      {inline ? (
        <DiffLine chunks={shown} locale={locale} codes={codes} />
      ) : (
        <>
          <DiffLine label={t('review.diff-before')} chunks={side('inserted')} locale={locale} codes={codes} />
          <DiffLine label={t('review.diff-after')} chunks={side('deleted')} locale={locale} codes={codes} />
        </>
      )}
      {isPartial && <p className="muted small">{t('review.cosmetic-hidden')}</p>}
    </div>
  );
}

interface DiffLineProps {
  readonly label?: string;
  readonly chunks: readonly ClassifiedChunk[];
  readonly locale: Locale;
  readonly codes: Codes;
}

/**
 * The words that are heard only stand between a space and the next word, never between a word and its space: a line that
 * breaks there would begin with the space.
 */
function DiffLine({ label, chunks, locale, codes }: DiffLineProps) {
  const { t } = useI18n();
  return (
    <Text as="p" locale={locale} prose className="diff-line">
      {label && <Heard>{label}: </Heard>}
      {chunks.map((chunk, place) => {
        const follows = chunks[place - 1] !== undefined && chunks[place - 1]?.kind !== 'same';
        const gap = !follows ? '' : chunk.kind === 'same' ? (/^\s*/u.exec(chunk.text)?.[0] ?? '') : ' ';
        const rest = chunk.kind === 'same' ? { ...chunk, text: chunk.text.slice(gap.length) } : chunk;
        return (
          <Fragment key={place}>
            {gap}
            {follows && <Heard> {t('review.change-end')} </Heard>}
            <ChunkText chunk={rest} codes={codes} />
          </Fragment>
        );
      })}
      {chunks.at(-1)?.kind !== 'same' && <Heard> {t('review.change-end')}</Heard>}
    </Text>
  );
}

/** In the interface's language, for screen readers. */
function Heard({ children }: { readonly children: ReactNode }) {
  const { locale, direction } = useI18n();
  return (
    <span className="visually-hidden" lang={locale} dir={direction}>
      {children}
    </span>
  );
}

interface ChunkTextProps {
  readonly chunk: ClassifiedChunk;
  readonly codes: Codes;
}

function ChunkText({ chunk: { kind, text, change = 'meaning' }, codes }: ChunkTextProps) {
  const { t } = useI18n();
  if (kind === 'same') return <CodedText text={text} codes={codes} />;
  const Tag = kind === 'deleted' ? 'del' : 'ins';
  const said = change === 'meaning' ? undefined : t(`review.change-${change}`);
  const isInvisible = invisible.test(text);
  return (
    <Tag {...(said && { className: `change-${change}`, title: said })}>
      <Heard>
        {t(`review.${kind}`)} {said && `${said}: `}
      </Heard>
      {!isInvisible && <CodedText text={text} codes={codes} />}
      {(isInvisible || change === 'typography') && <Glyphs text={isInvisible ? text : unseenIn(text)} />}
    </Tag>
  );
}

const invisible = /^[\s\p{Cf}]+$/u;

/** What of a text nobody sees, a plain space being seen well enough between words. */
function unseenIn(text: string): string {
  return text.replace(/[^\p{Cf}\u00A0\u202F]/gu, '');
}

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
