/** A desk on one segment, as one tab has it: on a server in memory that may refuse, be slow, or be gone. */
import { Problem, type call as callServer } from '../../client/api.ts';
import { saveWordOf, type Act } from '../../client/review/desk-state.ts';
import { openDesk } from '../../client/review/desk.ts';
import { timeMeter } from '../../client/review/time-meter.ts';
import { unsavedStore } from '../../client/review/unsaved-store.ts';
import type { TargetView } from '../../server/contract/schemas.ts';
import { aShelf } from '../support/shelf.ts';

export interface Sent {
  readonly line: string;
  readonly body: {
    readonly text?: string;
    readonly baseRevision: number;
    readonly decisionId: string;
    readonly activeMs?: number;
  };
  readonly signal: AbortSignal | undefined;
}

export type Tab = ReturnType<typeof openTab>;

/** One target that knows its decisions by their ids. */
export function aServer() {
  let target: TargetView = { text: 'one', state: 'translated', revision: 1, outdated: false, codeFaults: [] };
  const seen = new Map<string, TargetView>();
  return {
    target: () => target,
    serve(line: string, body: Sent['body']): TargetView {
      const before = seen.get(body.decisionId);
      if (before) return before;
      if (body.baseRevision !== target.revision) {
        throw new Problem({ code: 'target.stale', status: 409, params: {}, current: target });
      }
      const state = line.endsWith('/approve') ? 'approved' : 'reviewed';
      target = { ...target, text: body.text ?? target.text, state, revision: target.revision + 1 };
      seen.set(body.decisionId, target);
      return target;
    },
    judge(state: TargetView['state']): void {
      target = { ...target, state, revision: target.revision + 1, by: 'noa', at: '2026-01-01T00:00:00.000Z' };
    },
    write(text: string): void {
      target = { ...target, text, revision: target.revision + 1 };
    },
  };
}

/** `shelf` and `server` are shared by several tabs, or by a tab and its reload. `answers` are used up one a request. */
export function openTab({ tab = 'a', shelf = aShelf(), server = aServer() } = {}) {
  let known = server.target();
  let ids = 0;
  let seconds = 0;
  const sent: Sent[] = [];
  const answers: Array<(answer: () => TargetView) => TargetView | Promise<TargetView>> = [];
  const call = (async (line: string, { body }: { body: Sent['body'] }, signal?: AbortSignal) => {
    sent.push({ line, body, signal });
    return (answers.shift() ?? ((answer) => answer()))(() => server.serve(line, body));
  }) as unknown as typeof callServer;
  const desk = openDesk({
    documentId: 'doc',
    locale: 'he',
    call,
    store: unsavedStore(shelf, 'doc', 'he', tab),
    newId: () => `${tab}-${(ids += 1)}`,
    meter: timeMeter(() => seconds * 1000),
    target: () => known,
    putTarget: (_segmentId, next) => {
      if (next.revision >= known.revision) known = next;
    },
  });
  return {
    desk,
    type: (text: string, drawn = known) => desk.type('s', text, drawn),
    act: (act: Act, drawn = known) => desk.act('s', act, drawn),
    sent,
    answers,
    shelf,
    backend: server,
    known: () => known,
    server: server.target,
    /** An event brings what the server has. */
    hear: (): void => {
      known = server.target();
      desk.reconcile();
    },
    /** Somebody else saves; `told`: and we hear of it. */
    writeBehind: (text: string, told = false): void => {
      server.write(text);
      if (told) known = server.target();
    },
    /** Somebody is at the segment, and this much time goes by. */
    work: (passed: number): void => {
      desk.meter.sign('s');
      seconds += passed;
    },
    word: () => saveWordOf(desk.state(), 's', known),
    /** The text in the editor, and those put aside. */
    texts: () => {
      const { entries, aside } = desk.state();
      return [entries['s']?.kept.text, ...(aside['s'] ?? []).map(({ value }) => value.text)];
    },
  };
}

export const noNetwork = (): never => {
  throw new Problem({ code: 'network.unreachable', status: 0, params: {} });
};

/** The server does it, but its answer is lost. */
export const answerLost = (answer: () => TargetView): never => {
  answer();
  return noNetwork();
};
