/**
 * What every provider keeps, whoever stands behind it: `providerContract`; and what those that speak to a server keep
 * when it misbehaves: `wireContract`. Deadlines are given, so that a server which never answers costs milliseconds.
 */
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limits, type Limits } from '../../server/adapters/http-exchange.ts';
import { codeFaults, type Codes, type Content } from '../../server/domain/content.ts';
import { locales } from '../../server/domain/locale.ts';
import { createTermIndex } from '../../server/domain/terms/term-index.ts';
import type { TranslationProvider, TranslationRequest, TranslationResult } from '../../server/ports.ts';
import { faked, type FakeVendor, type Misbehaviour } from '../support/fake-vendor.ts';

/** Given to every provider as its key; it must never come out again. */
export const canary = 'canary-7f3a-key';

const codes: Codes = { 1: { type: 'link', href: 'https://example.org/' }, 2: { type: 'footnote', label: '1' } };

export const items: Content[] = [
  { text: 'A heading & more', codes: {} },
  { text: 'The “<1>Likud</1>” party<2/> lost 11,400 votes, 28% of them.', codes },
  { text: 'Typed look-alikes: <9> ⟦1⟧ &lt; and <c1>.', codes: {} },
];

export function requestOf(change: Partial<TranslationRequest> = {}): TranslationRequest {
  const { signal } = new AbortController();
  return {
    items,
    before: ['One.', 'Two.'],
    title: 'A title',
    from: 'en',
    to: 'ar',
    terms: createTermIndex([]),
    signal,
    ...change,
  };
}

export function providerContract(
  name: string,
  open: () => Promise<{ provider: TranslationProvider; close(): Promise<void> }>,
): void {
  describe(`${name}: the contract of a provider`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    beforeEach(async () => void (opened = await open()));
    afterEach(() => opened.close());

    const pairs = locales.flatMap((from) => locales.filter((to) => to !== from).map((to) => ({ from, to })));
    it.each(pairs)('translates $from → $to, in order and in number, codes and numbers kept', async ({ from, to }) => {
      expect(opened.provider.supports(from, to)).toBe(true);
      const results = texts(await opened.provider.translate(requestOf({ from, to })));
      expect(results).toHaveLength(items.length);
      results.forEach(({ content, model, billed }, at) => {
        expect(codeFaults(content.text, items[at]?.codes ?? {})).toEqual([]);
        expect(content.codes).toEqual(items[at]?.codes);
        expect(model).not.toBe('');
        expect(billed).toBeGreaterThanOrEqual(0);
      });
      expect(results[1]?.content.text).toMatch(/11,400.*28%/u);
      expect(results[2]?.content.text).toContain('<9> ⟦1⟧ &');
    });

    it('rejects with the reason of its signal, and only then', async () => {
      const reason = new Error('cancelled by a person');
      await expect(opened.provider.translate(requestOf({ signal: AbortSignal.abort(reason) }))).rejects.toBe(reason);
    });

    it('does not translate a language into itself', () =>
      expect(locales.map((locale) => opened.provider.supports(locale, locale))).toEqual([false, false, false]));

    it('describes itself without its key', async () => {
      const description = await opened.provider.describe();
      expect(Object.keys(description).length).toBeGreaterThan(0);
      expect(inspect(description)).not.toContain(canary);
    });
  });
}

export interface Wire {
  readonly fake: FakeVendor;
  readonly provider: (limits: Limits) => TranslationProvider;
}

/** A deadline that only a server which never answers meets, and a cap that only a huge answer meets. */
const hasty: Limits = { ...limits, totalMs: 150 };
const narrow: Limits = { ...limits, maxBytes: 20_000 };

interface FaultRow {
  readonly meets: Misbehaviour;
  readonly fault: string;
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
  readonly within?: Limits;
}

/** A vendor that repeats the key in its message, as some do. */
const telling = JSON.stringify({ message: `wrong key ${canary}`, error: { message: `wrong key ${canary}` } });
const rows: FaultRow[] = [
  { meets: { status: 429 }, fault: 'busy', retryable: true },
  { meets: { status: 429, headers: { 'retry-after': '7' } }, fault: 'busy', retryable: true, retryAfterMs: 7000 },
  {
    meets: {
      status: 429,
      headers: { date: 'Sat, 21 Nov 2026 10:00:00 GMT', 'retry-after': 'Sat, 21 Nov 2026 10:01:30 GMT' },
    },
    fault: 'busy',
    retryable: true,
    retryAfterMs: 90_000,
  },
  { meets: { status: 456, body: telling }, fault: 'quota', retryable: false },
  { meets: { status: 401, body: telling }, fault: 'refused', retryable: false },
  { meets: { status: 403, body: telling }, fault: 'refused', retryable: false },
  { meets: { status: 307, headers: { location: '/elsewhere' } }, fault: 'refused', retryable: false },
  { meets: { status: 400, body: telling }, fault: 'garbled', retryable: false },
  { meets: { status: 413 }, fault: 'garbled', retryable: false },
  { meets: { status: 500, body: telling }, fault: 'unreachable', retryable: true },
  {
    meets: { status: 503, headers: { 'retry-after': '2' } },
    fault: 'unreachable',
    retryable: true,
    retryAfterMs: 2000,
  },
  { meets: 'hang', fault: 'unreachable', retryable: true, within: hasty },
  { meets: 'half-open', fault: 'unreachable', retryable: true, within: hasty },
  { meets: 'reset', fault: 'unreachable', retryable: true },
  { meets: 'huge', fault: 'garbled', retryable: true, within: narrow },
  { meets: 'not-json', fault: 'garbled', retryable: true },
  { meets: 'other-json', fault: 'garbled', retryable: true },
  { meets: 'no-strings', fault: 'garbled', retryable: true },
  { meets: 'one-too-few', fault: 'garbled', retryable: true },
  { meets: 'one-too-many', fault: 'garbled', retryable: true },
];

