/**
 * Bad input for whole journeys: the shared collection, where it is at hand, and a strict reader of our own pages that
 * says which elements and attributes a page consists of.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { ApiLine, ReplyOf } from '../../server/contract/api.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';
import type { CallParts } from './desk.ts';
import { aFullEdition, aLiveDocument, anEdition, someSiteOf, type Line } from './editions.ts';

const folder = '../shared/data/bad-input';

/** Whether the collection is here; tests that need it are skipped without it, and their titles say so. */
export const isHere = existsSync(`${folder}/manifest.json`);
export const skipped = isHere ? '' : ` (skipped: ${folder} is not here)`;

export interface BadFile {
  readonly file: string;
  readonly expect: string;
}

/** The members of some kinds (`text`, `md`), with what is expected of them. */
export function badFiles(...kinds: readonly string[]): BadFile[] {
  if (!isHere) return [];
  const members = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as BadFile[];
  return members.filter(({ file }) => kinds.includes(file.split('/')[0] ?? ''));
}

export function bytesOf(file: string): Buffer {
  return readFileSync(`${folder}/${file}`);
}

/** Thousands of strings that try to become script. */
export function scriptStrings(): string[] {
  return isHere ? bytesOf('xss.txt').toString('utf8').split('\n').filter(isVisible) : [];
}

/** Strings that break programs. */
export function naughtyStrings(): string[] {
  return isHere ? (JSON.parse(bytesOf('blns.json').toString('utf8')) as string[]).filter(isVisible) : [];
}

/** Requests to be written to a socket as they are; `{H}` stands for the line of the host. */
export function rawRequests(): Array<readonly [name: string, request: string]> {
  if (!isHere) return [];
  const { cases } = JSON.parse(bytesOf('http-raw.json').toString('utf8')) as { cases: Record<string, string> };
  return Object.entries(cases);
}

function isVisible(text: string): boolean {
  return text.trim() !== '';
}

const tag = /<\/?([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*\/?>|<!doctype html>/gu;

/**
 * What a page is built of: every element, every `element attribute`, and every scheme that it leads to. Throws where an
 * angle bracket stands that belongs to no tag.
 */
export function partsOf(page: string): Set<string> {
  const stray = /[<>]/u.exec(page.replace(tag, ''));
  if (stray) throw new Error(`a stray ${stray[0]} in the page`);
  const parts = new Set<string>();
  for (const [, element, attributes = ''] of page.matchAll(tag)) {
    if (element === undefined) continue;
    parts.add(element);
    for (const [, name = '', value = ''] of attributes.matchAll(/([a-z-]+)(?:="([^"]*)")?/gu)) {
      parts.add(`${element} ${name}`);
      const scheme = /^\s*([a-z][a-z0-9+.-]*):/iu.exec(value)?.[1];
      if (scheme && /^(?:href|src|action|formaction)$/u.test(name)) parts.add(`to ${scheme.toLowerCase()}:`);
    }
  }
  return parts;
}

/**
 * The parts of a site whose editions have every kind of block and code, in each language, one of them with contents and
 * some on older pages: no text may add another.
 */
export async function ownParts(): Promise<Set<string>> {
  const struck = anEdition([['paragraph', '<1>x</1>', {}, { 1: { type: 'strikethrough' } }]], { slug: 'struck' });
  const chapter: readonly Line[] = [
    ['heading', 'A chapter', { level: 2 }],
    ['paragraph', 'A word. '.repeat(400)],
  ];
  const long = anEdition([['title', 'Long'], ...Array.from({ length: 5 }, () => chapter).flat()], { slug: 'long' });
  const older = Array.from({ length: 30 }, (_, at) =>
    aLiveDocument([anEdition([['title', 'Old']], { slug: `old-${at}` })], {
      documentId: `old-${at}`,
      slug: `old-${at}`,
    }),
  );
  const parts = ['to http:', 'to https:', 'to mailto:'];
  for await (const { path, bytes: make } of someSiteOf([
    aLiveDocument([struck], { documentId: 'struck', slug: 'struck' }),
    aLiveDocument([long], { documentId: 'long', slug: 'long' }),
    aLiveDocument(locales.map((locale) => aFullEdition(locale))),
    ...older,
  ])) {
    const bytes = await make();
    if (path.endsWith('.html')) parts.push(...partsOf(new TextDecoder().decode(bytes)));
  }
  return new Set(parts);
}

/** Lets every error stand that the checks find in an edition: hostile texts are full of them. */
export async function letErrorsStand(
  call: <L extends ApiLine>(line: L, parts: CallParts<L>) => Promise<{ status: number; reply: ReplyOf<L> }>,
  params: { readonly documentId: string; readonly locale: Locale },
): Promise<void> {
  for (;;) {
    const { reply } = await call('GET /api/documents/:documentId/checks/:locale', { params });
    const open = reply.findings.filter(({ severity, dismissed }) => severity === 'error' && !dismissed);
    if (open.length === 0) return;
    for (const { segmentId, check, marked } of open) {
      const body = { decisionId: crypto.randomUUID(), segmentId, check, marked, reason: 'It is a test of just that.' };
      const { status } = await call('POST /api/documents/:documentId/checks/:locale/dismiss', { params, body });
      if (status !== 200) throw new Error(`${check} cannot be let stand: ${status}`);
    }
  }
}
