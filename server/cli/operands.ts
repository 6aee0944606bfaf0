/** What a person writes behind a command: files to read and to write, seen from where they stand, and documents. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { refuse, Refused } from '../domain/errors.ts';
import { UsageError, type Done, type Options } from './command.ts';

/** A file's path. npm runs scripts in the project's folder and tells where it was called from. */
export function fileOperand(file = ''): string {
  return path.resolve(process.env['INIT_CWD'] ?? '', file);
}

/** A file's name and bytes, as the contract takes them. Throws `UsageError` for one that cannot be read. */
export async function namedFile(operand: string | undefined): Promise<{ file: string; base64: string }> {
  const file = fileOperand(operand);
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(`There is no readable file ${file}.`);
  });
  return { file: path.basename(file), base64: bytes.toString('base64') };
}

/** Hands a text out: into the file that `--output` names, of which the path is then told, or as it is. */
export async function handOut(text: string, { output }: Options): Promise<Done> {
  if (output === undefined) return { reply: { text }, text };
  const file = fileOperand(output);
  await writeFile(file, text);
  return { reply: { file }, text: file };
}

/** The same of a file that is no text: as it is, it goes into a file or a pipe, never onto a terminal. */
export async function handOutBytes(bytes: Uint8Array, { output }: Options): Promise<Done> {
  if (output === undefined) {
    if (process.stdout.isTTY) throw new UsageError('This is no text: name a file by --output, or lead it into one.');
    return { reply: { base64: Buffer.from(bytes).toString('base64') }, text: '', bytes };
  }
  const file = fileOperand(output);
  await writeFile(file, bytes);
  return { reply: { file }, text: file };
}

/** A document's id. Throws `Refused` document.unknown for what cannot be one. */
export function documentOperand(id = ''): string {
  if (/^[A-Za-z0-9_-]{12}$/u.test(id)) return id;
  throw new Refused(refuse('document.unknown'));
}