export function wireContract(name: string, open: () => Promise<Wire>): void {
  describe(`${name}: a server that misbehaves`, () => {
    let wire: Wire;
    beforeEach(async () => void (wire = await open()));
    afterEach(() => wire.fake.close());

    it.each(rows.map((row) => [label(row.meets), row] as const))('%s', async (_label, row) => {
      wire.fake.next(row.meets);
      const results = await wire.provider(row.within ?? limits).translate(requestOf());
      const { retryable, retryAfterMs } = row;
      const fault = { code: `provider.${row.fault}`, retryable };
      for (const result of results) {
        expect(result).toMatchObject({ fault, ...(retryAfterMs !== undefined && { retryAfterMs }) });
      }
      expect(results).toHaveLength(items.length);
      expect(inspect(results, { depth: 9 })).not.toContain(canary);
      expect(wire.fake.seen.length, 'it is the job that tries again').toBeLessThanOrEqual(1);
    });

    it('knows an address where nobody listens', async () => {
      await wire.fake.close();
      const results = await wire.provider(limits).translate(requestOf());
      expect(results[0]).toMatchObject({ fault: { code: 'provider.unreachable', retryable: true } });
    });

    it.each(['empty-text', 'rambling'] as const)('%s: that item alone is a fault', async (meets) => {
      wire.fake.next(meets);
      const [bad, ...good] = await wire.provider(limits).translate(requestOf());
      expect(bad).toEqual({ fault: { code: 'provider.garbled', retryable: true } });
      expect(texts(good)).toHaveLength(items.length - 1);
    });

    it('asks once more, in another dialect, for what lost a code, and for that only', async () => {
      wire.fake.next('lost-code');
      const results = texts(await wire.provider(limits).translate(requestOf()));
      expect(wire.fake.seen.map(({ texts }) => texts.length)).toEqual([items.length, 1]);
      expect(wire.fake.seen[1]?.texts[0]).toContain('⟦1⟧Likud⟦/1⟧');
      expect(codeFaults(results[1]?.content.text ?? '', codes)).toEqual([]);
    });

    it('gives a text that lost its codes twice as it came, lacking them', async () => {
      wire.fake.next('lost-code', 'lost-code');
      const results = texts(await wire.provider(limits).translate(requestOf()));
      expect(results[1]?.content.text).toBe(faked('The “Likud” party lost 11,400 votes, 28% of them.'));
      expect(codeFaults(results[1]?.content.text ?? '', codes)).toHaveLength(2);
      expect(wire.fake.seen).toHaveLength(2);
    });

    it('of two tries gives the one that kept more', async () => {
      wire.fake.next('lost-link', 'lost-code');
      const [first] = texts(await wire.provider(limits).translate(requestOf({ items: items.slice(1, 2) })));
      expect(first?.content.text).toContain('party<2/>');
      wire.fake.next('lost-code', 'lost-link');
      const [second] = texts(await wire.provider(limits).translate(requestOf({ items: items.slice(1, 2) })));
      expect(second?.content.text).toContain('party<2/>');
    });

    it('keeps the first text where the second try fails', async () => {
      wire.fake.next('lost-code', { status: 500 });
      expect(texts(await wire.provider(limits).translate(requestOf()))).toHaveLength(items.length);
    });

    it('sends a clean copy: quotation marks turned, white space collapsed', async () => {
      const untidy = { text: 'as  ”incidental damage“\nand', codes: {} };
      const [result] = texts(await wire.provider(limits).translate(requestOf({ items: [untidy] })));
      expect(result?.content.text).toBe(faked('as “incidental damage” and'));
    });

    it('abandons its request when cancelled, with the reason', async () => {
      wire.fake.next('hang');
      const controller = new AbortController();
      const reason = new Error('cancelled by a person');
      const translating = wire.provider(limits).translate(requestOf({ signal: controller.signal }));
      const refused = expect(translating).rejects.toBe(reason);
      while (wire.fake.seen.length === 0) await new Promise(setImmediate);
      controller.abort(reason);
      await refused;
      await wire.fake.abandoned();
    });
  });
}

type Translated = Exclude<TranslationResult, { fault: unknown }>;

/** The results, all of which must be texts. */
export function texts(results: readonly TranslationResult[]): Translated[] {
  return results.map((result) => {
    if ('fault' in result) throw new Error(`a fault: ${result.fault.code}`);
    return result;
  });
}

function label(meets: Misbehaviour): string {
  if (typeof meets === 'string') return meets;
  return [meets.status, ...Object.entries(meets.headers ?? {}).map((header) => header.join(': '))].join(', ');
}
