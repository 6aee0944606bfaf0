/** What a command is, whatever it works on: its line of usage, its options, and what it makes of them. */
import { isLocale, type Locale } from '../domain/locale.ts';
import type { Connection } from './connection.ts';

export interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly title?: string;
  readonly locale?: string;
  readonly provider?: string;
  readonly format?: string;
  readonly output?: string;
  readonly all?: boolean;
  readonly dismiss?: string;
  readonly lang?: string;
  readonly policy?: string;
  readonly trial?: boolean;
  readonly approve?: boolean;
  readonly before?: string;
  readonly after?: string;
  readonly note?: string;
  readonly segments?: string;
  readonly locales?: string;
  readonly at?: string;
  readonly cancel?: boolean;
  readonly translators?: string;
  readonly description?: string;
}

export interface Invocation {
  readonly connection: Connection;
  readonly operands: readonly string[];
  readonly options: Options;
  /** All of standard input. */
  readonly input: () => Promise<string>;
  /** Shows a line of progress, where somebody is watching. */
  readonly progress: (line: string) => void;
}

export interface Done {
  readonly reply: unknown;
  readonly text: string;
  /** What goes out in its place as it is. */
  readonly bytes?: Uint8Array;
  /** Something was refused although the command as a whole went through. */
  readonly refused?: boolean;
}

export interface Command {
  readonly usage: string;
  readonly operands: readonly [least: number, most: number];
  readonly options: ReadonlyArray<keyof Options>;
  readonly run: (invocation: Invocation) => Promise<Done>;
}

/** A mistake in the command's own words: exit code 2. */
export class UsageError extends Error {}

/** A language that an option names. Throws `UsageError` for another. */
export function localeOption(tag: string | undefined, option: string): Locale {
  if (tag !== undefined && isLocale(tag)) return tag;
  throw new UsageError(`${option} names a language: en, he or ar.`);
}
