/**
 * What the memory has: up to three suggestions for the open segment, each a command with its key, and the concordance: how
 * others have put some words. What is looked for stays from segment to segment, until it is cleared.
 */
import { Fragment } from 'react';
import type { MarkedView, MemoryHit } from '../../../server/contract/schemas.ts';
import type { Locale } from '../../../server/domain/locale.ts';
import { useI18n } from '../../i18n.ts';
import { useRead } from '../../queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Waiting } from '../../ui/Spinner.tsx';
import { Text } from '../../ui/Text.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { When } from '../../ui/When.tsx';
import { CodedText } from '../CodedText.tsx';
import { CommandButton } from '../ActionBar.tsx';
import { suggestionCommands } from '../commands.ts';
import type { PanelTabProps } from './panel-tabs.ts';

/** So long after the last letter the memory is asked. */
const settlesMs = 250;

export function MemoryTab(props: PanelTabProps) {
  const { sought, onSeek, document, locale } = props;
  const { t } = useI18n();
  const settled = useSettled(sought.trim(), settlesMs);
  const query = sought.trim() === '' ? '' : settled;
  return (
    <>
      <label className="panel-search">
        <Icon name="search" size={16} />
        <input
          type="search"
          data-first
          aria-label={t('panel.memory-search')}
          placeholder={t('panel.memory-search')}
          maxLength={200}
          dir={sought === '' ? undefined : 'auto'}
          value={sought}
          onChange={({ currentTarget }) => onSeek(currentTarget.value)}
        />
      </label>
      {query !== '' && <Concordance query={query} from={document.from} to={locale} editor={props.editor} />}
      <Suggestions {...props} />
    </>
  );
}

function Suggestions({ view, acts, row, locale }: PanelTabProps) {
  const { t } = useI18n();
  const { suggestions } = view;
  return (
    <section className="memory-part" aria-label={t('panel.memory-suggestions')}>
      <h3 className="small muted">{t('panel.memory-suggestions')}</h3>
      {suggestions.length === 0 && <p className="panel-empty muted">{t('panel.memory-none')}</p>}
      <ol className="panel-list">
        {suggestions.map((suggestion, at) => {
          const id = suggestionCommands[at];
          return (
            <li key={suggestion.target} className="panel-item">
              <Text as="div" locale={locale} prose className="panel-text">
                <CodedText text={suggestion.target} codes={row.codes} />
              </Text>
              <Origin origin={suggestion.origin} score={suggestion.score} />
              {id && <CommandButton id={id} look="quiet" keys view={view} acts={acts} />}
            </li>
          );
        })}
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
                <HitText side={hit.source} locale={from} />
                <HitText side={hit.target} locale={to} />
                <Origin origin={hit.origin} />
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

/** One side of a pair, what was looked for marked: by a ground behind the letters, which breaks no join. */
function HitText({ side: { text, hits }, locale }: { readonly side: MarkedView; readonly locale: Locale }) {
  return (
    <Text as="p" locale={locale} prose className="panel-text">
      {hits.map(([start, end], at) => (
        <Fragment key={start}>
          {text.slice(hits[at - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(hits.at(-1)?.[1] ?? 0)}
    </Text>
  );
}

interface OriginProps {
  readonly origin: MemoryHit['origin'];
  readonly score?: number;
}

function Origin({ origin, score }: OriginProps) {
  const { t } = useI18n();
  return (
    <p className="memory-origin small muted">
      {score !== undefined && <b>{t('panel.memory-score', { score })}</b>}
      {origin ? (
        <>
          <Text>{origin.title}</Text>
          {origin.by && <bdi>{origin.by}</bdi>}
          <When at={origin.at} />
        </>
      ) : (
        <span>{t('panel.memory-outside')}</span>
      )}
    </p>
  );
}
