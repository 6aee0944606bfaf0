/** Editions: what blocks them, publishing and taking back, previews and exports. */
import { viewEdition, type EditionOutcome } from '../../app/edition-view.ts';
import { exportEdition } from '../../app/export-edition.ts';
import { previewEdition } from '../../app/preview-edition.ts';
import { publishEdition, rollBackEdition, withdrawEdition } from '../../app/publish-edition.ts';
import type { World } from '../../ports.ts';
import type { Handlers } from '../endpoint.ts';

type Edition = '/api/documents/:documentId/editions/:locale';
type EditionLines =
  | `GET ${Edition}`
  | `POST ${Edition}/${'publish' | 'withdraw' | 'roll-back' | 'preview'}`
  | 'GET /api/documents/:documentId/export/:locale';

export function editionHandlers(world: World): Handlers<EditionLines> {
  return {
    'GET /api/documents/:documentId/editions/:locale': async ({ params }) => shown(await viewEdition(world, params)),

    'POST /api/documents/:documentId/editions/:locale/publish': async ({ params, body, by }) =>
      shown(await publishEdition(world, { ...params, ...body, by })),

    'POST /api/documents/:documentId/editions/:locale/withdraw': async ({ params, body, by }) =>
      shown(await withdrawEdition(world, { ...params, ...body, by })),

    'POST /api/documents/:documentId/editions/:locale/roll-back': async ({ params, body, by }) =>
      shown(await rollBackEdition(world, { ...params, ...body, by })),

    'POST /api/documents/:documentId/editions/:locale/preview': async ({ params }) => {
      const preview = await previewEdition(world, params);
      return preview.ok ? { url: new URL(preview.path, world.site.address).href } : preview;
    },

    'GET /api/documents/:documentId/export/:locale': async ({ params, query, reply }) => {
      const file = await exportEdition(world, { ...params, ...query });
      if (!file.ok) return file;
      return reply
        .type(file.type)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .send(Buffer.from(file.bytes));
    },
  };
}

function shown(outcome: EditionOutcome) {
  return outcome.ok ? outcome.edition : outcome;
}
