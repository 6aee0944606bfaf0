/** DeepL's `/v2/translate` and its glossaries (`/v3/glossaries`), form in and JSON out, and `/v2/usage`. */
import { startFakeVendor, type FakeVendor, type Protocol } from './fake-vendor.ts';

export interface FakeDeepL extends FakeVendor {
  /** By id: the name, and the entries of each pair of languages. */
  readonly glossaries: Map<string, { name: string; readonly dictionaries: Map<string, string> }>;
}

export async function startFakeDeepL(): Promise<FakeDeepL> {
  const glossaries: FakeDeepL['glossaries'] = new Map();
  const vendor = await startFakeVendor({
    texts: (body) => new URLSearchParams(body).getAll('text'),
    reply: (texts) => ({
      character_count: 12,
      character_limit: 500_000,
      translations: texts.map((text) => ({
        text,
        detected_source_language: 'EN',
        billed_characters: 7,
        model_type_used: 'quality_optimized',
      })),
    }),
    other: (request) => answerGlossary(glossaries, request),
  });
  return Object.assign(vendor, { glossaries });
}

const notFound = { status: 404, body: { message: 'not found' } };

function answerGlossary(
  glossaries: FakeDeepL['glossaries'],
  { method, path, body }: Parameters<NonNullable<Protocol['other']>>[0],
): ReturnType<NonNullable<Protocol['other']>> {
  const form = new URLSearchParams(body);
  const named = form.get('glossary_id');
  if (named !== null) return glossaries.has(named) ? undefined : notFound;
  const [, id, part] = /^\/v3\/glossaries(?:\/([^/]+))?(?:\/(dictionaries))?$/u.exec(path) ?? ([] as string[]);
  if (!path.startsWith('/v3/glossaries')) return undefined;
  if (method === 'GET') return { status: 200, body: { glossaries: Array.from(glossaries.keys(), info) } };
  const target = id === undefined ? create(form.get('name') ?? '') : id;
  const found = glossaries.get(target);
  if (found === undefined) return notFound;
  const prefix = part === undefined ? 'dictionaries[0].' : '';
  const [from, to, entries] = ['source_lang', 'target_lang', 'entries'].map((name) => form.get(prefix + name) ?? '');
  found.dictionaries.set(`${from} ${to}`, entries ?? '');
  if (part === undefined) return { status: 201, body: info(target) };
  return { status: 200, body: { source_lang: from, target_lang: to, entry_count: 1 } };

  function create(name: string): string {
    const fresh = `glossary-${glossaries.size + 1}`;
    glossaries.set(fresh, { name, dictionaries: new Map() });
    return fresh;
  }

  function info(id: string) {
    const name = glossaries.get(id)?.name ?? '';
    return { glossary_id: id, name, creation_time: '2026-01-01T00:00:00Z', dictionaries: [] };
  }
}
