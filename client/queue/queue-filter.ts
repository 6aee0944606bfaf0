/**
 * Which part of the queue is asked for. It stands in the address (`/queue?locale=he&reason=returned`), so that it can be
 * sent to somebody; languages that are chosen here are remembered on this device as well, for next time and for the number
 * in the rail.
 */
import { useSearchParams } from 'react-router';
import { isLocale, locales, type Locale } from '../../server/domain/locale.ts';
import { waitReasons, type WaitReason } from '../../server/domain/queue.ts';
import { keepOnDevice, keptOnDevice } from '../kept-on-device.ts';

export interface QueueChoice {
  readonly locales: readonly Locale[];
  readonly reason: WaitReason | undefined;
  readonly documentId: string | undefined;
}

const storageKey = 'dragoman.queue-locales';

/** The languages chosen on this device; all, until somebody chooses. */
export function rememberedLocales(): readonly Locale[] {
  return localesIn(keptOnDevice(storageKey)) ?? locales;
}

/** The part in the address, and what asks for another. */
export function useQueueChoice(): readonly [QueueChoice, (change: Partial<QueueChoice>) => void] {
  const [search, setSearch] = useSearchParams();
  const choice = choiceOf(search);
  const choose = (change: Partial<QueueChoice>): void => {
    if (change.locales) keepOnDevice(storageKey, change.locales.join(','));
    setSearch(searchOf({ ...choice, ...change }), { replace: true, preventScrollReset: true });
  };
  return [choice, choose];
}

export function choiceOf(search: URLSearchParams): QueueChoice {
  return {
    locales: localesIn(search.get('locale')) ?? rememberedLocales(),
    reason: waitReasons.find((reason) => reason === search.get('reason')),
    documentId: search.get('document') ?? undefined,
  };
}

function searchOf({ locales: chosen, reason, documentId }: QueueChoice): URLSearchParams {
  const named = [
    ['locale', chosen.join(',')],
    ['reason', reason],
    ['document', documentId],
  ] as const;
  return new URLSearchParams(named.flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** Those of a list that we have; undefined where there is none. */
function localesIn(list: string | null): Locale[] | undefined {
  const found = [...new Set(list?.split(','))].filter(isLocale);
  return found.length > 0 ? found : undefined;
}
