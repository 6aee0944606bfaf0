/**
 * Brings the published site to every place that the operator configured, whenever it has been written anew. A line for
 * each place works by itself: it waits a moment for what belongs together, delivers what the place has not taken yet, one
 * thing after the other, and after a failure tries again after ever longer pauses. Publishing waits for none of it.
 *
 * What a place has taken is kept over restarts (`DeliveryLedger`); what waits is never kept but derived
 * (`domain/delivery.ts`). One thing that a place will never take keeps back no other; a place that takes nothing is left
 * alone until the pause is over, somebody asks, or something is published.
 */
import { pauseAfter, waitingKeys, withTaken, type DeliveryFault, type DeliveryRecord } from '../domain/delivery.ts';
import type { Timestamp } from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import type { Delivery, DeliveryOrder, DeliveryOutcome, SiteChanges, World } from '../ports.ts';
import { editionFor, wantedBy, type PublishedSite } from './delivery-orders.ts';

/** `gathering`: begins in a moment. `failed`: tries again at `retryAt`. */
export type DeliveryState = 'idle' | 'gathering' | 'delivering' | 'failed';

export interface DeliveryStatus {
  readonly id: string;
  readonly takes: Delivery['takes'];
  readonly address: string;
  readonly state: DeliveryState;
  /** How many things it has not taken yet. */
  readonly waiting: number;
  readonly takenAt?: Timestamp;
  readonly fault?: DeliveryFault;
  readonly retryAt?: Timestamp;
}

export interface Asked {
  /** Of one place; absent: of all. */
  readonly id?: string;
  /** Also what was taken before. */
  readonly again?: boolean;
}

type Failed = Extract<DeliveryOutcome, { ok: false }>;
type DeliveryWorld = Pick<World, 'store' | 'deliveries' | 'clock' | 'hash' | 'report'>;

interface Line {
  readonly delivery: Delivery;
  record: DeliveryRecord;
  state: DeliveryState;
  /** Files that changed since the folder was delivered; undefined: nobody knows. */
  changes: SiteChanges | undefined;
  /** Failures in a row. */
  failures: number;
  retryAt?: Timestamp;
  /** There may be something to do. */
  isAsked: boolean;
  /** Somebody waits for it. */
  isUrgent: boolean;
  /** Ends the present pause. */
  alarm: AbortController;
  running: Promise<void> | undefined;
}

interface Office {
  readonly lines: readonly Line[];
  readonly closing: AbortController;
  published: PublishedSite | undefined;
}

/** Publications that follow each other are one delivery; a command line that publishes and ends begins none. */
const gatherMs = 2_000;
/** After so many deliveries the record is kept, also while more wait. */
const keepEvery = 50;

const offices = new WeakMap<World['deliveries'], Office>();

/** Tells every place of a site that has just been written. The work goes on by itself. */
export function deliverSite(world: DeliveryWorld, published: PublishedSite): void {
  const office = officeOf(world);
  office.published = published;
  for (const line of office.lines) {
    line.changes &&= joined(line.changes, published.changes);
    if (waitingIn(office, line).length > 0) start(world, office, line);
  }
}

/** Begins to deliver at once what waits. Refusals: delivery.unknown. */
export function deliverNow(world: DeliveryWorld, { id, again = false }: Asked): { readonly ok: true } | Refusal {
  const office = officeOf(world);
  const lines = office.lines.filter(({ delivery }) => id === undefined || delivery.id === id);
  if (lines.length === 0 && id !== undefined) return refuse('delivery.unknown', { id });
  for (const line of lines) {
    if (again) forget(line);
    line.isUrgent = true;
    start(world, office, line);
  }
  return { ok: true };
}

