/**
 * Runs a command of the operator's whenever the published site has changed, in the editions folder: rsync, git, a script
 * of theirs. The line is theirs and goes to a shell as it stands; nothing that anybody wrote in Dragoman is ever part of
 * it. What changed lies in files, one path a line, which are not there where nobody knows (the first time, after a
 * restart):
 *
 *   DRAGOMAN_EDITIONS   the folder
 *   DRAGOMAN_CHANGED    a file with the paths that were written
 *   DRAGOMAN_REMOVED    a file with the paths that were removed
 *
 * It runs in a group of processes of its own, so that its children end with it. The end of what it printed is kept for
 * the operator, without anything that looks like a secret.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DeliveryOutcome, FolderDelivery, SiteChanges } from '../ports.ts';
import { failed } from './delivery-exchange.ts';
import { withoutSecrets } from './secrets.ts';

export interface CommandOptions {
  readonly command: string;
  readonly folder: string;
  /** What the command finds in its environment, beside the above. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Never to be repeated in a report. */
  readonly secrets: readonly string[];
  readonly limitMs?: number;
}

const tenMinutes = 10 * 60_000;
/** Who does not end when asked is ended. */
const graceMs = 5_000;
/** Of what it printed: more is kept than is reported, so that no half of a secret stands at the beginning. */
const kept = 8_000;
const reported = 2_000;

/** The delivery by a command. */
export function commandDelivery(options: CommandOptions): FolderDelivery {
  const { command, secrets } = options;
  return {
    id: 'command',
    takes: 'folder',
    address: shownCommand(command, secrets),
    async deliver(changes, { signal }) {
      signal.throwIfAborted();
      const notes = await mkdtemp(path.join(tmpdir(), 'dragoman-delivery-'));
      try {
        return await run(options, await noteChanges(notes, changes), signal);
      } finally {
        await rm(notes, { recursive: true, force: true });
      }
    },
  };
}

/** A word, an assignment before the program, an option or an address by which a password is often handed on. */
const mayHoldSecret =
  /pass|secret|token|key|auth|bearer|credential|:\/\/[^\s/]*@|(?:^|[\s;&|("'])[\p{L}_][\p{L}\p{N}_]*=|\s-[up]/iu;
/** What stands before the program; a value that is more than a word or a quotation is not taken apart. */
const assignments = /^(?:[\p{L}_][\p{L}\p{N}_]*=(?:"[^"]*"|'[^']*'|[^\s"'$`])* )+/u;
const shown = 60;

/**
 * How a command is called to people: its beginning, or, where it may hold a secret, its program alone. It is known again by
 * this: whoever changes what is shown has named another place, which gets everything.
 */
export function shownCommand(command: string, secrets: readonly string[] = []): string {
  const line = command.trim().replace(/\s+/gu, ' ');
  const [program = ''] = line.replace(assignments, '').split(' ');
  if (mayHoldSecret.test(line) || withoutSecrets(line, secrets) !== line)
    return /["'=$`]/u.test(program) ? '…' : withoutSecrets(program, secrets);
  return line.length > shown ? `${line.slice(0, shown).toWellFormed()}…` : line;
}

async function noteChanges(folder: string, changes: SiteChanges | undefined): Promise<Record<string, string>> {
  if (changes === undefined) return {};
  const [changed, removed] = [path.join(folder, 'changed'), path.join(folder, 'removed')];
  await writeFile(changed, lines(changes.written));
  await writeFile(removed, lines(changes.removed));
  return { DRAGOMAN_CHANGED: changed, DRAGOMAN_REMOVED: removed };
}

function lines(paths: readonly string[]): string {
  return paths.map((line) => `${line}\n`).join('');
}

async function run(
  { command, folder, environment, secrets, limitMs = tenMinutes }: CommandOptions,
  notes: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<DeliveryOutcome> {
  const child = spawn(command, {
    shell: true,
    cwd: folder,
    detached: true,
    env: { ...environment, ...notes, DRAGOMAN_EDITIONS: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = lastOf(child);
  const ending = endWith(child, AbortSignal.any([signal, AbortSignal.timeout(limitMs)]));
  const end = await endOf(child);
  ending.release();
  signal.throwIfAborted();
  if (end === 0) return { ok: true };
  const detail = `${end}: ${withoutSecrets(printed(), secrets).slice(-reported)}`.toWellFormed();
  return ending.hasFired() ? failed('delivery.timeout', detail, true) : failed('delivery.failed', detail, true);
}

/** Its exit code, or in words what ended it. */
function endOf(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve('code' in error ? String(error.code) : error.name));
    child.once('close', (code, signal) => resolve(code === 0 ? 0 : `exit ${code ?? signal ?? ''}`));
  });
}

/** Ends a process and its children when a signal fires. */
function endWith(child: ChildProcess, signal: AbortSignal): { hasFired(): boolean; release(): void } {
  let timer: NodeJS.Timeout | undefined;
  const end = (): void => {
    killGroup(child, 'SIGTERM');
    timer = setTimeout(() => {
      killGroup(child, 'SIGKILL');
      // A grandchild in a group of its own may still hold them open.
      for (const stream of [child.stdout, child.stderr]) stream?.destroy();
    }, graceMs);
  };
  signal.addEventListener('abort', end, { once: true });
  return {
    hasFired: () => timer !== undefined,
    release() {
      signal.removeEventListener('abort', end);
      clearTimeout(timer);
    },
  };
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal); // Where there are no groups; and one that has ended by itself takes no harm.
  }
}

/** Collects what a process prints; gives the end of it, from the beginning of a word on. */
function lastOf(child: ChildProcess): () => string {
  let text = '';
  let isCut = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      isCut ||= text.length > kept;
      text = text.slice(-kept);
    });
  }
  return () => (isCut ? text.replace(/^\S*/u, '') : text).trim();
}
