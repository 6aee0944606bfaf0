/** Holds the layers of ARCHITECTURE.md: who may import whom, read from the code's own imports by a parser. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

/** What a room may import: other rooms, and packages (`node:*` for any built-in). `*`: any package. */
const layers: Record<string, { rooms: string[]; packages: string[] }> = {
  'server/domain': { rooms: ['server/domain'], packages: ['diff'] },
  'server/formats': {
    rooms: ['server/formats', 'server/domain'],
    packages: ['markdown-it', 'markdown-it-footnote', 'saxes'],
  },
  'server/ports.ts': { rooms: ['server/domain'], packages: [] },
  'server/app': {
    rooms: ['server/app', 'server/domain', 'server/formats', 'server/ports.ts', 'server/render'],
    packages: [],
  },
  // Of the formats their writers: an edition's Markdown and plain text stand beside its page.
  'server/render': {
    rooms: ['server/render', 'server/domain', 'server/formats', 'server/ports.ts'],
    packages: ['node:', 'docx', 'fflate'],
  },
  'server/adapters': { rooms: ['server/adapters', 'server/domain', 'server/ports.ts'], packages: ['*'] },
  'server/contract': { rooms: ['server/contract', 'server/domain'], packages: ['typebox'] },
  'server/http': {
    rooms: ['server/http', 'server/contract', 'server/app', 'server/domain', 'server/ports.ts'],
    packages: ['*'],
  },
  'server/config.ts': { rooms: ['server/domain'], packages: ['node:'] },
  'server/compose.ts': { rooms: ['server'], packages: ['*'] },
  'server/main.ts': { rooms: ['server'], packages: ['*'] },
  'server/cli': { rooms: ['server'], packages: ['*'] },
  'server/cli.ts': { rooms: ['server'], packages: ['*'] },
  'server/import-thread.ts': { rooms: ['server/app', 'server/ports.ts'], packages: ['node:'] },
  'server/version.ts': { rooms: [], packages: ['node:'] },
  client: { rooms: ['client', 'server/contract', 'server/domain', 'locales'], packages: ['*'] },
};

const files = globSync(['server/**/*.ts', 'client/**/*.{ts,tsx}']);

describe('the layers', () => {
  it('finds the code', () => expect(files.length).toBeGreaterThan(10));

  it.each(files)('%s imports only what its layer may', (file) => {
    const layer = layers[roomOf(file)];
    expect(layer, `${file} stands in no known room`).toBeDefined();
    for (const { specifier, typeOnly } of importsOf(file)) {
      expect(allowed(file, specifier, typeOnly, layer ?? { rooms: [], packages: [] }), `${file} → ${specifier}`).toBe(
        true,
      );
    }
  });
});

function allowed(
  file: string,
  specifier: string,
  typeOnly: boolean,
  layer: { rooms: string[]; packages: string[] },
): boolean {
  if (!specifier.startsWith('.')) {
    if (layer.packages.includes('*')) return !(file.startsWith('client/') && specifier.startsWith('node:'));
    return layer.packages.some((name) => (name.endsWith(':') ? specifier.startsWith(name) : specifier === name));
  }
  const room = path.join(path.dirname(file), specifier);
  if (file.startsWith('client/') && room.startsWith('server/contract') && !typeOnly) return false;
  if (room === 'server/compose.ts') return file === 'server/main.ts' || roomOf(file) === 'server/cli';
  return layer.rooms.some((allowedRoom) => room === allowedRoom || room.startsWith(`${allowedRoom}/`));
}

/** The longest room name that the file stands in. */
function roomOf(file: string): string {
  return (
    Object.keys(layers)
      .filter((room) => file === room || file.startsWith(`${room}/`))
      .toSorted((a, b) => b.length - a.length)[0] ?? ''
  );
}

function importsOf(file: string): Array<{ specifier: string; typeOnly: boolean }> {
  const { module } = parseSync(file, readFileSync(file, 'utf8'));
  return [
    ...module.staticImports.map((found) => ({
      specifier: found.moduleRequest.value,
      typeOnly: found.entries.length > 0 && found.entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap((found) =>
      found.entries.flatMap((entry) =>
        entry.moduleRequest ? [{ specifier: entry.moduleRequest.value, typeOnly: entry.isType }] : [],
      ),
    ),
    ...module.dynamicImports.map((found) => ({
      specifier: readFileSync(file, 'utf8').slice(found.moduleRequest.start + 1, found.moduleRequest.end - 1),
      typeOnly: false,
    })),
  ];
}
