/**
 * `deliver [PLACE] [--all]`: brings what waits to every place that is set up, or to one, and waits for what comes of it.
 * `--all` delivers everything anew, to a place that has lost it. Exit code 1 where a place did not take it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { ReplyOf } from '../contract/api.ts';
import type { Command, Done, Invocation } from './command.ts';
import { refusalSentences, terminalLocale } from './words.ts';

type Place = ReplyOf<'GET /api/deliveries'>['deliveries'][number];

export const deliverCommand: Command = {
  usage: 'deliver [PLACE] [--all]',
  operands: [0, 1],
  options: ['all'],
  run: deliver,
};

async function deliver({ connection, operands: [id], options, progress }: Invocation): Promise<Done> {
  const body = { ...(id !== undefined && { id }), ...(options.all && { again: true }) };
  let reply = await connection.call('POST /api/deliveries', { body });
  const asked = ({ deliveries }: typeof reply): Place[] =>
    deliveries.filter((one) => id === undefined || one.id === id);
  while (asked(reply).some(({ state }) => state === 'delivering' || state === 'gathering')) {
    progress(asked(reply).map(progressOf).join('  '));
    await pause(200);
    reply = await connection.call('GET /api/deliveries', {});
  }
  const places = asked(reply);
  const say = await refusalSentences(terminalLocale());
  const lines = places.map(({ id: name, address, waiting, fault }) => {
    const outcome = fault ? say({ code: fault.code, params: { detail: fault.detail } }) : 'delivered';
    return `${name}  ${address}  ${outcome}${waiting > 0 ? `  (${waiting} wait)` : ''}`;
  });
  const text =
    lines.join('\n') || 'No place is set up: DELIVER_COMMAND, DELIVER_WEBHOOK_URL or WORDPRESS_URL name one.';
  return { reply, text, refused: places.some(({ fault }) => fault !== undefined) };
}

function progressOf({ id, waiting }: Place): string {
  return `${id}: ${waiting} to go`;
}