/** How it stands with each place. */
export function viewDeliveries(world: DeliveryWorld): DeliveryStatus[] {
  const office = officeOf(world);
  return office.lines.map((line) => {
    const { delivery, record, state, retryAt } = line;
    const { takenAt, fault } = record;
    return {
      id: delivery.id,
      takes: delivery.takes,
      address: delivery.address,
      state,
      waiting: waitingIn(office, line).length,
      ...(takenAt && { takenAt }),
      ...(fault && { fault }),
      ...(state === 'failed' && retryAt && { retryAt }),
    };
  });
}

/** Ends what is under way and resolves when it has ended. What was not taken goes on after a start. */
export async function closeDeliveries(world: DeliveryWorld): Promise<void> {
  const { lines, closing } = officeOf(world);
  closing.abort(new Error('the server is closing'));
  for (const { running } of lines) await running;
}

function officeOf(world: DeliveryWorld): Office {
  const known = offices.get(world.deliveries);
  if (known) return known;
  const lines = world.deliveries.places.map((delivery) => lineTo(world, delivery));
  const office = { lines, closing: new AbortController(), published: undefined };
  offices.set(world.deliveries, office);
  return office;
}

function lineTo({ deliveries, clock }: DeliveryWorld, delivery: Delivery): Line {
  const { id, address } = delivery;
  const found = deliveries.ledger.find(id);
  const fresh = { address, since: clock.now(), taken: 0, marks: {} };
  return {
    delivery,
    record: found?.address === address ? found : fresh,
    state: 'idle',
    changes: undefined,
    failures: 0,
    isAsked: false,
    isUrgent: false,
    alarm: new AbortController(),
    running: undefined,
  };
}

function waitingIn({ published }: Office, { delivery, record }: Line): string[] {
  return published ? waitingKeys(record.marks, wantedBy(delivery, published)) : [];
}

function start(world: DeliveryWorld, office: Office, line: Line): void {
  if (office.closing.signal.aborted) return;
  line.isAsked = true;
  if (line.state === 'idle' || line.isUrgent) line.state = line.isUrgent ? 'delivering' : 'gathering';
  if (line.isUrgent || line.state === 'failed') line.alarm.abort();
  line.running ??= work(world, office, line).finally(() => {
    line.running = undefined;
    if (line.isAsked) start(world, office, line);
  });
}

/** Works while there is something to do. Rejects never: a bug is reported, and the next publication begins anew. */
async function work(world: DeliveryWorld, office: Office, line: Line): Promise<void> {
  const { signal } = office.closing;
  try {
    while (line.isAsked) {
      if (!line.isUrgent) {
        line.state = 'gathering';
        await pause(world, line, gatherMs, signal);
      }
      line.isAsked = false;
      line.isUrgent = false;
      line.state = 'delivering';
      const failed = await deliverWaiting(world, office, line);
      if (failed) await recover(world, line, failed, signal);
    }
    line.state = 'idle';
  } catch (error) {
    line.isAsked = false;
    line.state = 'idle';
    if (!signal.aborted)
      world.report(error, `${line.delivery.id}: a delivery met a fault; it goes on when something is published`);
  }
}

/** Waits until it is worth another try. */
async function recover(world: DeliveryWorld, line: Line, failed: Failed, signal: AbortSignal): Promise<void> {
  const ms = pauseAfter(line.failures, failed);
  line.retryAt = new Date(Date.parse(world.clock.now()) + ms).toISOString();
  if (!line.isAsked) {
    line.state = 'failed';
    await pause(world, line, ms, signal);
  }
  line.isAsked = true;
}

/** Ends early when something is asked of the line; rejects when the server closes. */
async function pause({ clock }: DeliveryWorld, line: Line, ms: number, signal: AbortSignal): Promise<void> {
  line.alarm = new AbortController();
  const ended = AbortSignal.any([line.alarm.signal, signal]);
  await clock.sleep(ms, ended).catch((error: unknown) => {
    if (!line.alarm.signal.aborted || signal.aborted) throw error;
  });
}

