/**
 * What an installation rests on. npm silently leaves platform packages out of the lockfile when a version is only half
 * there, and then `npm ci` fails in the next clean clone; here it fails first, without a network.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = readJson('package-lock.json') as { packages: Record<string, LockedPackage> };
const manifest = readJson('package.json') as Record<string, Record<string, string> | undefined>;
const direct = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((group) =>
  Object.entries(manifest[group] ?? {}),
);

describe('the lockfile', () => {
  const withOptional = Object.entries(packages).filter(([, { optionalDependencies }]) => optionalDependencies);

  it('is read', () => expect(withOptional.length).toBeGreaterThan(3));

  it.each(withOptional)('holds every optional dependency of %s', (place, { optionalDependencies = {} }) => {
    expect(Object.keys(optionalDependencies).filter((name) => !isLocked(name, place))).toEqual([]);
  });
});

describe('the dependencies', () => {
  const [, explained] = readFileSync('ARCHITECTURE.md', 'utf8').split('\n## Dependencies\n');

  it.each(direct)('%s is pinned exactly', (_name, version) => expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/u));

  it.each(direct)('%s is explained in ARCHITECTURE.md', (name) => expect(explained).toContain(`\`${name}\``));
});

/** Looked up as Node does: beside the package, then in each folder above it. */
function isLocked(name: string, place: string): boolean {
  const steps = place.split('/node_modules/');
  return steps
    .map((_, i) => [...steps.slice(0, i + 1), name].join('/node_modules/'))
    .concat(`node_modules/${name}`)
    .some((candidate) => Object.hasOwn(packages, candidate));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
