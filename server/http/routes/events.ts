/**
 * The event stream: decisions as they become durable, jobs as they move, who takes and opens what (all that is held at
 * first). It tells what changed, not the text; a
 * client reads again what it shows, so a lost connection loses nothing. About forty lines on the raw reply: the
 * plugins for this are younger or older than what it takes.
 */
import type { FastifyReply } from 'fastify';
import type { ServerEvent } from '../../contract/api.ts';
import type { LeaseChange, Recorded, World } from '../../ports.ts';
import type { Handlers } from '../endpoint.ts';
import { sessionOf, type Identity } from '../guard.ts';

/** Proxies close silent connections after a minute or so. */
const heartbeatMs = 25_000;

/** Bytes that wait for a client which does not read; past that it is cut off, connects again and reads what it shows. */
const longestBacklog = 1024 * 1024;

const portOf = { claim: 'claims', presence: 'presence' } as const;
const leaseTypes = ['claim', 'presence'] as const;

export function eventHandlers(world: World, identity: Identity): Handlers<'GET /api/events'> {
  return {
    'GET /api/events': async ({ request, reply }) => {
      const isStillIn = async () => (await sessionOf(request, world.sessions, identity)) !== undefined;
      const send = openStream(reply, isStillIn);
      const ends = [
        world.store.subscribe((recorded) => recorded.forEach((entry) => send(decisionEvent(entry)))),
        world.events.subscribe((job) => send({ type: 'job', job })),
        ...leaseTypes.map((type) => world[portOf[type]].subscribe((change) => send(leaseEvent(type, change)))),
      ];
      reply.raw.on('close', () => ends.forEach((end) => end()));
      for (const type of leaseTypes) {
        for (const lease of await world[portOf[type]].held()) send(leaseEvent(type, { lease, isHeld: true }));
      }
      return reply;
    },
  };
}

/**
 * Begins an event stream on a reply and gives the function that writes one event to it. Whoever is signed out
 * meanwhile stops listening at the next beat.
 */
function openStream(reply: FastifyReply, isStillIn: () => Promise<boolean>): (event: ServerEvent) => void {
  reply.hijack();
  reply.raw.writeHead(200, {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  } as Record<string, string>);
  reply.raw.write('retry: 2000\n\n');
  const beat = async () => ((await isStillIn()) ? reply.raw.write(':\n\n') : reply.raw.end());
  const heartbeat = setInterval(() => void beat(), heartbeatMs);
  reply.raw.on('close', () => clearInterval(heartbeat));
  return (event) => {
    reply.raw.write(`data: ${JSON.stringify(event)}\n\n`);
    if (reply.raw.writableLength > longestBacklog) reply.raw.destroy();
  };
}

function decisionEvent({ stream, revision, decision }: Recorded): ServerEvent {
  return {
    type: 'decision',
    stream,
    kind: decision.kind,
    by: decision.by,
    ...('segmentId' in decision && { segmentId: decision.segmentId }),
    ...('locale' in decision && { locale: decision.locale }),
    ...(revision !== undefined && { revision }),
  };
}

function leaseEvent(
  type: (typeof leaseTypes)[number],
  { lease: { place, holder, until }, isHeld }: LeaseChange,
): ServerEvent {
  return { type, place, holder, ...(isHeld && { until }) };
}
