/**
 * The bytes as they were handed in, `originals/<sha256>`: written once, durable before the import that names them is
 * committed, and never a path of anybody's making: 64 hex digits or nothing.
 */
import { hash } from 'node:crypto';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { Refused, refuse } from '../../domain/errors.ts';
import { makeFolder, readIfThere, writeDurably } from '../durable-file.ts';

export const sha256Pattern = /^[0-9a-f]{64}$/u;

/** Keeps bytes under their digest; the same bytes once. Throws `Refused` store.full where the disk is. */
export async function keepOriginal(folder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = hash('sha256', bytes, 'hex');
  const file = path.join(folder, sha256);
  if (await exists(file)) return sha256;
  try {
    await makeFolder(folder);
    await writeDurably(file, bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'ENOSPC' || code === 'EDQUOT' ? new Refused(refuse('store.full')) : error;
  }
  return sha256;
}

/** The bytes under a digest; undefined where there are none. */
export async function readOriginal(folder: string, sha256: string): Promise<Uint8Array | undefined> {
  return sha256Pattern.test(sha256) ? readIfThere(path.join(folder, sha256)) : undefined;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
