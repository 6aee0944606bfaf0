/** Opens the review desk at a segment, on a server with the given rows. */
import { cleanup } from '@testing-library/react';
import { vi } from 'vitest';
import { currentToasts, dismissToast } from '../../client/ui/toasts.ts';
import type { TargetView } from '../../server/contract/schemas.ts';
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import type { Code } from '../../server/domain/content.ts';
import type { State } from '../../server/domain/document.ts';
import { deskServer, type DeskServer, type DeskServerOptions } from './desk-server.ts';
import { mount, type MountOptions } from './mount.tsx';

export const documentId = 'AAAAAAAAAAAA';

export function segmentId(ordinal: number): string {
  return `s${String(ordinal).padStart(11, '0')}`;
}

export interface RowOptions {
  readonly source?: string;
  readonly text?: string;
  readonly state?: State;
  readonly codes?: Readonly<Record<string, Code>>;
  readonly target?: Partial<TargetView>;
}

export function row(ordinal: number, { source, text, state, codes, target }: RowOptions = {}): SegmentRow {
  const known = state ?? 'translated';
  return {
    segmentId: segmentId(ordinal),
    ordinal,
    kind: ordinal === 0 ? 'title' : 'paragraph',
    layout: {},
    text: source ?? `The reading room opens, ${ordinal}.`,
    codes: { ...codes },
    target: {
      text: known === 'untranslated' ? '' : (text ?? `אולם הקריאה נפתח, ${ordinal}.`),
      state: known,
      revision: known === 'untranslated' ? 0 : 1,
      outdated: false,
      codeFaults: [],
      ...(known !== 'untranslated' && { origin: { type: 'mt', provider: 'demo', model: 'letters' } }),
      ...target,
    },
  };
}

export interface OpenDesk {
  readonly server: DeskServer;
  /** What the address says after `?`. */
  readonly search: () => string;
}

export interface DeskOptions extends Partial<DeskServerOptions>, Omit<MountOptions, 'server'> {
  readonly segment?: number;
  /** The tab of the side panel that the address names. */
  readonly panel?: string;
  /** To open the same desk again. */
  readonly server?: DeskServer;
}

export async function openDeskPage({ segment, panel, server: again, ...options }: DeskOptions = {}): Promise<OpenDesk> {
  const { from = 'en', locale = 'he', title = 'The reading room', rows = [row(0)] } = options;
  const server = again ?? deskServer({ ...options, from, locale, title, rows });
  const search = new URLSearchParams({
    ...(segment !== undefined && { segment: `${segment}` }),
    ...(panel && { panel }),
  });
  const router = await mount(`/documents/${documentId}/review/${locale}?${search}`, { ...options, server });
  return { server, search: () => router.state.location.search };
}

/** Leaves the desk. What leaving it saves is sent before the server is taken away. */
export async function closeDeskPage(): Promise<void> {
  cleanup();
  await new Promise((sent) => {
    setTimeout(sent);
  });
  vi.unstubAllGlobals();
  for (const { id } of currentToasts()) dismissToast(id);
}
