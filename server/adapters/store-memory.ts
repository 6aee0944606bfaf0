/**
 * The store in memory, for tests: the port's whole meaning with nothing under it. What it says, the others must say
 * (tests/adapters/store-contract.ts).
 */
import { hash as digest } from 'node:crypto';
import { boardRow } from '../domain/board.ts';
import { siteStream } from '../domain/decision.ts';
import type { DocumentState, Hash } from '../domain/document.ts';
import { isAboutAny } from '../domain/history.ts';
import { changesSource } from '../domain/source-history.ts';
import type { Commit, Committed, Recorded, Store } from '../ports.ts';
import { newestFirst } from './board-order.ts';
import { frozenEdition } from './frozen-edition.ts';
import { answerAgain, emptyHead, stage, type Head } from './streams.ts';

/** An empty store. Nothing survives it. */
export function createMemoryStore(hash: Hash): Store {
  const heads = new Map<string, Head>();
  const streams = new Map<string, Recorded[]>();
  const byId = new Map<string, Recorded>();
  const originals = new Map<string, Uint8Array>();
  const listeners = new Set<(recorded: readonly Recorded[]) => void>();

  return {
    async commit(commit) {
      const { stream } = commit;
      const known = commit.decisions.flatMap(({ id }) => byId.get(id) ?? []);
      if (known.length > 0) return answerAgain(commit, known);
      const staged = stage(heads.get(stream) ?? emptyHead, commit, hash);
      if (!staged.ok) return staged;
      return keep(commit, staged.recorded, staged.head);
    },
    async board() {
      return newestFirst(documents().map((document) => boardRow(document, hash)));
    },
    async document(documentId) {
      return heads.get(documentId)?.document;
    },
    async decisions(stream, { after = 0, targets } = {}) {
      const isWanted = targets ? isAboutAny(targets) : () => true;
      return (streams.get(stream) ?? []).filter(({ seq, decision }) => seq > after && isWanted(decision));
    },
    async publication(documentId, locale, n) {
      const document = heads.get(documentId)?.document;
      return (
        document &&
        frozenEdition(document, locale, n, {
          async histories(segmentIds) {
            const isWanted = isAboutAny(segmentIds.map((segmentId) => ({ locale, segmentId })));
            return (streams.get(documentId) ?? []).filter(({ decision }) => isWanted(decision));
          },
          sources: async () => (streams.get(documentId) ?? []).filter(({ decision }) => changesSource(decision)),
        })
      );
    },
    async byDecisionId(id) {
      return byId.get(id);
    },
    async site() {
      return (heads.get(siteStream) ?? emptyHead).site;
    },
    async keepOriginal(bytes) {
      const sha256 = digest('sha256', bytes, 'hex');
      originals.set(sha256, bytes.slice());
      return sha256;
    },
    async original(sha256) {
      return originals.get(sha256)?.slice();
    },
    readOnly: () => undefined,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      listeners.clear();
    },
  };

  function documents(): DocumentState[] {
    return [...heads.values()].flatMap(({ document }) => document ?? []);
  }

  function keep({ stream }: Commit, recorded: readonly Recorded[], head: Head): Committed {
    heads.set(stream, head);
    streams.set(stream, [...(streams.get(stream) ?? []), ...recorded]);
    for (const record of recorded) byId.set(record.decision.id, record);
    for (const listener of listeners) listener(recorded);
    return { ok: true, recorded };
  }
}
