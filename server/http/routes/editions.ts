/** Editions: what blocks them, previews and exports. */
import { viewEdition } from '../../app/edition-view.ts';
import { exportEdition } from '../../app/export-edition.ts';
import { previewEdition } from '../../app/preview-edition.ts';
import type { World } from '../../ports.ts';
import type { Handlers } from '../endpoint.ts';

type EditionLines =
  | 'GET /api/documents/:documentId/editions/:locale'
  | 'POST /api/documents/:documentId/editions/:locale/preview'
  | 'GET /api/documents/:documentId/export/:locale';

export function editionHandlers(world: World): Handlers<EditionLines> {
  return {
    'GET /api/documents/:documentId/editions/:locale': async ({ params }) => {
      const viewed = await viewEdition(world, params);
      return viewed.ok ? viewed.edition : viewed;
    },

    'POST /api/documents/:documentId/editions/:locale/preview': async ({ params, query, by }) => {
      const preview = await previewEdition(world, { ...params, ...query, by });
      if (!preview.ok) return preview;
      return { url: new URL(preview.path, world.site.previews).href, expiresAt: preview.expiresAt };
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
