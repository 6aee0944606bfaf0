/**
 * The places that the published site is brought to by itself, and how it stands with each. Which places there are is the
 * operator's to set; here one sees that a delivery hangs, why, and can have it done now. Looked at again while something
 * is under way, and now and then as long as the page is open.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReplyOf } from '../../server/contract/api.ts';
import { call } from '../api.ts';
import { useI18n, type Key } from '../i18n.ts';
import { sentenceFor } from '../problems.ts';
import { keyOf, useChange } from '../queries.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { When } from '../ui/When.tsx';
import './deliveries.css';

type Delivery = ReplyOf<'GET /api/deliveries'>['deliveries'][number];

const line = 'GET /api/deliveries';
const underWayMs = 1_000;
const restingMs = 20_000;

const tones: Readonly<Record<Delivery['state'], Tone>> = {
  idle: 'ok',
  gathering: 'neutral',
  delivering: 'accent',
  failed: 'warn',
};

const names: Readonly<Record<string, Key>> = {
  command: 'deliveries.place-command',
  webhook: 'deliveries.place-webhook',
  wordpress: 'deliveries.place-wordpress',
};

export function Deliveries() {
  const { t } = useI18n();
  const read = useQuery({
    queryKey: keyOf(line, {}),
    queryFn: ({ signal }) => call(line, {}, signal),
    refetchInterval: ({ state }) => (state.data?.deliveries.some(isUnderWay) ? underWayMs : restingMs),
  });
  return (
    <section className="section" aria-labelledby="deliveries">
      <h2 id="deliveries">{t('deliveries.title')}</h2>
      {read.isPending && <Waiting label={t('common.loading')} />}
      {read.error && <ErrorNote error={read.error} onRetry={() => void read.refetch()} />}
      {read.data && (
        <p className="muted">{t(read.data.deliveries.length > 0 ? 'deliveries.text' : 'deliveries.none')}</p>
      )}
      <ul className="deliveries">
        {read.data?.deliveries.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} />
        ))}
      </ul>
    </section>
  );
}

function DeliveryRow({ delivery }: { readonly delivery: Delivery }) {
  const { t, time } = useI18n();
  const client = useQueryClient();
  const deliver = useChange('POST /api/deliveries', (reply) => client.setQueryData(keyOf(line, {}), reply));
  const { id, address, state, waiting, takenAt, fault, retryAt } = delivery;
  const name = names[id] ? t(names[id]) : id;
  return (
    <li>
      <div className="delivery-place">
        <span className="delivery-name">{name}</span>
        <bdi className="muted small" dir="ltr" lang="en">
          {address}
        </bdi>
      </div>
      <div className="delivery-state">
        <Badge tone={tones[state]}>{t(`deliveries.state-${state}`)}</Badge>
        {waiting > 0 && <span className="small">{t('deliveries.waiting', { count: waiting })}</span>}
        <span className="muted small">
          {takenAt ? (
            <>
              {t('deliveries.taken')} <When at={takenAt} />
            </>
          ) : (
            t('deliveries.never')
          )}
        </span>
      </div>
      <Button
        look="quiet"
        aria-label={t('deliveries.deliver-named', { place: name })}
        isPending={deliver.isPending || state === 'delivering'}
        onPress={() => deliver.mutate({ body: { id } })}
      >
        {t('deliveries.deliver')}
      </Button>
      {fault && (
        <div className="delivery-fault small">
          <p>{sentenceFor(fault.code, { detail: fault.detail })}</p>
          {retryAt && <p className="muted">{t('deliveries.retry', { time: time(retryAt) })}</p>}
        </div>
      )}
      {deliver.error && <ErrorNote error={deliver.error} onRetry={() => deliver.mutate({ body: { id } })} />}
    </li>
  );
}

function isUnderWay({ state }: Delivery): boolean {
  return state === 'delivering' || state === 'gathering';
}
