/** What a person writes behind a command: files, seen from where they stand, and documents. */
import path from 'node:path';
import { refuse, Refused } from '../domain/errors.ts';

/** A file's path. npm runs scripts in the project's folder and tells where it was called from. */
export function fileOperand(file = ''): string {
  return path.resolve(process.env['INIT_CWD'] ?? '', file);
}

/** A document's id. Throws `Refused` document.unknown for what cannot be one. */
export function documentOperand(id = ''): string {
  if (/^[A-Za-z0-9_-]{12}$/u.test(id)) return id;
  throw new Refused(refuse('document.unknown'));
}
