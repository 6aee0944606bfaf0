/**
 * Commands about texts alone, for scripts, bug reports and other tools: they read files or standard input and need
 * neither a data folder nor a server. To add one: a row. A name of two words (`terms match`) is one name.
 */
import type { Command, Done, Options } from './command.ts';
import { lintCommand } from './lint-command.ts';
import { numbersCommand } from './numbers-command.ts';
import { sentencesCommand } from './sentences-command.ts';
import { termsMatchCommand } from './terms-match-command.ts';

export interface TextCommand extends Pick<Command, 'usage' | 'operands' | 'options'> {
  /** `input` gives the whole of standard input, strictly as UTF-8. */
  readonly run: (order: TextOrder) => Promise<TextDone>;
}

export interface TextOrder {
  readonly operands: readonly string[];
  readonly options: Options;
  readonly input: () => Promise<string>;
}

export interface TextDone extends Done {
  /** Printed by `--json` in place of `reply`: one value a line. */
  readonly lines?: readonly unknown[];
}

export const textCommands: Readonly<Record<string, TextCommand>> = {
  lint: lintCommand,
  numbers: numbersCommand,
  sentences: sentencesCommand,
  'terms match': termsMatchCommand,
};
