/**
 * The board and its documents: how one comes in, which languages it is translated into, how it goes to the archive and
 * back. A document as one sees it is its row of the board, and more.
 */
import { Type, type Static } from 'typebox';
import { sourceFormats } from '../domain/document.ts';
import { bodyLimits, everywhere, nothing, ofDocument, type Endpoint, type RequestLine } from './endpoint.ts';
import { JobView } from './jobs-api.ts';
import { textRefusals } from './refusals.ts';
import {
  byLocale,
  Codes,
  Count,
  DocumentKey,
  exact,
  KindName,
  Layout,
  list,
  LocaleName,
  Locales,
  NamedFile,
  oneOf,
  PlanView,
  ShortId,
  Uuid,
} from './schemas.ts';

const LocaleCountsView = exact({
  untranslated: Count,
  translated: Count,
  reviewed: Count,
  approved: Count,
  outdated: Count,
  failed: Count,
  commented: Type.Optional(Count),
  live: Type.Optional(Count),
  changedSinceLive: Type.Boolean(),
});

export const BoardRowView = exact({
  documentId: ShortId,
  slug: Type.String(),
  title: Type.String(),
  from: LocaleName,
  to: Locales,
  importedAt: Type.String(),
  changedAt: Type.String(),
  segments: Count,
  words: Count,
  locales: byLocale(LocaleCountsView),
  source: exact({ live: Type.Optional(Count), changedSinceLive: Type.Boolean() }),
  archived: Type.Boolean(),
  runningJobs: list(Type.String()),
  /** What it is about: tags of the site's settings. */
  tags: Type.Optional(list(Type.String())),
  /** What is to be published by itself. */
  plans: Type.Optional(list(exact({ locales: Locales, notBefore: Type.Optional(Type.String()) }))),
});

const Board = exact({ documents: list(BoardRowView) });

export const DocumentView = exact({
  ...BoardRowView.properties,
  original: exact({ name: Type.String(), format: oneOf(sourceFormats), bytes: Count, sha256: Type.String() }),
  sourceVersion: Count,
  jobs: list(JobView),
  tags: list(Type.String()),
  /** Names in addresses that lead to the present one. */
  formerSlugs: list(Type.String()),
  plans: list(PlanView),
});
export type DocumentView = Static<typeof DocumentView>;

/** What is imported: a file's bytes (base64, kept exactly) or pasted text. */
export const ImportRequest = exact({
  from: LocaleName,
  to: Locales,
  title: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
  input: Type.Union([NamedFile, exact({ text: Type.String(), format: oneOf(sourceFormats) })]),
});
export type ImportRequest = Static<typeof ImportRequest>;

const BlockView = exact({ kind: KindName, layout: Layout, text: Type.String(), codes: Codes });

const ImportPreview = exact({
  format: oneOf(sourceFormats),
  encoding: Type.String(),
  /** The title the import would use; absent: the text has none, and the import asks for it. */
  title: Type.Optional(Type.String()),
  /** The first 500 blocks. */
  blocks: list(BlockView),
  total: Count,
  words: Count,
});

const importRefusals = [
  ...textRefusals,
  'import.too-complex',
  'import.too-large',
  'import.not-text',
  'import.encoding',
  'import.unknown-format',
  'import.same-locale',
] as const;

export const documentsApi = {
  'GET /api/documents': {
    summary: 'The board: every document that is not archived, with its counts by locale and state',
    reply: Board,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
  'GET /api/archive': {
    summary: 'The documents that are archived, as the board would show them',
    reply: Board,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
  'POST /api/documents': {
    summary: 'Import an article from a file or pasted text',
    body: exact({ decisionId: Uuid, ...ImportRequest.properties }),
    reply: exact({ documentId: Type.String() }),
    refusals: [...importRefusals, 'import.title-missing', 'decision.reused'],
    needs: { action: 'import', scope: everywhere },
    bodyLimit: bodyLimits.article,
  },
  'POST /api/documents/preview': {
    summary: 'See the segments that an import would make; nothing is kept',
    body: ImportRequest,
    reply: ImportPreview,
    refusals: importRefusals,
    needs: { action: 'import', scope: everywhere },
    bodyLimit: bodyLimits.article,
  },
  'GET /api/documents/:documentId': {
    summary: 'One document with its jobs',
    params: DocumentKey,
    reply: DocumentView,
    refusals: ['document.unknown'],
    needs: { action: 'read', scope: ofDocument },
  },
  'PATCH /api/documents/:documentId': {
    summary: 'Change the locales that it is translated into',
    params: DocumentKey,
    body: exact({ decisionId: Uuid, to: Locales }),
    reply: DocumentView,
    refusals: [
      'document.unknown',
      'document.live',
      'document.planned',
      'document.archived',
      'import.same-locale',
      'decision.reused',
    ],
    needs: { action: 'import', scope: ofDocument },
  },
  'DELETE /api/documents/:documentId': {
    summary: 'Archive a document; refused while an edition of it is live. Plans for it are over',
    params: DocumentKey,
    body: exact({ decisionId: Uuid }),
    reply: nothing,
    refusals: ['document.unknown', 'document.live', 'document.archived', 'decision.reused'],
    needs: { action: 'import', scope: ofDocument },
  },
  'POST /api/documents/:documentId/restore': {
    summary: 'Take a document out of the archive; a translation that was running when it came there does not go on',
    params: DocumentKey,
    body: exact({ decisionId: Uuid }),
    reply: DocumentView,
    refusals: ['document.unknown', 'document.not-archived', 'decision.reused'],
    needs: { action: 'import', scope: ofDocument },
  },
} as const satisfies Record<RequestLine, Endpoint>;
