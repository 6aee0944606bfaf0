/** A save that comes back as an event costs nothing; another's costs one target; many cost one reading. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { refreshAfter, type DecisionEvent } from '../../client/live-targets.ts';
import { keyOf, newQueryClient } from '../../client/queries.ts';
import { fakeServer } from '../component/fake-server.ts';
import type { SegmentRow } from '../../server/contract/segments-api.ts';

const documentId = 'AAAAAAAAAAAA';
const segmentId = (ordinal: number) => `segment-${String(ordinal).padStart(4, '0')}`;
const target = { text: 'הנוסח', state: 'translated', revision: 1, outdated: false, codeFaults: [] } as const;

function row(ordinal: number): SegmentRow {
  const text = `Paragraph ${ordinal}`;
  return {
    segmentId: segmentId(ordinal),
    ordinal,
    kind: 'paragraph',
    layout: {},
    text,
    codes: {},
    target: { ...target, codeFaults: [] },
  };
}

const line = 'GET /api/documents/:documentId/segments';
const key = keyOf(line, { params: { documentId }, query: { locale: 'he', limit: 20_000 } });
const theirs = { ...target, codeFaults: [], text: 'הנוסח שלהם', revision: 2 };

function aCache() {
  const client = newQueryClient();
  client.setQueryData(key, { rows: [row(0), row(1), row(2)], total: 3 });
  const server = fakeServer({
    'GET /api/documents/:documentId/segments/:segmentId/targets/:locale': () => theirs,
  });
  vi.stubGlobal('location', { href: 'http://127.0.0.1:3000/' });
  vi.stubGlobal('fetch', server.fetch);
  const texts = () =>
    client.getQueryData<{ rows: Array<ReturnType<typeof row>> }>(key)?.rows.map(({ target }) => target?.text);
  const isStale = () => client.getQueryState(key)?.isInvalidated;
  return { client, server, texts, isStale };
}

function event(ordinal: number, revision: number): DecisionEvent {
  return {
    type: 'decision',
    stream: documentId,
    kind: 'target.edited',
    by: 'noa',
    segmentId: segmentId(ordinal),
    locale: 'he',
    revision,
  };
}

describe('after a decision on a target', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('reads that target where the rows have an older one, and leaves the others', async () => {
    const { client, server, texts, isStale } = aCache();
    const before = texts();
    await refreshAfter(client, documentId, [event(1, 2)]);
    expect(texts()).toEqual([before?.[0], theirs.text, before?.[2]]);
    expect([server.calls.length, isStale()]).toEqual([1, false]);
  });

  it('reads nothing where the rows have it already: the event of one’s own save', async () => {
    const { client, server, isStale } = aCache();
    await refreshAfter(client, documentId, [event(1, 1)]);
    expect([server.calls.length, isStale()]).toEqual([0, false]);
  });

  it.each([
    ['of many', Array.from({ length: 13 }, (_, n) => event(1, n + 2))],
    [
      'of another kind',
      [{ type: 'decision', stream: documentId, kind: 'translation.finished', by: 'machine' } as const],
    ],
  ])('%s reads all rows again', async (_, events) => {
    const { client, isStale } = aCache();
    await refreshAfter(client, documentId, events);
    expect(isStale()).toBe(true);
  });
});

describe('after a decision of the site', () => {
  afterEach(() => vi.unstubAllGlobals());

  const termsKey = keyOf('GET /api/terms', {});

  it.each([
    ['term.changed', true],
    ['terms.imported', true],
    ['memory.removed', true],
    ['policy.changed', true],
    ['account.signed-in', false],
  ] as const)('%s: what is known of the site is read again: %s; rows are not', async (kind, isRead) => {
    const { client, isStale } = aCache();
    client.setQueryData(termsKey, { terms: [] });
    await refreshAfter(client, 'site', [{ type: 'decision', stream: 'site', kind, by: 'noa' }]);
    expect([client.getQueryState(termsKey)?.isInvalidated, isStale()]).toEqual([isRead, false]);
  });
});
