/**
 * JSON lines on standard input: one object a line, each with the texts that a command asks for. A line that is none is
 * refused by its number, and nothing is answered: a script must not take half an answer for the whole.
 */
import { refuse, Refused } from '../domain/errors.ts';

/** Gives the objects of all lines that are not blank, whole, with the named texts. Throws `Refused` input.line. */
export function jsonLines<K extends string>(
  input: string,
  keys: readonly K[],
): Array<Readonly<Record<string, unknown>> & Readonly<Record<K, string>>> {
  return input.split('\n').flatMap((text, i) => {
    if (text.trim() === '') return [];
    const value = parsed(text);
    if (hasTexts(value, keys)) return [value];
    throw new Refused(refuse('input.line', { line: i + 1, keys: keys.join(', ') }));
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function hasTexts<K extends string>(value: unknown, keys: readonly K[]): value is Record<K, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    keys.every((key) => Object.hasOwn(value, key) && typeof (value as Record<K, unknown>)[key] === 'string')
  );
}
