/** A process that saves without end (saver.ts), for what has to hold beside a writer. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const saver = path.join(import.meta.dirname, 'saver.ts');

/** Starts it on a stream that is there already; resolves when the first decision is acknowledged. */
export async function startSaver(folder: string, stream: string) {
  const child = spawn(process.execPath, [saver, folder, stream], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  let saved = 0;
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (saved += chunk.split('\n').length - 1));
  await Promise.race([once(child.stdout, 'data'), ended]);
  return { saved: () => saved, kill };
}
