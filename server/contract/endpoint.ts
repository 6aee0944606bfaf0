/**
 * What a row of the contract says of an endpoint. `needs.action` is what the member must be allowed to do; `needs.scope`
 * says, from the request, to which document and locales. A row without `needs` does not compile: deny is the default.
 */
import { Type, type TSchema } from 'typebox';
import type { DocumentId } from '../domain/document.ts';
import type { RefusalCode } from '../domain/errors.ts';
import { importBytes, importLimits } from '../domain/limits.ts';
import type { Locale } from '../domain/locale.ts';

export const actions = [
  'anyone',
  'read',
  'import',
  'translate',
  'comment',
  'edit',
  'approve',
  'publish',
  'administer',
] as const;
export type Action = (typeof actions)[number];

export interface Scope {
  readonly documentId?: DocumentId;
  readonly locales?: readonly Locale[];
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type RequestLine = `${Method} /api${string}`;

export interface Endpoint {
  readonly summary: string;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  /** Of a successful answer. `nothing`: 204, no body. `raw`: not JSON. */
  readonly reply: TSchema;
  readonly refusals: readonly RefusalCode[];
  readonly needs: { readonly action: Action; readonly scope: (request: ScopedRequest) => Scope };
  /** It may also answer with a file, where the query's `format` asks for one. */
  readonly alsoFile?: true;
  /** The largest body in bytes, where it is not the server's 1 MiB: one of `bodyLimits`. */
  readonly bodyLimit?: number;
}

/** In base64 four letters stand for three bytes; and some envelope. */
export const bodyLimits = {
  /** A file. */
  file: Math.ceil((importBytes * 4) / 3) + 4096,
  /** An article or its translation, as a file or as text that JSON escapes. */
  article: Math.ceil(importLimits.megabytes * 1.4) * 2 ** 20,
  /** One long text, or the texts of many targets. */
  texts: 8 * 2 ** 20,
} as const;

/** What a scope may look at: validated already. */
export interface ScopedRequest {
  readonly params: { readonly documentId?: DocumentId; readonly locale?: Locale };
  readonly body: unknown;
}

export const nothing = Type.Null();
/** An answer that is no JSON and that its handler writes itself: a file, an event stream. */
export const raw = Type.String();

export const everywhere = (): Scope => ({});
export const ofDocument = ({ params }: ScopedRequest): Scope =>
  params.documentId ? { documentId: params.documentId } : {};
export const ofTarget = ({ params }: ScopedRequest): Scope => ({
  ...ofDocument({ params, body: undefined }),
  ...(params.locale && { locales: [params.locale] }),
});
/** A body that names languages. */
export const ofLocales = ({ body }: ScopedRequest): Scope => body as Required<Pick<Scope, 'locales'>>;
