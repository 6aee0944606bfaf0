/**
 * `ph.brackets-note`: an editor's note in square brackets (`[propaganda, TN]`, `[MK]`, `[…]`) was lost, or there is one
 * that the source has not. A note may be needless in the other language (`[propaganda]` beside `הסברה`): that is somebody's
 * to say, by dismissing it.
 */
import type { Span } from '../language/fold.ts';
import type { SegmentCheck } from './check.ts';

const noteLike = /\[[^[\]]*\]/gu;

export const bracketsNote: SegmentCheck = {
  id: 'ph.brackets-note',
  severity: 'warning',
  scope: 'segment',
  find: ({ source, target }) => {
    if (source.text.trim() === '') return [];
    const [wanted, there] = [notesIn(source.text), notesIn(target.text)];
    if (wanted.length === there.length) return [];
    return [
      {
        spans: wanted.length < there.length ? there : [],
        sourceSpans: wanted,
        params: { wanted: wanted.length, found: there.length },
      },
    ];
  },
};

function notesIn(text: string): Span[] {
  return Array.from(text.matchAll(noteLike), ({ 0: note, index }): Span => [index, index + note.length]);
}
