/** What the contract lets in is what a document may be: both come from the domain's limits. */
import { describe, expect, it } from 'vitest';
import { api } from '../../server/contract/api.ts';
import { ApproveMany, EditMany } from '../../server/contract/bulk-api.ts';
import { importBytes, importLimits } from '../../server/domain/limits.ts';

describe('the contract', () => {
  it('lets a desk ask for every segment of the largest document, and approve or edit them all', () => {
    const { limit } = api['GET /api/documents/:documentId/segments'].query.properties;
    expect(limit).toMatchObject({ maximum: importLimits.segments });
    expect(ApproveMany.properties.targets).toMatchObject({ maxItems: importLimits.segments });
    expect(EditMany.properties.edits).toMatchObject({ maxItems: importLimits.segments });
  });

  it.each(['POST /api/documents', 'POST /api/documents/preview'] as const)('%s takes the largest file', (line) => {
    const inBase64 = Math.ceil(importBytes / 3) * 4;
    const envelope = 10_000;
    expect(api[line].bodyLimit).toBeGreaterThan(inBase64 + envelope);
  });
});
