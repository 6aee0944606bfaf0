/**
 * Every refusal of Dragoman, by its code. A refusal is an expected "no" and travels as a value; a bug throws.
 * The code is stable and public (problem+json, `--json`, the desk's sentences in `locales/*.json` under `refusals`);
 * the number is the HTTP status that it becomes at the edge. To add one: a row here and a sentence in each locale
 * (`tests/locales.test.ts` holds the two together).
 */

export const refusalStatus = {
  // what was asked for is not there
  'document.unknown': 404,
  'segment.unknown': 404,
  'locale.unknown': 404,
  'job.unknown': 404,
  'publication.unknown': 404,
  'plan.unknown': 404,
  'tag.unknown': 422,
  'theme.unknown': 422,
  'comment.unknown': 404,
  'term.unknown': 404,
  'memory.unknown': 404,
  'check.unknown': 404,
  'route.unknown': 404,

  // the import cannot be taken
  'import.empty': 422,
  'import.too-large': 413,
  'import.too-many-segments': 422,
  'import.segment-too-long': 422,
  'import.not-text': 422,
  'import.encoding': 422,
  'import.control-character': 422,
  'import.not-well-formed': 422,
  'import.unknown-format': 415,
  'import.title-missing': 422,
  'import.too-deep': 422,
  'import.too-complex': 422,
  'import.same-locale': 422,
  'import.xml': 422,
  'import.doctype': 422,
  'import.xliff': 422,
  'import.other-languages': 422,
  'import.other-document': 422,
  'import.tmx': 422,
  'import.tbx': 422,
  'import.csv': 422,

  // the decision does not fit the state it meets
  'target.stale': 409,
  'target.state': 409,
  'target.human': 409,
  'target.not-translatable': 409,
  'target.empty': 422,
  'target.too-long': 422,
  'target.not-well-formed': 422,
  'target.reason-missing': 422,
  'target.covered': 409,
  'target.cannot-split': 409,
  'target.cannot-join': 409,
  'target.not-joined': 409,
  'target.too-many-joined': 409,
  'source.stale': 409,
  'source.cannot-split': 409,
  'source.cannot-join': 409,
  'source.joined-in': 409,
  'undo.nothing': 409,
  'undo.not-yours': 409,
  'undo.overtaken': 409,
  'content.look-alike': 422,
  'content.code-unknown': 422,
  'comment.empty': 422,
  'comment.too-long': 422,
  'comment.not-well-formed': 422,
  'term.stale': 409,
  'memory.stale': 409,
  'memory.incomplete': 422,
  'memory.nothing-in-it': 422,
  'term.invalid': 422,
  'term.nothing-in-it': 422,
  'check.open': 409,
  'check.reason-missing': 422,
  'check.not-dismissed': 409,
  'comment.resolved': 409,
  'comment.open': 409,
  'document.archived': 409,
  'document.not-archived': 409,
  'document.live': 409,
  'document.planned': 409,
  'document.exists': 409,
  'decision.reused': 409,
  'job.finished': 409,
  'job.running': 409,
  'job.nothing-to-translate': 409,

  // the edition cannot change
  'edition.blocked': 409,
  'edition.held': 409,
  'plan.overlaps': 409,
  'plan.passed': 422,
  'settings.stale': 409,
  'settings.tag-twice': 422,
  'document.same-slug': 409,
  'document.slug-taken': 409,
  'document.slug-empty': 422,
  'edition.unchanged': 409,
  'edition.not-correctable': 409,
  'correction.unknown': 422,
  'edition.not-published': 409,
  'edition.stale': 409,
  'edition.unwritten': 503,
  'export.no-press': 503,
  'export.not-printed': 503,

  // the provider
  'provider.unknown': 422,
  'provider.unsupported': 422,

  // a place that the site is brought to
  'delivery.unknown': 404,
  'delivery.unreachable': 502,
  'delivery.faulty': 502,
  'delivery.busy': 502,
  'delivery.refused': 502,
  'delivery.rejected': 502,
  'delivery.garbled': 502,
  'delivery.failed': 502,
  'delivery.timeout': 504,

  // a line of a command's input
  'input.line': 422,
  'lint.lines': 422,

  // the request itself
  'request.invalid': 400,
  'request.malformed': 400,
  'request.too-large': 413,
  'request.media-type': 415,
  'request.forbidden-origin': 403,
  'request.host': 421,
  'request.too-many': 429,
  'session.missing': 401,
  'session.link-spent': 401,

  // the machine
  'store.read-only': 503,
  'store.full': 507,
  'store.locked': 503,
  'store.damaged': 503,
  'store.unusable': 503,
  'server.port-taken': 503,
  'server.not-running': 503,
  'server.unreachable': 503,
  'server.gone': 503,
  'backup.invalid': 422,
  'backup.not-empty': 409,
  'server.fault': 500,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof refusalStatus;

/** Values that the sentence of a refusal mentions: names, counts, never a text under translation. */
export type RefusalParams = Readonly<Record<string, string | number>>;

export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly params: RefusalParams;
}

/** Builds the value that stands for "no". */
export function refuse(code: RefusalCode, params: RefusalParams = {}): Refusal {
  return { ok: false, code, params };
}

/**
 * Carries a refusal through code that cannot return one (a parser's depths, a command line's exit). Caught at the
 * edge; never used for a bug.
 */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`${refusal.code} ${JSON.stringify(refusal.params)}`);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

/** Gives the value of a result, or throws its refusal. */
export function accepted<T extends { readonly ok: true } | Refusal>(result: T): Exclude<T, Refusal> {
  if (result.ok) return result as Exclude<T, Refusal>;
  throw new Refused(result);
}
