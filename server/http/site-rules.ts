/**
 * The rules of the published site as our own server obeys them: read from the file that the site carries for any host,
 * again whenever it has changed, so that nobody has to tell the server what was withdrawn. A file that is missing, too
 * large or damaged leaves the pages as they are.
 */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { decodePath, readRules, ruleFor, rulesByFolder, rulesFile, type SiteRule } from '../domain/site-rules.ts';

/** Some hundred thousand rules. */
const longestFile = 32 * 1024 * 1024;

const none: ReadonlyMap<string, SiteRule> = new Map();

/** Finds the rule for a request's path, as the folder has it now. */
export type FindRule = (url: string) => Promise<SiteRule | undefined>;

/** The rules of a folder of editions. */
export function rulesIn(folder: string): FindRule {
  const file = path.join(folder, rulesFile);
  let read = { version: '', rules: none };
  return async (url) => {
    const version = await versionOf(file);
    if (version !== read.version) read = { version, rules: version === '' ? none : await rulesOf(file) };
    if (read.rules.size === 0) return undefined;
    const [address = ''] = url.split(/[?#]/u);
    const wanted = decodePath(address);
    return wanted === undefined ? undefined : ruleFor(read.rules, wanted);
  };
}

/** What tells one state of the file from another; empty where there is none to be read. */
async function versionOf(file: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(file);
    return size > longestFile ? '' : `${mtimeMs} ${size} ${ino}`;
  } catch {
    return '';
  }
}

async function rulesOf(file: string): Promise<ReadonlyMap<string, SiteRule>> {
  try {
    return rulesByFolder(readRules(await readFile(file, 'utf8')));
  } catch {
    return none;
  }
}
