/**
 * The form of the site as a whole: what is typed (kept on this device with every change), what somebody else saved
 * meanwhile, and saving. Somebody else's change reaches the form as soon as the server tells of it, and at the latest
 * when a save is refused for it: what only they changed is taken over, what both changed waits for a decision.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReplyOf } from '../../server/contract/api.ts';
import type { SiteSettings } from '../../server/domain/site-settings.ts';
import { Problem } from '../api.ts';
import { newDecisionId } from '../decision-id.ts';
import { useKeptDraft } from '../kept-draft.ts';
import { keyOf, useChange } from '../queries.ts';
import {
  isChanged,
  isSiteDraft,
  onTopOf,
  tidySettings,
  withPart,
  type SiteDraft,
  type SitePart,
} from './site-draft.ts';

export type SiteView = ReplyOf<'GET /api/site'>;

export interface SiteFormState {
  readonly settings: SiteSettings;
  readonly change: (settings: SiteSettings) => void;
  /** Something is typed that the server does not have. */
  readonly isChanged: boolean;
  /** What was changed here and, to something else, by somebody else. */
  readonly conflicts: readonly SitePart[];
  readonly isPending: boolean;
  /** Not the refusal of a save that was overtaken: that is told by the conflicts, or is over. */
  readonly error: Error | null;
  readonly save: () => void;
  readonly discard: () => void;
}

export function useSiteForm(site: SiteView, onSaved: () => void): SiteFormState {
  const client = useQueryClient();
  const [kept, keep] = useKeptDraft('site', isSiteDraft);
  const put = useChange('PUT /api/site', (saved, { body }) => {
    client.setQueryData(keyOf('GET /api/site', {}), saved);
    const { settings: base, revision } = saved;
    keep((now) => (now && typedSince(now, body.settings) ? { base, revision, settings: now.settings } : undefined));
    onSaved();
  });
  const { draft, conflicts } = useMemo(() => {
    const fresh: SiteDraft = { base: site.settings, revision: site.revision, settings: site.settings };
    return kept ? onTopOf(kept, site.settings, site.revision) : { draft: fresh, conflicts: [] };
  }, [kept, site]);
  // The same content is the same decision, also when it is sent again.
  const decision = useMemo(() => ({ of: draft, id: newDecisionId() }), [draft]);
  const isOvertaken = put.error instanceof Problem && put.error.code === 'settings.stale';
  return {
    settings: draft.settings,
    isChanged: isChanged(draft),
    conflicts,
    isPending: put.isPending,
    error: isOvertaken && conflicts.length > 0 ? null : put.error,
    change: (settings) => {
      put.reset();
      // What both changed stays in sight until it is saved: there the draft goes on from where it began.
      const base = conflicts.reduce((made, part) => withPart(made, part, kept?.base ?? made), draft.base);
      const began = { ...draft, base };
      const next = { ...began, settings };
      keep(isChanged(next) ? next : undefined);
    },
    save: () =>
      put.mutate({
        body: { decisionId: decision.id, revision: draft.revision, settings: tidySettings(draft.settings) },
      }),
    discard: () => {
      put.reset();
      keep(undefined);
    },
  };
}

/** Whether somebody typed on while these settings were on their way. */
function typedSince({ settings }: SiteDraft, sent: SiteSettings): boolean {
  return JSON.stringify(tidySettings(settings)) !== JSON.stringify(sent);
}
