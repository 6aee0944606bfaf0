/**
 * The whole HTTP surface as one table, keyed by the request line, in a part for each subject. From a row come validation,
 * serialisation, the OpenAPI page, the typed client, the permission check and its test matrix. To add an endpoint: a
 * row in the part of its subject, a handler of the same key in `http/routes/`. What a row says stands in `endpoint.ts`.
 */
import type { Static, TSchema } from 'typebox';
import type { Timestamp } from '../domain/document.ts';
import type { JobProgress } from '../domain/job.ts';
import type { Holder, Place } from '../domain/lease.ts';
import type { Locale } from '../domain/locale.ts';
import { bulkApi } from './bulk-api.ts';
import { checksApi } from './checks-api.ts';
import { commentsApi } from './comments-api.ts';
import { deliveriesApi } from './deliveries-api.ts';
import { documentsApi } from './documents-api.ts';
import { editionsApi } from './editions-api.ts';
import { everywhere, raw, type Endpoint, type RequestLine } from './endpoint.ts';
import { jobsApi } from './jobs-api.ts';
import { memoryApi } from './memory-api.ts';
import { policiesApi } from './policies-api.ts';
import { publishingApi } from './publishing-api.ts';
import { queueApi } from './queue-api.ts';
import { segmentsApi } from './segments-api.ts';
import { sessionApi } from './session-api.ts';
import { settingsApi } from './settings-api.ts';
import { siteApi } from './site-api.ts';
import { sourceApi } from './source-api.ts';
import { statisticsApi } from './statistics-api.ts';
import { suggestionsApi } from './suggestions-api.ts';
import { targetsApi } from './targets-api.ts';
import { termsApi } from './terms-api.ts';

export const api = {
  ...settingsApi,
  ...sessionApi,
  ...documentsApi,
  ...jobsApi,
  ...segmentsApi,
  ...targetsApi,
  ...bulkApi,
  ...sourceApi,
  ...commentsApi,
  ...suggestionsApi,
  ...memoryApi,
  ...termsApi,
  ...checksApi,
  ...policiesApi,
  ...editionsApi,
  ...publishingApi,
  ...siteApi,
  ...deliveriesApi,
  ...queueApi,
  ...statisticsApi,
  'GET /api/events': {
    summary: 'Decisions, job progress, claims and presence as they happen',
    reply: raw,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
} as const satisfies Record<RequestLine, Endpoint>;

export type Api = typeof api;
export type ApiLine = keyof Api;

type Part<E, K extends string> = E extends { readonly [P in K]: infer S extends TSchema } ? Static<S> : undefined;

/** What a caller of an endpoint gives, by request line. */
export type ParamsOf<L extends ApiLine> = Part<Api[L], 'params'>;
export type QueryOf<L extends ApiLine> = Part<Api[L], 'query'>;
export type BodyOf<L extends ApiLine> = Kept<Part<Api[L], 'body'>>;

export type ReplyOf<L extends ApiLine> = Part<Api[L], 'reply'>;

/** Whoever is given a request leaves it as it is. */
type Kept<T> = T extends object ? { readonly [K in keyof T]: Kept<T[K]> } : T;

/** What the event stream carries; `id:` is not used, a client that reconnects reads again what it shows. */
export type ServerEvent =
  | {
      readonly type: 'decision';
      readonly stream: string;
      readonly kind: string;
      readonly by: string;
      readonly segmentId?: string;
      readonly locale?: Locale;
      readonly revision?: number;
    }
  | { readonly type: 'job'; readonly job: JobProgress }
  | {
      /** Somebody takes a target, or opens it. A client that connects is told of all that is held first. */
      readonly type: 'claim' | 'presence';
      readonly place: Place;
      readonly holder: Holder;
      /** Absent: it has ended. A renewal is not told. */
      readonly until?: Timestamp;
    };
