/**
 * The tabs of the desk's side panel as one table. To add a tab: its name in `panel-tab-ids.ts`, where their order is, a row
 * here and its word in `panel.tab-*`.
 */
import type { FunctionComponent, RefObject } from 'react';
import type { DocumentView } from '../../../server/contract/documents-api.ts';
import type { Locale } from '../../../server/domain/locale.ts';
import type { Key } from '../../i18n.ts';
import type { DeskActs, DeskView } from '../commands.ts';
import type { DeskState } from '../desk-state.ts';
import type { Desk } from '../desk.ts';
import type { EditorHandle } from '../Editor.tsx';
import type { WorkRow } from '../rows.ts';
import { ChecksTab } from './ChecksTab.tsx';
import { CommentsTab } from './CommentsTab.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { PreviewTab } from './PreviewTab.tsx';
import { MemoryTab } from './MemoryTab.tsx';
import { TermsTab } from './TermsTab.tsx';
import type { PanelTabId } from './panel-tab-ids.ts';

/** What every tab is given: the open segment, and what can be seen and done there. */
export interface PanelTabProps {
  readonly document: DocumentView;
  readonly locale: Locale;
  readonly row: WorkRow;
  readonly view: DeskView;
  readonly acts: DeskActs;
  readonly desk: Desk;
  readonly state: DeskState;
  readonly editor: RefObject<EditorHandle | null>;
  /** Another number whenever something was decided on any segment. */
  readonly decided: number;
  /** What is looked for in the memory. */
  readonly sought: string;
  readonly onSeek: (words: string) => void;
}

export interface PanelTab {
  readonly label: Key;
  readonly Component: FunctionComponent<PanelTabProps>;
  /** How much there is to look at in it for the open segment; 0 shows nothing. */
  readonly badge: (view: DeskView, row: WorkRow) => number;
  /** It is about the document: it stays as it is while segments are opened. */
  readonly isOfDocument?: true;
}

export const panelTabs: Readonly<Record<PanelTabId, PanelTab>> = {
  memory: { label: 'panel.tab-memory', Component: MemoryTab, badge: ({ suggestions }) => suggestions.length },
  terms: { label: 'panel.tab-terms', Component: TermsTab, badge: ({ terms }) => terms.length },
  comments: { label: 'panel.tab-comments', Component: CommentsTab, badge: (_, { openComments = 0 }) => openComments },
  history: { label: 'panel.tab-history', Component: HistoryTab, badge: () => 0 },
  checks: { label: 'panel.tab-checks', Component: ChecksTab, badge: ({ findings }) => findings.open.length },
  preview: { label: 'panel.tab-preview', Component: PreviewTab, badge: () => 0, isOfDocument: true },
};
