/** Other people at a segment, said calmly: a small mark at a row's edge, a sentence above the open row, a note in the queue. */
import { useI18n, type Translate } from '../i18n.ts';
import type { Place } from '../../server/domain/lease.ts';
import { useRead } from '../queries.ts';
import { Icon } from '../ui/Icon.tsx';
import type { AtWork } from './live-leases.ts';
import { useOthers } from './use-others.ts';
import './others.css';

type Where = Pick<Place, 'segmentId' | 'locale'>;

/** At the edge of a row that is not open. */
export function OthersMark(where: Where) {
  const [first] = useOthers(where);
  return first ? <Mark other={first} /> : null;
}

function Mark({ other: { kind, holder } }: { readonly other: AtWork }) {
  const { t } = useI18n();
  const me = useMe();
  const said = sentenceOf({ kind, holder }, me, t);
  return (
    <span className={`others-mark ${kind}`} title={said}>
      <span className="visually-hidden">{said}</span>
      <span aria-hidden="true">
        {holder.memberId === me ? <Icon name="window" size={13} /> : initialOf(holder.memberId)}
      </span>
    </span>
  );
}

/** Above the open row; in the page from the start, so that it is announced when somebody comes. */
export function OthersNotice(where: Where) {
  const others = useOthers(where);
  return (
    <output className="others-notice small">
      {others.map((other) => (
        <Sentence key={`${other.kind} ${other.holder.windowId}`} other={other} />
      ))}
    </output>
  );
}

/** One of them in words. */
export function Sentence({ other }: { readonly other: AtWork }) {
  const { t } = useI18n();
  return <span>{sentenceOf(other, useMe(), t)}</span>;
}

function useMe(): string | undefined {
  return useRead('GET /api/session', {}).data?.memberId;
}

function sentenceOf({ kind, holder }: AtWork, me: string | undefined, t: Translate): string {
  return holder.memberId === me ? t(`queue.${kind}-own`) : t(`queue.${kind}-by`, { name: holder.memberId });
}

function initialOf(name: string): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name);
  return first?.segment.toLocaleUpperCase() ?? '';
}
