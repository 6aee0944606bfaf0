/** Each new text with the one before it, whatever was decided in between. */
import { expect, it } from 'vitest';
import { withVersionsBefore } from '../../client/review/panel/history-versions.ts';
import type { HistoryEntry } from '../../server/contract/segments-api.ts';

function entry(kind: string, text?: string): HistoryEntry {
  return { decisionId: kind, kind, at: '', by: 'dana', ...(text !== undefined && { text }) };
}

it('compares a text with the last one before it, and a judgement with nothing', () => {
  const history = [
    entry('target.approved'),
    entry('target.edited', 'three'),
    entry('target.returned'),
    entry('target.edited', ''),
    entry('target.drafted', 'one'),
  ];
  expect(withVersionsBefore(history).map(({ entry, before }) => [entry.kind, before])).toEqual([
    ['target.approved', undefined],
    ['target.edited', ''],
    ['target.returned', undefined],
    ['target.edited', 'one'],
    ['target.drafted', undefined],
  ]);
});
