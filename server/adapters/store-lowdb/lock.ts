/**
 * One writer to a data folder. On Linux an abstract socket named after the folder's device and inode: the kernel gives
 * it to one process, whatever path it came by, and takes it back when that process dies, so there is no stale lock.
 * Elsewhere a file `lock` with the process id, made with O_EXCL; one left behind by a dead process is taken over.
 * Where neither is seen (containers that share a folder but no network), the journal's size fence stops the second.
 */
import { statSync } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import path from 'node:path';
import { Refused, refuse } from '../../domain/errors.ts';

/** Gives the lock back. */
export type Release = () => Promise<void>;

/** Takes the lock of a folder. Throws `Refused` store.locked, with the process that holds it. */
export async function lockFolder(folder: string): Promise<Release> {
  return process.platform === 'linux' ? lockBySocket(folder) : lockByFile(path.join(folder, 'lock'));
}

async function lockBySocket(folder: string): Promise<Release> {
  const { dev, ino } = statSync(folder);
  const name = `\0dragoman-${dev}-${ino}`;
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    // Destroyed once told: a caller that never hangs up must not keep us from closing.
    socket.end(String(process.pid), () => socket.destroy());
  });
  try {
    await listen(server, name);
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error;
    throw locked(folder, await holderBehind(name));
  }
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

function listen(server: Server, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ path: name, exclusive: true }, resolve);
  });
}

/** The process id that the holder tells; `unknown` where it is too busy or gone. */
async function holderBehind(name: string): Promise<string> {
  const socket = connect({ path: name, timeout: 1000 });
  try {
    return await new Promise((resolve, reject) => {
      socket.once('data', (pid) => resolve(pid.toString()));
      for (const event of ['error', 'timeout', 'close']) socket.once(event, reject);
    });
  } catch {
    return 'unknown';
  } finally {
    socket.destroy();
  }
}

async function lockByFile(file: string): Promise<Release> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const handle = await open(file, 'wx', 0o600);
      await handle.writeFile(String(process.pid));
      await handle.close();
      return () => rm(file, { force: true });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      const holder = await readFile(file, 'utf8').catch(() => 'unknown');
      if (attempt > 0 || isAlive(Number(holder))) throw locked(path.dirname(file), holder);
      await rm(file, { force: true });
    }
  }
}

/** Whether a process lives; EPERM says that it does and belongs to somebody else. */
function isAlive(pid: number): boolean {
  try {
    return Number.isInteger(pid) && process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function locked(folder: string, holder: string): Refused {
  return new Refused(refuse('store.locked', { folder, pid: holder }));
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
