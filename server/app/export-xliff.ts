/** A document in one of its languages as it stands now, as XLIFF for other tools: drafts, states, and what is still asked. */
import { threadsIn } from '../domain/comments.ts';
import { sourceHashOf, type DocumentState, type SegmentId, type Thread } from '../domain/document.ts';
import type { Locale } from '../domain/locale.ts';
import { headOf, spansOf } from '../domain/spans.ts';
import { writeXliff, type OutNote } from '../formats/xliff/write-xliff.ts';
import type { World } from '../ports.ts';

/** Writes every span with its target; `locale` is not the source's. */
export function exportXliff({ hash }: Pick<World, 'hash'>, document: DocumentState, locale: Locale): string {
  const { id, original, source } = document;
  const threads = openThreadsOf(document, locale);
  return writeXliff({
    id,
    original: original.name,
    from: source.locale,
    to: locale,
    sourceVersion: source.version,
    units: spansOf(document, locale).map(({ segment, ordinal, target }) => ({
      segment,
      ordinal,
      target,
      sourceHash: sourceHashOf(segment, hash),
      notes: (threads.get(segment.id) ?? []).flatMap(notesOf),
    })),
  });
}

function openThreadsOf(document: DocumentState, locale: Locale): ReadonlyMap<SegmentId, readonly Thread[]> {
  const open = threadsIn(document, locale).filter(({ resolved }) => !resolved);
  return Map.groupBy(open, ({ segmentId }) => headOf(document, locale, segmentId));
}

function notesOf({ locale, comments }: Thread): OutNote[] {
  return comments.map(({ by, text }) => ({ about: locale ? 'target' : 'source', text: `${by}: ${text}` }));
}
