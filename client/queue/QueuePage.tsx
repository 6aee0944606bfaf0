/**
 * The queue: what waits in the reader's languages, over all documents, the longest waiting first. A reviewer's day begins
 * here: take the next ten, go through them in the desk, come back.
 */
import { useState } from 'react';
import { locales } from '../../server/domain/locale.ts';
import { onlyWhenAsked, waitReasons, type WaitReason } from '../../server/domain/queue.ts';
import type { QueuePage as QueueView } from '../../server/contract/queue-api.ts';
import { useI18n } from '../i18n.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { LocaleChecks } from '../ui/LocaleChecks.tsx';
import { Page } from '../ui/Page.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { QueueList } from './QueueList.tsx';
import { TakenNote } from './TakenNote.tsx';
import { useQueueChoice, type QueueChoice } from './queue-filter.ts';
import { nextTaken } from './taken.ts';
import { useQueue, useTake } from './use-queue.ts';
import '../ui/field.css';
import './queue.css';

/** How many can be taken at once. */
const amounts = [5, 10, 20, 50] as const;

type Choose = (change: Partial<QueueChoice>) => void;

export function QueuePage() {
  const { t } = useI18n();
  const [choice, choose] = useQueueChoice();
  const { reason, documentId } = choice;
  const queue = useQueue({
    locale: choice.locales.join(','),
    ...(reason && { reason }),
    ...(documentId && { documentId }),
  });
  const view = queue.data;
  return (
    <Page
      title={t('queue.title')}
      actions={view && view.total > 0 && <TakeNext choice={choice} isNext={nextTaken(view.taken) === undefined} />}
    >
      {queue.isPending && <Waiting label={t('common.loading')} />}
      {queue.error && <ErrorNote error={queue.error} onRetry={() => void queue.refetch()} />}
      {view && (
        <>
          <TakenNote taken={view.taken} />
          <Filters view={view} choice={choice} choose={choose} />
          {view.total > 0 ? (
            <QueueList view={view} choice={choice} />
          ) : (
            <Nothing view={view} choice={choice} choose={choose} />
          )}
        </>
      )}
    </Page>
  );
}

/** `isNext`: it is the next step; whoever has something goes on with that first. */
function TakeNext({ choice, isNext }: { readonly choice: QueueChoice; readonly isNext: boolean }) {
  const { t, number } = useI18n();
  const take = useTake();
  const [n, setN] = useState<number>(10);
  const { documentId, reason } = choice;
  return (
    <>
      <label>
        <span className="visually-hidden">{t('queue.how-many')}</span>
        <select className="field" value={n} onChange={({ target }) => setN(Number(target.value))}>
          {amounts.map((amount) => (
            <option key={amount} value={amount}>
              {number(amount)}
            </option>
          ))}
        </select>
      </label>
      <Button
        look={isNext ? 'primary' : 'plain'}
        onPress={() =>
          take({ locales: [...choice.locales], n, ...(documentId && { documentId }), ...(reason && { reason }) })
        }
      >
        {t('queue.take', { count: n })}
      </Button>
    </>
  );
}

interface FiltersProps {
  readonly view: QueueView;
  readonly choice: QueueChoice;
  readonly choose: Choose;
}

function Filters({ view, choice, choose }: FiltersProps) {
  const { t, number } = useI18n();
  const offered = waitReasons.filter((reason) => view.reasons[reason] > 0 || reason === choice.reason);
  const sum = waitReasons.reduce((all, reason) => all + (reason === onlyWhenAsked ? 0 : view.reasons[reason]), 0);
  const all = { value: 'all', label: `${t('queue.reason-all')} ${number(sum)}` } as const;
  return (
    <div className="queue-filters">
      <LocaleChecks
        label={t('queue.languages')}
        options={locales}
        value={choice.locales}
        onChange={(chosen) => chosen.length > 0 && choose({ locales: chosen })}
      />
      <Choice<WaitReason | 'all'>
        label={t('queue.reasons')}
        options={[
          all,
          ...offered.map((reason) => ({
            value: reason,
            label: `${t(`queue.reason-${reason}`)} ${number(view.reasons[reason])}`,
          })),
        ]}
        value={choice.reason ?? 'all'}
        onChange={(reason) => choose({ reason: reason === 'all' ? undefined : reason })}
      />
    </div>
  );
}

/** Nothing waits: what would be there if one asked otherwise, else where work comes from. */
function Nothing({ view, choice, choose }: FiltersProps) {
  const { t } = useI18n();
  const { untranslated } = view.reasons;
  const isNarrowed = choice.reason !== undefined || choice.documentId !== undefined;
  if (isNarrowed) {
    return (
      <EmptyState
        title={t('queue.empty-here')}
        action={
          <Button onPress={() => choose({ reason: undefined, documentId: undefined })}>{t('queue.show-all')}</Button>
        }
      />
    );
  }
  return (
    <EmptyState
      title={t('queue.empty')}
      action={
        untranslated > 0 ? (
          <Button look="primary" onPress={() => choose({ reason: 'untranslated' })}>
            {t('queue.show-untranslated')}
          </Button>
        ) : (
          <ButtonLink look="primary" to="/">
            {t('app.to-board')}
          </ButtonLink>
        )
      }
    >
      {untranslated > 0 ? t('queue.empty-untranslated', { count: untranslated }) : t('queue.empty-hint')}
    </EmptyState>
  );
}
