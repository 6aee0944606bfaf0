/** Where the source is what a finding points at: marked there like its place in the translation. */
import type { DeskView } from '../commands.ts';
import type { Mark } from '../marked.ts';

export function sourceMarks({ beside, finding }: Pick<DeskView, 'beside' | 'finding'>): Mark[] {
  return beside.flatMap(({ id, severity, sentence, sourceSpans }) =>
    sourceSpans.map((span) => ({
      span,
      look: `finding ${severity}${id === finding?.id ? ' current' : ''}`,
      title: sentence,
    })),
  );
}
