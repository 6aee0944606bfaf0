/** Builds the desk once before the end-to-end tests, as `npm start` does: in a process of its own, under any NODE_ENV. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

export default async function buildClient(): Promise<void> {
  await promisify(execFile)(process.execPath, [
    path.resolve('node_modules/vite/bin/vite.js'),
    'build',
    '--logLevel',
    'warn',
  ]);
}
