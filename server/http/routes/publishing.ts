/** How editions come to readers: publishing, corrections, taking back, what stands around the text, and plans. */
import { describeEdition } from '../../app/describe-edition.ts';
import { viewChanges, type EditionOutcome } from '../../app/edition-view.ts';
import { renameDocument, tagDocument } from '../../app/manage-document.ts';
import { cancelPlan, planEditions } from '../../app/plan-editions.ts';
import { correctEdition, publishEdition, rollBackEdition, withdrawEdition } from '../../app/publish-edition.ts';
import type { World } from '../../ports.ts';
import type { Handlers } from '../endpoint.ts';

type Edition = '/api/documents/:documentId/editions/:locale';
type Document = '/api/documents/:documentId';
type PublishingLines =
  | `POST ${Edition}/${'publish' | 'correct' | 'withdraw' | 'roll-back'}`
  | `GET ${Edition}/changes`
  | `PUT ${Edition}/details`
  | `POST ${Document}/plans`
  | `DELETE ${Document}/plans/:planId`
  | `PUT ${Document}/${'tags' | 'slug'}`;

export function publishingHandlers(world: World): Handlers<PublishingLines> {
  return {
    'POST /api/documents/:documentId/editions/:locale/publish': async ({ params, body, by }) =>
      shown(await publishEdition(world, { ...params, ...body, by })),

    'POST /api/documents/:documentId/editions/:locale/correct': async ({ params, body, by }) =>
      shown(await correctEdition(world, { ...params, ...body, by })),

    'POST /api/documents/:documentId/editions/:locale/withdraw': async ({ params, body, by }) =>
      shown(await withdrawEdition(world, { ...params, ...body, by })),

    'POST /api/documents/:documentId/editions/:locale/roll-back': async ({ params, body, by }) =>
      shown(await rollBackEdition(world, { ...params, ...body, by })),

    'GET /api/documents/:documentId/editions/:locale/changes': async ({ params, query }) => {
      const compared = await viewChanges(world, { ...params, ...query });
      if (!compared.ok) return compared;
      const { ok: _, ...changes } = compared;
      return changes;
    },

    'PUT /api/documents/:documentId/editions/:locale/details': async ({ params, body, by }) =>
      shown(await describeEdition(world, { ...params, ...body, by })),

    'POST /api/documents/:documentId/plans': ({ params, body, by }) => planEditions(world, { ...params, ...body, by }),

    'DELETE /api/documents/:documentId/plans/:planId': ({ params, body, by }) =>
      cancelPlan(world, { ...params, ...body, by }),

    'PUT /api/documents/:documentId/tags': async ({ params, body, by }) => {
      const tagged = await tagDocument(world, { ...params, ...body, by });
      return tagged.ok ? tagged.document : tagged;
    },

    'PUT /api/documents/:documentId/slug': async ({ params, body, by }) => {
      const renamed = await renameDocument(world, { ...params, ...body, by });
      return renamed.ok ? renamed.document : renamed;
    },
  };
}

function shown(outcome: EditionOutcome) {
  return outcome.ok ? outcome.edition : outcome;
}