/** Delivers everything that waits, and keeps what was taken. Gives why it ended early, or why one thing was not taken. */
async function deliverWaiting(world: DeliveryWorld, office: Office, line: Line): Promise<Failed | undefined> {
  const waiting = waitingIn(office, line);
  let last: Failed | undefined;
  try {
    for (const key of waiting) {
      const outcome = await deliverOne(world, office, line, key);
      if (outcome?.ok && line.record.taken % keepEvery === 0) await keep(world, line);
      if (outcome === undefined || outcome.ok) continue;
      last = outcome;
      if (outcome.code !== 'delivery.rejected') break;
    }
  } catch (error) {
    await keep(world, line);
    throw error;
  }
  line.failures = last ? line.failures + 1 : 0;
  if (waiting.length > 0 || line.record.fault) {
    noteFault(world, line, last);
    await keep(world, line);
  }
  return last;
}

function noteFault({ clock, report }: DeliveryWorld, line: Line, failed: Failed | undefined): void {
  const { fault: _, ...record } = line.record;
  line.record = record;
  if (failed === undefined) return;
  const { code, detail } = failed;
  line.record = { ...record, fault: { code, detail, at: clock.now() } };
  // Expected, and where it was noticed says nothing: the reason alone, without a stack.
  report(`${code}: ${detail}`, `${line.delivery.id}: the site could not be delivered; it is tried again`);
}

/** Delivers one thing and notes that it was taken. Undefined: it changes just now. */
async function deliverOne(
  world: DeliveryWorld,
  { published, closing: { signal } }: Office,
  line: Line,
  key: string,
): Promise<DeliveryOutcome | undefined> {
  signal.throwIfAborted();
  if (published === undefined) return undefined;
  const { delivery, record } = line;
  if (delivery.takes === 'folder') {
    const mark = wantedBy(delivery, published).get(key);
    const { changes } = line;
    line.changes = { written: [], removed: [] };
    const outcome = await delivery.deliver(changes, orderOf(world, line, key, mark, signal));
    if (!outcome.ok) line.changes = changes && joined(changes, line.changes);
    return taken(world, line, key, mark, outcome);
  }
  const told = await editionFor(world, published, key, record.marks[key]);
  if (told === undefined) return undefined;
  const outcome = await delivery.deliver(told.edition, orderOf(world, line, key, told.mark, signal));
  return taken(world, line, key, told.mark, outcome);
}

/** A delivery that is repeated, after a crash too, has the same id: it follows from what was taken before. */
function orderOf(
  { clock, hash }: DeliveryWorld,
  { delivery, record }: Line,
  key: string,
  mark: string | undefined,
  signal: AbortSignal,
): DeliveryOrder {
  const id = hash(JSON.stringify([record.since, delivery.id, record.taken, key, mark ?? null]));
  return { id, at: clock.now(), signal };
}

function taken(
  { clock }: DeliveryWorld,
  line: Line,
  key: string,
  mark: string | undefined,
  outcome: DeliveryOutcome,
): DeliveryOutcome {
  if (outcome.ok) line.record = withTaken(line.record, key, mark, clock.now());
  return outcome;
}

/** A mark that nothing has: what it stands for waits, also where it is to be taken away. */
function forget(line: Line): void {
  const marks = Object.fromEntries(Object.entries(line.record.marks).map(([key, mark]) => [key, `${mark} again`]));
  line.record = { ...line.record, marks };
  line.changes = undefined;
}

async function keep({ deliveries, report }: DeliveryWorld, { delivery, record }: Line): Promise<void> {
  await deliveries.ledger.keep(delivery.id, record).catch((error: unknown) => {
    report(error, `${delivery.id}: what was delivered could not be noted: after a restart it is delivered again`);
  });
}

function joined(one: SiteChanges, other: SiteChanges): SiteChanges {
  const removed = new Set([...one.removed, ...other.removed]);
  const written = new Set([...one.written, ...other.written]);
  for (const path of other.written) removed.delete(path);
  for (const path of other.removed) written.delete(path);
  return { written: [...written], removed: [...removed] };
}
