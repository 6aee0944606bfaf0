/**
 * What the source said at a time. Few decisions change it (the import, and whatever begins with `source.`), so those
 * are done again up to that time, on a document that has nothing but a source: no version is kept twice.
 */
import type { Decision, DocumentDecision } from './decision.ts';
import type { DocumentState, Source } from './document.ts';
import { apply } from './transition.ts';

/** Whether a decision makes a version of the source. */
export function changesSource(decision: Decision): decision is DocumentDecision {
  return decision.kind === 'document.imported' || decision.kind.startsWith('source.');
}

/** The source as it stood after the decision `seq` of its stream; undefined before the import. */
export function sourceAt(
  stream: Iterable<{ readonly seq: number; readonly decision: Decision }>,
  seq: number,
): Source | undefined {
  const upTo = Array.from(stream).filter((entry) => entry.seq <= seq);
  return [...versionsOf(upTo)].at(-1);
}

/** A version of the source; undefined where there was none such. */
export function sourceOfVersion(
  stream: Iterable<{ readonly seq: number; readonly decision: Decision }>,
  version: number,
): Source | undefined {
  let found: Source | undefined;
  for (const source of versionsOf(stream)) if (source.version <= version) found = source;
  return found?.version === version ? found : undefined;
}

function* versionsOf(stream: Iterable<{ readonly decision: Decision }>): Generator<Source, void> {
  let document: DocumentState | undefined;
  for (const { decision } of stream) {
    if (!changesSource(decision)) continue;
    const outcome = apply(document, decision);
    if (!outcome.ok) throw new Error(`the source cannot be read: ${outcome.code}`);
    document = outcome.next;
    yield document.source;
  }
}
