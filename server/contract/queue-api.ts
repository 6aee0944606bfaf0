/**
 * What waits for somebody, who has taken it, and who has it open. It is a window that takes and opens; what it holds
 * lapses when it does nothing.
 */
import { Type, type Static } from 'typebox';
import { locales } from '../domain/locale.ts';
import { waitReasons, type WaitReason } from '../domain/queue.ts';
import { everywhere, nothing, ofLocales, type Endpoint, type RequestLine } from './endpoint.ts';
import { placeRefusals } from './refusals.ts';
import { Count, exact, list, LocaleName, oneOf, returnReason, ShortId, TargetKey, Uuid } from './schemas.ts';

const WindowId = Uuid;
const HolderView = exact({ memberId: Type.String(), windowId: WindowId });

export const QueueEntry = exact({
  ...TargetKey.properties,
  ordinal: Count,
  reason: oneOf(waitReasons),
  /** Since when it waits. */
  since: Type.String(),
  /** The beginning of the source, to recognise the segment by. */
  excerpt: Type.String(),
  words: Count,
  /** Why it was sent back, and by whom. */
  returned: Type.Optional(exact({ ...returnReason, by: Type.String() })),
  /** Who has taken it, if somebody has. */
  holder: Type.Optional(HolderView),
});
export type QueueEntry = Static<typeof QueueEntry>;

const QueueDocument = exact({
  documentId: ShortId,
  title: Type.String(),
  from: LocaleName,
  /** All that was asked for in it, shown or not. */
  waiting: Count,
});

/** One target that a window has taken. */
export const TakenView = exact({
  ...TargetKey.properties,
  ordinal: Count,
  /** It still waits for somebody: what was approved stays in the list, so that one sees how far one has got. */
  waits: Type.Boolean(),
  until: Type.String(),
});
export type TakenView = Static<typeof TakenView>;

export const QueuePage = exact({
  /** The longest waiting first. */
  entries: list(QueueEntry),
  /** The documents of these entries, in the order of their first. */
  documents: list(QueueDocument),
  /** Without the limit. */
  total: Count,
  /** For each reason, whatever reason was asked for. */
  reasons: exact(Object.fromEntries(waitReasons.map((reason) => [reason, Count])) as Record<WaitReason, typeof Count>),
  /** What the window that asks has taken, in that order. */
  taken: list(TakenView),
});
export type QueuePage = Static<typeof QueuePage>;

const ClaimRequest = exact({
  windowId: WindowId,
  locales: Type.Array(LocaleName, { uniqueItems: true, minItems: 1, maxItems: locales.length }),
  n: Type.Integer({ minimum: 1, maximum: 100 }),
  documentId: Type.Optional(ShortId),
  /** Absent: any but `onlyWhenAsked` of the domain's queue. */
  reason: Type.Optional(oneOf(waitReasons)),
});

/** Locale names with commas between them. */
const LocaleList = Type.String({ pattern: `^(?:${locales.join('|')})(?:,(?:${locales.join('|')}))*$` });

export const queueApi = {
  'GET /api/queue': {
    summary: 'What waits for somebody, the longest waiting first; what nobody has translated only when asked for',
    query: exact({
      /** One or more, with commas between them; absent: all. */
      locale: Type.Optional(LocaleList),
      reason: Type.Optional(Type.Enum(waitReasons)),
      documentId: Type.Optional(ShortId),
      /** Who asks: tells what this window has taken. */
      windowId: Type.Optional(WindowId),
      limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
    }),
    reply: QueuePage,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
  'POST /api/queue/claim': {
    summary: 'Take the next n for a window, without those that others hold; lapses when the window does nothing',
    body: ClaimRequest,
    reply: exact({ entries: Type.Array(QueueEntry) }),
    refusals: [],
    needs: { action: 'edit', scope: ofLocales },
  },
  'POST /api/queue/release': {
    summary: 'Give back what a window has taken, or some of it',
    body: exact({ windowId: WindowId, places: Type.Optional(Type.Array(TargetKey, { maxItems: 1000 })) }),
    reply: nothing,
    refusals: [],
    needs: { action: 'edit', scope: everywhere },
  },
  'POST /api/presence': {
    summary: 'Say which segment a window has open, again every few seconds; without a place, that it has left',
    body: exact({
      windowId: WindowId,
      place: Type.Optional(TargetKey),
      /** Somebody did something there since it was last said: what the window has taken stays taken. */
      isActive: Type.Boolean(),
    }),
    reply: nothing,
    refusals: placeRefusals,
    needs: { action: 'read', scope: everywhere },
  },
} as const satisfies Record<RequestLine, Endpoint>;
