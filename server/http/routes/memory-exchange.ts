/** The memory's own traffic: units from outside, TMX files in and out. */
import { exportMemory, importMemory } from '../../app/exchange-memory.ts';
import { changeUnit, listMemory, removeUnits } from '../../app/manage-memory.ts';
import type { World } from '../../ports.ts';
import { departureOf, type Handlers } from '../endpoint.ts';

type ExchangeLines =
  | 'GET /api/memory/units'
  | 'POST /api/memory/import'
  | 'GET /api/memory/export'
  | 'PUT /api/memory/units'
  | 'POST /api/memory/remove';

export function memoryExchangeHandlers(world: World, version: string): Handlers<ExchangeLines> {
  return {
    'GET /api/memory/units': ({ query }) => listMemory(world, query),

    'POST /api/memory/import': async ({ body: { input, ...order }, by, reply }) => {
      const bytes = Buffer.from(input.base64, 'base64');
      const done = await importMemory(world, { ...order, by, name: input.file, bytes, signal: departureOf(reply) });
      return done.ok ? done.report : done;
    },

    'GET /api/memory/export': async ({ query: { from = 'en' }, reply }) =>
      reply
        .type('application/x-tmx+xml; charset=utf-8')
        .header('content-disposition', 'attachment; filename="memory.tmx"')
        .send(await exportMemory(world, { version, from })),

    'PUT /api/memory/units': async ({ body, by }) => {
      const done = await changeUnit(world, { ...body, by });
      return done.ok ? {} : done;
    },

    'POST /api/memory/remove': async ({ body, by }) => {
      const done = await removeUnits(world, { ...body, by });
      return done.ok ? {} : done;
    },
  };
}
