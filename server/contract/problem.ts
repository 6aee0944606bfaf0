/**
 * How the server says no, whatever it was asked: a code with its parameters, and what the desk wants to show with it
 * at once.
 */
import { Type, type Static } from 'typebox';
import { BlockerView } from './editions-api.ts';
import { exact, list, Params, TargetView } from './schemas.ts';

/** RFC 9457. `type` is `about:blank`; the client's sentence comes from `code` and `params`. */
export const Problem = exact({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  params: Params,
  /** With target.stale: what stands there now. */
  current: Type.Optional(TargetView),
  /** With edition.blocked: what blocks it. */
  blockers: Type.Optional(list(BlockerView)),
});
export type Problem = Static<typeof Problem>;
