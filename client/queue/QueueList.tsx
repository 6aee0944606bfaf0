/** What waits, gathered by document: the document whose oldest entry waits longest comes first. */
import { useId } from 'react';
import { Link } from 'react-router';
import type { QueueEntry, QueuePage } from '../../server/contract/queue-api.ts';
import type { Locale } from '../../server/domain/locale.ts';
import type { WaitReason } from '../../server/domain/queue.ts';
import { useI18n } from '../i18n.ts';
import { reasonSentence } from '../review/reason-words.ts';
import { windowId } from '../this-window.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Text } from '../ui/Text.tsx';
import { Sentence } from './Others.tsx';
import type { QueueChoice } from './queue-filter.ts';
import { deskAddress, withFocus } from './taken.ts';
import { useOthers } from './use-others.ts';
import { useGiveBack, useTake } from './use-queue.ts';

export function QueueList({ view, choice }: { readonly view: QueuePage; readonly choice: QueueChoice }) {
  const { t } = useI18n();
  const { entries, documents, total } = view;
  return (
    <>
      {documents.map((document) => (
        <DocumentGroup
          key={document.documentId}
          document={document}
          entries={entries.filter(({ documentId }) => documentId === document.documentId)}
          choice={choice}
        />
      ))}
      {total > entries.length && <p className="muted">{t('queue.more', { count: total - entries.length })}</p>}
    </>
  );
}

interface DocumentGroupProps {
  readonly document: QueuePage['documents'][number];
  readonly entries: readonly QueueEntry[];
  readonly choice: QueueChoice;
}

function DocumentGroup({ document, entries, choice }: DocumentGroupProps) {
  const { t } = useI18n();
  const id = useId();
  const take = useTake();
  const { documentId, title, from, waiting } = document;
  const { reason } = choice;
  return (
    <section className="queue-document" aria-labelledby={id}>
      <header>
        <Text as="h2" id={id} locale={from}>
          {title}
        </Text>
        <span className="muted small">{t('queue.waiting', { count: waiting })}</span>
        <Button
          look="quiet"
          aria-describedby={id}
          onPress={() => take({ locales: [...choice.locales], n: 10, documentId, ...(reason && { reason }) })}
        >
          {t('queue.take-here')}
        </Button>
      </header>
      <ol>
        {entries.map((entry) => (
          <Entry key={`${entry.locale} ${entry.segmentId}`} entry={entry} from={from} />
        ))}
      </ol>
    </section>
  );
}

const tones: Readonly<Record<WaitReason, Tone>> = {
  returned: 'warn',
  outdated: 'bad',
  commented: 'accent',
  drafted: 'neutral',
  reviewed: 'accent',
  failed: 'bad',
  untranslated: 'neutral',
};

function Entry({ entry, from }: { readonly entry: QueueEntry; readonly from: Locale }) {
  const { t, number, time } = useI18n();
  const giveBack = useGiveBack();
  const { ordinal, locale, excerpt, reason, since, words, returned, holder } = entry;
  const isMine = holder?.windowId === windowId;
  return (
    <li className={isMine ? 'queue-entry mine' : 'queue-entry'}>
      <Link className="queue-link" to={deskAddress(entry)} {...withFocus}>
        <span className="queue-number">{number(ordinal + 1)}</span>
        <Text locale={from} prose className="queue-excerpt">
          {excerpt}
        </Text>
      </Link>
      <span className="queue-facts small">
        <Badge tone={tones[reason]}>{t(`queue.why-${reason}`)}</Badge>
        <span>{t(`app.locale-${locale}`)}</span>
        <span>{t('document.words', { count: words })}</span>
        <time dateTime={since}>{t('queue.since', { time: time(since) })}</time>
        {isMine && (
          <>
            <Badge tone="accent">{t('queue.yours')}</Badge>
            <Button look="quiet" onPress={() => giveBack([entry])}>
              {t('queue.give-back')}
            </Button>
          </>
        )}
        <OthersHere entry={entry} />
      </span>
      {returned && (
        <p className="queue-returned small">
          {t('review.returned', { by: returned.by, reason: reasonSentence(returned, t) })}
        </p>
      )}
    </li>
  );
}

function OthersHere({ entry: { segmentId, locale } }: { readonly entry: QueueEntry }) {
  return useOthers({ segmentId, locale }).map((other) => (
    <span key={`${other.kind} ${other.holder.windowId}`} className="queue-other">
      <Sentence other={other} />
    </span>
  ));
}
