/** What the commands look at, as it is on an ordinary segment with a machine's draft; tests change what they are about. */
import type { DeskView } from '../../client/review/commands.ts';

export const ordinaryView: DeskView = {
  target: { text: 'שלום', state: 'translated', revision: 1, outdated: false, codeFaults: [] },
  text: 'שלום',
  source: 'Hello',
  isUnsaved: false,
  isConflict: false,
  findings: { open: [], dismissed: [], style: 0, isChecked: true },
  beside: [],
  finding: undefined,
  terms: [],
  suggestions: [],
  draft: undefined,
  leadsTo: () => true,
  approvable: 0,
  canUndo: false,
  canSplit: false,
  canJoin: false,
  canSeparate: false,
  canSplitSource: false,
  canJoinSource: false,
  hasNextTaken: true,
};
