/**
 * Turns: what must not be done twice at once is done one after the other. For what spans several streams, or a commit and
 * what follows it; within one commit the store itself sees to that. It holds in one process, as the store does.
 */
const turns = new WeakMap<object, Map<string, Promise<unknown>>>();

/** Does `work` on something of an owner when nobody else is at it. Work that fails, fails for its own caller only. */
export function inTurn<T>(owner: object, what: string, work: () => Promise<T>): Promise<T> {
  const ofOwner = turns.get(owner) ?? new Map<string, Promise<unknown>>();
  turns.set(owner, ofOwner);
  const turn = (ofOwner.get(what) ?? Promise.resolve()).then(work, work);
  ofOwner.set(what, turn);
  const leave = (): void => {
    if (ofOwner.get(what) === turn) ofOwner.delete(what);
  };
  turn.then(leave, leave);
  return turn;
}
