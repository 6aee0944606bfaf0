/**
 * How editions come to readers: publishing the draft or a paragraph's correction, seeing first what would change, what
 * stands around the text, and plans by which editions are published by themselves.
 */
import { Type, type Static } from 'typebox';
import { importLimits } from '../domain/limits.ts';
import { locales } from '../domain/locale.ts';
import { settingsLimits } from '../domain/site-settings.ts';
import { DocumentView } from './documents-api.ts';
import { EditionView } from './editions-api.ts';
import { ofDocument, ofTarget, type Endpoint, type RequestLine, type ScopedRequest } from './endpoint.ts';
import { editionRefusals, publishRefusals } from './refusals.ts';
import {
  Codes,
  Count,
  DocumentKey,
  EditionDetailsView,
  EditionKey,
  exact,
  KindName,
  list,
  LocaleName,
  Moment,
  PlanView,
  Note,
  ShortId,
  TagName,
  Uuid,
} from './schemas.ts';

/** A paragraph of one side. Several source paragraphs may stand in one: a joined translation is one of its page. */
const Paragraph = exact({ text: Type.String(), codes: Codes });

/**
 * The mark of the changes that were looked at. Where something was decided since, publishing is refused (edition.stale);
 * without it, what stands there now is published.
 */
const Seen = Type.String({ minLength: 1, maxLength: 100 });

const ChangedRow = exact({
  segmentId: ShortId,
  kind: KindName,
  /** Its place in the source, from 0; of one that is there no more, the place it had. */
  ordinal: Count,
  /** Absent: it is new. */
  before: Type.Optional(Paragraph),
  /** Absent: it is gone. */
  after: Type.Optional(Paragraph),
  /** It could ship alone: approved, and the rest of the page can stay as readers have it. */
  correctable: Type.Optional(Type.Literal(true)),
});

export const EditionChanges = exact({
  /** Publications; absent: before the first one, after the draft. */
  from: Type.Optional(Count),
  to: Type.Optional(Count),
  /** Only what differs, in the order of the page after. */
  rows: list(ChangedRow),
  /** Only where they differ. */
  details: Type.Optional(exact({ before: EditionDetailsView, after: EditionDetailsView })),
  /** Of what would be published now: what publishing is told was seen. */
  seen: Type.Optional(Type.String()),
});
export type EditionChanges = Static<typeof EditionChanges>;

const Plans = exact({ plans: list(PlanView) });

const takingBackRefusals = [
  ...editionRefusals,
  'document.archived',
  'edition.stale',
  'edition.unwritten',
  'decision.reused',
] as const;

/** Plans are made for some of a document's languages. */
const ofPlan = ({ params, body }: ScopedRequest) => ({
  ...ofDocument({ params, body }),
  ...(body as { readonly locales: Static<typeof PlanView>['locales'] }),
});

