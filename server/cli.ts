/**
 * Dragoman from a terminal: `npm run --silent dragoman -- COMMAND …`. It finds the command in a table, runs it and
 * says what came of it; `--json` prints the contract's reply for scripts.
 * Exit codes: 0 done · 1 refused · 2 wrong usage or configuration · 3 fault.
 */
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { UsageError, type Command, type Options } from './cli/command.ts';
import { commands } from './cli/commands.ts';
import { connect } from './cli/connection.ts';
import { folderCommands } from './cli/folder-commands.ts';
import { printable } from './cli/printable.ts';
import { textCommands, type TextDone } from './cli/text-commands.ts';
import { sentenceOf } from './cli/words.ts';
import { environment, readConfig, type Config } from './config.ts';
import { refuse, Refused, type RefusalCode } from './domain/errors.ts';

const exit = { done: 0, refused: 1, usage: 2, fault: 3 } as const;

/** Nobody refused anything: there was nobody. */
const lostServer = new Set<RefusalCode>(['server.unreachable', 'server.gone']);

process.exitCode = await run(process.argv.slice(2));

async function run(argv: string[]): Promise<number> {
  try {
    const { name, operands, options, json, remote } = parse(argv);
    if (name === undefined || name === 'help') return say(usage(), name === undefined ? exit.usage : exit.done);
    const done = await runCommand(name, operands, options, remote);
    const lines = json ? jsonLines(done) : [done.text];
    if (done.bytes && !json) await writeOut(done.bytes);
    else if (lines.length > 0) print(lines.join('\n'));
    return done.refused ? exit.refused : exit.done;
  } catch (error) {
    return report(error, argv.includes('--json'));
  }
}

function jsonLines(done: TextDone): string[] {
  return (done.lines ?? [done.reply]).map((value) => JSON.stringify(value));
}

async function runCommand(name: string, operands: string[], options: Options, remote?: string): Promise<TextDone> {
  const textCommand = Object.hasOwn(textCommands, name) ? textCommands[name] : undefined;
  if (textCommand) {
    checkWords(textCommand, operands, options);
    return textCommand.run({ operands, options, input: standardInput });
  }
  const folderCommand = Object.hasOwn(folderCommands, name) ? folderCommands[name] : undefined;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (folderCommand) {
    checkWords(folderCommand, operands, options);
    return folderCommand.run(configuration(), operands, options);
  }
  if (command === undefined) throw new UsageError(`There is no command “${name}”.\n\n${usage()}`);
  checkWords(command, operands, options);
  const connection = await connect(configuration(), remoteOf(remote));
  try {
    return await command.run({ connection, operands, options, input: standardInput, progress });
  } finally {
    await connection.close();
  }
}

function parse(argv: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        from: text,
        to: text,
        title: text,
        locale: text,
        provider: text,
        format: text,
        output: { ...text, short: 'o' },
        all: flag,
        dismiss: text,
        lang: text,
        policy: text,
        trial: flag,
        approve: flag,
        before: text,
        after: text,
        note: text,
        segments: text,
        locales: text,
        at: text,
        cancel: flag,
        translators: text,
        description: text,
        json: flag,
        url: text,
        help: { ...flag, short: 'h' },
      },
    });
    const { json = false, url: remote, help, ...options } = values;
    const [name, ...operands] = help ? ['help'] : named(positionals);
    return { name, operands, options: options as Options, json, remote };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The first two words are one name where a command is called so. */
function named([first, second, ...rest]: string[]): string[] {
  const known = { ...commands, ...folderCommands, ...textCommands };
  const both = `${first} ${second}`;
  return Object.hasOwn(known, both) ? [both, ...rest] : [first, second, ...rest].filter((word) => word !== undefined);
}

/** Strictly UTF-8: a byte that is none is a mistake to be told of, not a question mark. */
async function standardInput(): Promise<string> {
  const bytes = await buffer(process.stdin);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refused(refuse('import.encoding', { encoding: 'UTF-8' }));
  }
}

function checkWords(
  command: Pick<Command, 'usage' | 'operands' | 'options'>,
  operands: string[],
  options: Options,
): void {
  const [least, most] = command.operands;
  const foreign = Object.keys(options).find((option) => !(command.options as readonly string[]).includes(option));
  if (operands.length < least || operands.length > most || foreign) throw new UsageError(`Usage: ${command.usage}`);
}

function configuration(): Config {
  const read = readConfig(environment());
  if (read.ok) return read.config;
  throw new UsageError(read.faults.join('\n'));
}

function remoteOf(url: string | undefined): { url: string; token: string } | undefined {
  if (url === undefined) return undefined;
  const token = process.env['DRAGOMAN_TOKEN'];
  if (!token || !URL.canParse(url)) throw new UsageError('--url takes an address, and DRAGOMAN_TOKEN its token.');
  return { url, token };
}

/** Progress is for a person who watches: it goes to standard error, and nowhere when that is a file. */
function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${printable(line, true)}`);
}

async function report(error: unknown, json: boolean): Promise<number> {
  if (error instanceof UsageError) return say(error.message, exit.usage);
  if (error instanceof Refused) {
    const { ok: _, ...problem } = error.refusal;
    if (json) print(JSON.stringify(problem));
    return say(await sentenceOf(error.refusal), lostServer.has(problem.code) ? exit.fault : exit.refused);
  }
  if (!(error instanceof Error)) return say(String(error), exit.fault);
  // The machine's own refusals (no such folder, no space) say it themselves; a bug shows where it is.
  return say('syscall' in error ? error.message : (error.stack ?? error.message), exit.fault);
}

function usage(): string {
  const all = [commands, folderCommands, textCommands].flatMap((table) => Object.values(table));
  const lines = all.map(({ usage }) => `  ${usage}`);
  return ['Usage: npm run --silent dragoman -- COMMAND [--json] [--url ADDRESS]', '', ...lines].join('\n');
}

function say(text: string, code: number): number {
  print(text, code === exit.done ? 'stdout' : 'stderr');
  return code;
}

/** A file that is led on. It is whole before the process ends. */
function writeOut(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => process.stdout.write(bytes, () => resolve()));
}

/** Everything that is printed goes through here, but for progress and files. A reader that has gone (`| head`) is no fault. */
function print(text: string, stream: 'stdout' | 'stderr' = 'stdout'): void {
  const write = stream === 'stdout' ? console.log : console.error;
  write(printable(text, process[stream].isTTY));
}
