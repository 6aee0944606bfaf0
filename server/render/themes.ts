/**
 * The themes that a site can choose from: those that ship, and an operator's own folder of them. A theme is a matter of
 * files, never editable over the web. One that cannot be used keeps nobody from publishing: it is reported, and the
 * first that ships stands in for it.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Theme, Themes } from '../ports.ts';
import { readTheme, shippedFolder } from './theme.ts';

/** Told of each fault, with what is missing now. */
type Report = (error: unknown, what: string) => void;

/** Those that ship, in the order in which they are offered. */
const shippedIds = ['paper', 'bulletin'] as const;

let shipped: readonly [Theme, ...Theme[]] | undefined;

/** The themes, read when first asked for. An operator's own takes the place of one that ships under the same id. */
export function openThemes(folder: string | undefined, report: Report): Themes {
  let known: ReadonlyMap<string, Theme> | undefined;
  const missed = new Set<string>();
  const byId = (): ReadonlyMap<string, Theme> => {
    const own = known === undefined && folder !== undefined ? readOwn(folder, report) : [];
    return (known ??= new Map([...shippedThemes(), ...own].map((theme) => [theme.id, theme])));
  };
  return {
    all: () => [...byId().values()],
    find(id) {
      const theme = byId().get(id);
      if (theme !== undefined) return theme;
      const [first] = shippedThemes();
      if (!missed.has(id)) report(new Error(`There is no theme ${id}`), `the site looks like ${first.id}`);
      missed.add(id);
      return first;
    },
  };
}

/** Those that ship, read once. */
export function shippedThemes(): readonly [Theme, ...Theme[]] {
  return (shipped ??= readShipped());
}

function readShipped(): readonly [Theme, ...Theme[]] {
  const [first, ...others] = shippedIds.map((id) => {
    const read = readTheme(path.join(shippedFolder, id));
    if (!read.ok) throw new Error(`The theme ${id} is faulty: ${read.faults.join('; ')}`);
    return read.theme;
  });
  if (first === undefined) throw new Error('No theme ships');
  return [first, ...others];
}

function readOwn(folder: string, report: Report): readonly Theme[] {
  return foldersIn(folder, report).flatMap((id) => {
    const read = readTheme(path.join(folder, id));
    if (read.ok) return [read.theme];
    report(new Error(`The theme ${id} is faulty: ${read.faults.join('; ')}`), 'the site does without this theme');
    return [];
  });
}

function foldersIn(folder: string, report: Report): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .toSorted();
  } catch (error) {
    report(error, 'the folder of themes cannot be read: the site has those that ship');
    return [];
  }
}
