/** A name that somebody is typing in a comment: where it begins, who may be meant, and the text with it written out. Pure. */
import type { Member } from '../../../server/domain/comments.ts';
import { fold } from '../../../server/domain/language/fold.ts';

export interface NameBegun {
  /** Where `@` stands. */
  readonly start: number;
  readonly caret: number;
  readonly letters: string;
}

/** What stands between the last `@` and the caret, on one line; undefined where no name is being typed. */
export function nameAt(text: string, caret: number): NameBegun | undefined {
  const found = /(?<![\p{sc=Latin}\p{N}._-])@([^@\n]{0,40})$/u.exec(text.slice(0, caret));
  return found ? { start: found.index, caret, letters: found[1] ?? '' } : undefined;
}

/** The members of whose names a word begins with these letters, however they are spelled; all where there are none. */
export function membersMeant(letters: string, members: readonly Member[]): readonly Member[] {
  const wanted = fold(letters, 2).text;
  return members.filter(({ name }) => ` ${fold(name, 2).text}`.includes(` ${wanted}`));
}

/** The text with the name written out and a space after it, and where the caret then stands. */
export function withName(text: string, { start, caret }: NameBegun, name: string): { text: string; caret: number } {
  const before = `${text.slice(0, start)}@${name} `;
  return { text: before + text.slice(caret).replace(/^ /u, ''), caret: before.length };
}
