/** The checks in a thread of their own: a question with its number in, the answer with that number out. */
import { checkNow, type Termbase } from './check-now.ts';
import type { Answer, Question } from './runner.ts';

/** As it came last: it is sent only where it has changed. */
let known: Termbase | undefined;

addEventListener('message', ({ data: { n, input, termbase } }: MessageEvent<Question>) => {
  known = termbase ?? known;
  const answer: Answer = { n, answer: checkNow(input, known) };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to the page that opened it, and no other
  postMessage(answer);
});
