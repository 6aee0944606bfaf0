/** The board, imports, documents and their translation jobs. */
import { importDocument, previewImport } from '../../app/import-document.ts';
import { changeDocument, viewDocument } from '../../app/manage-document.ts';
import { cancelTranslation, requestTranslation, viewJob } from '../../app/translate-document.ts';
import type { BodyOf } from '../../contract/api.ts';
import type { ImportInput, World } from '../../ports.ts';
import { departureOf, type Handlers } from '../endpoint.ts';

type DocumentLines =
  | 'GET /api/documents'
  | 'GET /api/archive'
  | 'POST /api/documents'
  | 'POST /api/documents/preview'
  | 'GET /api/documents/:documentId'
  | 'PATCH /api/documents/:documentId'
  | 'DELETE /api/documents/:documentId'
  | 'POST /api/documents/:documentId/restore'
  | 'POST /api/documents/:documentId/translate'
  | 'GET /api/documents/:documentId/jobs/:jobId'
  | 'DELETE /api/documents/:documentId/jobs/:jobId';

/** A preview shows this many blocks; `total` says how many there are. */
const previewed = 500;

export function documentHandlers(world: World): Handlers<DocumentLines> {
  return {
    'GET /api/documents': async () => ({
      documents: (await world.store.board('readable')).filter(({ archived }) => !archived),
    }),

    'GET /api/archive': async () => ({
      documents: (await world.store.board('readable')).filter(({ archived }) => archived),
    }),

    'POST /api/documents': async ({ body, by }) => {
      const imported = await importDocument(world, { ...body, input: inputOf(body), by });
      return imported.ok ? { documentId: imported.documentId } : imported;
    },

    'POST /api/documents/preview': async ({ body, reply }) => {
      const preview = await previewImport(world, { ...body, input: inputOf(body) }, departureOf(reply));
      if (!preview.ok) return preview;
      const { ok: _, blocks, ...facts } = preview;
      return { ...facts, blocks: blocks.slice(0, previewed), total: blocks.length };
    },

    'GET /api/documents/:documentId': async ({ params }) => {
      const viewed = await viewDocument(world, params.documentId);
      return viewed.ok ? viewed.document : viewed;
    },

    'PATCH /api/documents/:documentId': async ({ params, body, by }) => {
      const change = { kind: 'document.changed', to: body.to } as const;
      const changed = await changeDocument(world, { ...params, change, decisionId: body.decisionId, by });
      return changed.ok ? changed.document : changed;
    },

    'DELETE /api/documents/:documentId': async ({ params, body, by }) => {
      const change = { kind: 'document.archived' } as const;
      const changed = await changeDocument(world, { ...params, change, decisionId: body.decisionId, by });
      return changed.ok ? null : changed;
    },

    'POST /api/documents/:documentId/restore': async ({ params, body, by }) => {
      const change = { kind: 'document.restored' } as const;
      const changed = await changeDocument(world, { ...params, change, decisionId: body.decisionId, by });
      return changed.ok ? changed.document : changed;
    },

    'POST /api/documents/:documentId/translate': async ({ params, body, by }) => {
      const requested = await requestTranslation(world, { ...params, ...body, by });
      return requested.ok ? requested.job : requested;
    },

    'GET /api/documents/:documentId/jobs/:jobId': async ({ params }) => {
      const viewed = await viewJob(world, params);
      return viewed.ok ? viewed.job : viewed;
    },

    'DELETE /api/documents/:documentId/jobs/:jobId': async ({ params, body, by }) => {
      const cancelled = await cancelTranslation(world, { ...params, decisionId: body.decisionId, by });
      return cancelled.ok ? cancelled.job : cancelled;
    },
  };
}

function inputOf({ input }: Pick<BodyOf<'POST /api/documents'>, 'input'>): ImportInput {
  return 'base64' in input ? { bytes: Buffer.from(input.base64, 'base64'), name: input.file } : input;
}
