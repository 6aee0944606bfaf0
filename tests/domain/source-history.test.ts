/** What the source said at a time: only what makes a version counts. */
import { describe, expect, it } from 'vitest';
import { changesSource, sourceAt } from '../../server/domain/source-history.ts';
import { draftedDecision, editedDecision, importedDecision } from '../support/builders.ts';

const imported = importedDecision();
const stream = [imported, draftedDecision(), editedDecision()].map((decision, place) => ({ seq: place + 1, decision }));

describe('the source at a time', () => {
  it('is nothing before the import, and the import’s own until another version', () => {
    expect(sourceAt(stream, 0)).toBeUndefined();
    expect(sourceAt(stream, 1)).toEqual(imported.source);
    expect(sourceAt(stream, 3)).toEqual(imported.source);
  });

  it('is changed by the import, not by what is decided on targets', () => {
    expect(stream.map(({ decision }) => changesSource(decision))).toEqual([true, false, false]);
  });
});
