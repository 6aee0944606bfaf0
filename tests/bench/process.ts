/** A whole process as it is measured: how long it took, and the most memory it had (Linux; elsewhere unknown). */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

export interface Ran {
  readonly ms: number;
  /** Resident, in MiB, of the process and those it started at its fullest moment, as far as looking often tells. */
  readonly peakMiB: number | undefined;
  readonly output: string;
}

/** Runs a command to its end; throws with its last words where it fails. */
export function runProcess(command: string, args: readonly string[], cwd: string): Promise<Ran> {
  const began = performance.now();
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, peak] = ['', 0];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += String(part)));
  const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 20);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      const ms = performance.now() - began;
      if (code === 0) resolve({ ms, peakMiB: peak > 0 ? Math.round(peak / 1024) : undefined, output });
      else reject(new Error(`${command} ended with ${code}: ${output.slice(-500)}`));
    });
  });
}

/** Where a command is on the PATH; undefined: not installed. */
export function onPath(command: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, command))
    .find((file) => isExecutable(file));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** KiB. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
