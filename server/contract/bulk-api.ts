/**
 * Decisions on many targets of an edition at once. Each is taken or refused by itself; the answer says which were
 * refused, and why.
 */
import { Type, type Static } from 'typebox';
import { importLimits } from '../domain/limits.ts';
import { bodyLimits, ofTarget, type Endpoint, type RequestLine } from './endpoint.ts';
import { editionRefusals, xmlRefusals } from './refusals.ts';
import { Codes, Count, decisionHead, EditionKey, exact, list, NamedFile, Params, ShortId, Uuid } from './schemas.ts';

/** One of many targets: what it was based on, and the id of its own decision. */
const oneOfMany = { segmentId: ShortId, ...decisionHead };

export const ApproveMany = exact({
  /** Absent: every target that is open, as it stands when the request arrives. */
  targets: Type.Optional(list(exact(oneOfMany), importLimits.segments)),
  dismiss: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
});

export const EditMany = exact({
  edits: list(exact({ ...oneOfMany, text: Type.String({ maxLength: 1_000_000 }) }), importLimits.segments),
});

/** Why one of many was not done: the code and parameters of its refusal. */
const refusal = {
  code: Type.String(),
  params: Params,
};

const refusedOfMany = list(exact({ segmentId: ShortId, ordinal: Type.Optional(Count), ...refusal }));
const ApprovedMany = exact({ approved: Count, refused: refusedOfMany });

export const EditedMany = exact({ edited: Count, refused: refusedOfMany });
export type EditedMany = Static<typeof EditedMany>;

const ImportTargets = exact({
  input: NamedFile,
  /** Approve what the file calls final. */
  approve: Type.Optional(Type.Boolean()),
  isTrial: Type.Optional(Type.Boolean()),
});

export const TargetsReport = exact({
  changed: Count,
  unchanged: Count,
  approved: Count,
  refused: list(exact({ unit: Type.String(), ordinal: Type.Optional(Count), ...refusal })),
  /** Of a trial: the first of the changed texts. */
  changes: Type.Optional(list(exact({ ordinal: Count, before: Type.String(), after: Type.String(), codes: Codes }))),
  /** Of a trial: another tool made the file. */
  isForeign: Type.Optional(Type.Boolean()),
});
export type TargetsReport = Static<typeof TargetsReport>;

const UndoMany = exact({
  /** The decisions to take back; those of a bulk approval or a replacement, for instance. */
  decisionIds: Type.Array(Uuid, { minItems: 1, maxItems: importLimits.segments }),
});

const UndoneMany = exact({ undone: Count, refused: list(exact({ decisionId: Uuid, ...refusal })) });

export const bulkApi = {
  'POST /api/documents/:documentId/targets/:locale/approve': {
    summary: 'Approve many; says what was refused and why',
    params: EditionKey,
    body: ApproveMany,
    reply: ApprovedMany,
    refusals: editionRefusals,
    needs: { action: 'approve', scope: ofTarget },
    bodyLimit: bodyLimits.texts,
  },
  'POST /api/documents/:documentId/targets/:locale/edit': {
    summary: "Save a person's texts for many (search and replace); says what was refused and why",
    params: EditionKey,
    body: EditMany,
    reply: EditedMany,
    refusals: editionRefusals,
    needs: { action: 'edit', scope: ofTarget },
    bodyLimit: bodyLimits.texts,
  },
  'POST /api/documents/:documentId/targets/:locale/import': {
    summary: 'Take back a translation as XLIFF; says what was refused and why. As a trial, only say what it would do',
    params: EditionKey,
    body: ImportTargets,
    reply: TargetsReport,
    refusals: [
      ...editionRefusals,
      ...xmlRefusals,
      'import.xliff',
      'import.other-languages',
      'import.other-document',
      'target.stale',
    ],
    needs: { action: 'edit', scope: ofTarget },
    bodyLimit: bodyLimits.article,
  },
  'POST /api/documents/:documentId/targets/:locale/undo': {
    summary: "Take back many of one's own decisions at once; says what was refused and why",
    params: EditionKey,
    body: UndoMany,
    reply: UndoneMany,
    refusals: [...editionRefusals, 'target.stale'],
    needs: { action: 'edit', scope: ofTarget },
  },
} as const satisfies Record<RequestLine, Endpoint>;
