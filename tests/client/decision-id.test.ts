/** Decision ids are version 4 UUIDs, as the contract wants them. */
import { expect, it } from 'vitest';
import { newDecisionId } from '../../client/decision-id.ts';

it('makes UUIDs of version 4, each its own', () => {
  const ids = Array.from({ length: 200 }, newDecisionId);
  expect(
    ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u.test(id)),
  ).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});
