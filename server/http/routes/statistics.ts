/** Statistics, for the page and as tables for spreadsheets. */
import type { FastifyReply } from 'fastify';
import { outcomesTable, statisticsTable } from '../../app/statistics-table.ts';
import { allStatistics, documentStatistics } from '../../app/view-statistics.ts';
import type { World } from '../../ports.ts';
import type { Handlers } from '../endpoint.ts';

type StatisticsLines = 'GET /api/documents/:documentId/statistics' | 'GET /api/statistics';

export function statisticsHandlers(world: World): Handlers<StatisticsLines> {
  return {
    'GET /api/documents/:documentId/statistics': async ({ params, query, reply }) => {
      const { documentId } = params;
      const found = await documentStatistics(world, documentId, query.locale);
      if (!found.ok) return found;
      if (query.format !== 'csv') return found;
      return sendTable(
        reply,
        `statistics-${[documentId, query.locale].filter(Boolean).join('-')}`,
        outcomesTable(found.outcomes),
      );
    },

    'GET /api/statistics': async ({ query, reply }) => {
      const { format, ...period } = query;
      const found = await allStatistics(world, period);
      if (format !== 'csv') return found;
      return sendTable(reply, ['statistics', period.from, period.to].filter(Boolean).join('-'), statisticsTable(found));
    },
  };
}

function sendTable(reply: FastifyReply, name: string, table: string): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .send(table);
}