export const publishingApi = {
  'POST /api/documents/:documentId/editions/:locale/publish': {
    summary: 'Freeze the approved text and show it to readers; 409 with the blockers while something is open',
    params: EditionKey,
    body: exact({ decisionId: Uuid, note: Type.Optional(Note), seen: Type.Optional(Seen) }),
    reply: EditionView,
    refusals: [...publishRefusals, 'edition.unwritten'],
    needs: { action: 'publish', scope: ofTarget },
  },
  'POST /api/documents/:documentId/editions/:locale/correct': {
    summary: 'Show readers some approved paragraphs; the rest stays as they have it, whatever the draft says',
    params: EditionKey,
    body: exact({
      decisionId: Uuid,
      segmentIds: Type.Array(ShortId, { minItems: 1, maxItems: importLimits.segments, uniqueItems: true }),
      note: Type.Optional(Note),
      seen: Type.Optional(Seen),
    }),
    reply: EditionView,
    refusals: [...publishRefusals, 'edition.not-published', 'edition.not-correctable', 'edition.unwritten'],
    needs: { action: 'publish', scope: ofTarget },
  },
  'POST /api/documents/:documentId/editions/:locale/withdraw': {
    summary: 'Take the edition away from readers; its publications are kept, and a plan that names it is over',
    params: EditionKey,
    body: exact({ decisionId: Uuid }),
    reply: EditionView,
    refusals: [...takingBackRefusals, 'edition.not-published'],
    needs: { action: 'publish', scope: ofTarget },
  },
  'POST /api/documents/:documentId/editions/:locale/roll-back': {
    summary: 'Show readers an earlier publication again',
    params: EditionKey,
    body: exact({ decisionId: Uuid, to: Type.Integer({ minimum: 1 }) }),
    reply: EditionView,
    refusals: [...takingBackRefusals, 'publication.unknown', 'edition.held', 'edition.unchanged'],
    needs: { action: 'publish', scope: ofTarget },
  },
  'GET /api/documents/:documentId/editions/:locale/changes': {
    summary: 'What differs between two publications; without `to` the draft, without `from` what readers see',
    params: EditionKey,
    query: exact({
      from: Type.Optional(Type.Integer({ minimum: 1 })),
      to: Type.Optional(Type.Integer({ minimum: 1 })),
    }),
    reply: EditionChanges,
    refusals: [...editionRefusals, 'publication.unknown'],
    needs: { action: 'read', scope: ofTarget },
  },
  'PUT /api/documents/:documentId/editions/:locale/details': {
    summary: 'Set what stands around the text, from the next publication on',
    params: EditionKey,
    body: exact({
      decisionId: Uuid,
      details: EditionDetailsView,
      /** Those that were seen: where others stand by now, the change is refused (edition.stale). */
      replaces: Type.Optional(EditionDetailsView),
    }),
    reply: EditionView,
    refusals: [...editionRefusals, 'document.archived', 'edition.stale', 'decision.reused'],
    needs: { action: 'publish', scope: ofTarget },
  },
  'POST /api/documents/:documentId/plans': {
    summary: 'Publish these editions together, by itself, not before this time, as soon as nothing blocks any',
    params: DocumentKey,
    body: exact({
      decisionId: Uuid,
      locales: Type.Array(LocaleName, { minItems: 1, uniqueItems: true, maxItems: locales.length }),
      notBefore: Type.Optional(Moment),
    }),
    reply: Plans,
    refusals: [
      'document.unknown',
      'locale.unknown',
      'plan.overlaps',
      'plan.passed',
      'edition.unchanged',
      'document.archived',
      'decision.reused',
    ],
    needs: { action: 'publish', scope: ofPlan },
  },
  'DELETE /api/documents/:documentId/plans/:planId': {
    summary: 'Cancel a plan',
    params: exact({ documentId: ShortId, planId: Uuid }),
    body: exact({ decisionId: Uuid }),
    reply: Plans,
    refusals: ['document.unknown', 'plan.unknown', 'document.archived', 'decision.reused'],
    needs: { action: 'publish', scope: ofDocument },
  },
  'PUT /api/documents/:documentId/tags': {
    summary: 'Set what a document is about: tags of the site’s settings',
    params: DocumentKey,
    body: exact({
      decisionId: Uuid,
      tags: Type.Array(TagName, { uniqueItems: true, maxItems: settingsLimits.tags }),
    }),
    reply: DocumentView,
    refusals: ['document.unknown', 'document.archived', 'tag.unknown', 'decision.reused'],
    needs: { action: 'publish', scope: ofDocument },
  },
  'PUT /api/documents/:documentId/slug': {
    summary: 'Give a document another name in addresses; the one before leads to it, where something was published',
    params: DocumentKey,
    body: exact({ decisionId: Uuid, slug: Type.String({ minLength: 1, maxLength: 300 }) }),
    reply: DocumentView,
    refusals: [
      'document.unknown',
      'document.archived',
      'document.slug-empty',
      'document.same-slug',
      'document.slug-taken',
      'decision.reused',
    ],
    needs: { action: 'publish', scope: ofDocument },
  },
} as const satisfies Record<RequestLine, Endpoint>;
