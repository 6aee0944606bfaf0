/** This window's name, for whatever is kept or held under it: unsaved texts, claims, being in a segment. */
import { newDecisionId } from './decision-id.ts';
import { claimTab } from './review/tab.ts';

export const windowId = claimTab(sessionStorage, window, newDecisionId);
