/**
 * How far a document has got in one language: one thin bar, stacked in the order of the work, most advanced first, from
 * the side where reading starts. It repeats in colour what `stateText` says in words beside it, and is silent itself.
 */
import { states, type State } from '../../server/domain/document.ts';
import { formatList, type Translate } from '../i18n.ts';
import './state-bar.css';

export type StateCounts = Readonly<Record<State, number>>;

export function StateBar({ counts }: { readonly counts: StateCounts }) {
  return (
    <span className="state-bar" aria-hidden="true">
      {states
        .toReversed()
        .filter((state) => state !== 'untranslated' && counts[state] > 0)
        .map((state) => (
          <span key={state} className={`state-${state}`} style={{ flexGrow: counts[state] }} />
        ))}
      <span style={{ flexGrow: counts.untranslated }} />
    </span>
  );
}

/** The counts as a list in words, states without a segment left out. */
export function stateText(counts: StateCounts, t: Translate): string {
  const parts = states.toReversed().flatMap((state) => {
    const count = counts[state];
    return count > 0 ? [t(`states.count-${state}`, { count })] : [];
  });
  return parts.length > 0 ? formatList(parts) : t('states.count-untranslated', { count: 0 });
}

export function totalOf(counts: StateCounts): number {
  return states.reduce((sum, state) => sum + counts[state], 0);
}
