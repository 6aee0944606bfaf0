/**
 * `server.json` in the data folder: the address and the local token of the server that holds the folder, for the
 * command line of the same user (0600). It names a process that may have died; the folder's lock tells whether it has.
 */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface ServerFile {
  readonly url: string;
  readonly editionsUrl: string;
  readonly token: string;
}

/** Writes the file; gives the function that takes it away. */
export async function announce(dataFolder: string, server: ServerFile): Promise<() => Promise<void>> {
  const file = fileIn(dataFolder);
  const temporary = `${file}.${process.pid}`;
  await writeFile(temporary, `${JSON.stringify(server)}\n`, { mode: 0o600 });
  await rename(temporary, file);
  return () => rm(file, { force: true });
}

/** The server that announced itself; undefined when none did. */
export async function announcedServer(dataFolder: string): Promise<ServerFile | undefined> {
  try {
    return JSON.parse(await readFile(fileIn(dataFolder), 'utf8')) as ServerFile;
  } catch {
    return undefined;
  }
}

function fileIn(dataFolder: string): string {
  return path.join(dataFolder, 'server.json');
}
