/**
 * The texts that the open segment's can be compared with, as the desk offers them: those that the server has, and the
 * saved one against what is being typed. A base that would show nothing is offered greyed, with the reason.
 */
import type { DiffBases } from '../../server/contract/segments-api.ts';

/** In the order of a text's life. */
export const panelBases = ['draft', 'previous', 'approved', 'published', 'looked', 'saved'] as const;
export type PanelBase = (typeof panelBases)[number];

export interface OfferedBase {
  readonly base: PanelBase;
  readonly text?: string;
  /** Why there is nothing to see: no such text, or one that is the same as now. */
  readonly lacks?: 'text' | 'difference';
}

/** `found`: what the server has; undefined while nobody knows, and then nothing is greyed but what is known. */
export function offeredBases(found: DiffBases['bases'] | undefined, saved: string, text: string): OfferedBase[] {
  return panelBases.map((base): OfferedBase => {
    const other = base === 'saved' ? saved : found?.[base]?.text;
    if (other === undefined) return found ? { base, lacks: 'text' } : { base };
    return { base, text: other, ...(other === text && { lacks: 'difference' }) };
  });
}

/**
 * The base that is shown: the chosen one, or, where the segment has no such text, the first that shows
 * something: the machine's draft, if it was changed. A chosen text that is the same as now is an answer, and stays.
 */
export function shownBase(offered: readonly OfferedBase[], chosen: PanelBase): OfferedBase | undefined {
  const wanted = offered.find(({ base }) => base === chosen);
  return wanted?.lacks === 'text' ? (offered.find(({ lacks }) => lacks === undefined) ?? wanted) : wanted;
}
