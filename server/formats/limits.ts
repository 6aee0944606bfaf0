/** Holds an import to its limits (server/domain/limits.ts): each is checked before the work that it bounds. */
import type { Block } from '../domain/document.ts';
import { refuse, Refused } from '../domain/errors.ts';
import { importLimits } from '../domain/limits.ts';

/** Throws `Refused` with import.too-many-segments where a text has more lines than any document needs. */
export function checkLines(text: string): void {
  let lines = 1;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) lines += 1;
  if (lines > importLimits.lines) throw tooManySegments();
}

/**
 * A meter for the blocks of one import: counts each that it is given and throws `Refused` at the first beyond a limit
 * (import.too-many-segments, import.segment-too-long, import.too-large).
 */
export function blockMeter(): (block: Block) => Block {
  let segments = 0;
  let characters = 0;
  return (block) => {
    const size = sizeOf(block);
    segments += 1;
    characters += size;
    checkSegmentLength(size, segments);
    if (segments > importLimits.segments) throw tooManySegments();
    if (characters > importLimits.characters) {
      throw new Refused(refuse('import.too-large', { limit: importLimits.megabytes }));
    }
    return block;
  };
}

/** Throws `Refused` with import.segment-too-long; `segment` counts from 1. */
export function checkSegmentLength(characters: number, segment: number): void {
  const limit = importLimits.segmentCharacters;
  if (characters > limit) throw new Refused(refuse('import.segment-too-long', { limit, segment }));
}

/** For a parser that has reached the bound on its tokens or lines. */
export function tooManySegments(): Refused {
  return new Refused(refuse('import.too-many-segments', { limit: importLimits.segments }));
}

function sizeOf({ text, codes }: Block): number {
  return Object.values(codes).reduce(
    (sum, code) => sum + Object.values(code).reduce((length, value) => length + value.length, 0),
    text.length,
  );
}
