/** The documents say what is so: the tree of ARCHITECTURE.md is the tree, and every setting is written down. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

describe('ARCHITECTURE.md', () => {
  const [, tree = ''] = /```\n(server\/[^`]*(?:`[^`]+`[^`]*)*)```/u.exec(readFileSync('ARCHITECTURE.md', 'utf8')) ?? [];
  const named = pathsIn(tree);

  it('names only what is there', () => {
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((name) => !existsSync(name))).toEqual([]);
  });

  it('names every folder of code', () => {
    const folders = new Set(globSync('{server,client}/**/*.{ts,tsx,css}').map((file) => path.dirname(file)));
    expect([...folders].filter((folder) => !named.includes(folder))).toEqual([]);
  });
});

describe('the settings', () => {
  const config = readFileSync('server/config.ts', 'utf8');
  const read = [...config.matchAll(/read\.(?:text|url|address|port|oneOf|minutes)\('([A-Z_]+)'/gu)].map(
    ([, name = '']) => name,
  );
  const example = readFileSync('.env.example', 'utf8');
  const documented = [...example.matchAll(/^([A-Z_]+)=/gmu)].map(([, name = '']) => name);

  it('of .env.example are those that the server reads, and the tests’ browser', () => {
    expect(documented.toSorted()).toEqual([...new Set([...read, 'CHROMIUM_PATH'])].toSorted());
  });

  it.each(documented)('%s has a sentence above it, and stands in README.md', (name) => {
    const [before = ''] = example.split(`\n${name}=`);
    expect(before.split('\n').at(-1)).toMatch(/^# .*\.$/u);
    expect(readFileSync('README.md', 'utf8')).toContain(`\`${name}\``);
  });
});

/** The paths that an indented tree names: two spaces a level, several names on a line. */
function pathsIn(tree: string): string[] {
  const above: string[] = [];
  return tree
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const depth = (line.length - line.trimStart().length) / 2;
      const [names = ''] = line.trim().split(/\s{2,}/u);
      const paths = names.split(' ').map((name) => path.join(...above.slice(0, depth), name).replace(/\/$/u, ''));
      above[depth] = names;
      return paths;
    });
}
