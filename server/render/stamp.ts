/**
 * Whether a file must be made again is told from what it is made from, never from what it was: the texts (a publication
 * never changes), what stands around them, the site's settings and theme, and the renderer itself, whose own source is
 * part of every key, so that the first run of a new version makes everything anew.
 */
import { createHash, hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SiteFile } from '../ports.ts';
import type { SiteView } from './site-view.ts';

const longestKey = 80;

/** Of everything that makes bytes of a publication. */
const renderer = sourcesOf(import.meta.dirname, path.join(import.meta.dirname, '../formats'));

/** What a key says of the site, for every file alike. Of an about page only whether it is there: others lead to it. */
export function stampOf({ name, editionsUrl, settings, about, policies, theme }: SiteView): string {
  const site = [name, editionsUrl, { ...settings, about: Object.keys(about) }, policies, theme.stamp];
  return digest(JSON.stringify([renderer, process.versions.icu, ...site]));
}

/**
 * A file's key from the stamps and words that it depends on: short, and another for anything that differs. Few of them
 * stand as they are, since a site has a key for each of its files at every run and a digest costs.
 */
export function keyOf(...stamps: readonly string[]): string {
  const whole = stamps.join(' ');
  return whole.length <= longestKey ? whole : digest(whole);
}

/** Passes the files of a site on; once all have been asked for, `stamp` is of the whole: equal stamps, equal sites. */
export function stamped(files: AsyncIterable<SiteFile>): { files: AsyncIterable<SiteFile>; stamp: () => string } {
  const whole = createHash('sha256');
  async function* noting(): AsyncGenerator<SiteFile> {
    for await (const file of files) {
      whole.update(`${file.path} ${file.key}\n`);
      yield file;
    }
  }
  return { files: noting(), stamp: () => whole.copy().digest('base64url') };
}

/** Of anything, in a few letters and digits. */
export function digest(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 16);
}

function sourcesOf(...folders: readonly string[]): string {
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:ts|css|json)$/u.test(file))
      .toSorted()
      .map((file) => readFileSync(path.join(folder, file), 'utf8')),
  );
  return digest(sources.join('\0'));
}
