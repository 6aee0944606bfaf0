/** What is said of the words of the source: where a finding points at them, and which of them are terms. */
import type { DeskView } from '../commands.ts';
import type { Mark } from '../marked.ts';
import type { DeskTerm } from '../terms/desk-terms.ts';

type Marking = Pick<DeskView, 'beside' | 'finding' | 'terms'>;

export function sourceMarks({ beside, finding, terms }: Marking): Mark[] {
  return [
    ...beside.flatMap(({ id, severity, sentence, sourceSpans }) =>
      sourceSpans.map((span) => ({
        span,
        look: `finding ${severity}${id === finding?.id ? ' current' : ''}`,
        title: sentence,
      })),
    ),
    ...terms.flatMap(termMarks),
  ];
}

/** What a term is to be called is seen without opening anything. */
function termMarks({ term, rendering, spans, isSaid }: DeskTerm): Mark[] {
  const title = [rendering, term.note].filter((one) => one !== undefined).join('\n');
  return spans.map((span) => ({ span, look: isSaid ? 'term said' : 'term', title }));
}
