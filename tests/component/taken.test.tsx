/** What was taken, as the desk holds it: drawn again at every key, it says the same with the same list. */
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, renderHook } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import { keyOf, newQueryClient } from '../../client/queries.ts';
import { rememberedLocales } from '../../client/queue/queue-filter.ts';
import { useTakenHere } from '../../client/queue/use-taken.ts';
import { windowId } from '../../client/this-window.ts';
import { documentId, segmentId } from './desk-page.tsx';

const taken = [0, 1].map((ordinal) => ({
  documentId,
  segmentId: segmentId(ordinal),
  locale: 'he' as const,
  ordinal,
  waits: true,
  until: '2026-01-01T10:10:00.000Z',
}));
const open = (): void => undefined;

function anywhere({ children }: { readonly children: ReactNode }) {
  const [client] = useState(aCache);
  return (
    <QueryClientProvider client={client}>
      <MemoryRouter>{children}</MemoryRouter>
    </QueryClientProvider>
  );
}

function aCache() {
  const client = newQueryClient();
  const query = { locale: rememberedLocales().join(','), limit: 0, windowId };
  client.setQueryData(keyOf('GET /api/queue', { query }), { taken });
  return client;
}

describe('what was taken', () => {
  afterEach(cleanup);

  it('is the same list at every drawing, until the document knows better', () => {
    const [place] = taken;
    if (!place) expect.fail('nothing taken');
    const waits = (id: string): boolean => id !== '';
    const { result, rerender } = renderHook((given) => useTakenHere({ ...place }, { open, waits: given }), {
      wrapper: anywhere,
      initialProps: waits,
    });
    const before = result.current.taken;
    expect(before).toHaveLength(2);
    rerender(waits);
    expect(result.current.taken).toBe(before);
    rerender((id: string) => id !== segmentId(1));
    expect(result.current.taken.map((one) => one.waits)).toEqual([true, false]);
    expect(result.current.next).toBeUndefined();
  });
});
