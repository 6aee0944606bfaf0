/**
 * What the memory has: up to three suggestions for the open segment, each a command with its key; sentences of it that were
 * said before; and the concordance: how others have put some words. What is looked for stays from segment to segment,
 * until it is cleared.
 */
import { withoutCodes } from '../../../server/domain/content.ts';
import type { Locale } from '../../../server/domain/locale.ts';
import { useI18n } from '../../i18n.ts';
import { useRead } from '../../queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { HitText } from '../../ui/HitText.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Waiting } from '../../ui/Spinner.tsx';
import { Text } from '../../ui/Text.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { CommandButton } from '../ActionBar.tsx';
import { suggestionCommands } from '../commands.ts';
import { MemoryOffer, MemoryOrigin } from './MemoryOffer.tsx';
import type { PanelTabProps } from './panel-tabs.ts';
import { useSentences } from './use-suggestions.ts';

/** So long after the last letter the memory is asked. */
const settlesMs = 250;

export function MemoryTab(props: PanelTabProps) {
  const { sought, onSeek, document, locale } = props;
  const { t } = useI18n();
  const settled = useSettled(sought.trim(), settlesMs);
  const query = sought.trim() === '' ? '' : settled;
  return (
    <>
      <SearchField
        isTool
        data-first
        label={t('panel.memory-search')}
        maxLength={200}
        value={sought}
        onChange={onSeek}
      />
      {query !== '' && <Concordance query={query} from={document.from} to={locale} editor={props.editor} />}
      <Suggestions {...props} />
      <Sentences {...props} />
    </>
  );
}

function Suggestions({ view, acts, row, document, locale }: PanelTabProps) {
  const { t } = useI18n();
  const { suggestions } = view;
  const source = withoutCodes(row.text, row.codes);
  return (
    <section className="memory-part" aria-label={t('panel.memory-suggestions')}>
      <h3 className="small muted">{t('panel.memory-suggestions')}</h3>
      {suggestions.length === 0 && <p className="panel-empty muted">{t('panel.memory-none')}</p>}
      <ol className="panel-list">
        {suggestions.map((offer, at) => {
          const id = suggestionCommands[at];
          return (
            <li key={offer.target} className="panel-item">
              <MemoryOffer {...{ offer, source, codes: row.codes, from: document.from, to: locale }}>
                {id && <CommandButton id={id} look="quiet" keys view={view} acts={acts} />}
              </MemoryOffer>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** What is known of a long paragraph's sentences: each is put in where the cursor is. */
function Sentences({ row, document, locale, editor }: PanelTabProps) {
  const { t } = useI18n();
  const sentences = useSentences({ documentId: document.documentId, segmentId: row.segmentId, locale });
  if (sentences.length === 0) return null;
  return (
    <section className="memory-part" aria-label={t('panel.memory-sentences')}>
      <h3 className="small muted">{t('panel.memory-sentences')}</h3>
      <ol className="panel-list">
        {sentences.map((offer) => (
          <li key={offer.sentence} className="panel-item">
            {offer.source === offer.sentence && (
              <Text as="p" locale={document.from} prose className="panel-text muted">
                {offer.sentence}
              </Text>
            )}
            <MemoryOffer {...{ offer, source: offer.sentence, codes: {}, from: document.from, to: locale }}>
              <Button look="quiet" onPress={() => editor.current?.insert(offer.target)}>
                {t('panel.memory-insert-sentence')}
              </Button>
            </MemoryOffer>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ConcordanceProps extends Pick<PanelTabProps, 'editor'> {
  readonly query: string;
  readonly from: Locale;
  readonly to: Locale;
}

function Concordance({ query, from, to, editor }: ConcordanceProps) {
  const { t } = useI18n();
  const found = useRead('GET /api/memory', { query: { query, from, to } });
  return (
    <section className="memory-part" aria-label={t('panel.memory-found')}>
      {found.isPending && <Waiting label={t('common.loading')} />}
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <>
          <output className="small muted">{t('panel.memory-count', { count: found.data.total })}</output>
          <ul className="panel-list">
            {found.data.hits.map((hit, at) => (
              <li key={at} className="panel-item">
                <HitText side={hit.source} locale={from} className="panel-text" />
                <HitText side={hit.target} locale={to} className="panel-text" />
                <MemoryOrigin {...hit} />
                <Button look="quiet" onPress={() => editor.current?.insert(hit.target.text)}>
                  {t('panel.memory-insert')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
