/** The segments as an import would make them: their kind, and their text with codes as chips. */
import type { Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { CodedText } from '../review/CodedText.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { Text } from '../ui/Text.tsx';
import { isEmpty, titledBlocks, type ImportDraft } from './draft.ts';
import type { Preview } from './use-preview.ts';

export interface ImportPreviewProps {
  readonly draft: ImportDraft;
  readonly locale: Locale;
  readonly preview: Preview;
}

export function ImportPreview({ draft, locale, preview }: ImportPreviewProps) {
  const { t } = useI18n();
  return (
    <section className="import-preview" aria-labelledby="preview" aria-busy={preview.isFetching}>
      <h2 id="preview">{t('import.preview')}</h2>
      {isEmpty(draft) ? (
        <p className="muted">{t('import.preview-empty')}</p>
      ) : preview.error ? (
        <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />
      ) : preview.data ? (
        <Blocks title={draft.title} locale={locale} preview={preview.data} />
      ) : (
        <Waiting label={t('common.loading')} />
      )}
    </section>
  );
}

interface BlocksProps {
  readonly title: string;
  readonly locale: Locale;
  readonly preview: NonNullable<Preview['data']>;
}

function Blocks({ title, locale, preview }: BlocksProps) {
  const { t } = useI18n();
  const { words, encoding, format } = preview;
  const blocks = titledBlocks(preview.blocks, title);
  const total = preview.total + blocks.length - preview.blocks.length;
  return (
    <>
      <output className="muted small">
        {t('document.segments', { count: total })} · {t('document.words', { count: words })} ·{' '}
        {t(`document.format-${format}`)} · <bdi lang="en">{encoding}</bdi>
      </output>
      <ol className="import-blocks">
        {blocks.map(({ kind, text, codes }, place) => (
          <li key={`${place} ${kind}`} className={`import-block ${kind}`}>
            <span className="muted small">{t(`kinds.${kind}`)}</span>
            <Text as="div" locale={locale} prose>
              <CodedText text={text} codes={codes} />
            </Text>
          </li>
        ))}
      </ol>
      {total > blocks.length && <p className="muted">{t('import.more', { count: total - blocks.length })}</p>}
    </>
  );
}
