/**
 * When is a decision the same one sent again? A caller that got no answer repeats its request under the same id; what
 * the server adds to a request (the time, fresh ids, the source's hash) differs the second time and says nothing; nor
 * does the time that a person has been at it, which has gone on. So
 * two decisions are the same when everything but these fields is equal. Rejected: comparing whole decisions, which
 * takes every honest retry for misuse; and comparing ids only, which answers "saved" to a text that never was.
 */
import { siteStream, type Decision, type DecisionKind } from './decision.ts';

/** What the server adds to every decision, and to a kind. Segments are compared by their texts: their ids are fresh. */
const added: { readonly always: readonly string[] } & { readonly [K in DecisionKind]?: readonly string[] } = {
  always: ['at', 'sourceHash', 'activeMs'],
  'document.imported': ['documentId', 'slug', 'source'],
  'translation.requested': ['jobId', 'total'],
  'target.restored': ['targets'],
  'target.split': ['targets'],
  'source.split': ['version', 'replaces', 'segments', 'targets'],
  'source.joined': ['version', 'replaces', 'segments', 'targets'],
  'target.joined': ['targets'],
  'target.separated': ['targets'],
  'edition.published': ['sourceVersion', 'targets', 'details'],
  'comment.added': ['mentions'],
};

export interface Placed {
  readonly stream: string;
  readonly decision: Decision;
}

/** Whether the second is the first, sent again. */
export function isRetry(first: Placed, second: Placed): boolean {
  const sameStream = first.stream === second.stream || (isImport(first) && isImport(second));
  return sameStream && said(first.decision) === said(second.decision);
}

function isImport({ stream, decision }: Placed): boolean {
  return stream !== siteStream && decision.kind === 'document.imported';
}

/** What the caller said, in one canonical string. */
function said(decision: Decision): string {
  const left = new Set([...added.always, ...(added[decision.kind] ?? [])]);
  const asked = Object.entries(decision).filter(([name]) => !left.has(name));
  const texts = decision.kind === 'document.imported' ? decision.source.segments.map(({ text }) => text) : [];
  return JSON.stringify([Object.fromEntries(asked), texts], sortKeys);
}

function sortKeys(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(byName));
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
