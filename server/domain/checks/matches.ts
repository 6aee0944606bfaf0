/** What most checks of writing are made of: a pattern, what it finds, and what should stand there instead. */
import type { Found } from './check.ts';

/** A stretch of the target that should read otherwise; with a fix that writes it so. */
export function replacement(start: number, found: string, proposed: string): Found {
  const span = [start, start + found.length] as const;
  return { spans: [span], params: { found, proposed }, fix: [{ span, text: proposed }] };
}

/** A stretch of the target that is wrong, and only a person knows what is right. */
export function mention(start: number, found: string): Found {
  return { spans: [[start, start + found.length]], params: { found } };
}

/** Each match of a pattern for which there is something to say. The pattern is global. */
export function eachMatch(
  text: string,
  pattern: RegExp,
  say: (match: RegExpExecArray) => Found | undefined,
): readonly Found[] {
  return Array.from(text.matchAll(pattern), say).filter((found) => found !== undefined);
}

/** Each match of a pattern, by what a table says should stand in its place. */
export function replaced(text: string, pattern: RegExp, table: ReadonlyMap<string, string>): readonly Found[] {
  return eachMatch(text, pattern, ({ 0: found, index }) => {
    const proposed = table.get(found);
    return proposed === undefined ? mention(index, found) : replacement(index, found, proposed);
  });
}

/** Something invisible that should go. */
export function removal(start: number, found: string): Found {
  const span = [start, start + found.length] as const;
  return { spans: [span], params: { found: codePoint(found) }, fix: [{ span, text: '' }] };
}

/** A character that nobody sees, by its number: `U+200B`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
