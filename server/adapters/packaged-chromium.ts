/**
 * The Chromium that ships inside the npm package @sparticuz/chromium (linux x64), made ready to run anywhere: no system
 * package, no font of the machine, no download. It is unpacked once (about 211 MB, 2 s); every later start finds it.
 * Checked with @sparticuz/chromium 153.0.0 and playwright-core 1.65.1 on Debian 12, also without fonts and NSS.
 *
 *   <folder>/chromium-<version>/chromium      named by version: an upgrade never starts the old browser
 *   <folder>/chromium-<version>/.done         written last: without it the folder is somebody's unfinished work
 *
 * The package is made for a cloud function, so five of its defaults are wrong on a machine of one's own. Each is
 * marked "Trap" below.
 */
import { existsSync } from 'node:fs';
import { access, constants, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** How a Chromium is started: what playwright's `launch` takes. */
export interface ChromiumLaunch {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

/**
 * Trap 1. The package's own `args` hold --single-process, --no-zygote and --disable-web-security: the first breaks
 * browser contexts, the last would hide real faults. This one is enough.
 */
export const chromiumArgs = ['--disable-gpu'] as const;

/** The four archives of the package. The last holds NSS (libnspr4 and friends). */
const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];

/** Whether the package is installed, on a machine that it runs on. */
export function isPackaged(): boolean {
  return process.platform === 'linux' && process.arch === 'x64' && packageRoot() !== undefined;
}

/**
 * Unpacks the packaged browser into the first of these folders that can be written, unless it stands there already.
 * `undefined` stands for `node_modules/.cache`. Rejects where there is no package, or no place for it.
 */
export async function preparePackagedChromium(folders: ReadonlyArray<string | undefined>): Promise<ChromiumLaunch> {
  const root = packageRoot();
  if (root === undefined || !isPackaged()) throw new Error('There is no packaged Chromium: it is for linux x64 only');
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const places = folders.map((folder) =>
    path.join(folder ?? path.resolve(root, '../../.cache'), `chromium-${version}`),
  );
  const place = places.find(isComplete) ?? (await firstWritable(places));
  if (!isComplete(place)) await unpack(root, place);
  return {
    executablePath: path.join(place, 'chromium'),
    args: [...chromiumArgs],
    env: {
      ...inheritedEnvironment(),
      // Trap 2. Without NSS on the system the browser stops with "libnspr4.so: cannot open shared object file". The
      // package carries NSS but unpacks it only in the cloud; here it is unpacked always.
      LD_LIBRARY_PATH: path.join(place, 'al2023', 'lib'),
      FONTCONFIG_PATH: path.join(place, 'fontconfig'),
    },
  };
}

/** The environment of this process, for a child. */
export function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function packageRoot(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    const folder = path.join('@sparticuz', 'chromium');
    return entry.slice(0, entry.lastIndexOf(folder) + folder.length);
  } catch {
    return undefined; // Not installed: it is an optional part.
  }
}

function isComplete(place: string): boolean {
  return existsSync(path.join(place, '.done'));
}

async function firstWritable(places: readonly string[]): Promise<string> {
  for (const place of places) {
    try {
      await mkdir(path.dirname(place), { recursive: true });
      await access(path.dirname(place), constants.W_OK);
      return place;
    } catch {
      continue; // A program folder that belongs to somebody else is common: the next one is the operator's own.
    }
  }
  throw new Error(`Chromium cannot be unpacked: none of ${places.join(', ')} can be written`);
}

/**
 * Trap 4. The package's `executablePath()` accepts whatever file named "chromium" already lies in the temporary folder:
 * half written by a parallel run, or of an older version. So it goes into a folder of its own, the marker last, and the
 * whole folder is renamed into place in one step.
 */
async function unpack(root: string, place: string): Promise<void> {
  const unfinished = await mkdtemp(`${place}-`);
  try {
    await inflateArchives(root, unfinished);
    await writeFontConfiguration(unfinished, place);
    await writeFile(path.join(unfinished, '.done'), '');
    await rename(unfinished, place);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // A parallel run may have finished first; then its folder is as good as ours.
    if (!isComplete(place)) throw error;
  }
}

/**
 * Trap 5. `inflate()` writes below os.tmpdir() and takes no target folder. TMPDIR decides what os.tmpdir() says, so it
 * is changed for these calls only.
 */
async function inflateArchives(root: string, target: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  const previous = process.env['TMPDIR'];
  process.env['TMPDIR'] = target;
  try {
    for (const archive of archives) await inflate(path.join(root, 'bin', archive));
  } finally {
    if (previous === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = previous;
  }
}

/**
 * Trap 3. With no system fonts and no fontconfig file ALL text has width 0, text in web fonts included: pages look
 * empty, and a PDF is a few hundred bytes. One configuration that names the packaged fonts cures it.
 */
async function writeFontConfiguration(folder: string, place: string): Promise<void> {
  const fontconfig = path.join(folder, 'fontconfig');
  await mkdir(fontconfig);
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `  <dir>${escapeXml(path.join(place, 'fonts'))}</dir>`,
    '  <dir>/usr/share/fonts</dir>',
    `  <cachedir>${escapeXml(path.join(place, 'fontconfig', 'cache'))}</cachedir>`,
    '</fontconfig>',
    '',
  ];
  await writeFile(path.join(fontconfig, 'fonts.conf'), lines.join('\n'));
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
