/** The parts of the contract and its one table agree: a line that stood in two parts would lose one of its rows unseen. */
import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { api } from '../../server/contract/api.ts';

const own = ['GET /api/events'];

describe('the parts of the contract', () => {
  it('have each request line once, and the table has them all', async () => {
    const files = globSync('server/contract/*-api.ts');
    expect(files.length).toBeGreaterThan(10);
    const parts = await Promise.all(files.map((file) => import(`../../${file}`) as Promise<Record<string, object>>));
    const tables = parts.flatMap((part) => Object.entries(part).filter(([name]) => name.endsWith('Api')));
    expect(tables).toHaveLength(files.length);

    const lines = [...own, ...tables.flatMap(([, table]) => Object.keys(table))];
    expect(lines.toSorted()).toEqual(Object.keys(api).toSorted());
  });
});
