/**
 * Prints, for a web server that does not read the site's own file, where renamed articles have gone and which editions
 * were withdrawn. It reads what stands in the editions' folder, so it needs neither the store nor a running server.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config.ts';
import { decodePath, readRules, rulesFile, type SiteRule } from '../domain/site-rules.ts';
import { ruleFormats } from '../formats/server-rules.ts';
import { UsageError, type Done, type Options } from './command.ts';

const formats = Object.keys(ruleFormats);

export const rulesUsage = `rules --format ${formats.join('|')}`;

/** The rules in a format; empty where nothing was renamed or withdrawn. */
export async function printRules({ editionsFolder, editionsUrl }: Config, format: Options['format']): Promise<Done> {
  const write = format !== undefined && Object.hasOwn(ruleFormats, format) ? ruleFormats[format] : undefined;
  if (write === undefined) throw new UsageError(`--format names one of: ${formats.join(', ')}.`);
  const rules = await rulesOf(editionsFolder);
  const base = editionsUrl === undefined ? '/' : decodePath(new URL(editionsUrl).pathname)?.replace(/\/?$/u, '/');
  return { reply: { rules }, text: rules.length === 0 ? '' : write(rules, base ?? '/').trimEnd() };
}

async function rulesOf(folder: string): Promise<SiteRule[]> {
  try {
    return readRules(await readFile(path.join(folder, rulesFile), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
