/** What the house says of its published site, from a terminal: as JSON, shown and set as a whole. */
import { refuse, Refused } from '../domain/errors.ts';
import { UsageError, type Command, type Done, type Invocation } from './command.ts';
import { namedFile } from './operands.ts';

export const siteCommands: Readonly<Record<string, Command>> = {
  'site show': { usage: 'site show', operands: [0, 0], options: [], run: show },
  'site set': { usage: 'site set FILE.json', operands: [1, 1], options: [], run: set },
};

async function show({ connection }: Invocation): Promise<Done> {
  const reply = await connection.call('GET /api/site', {});
  return { reply, text: JSON.stringify(reply.settings, undefined, 2) };
}

/**
 * Sets what the file names; what it does not name stays. A file that was written by `site show --json` names the revision
 * that it was made from, and is refused where somebody has changed the settings since.
 */
async function set({ connection, operands: [file] }: Invocation): Promise<Done> {
  const { base64, file: name } = await namedFile(file);
  const given = objectIn(Buffer.from(base64, 'base64').toString(), name);
  const now = await connection.call('GET /api/site', {});
  const isWhole = 'settings' in given && 'revision' in given;
  const settings = Object.assign({}, now.settings, isWhole ? given['settings'] : given);
  if (isWhole && given['revision'] !== now.revision) throw new Refused(refuse('settings.stale'));
  const body = { decisionId: crypto.randomUUID(), revision: now.revision, settings };
  const reply = await connection.call('PUT /api/site', { body });
  return { reply, text: JSON.stringify(reply.settings, undefined, 2) };
}

function objectIn(text: string, name: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Readonly<Record<string, unknown>>;
  } catch {
    // Said below.
  }
  throw new UsageError(`${name} is not a JSON object of settings; “site show” prints one.`);
}
