/** The checks in a thread of their own: a question with its number in, the findings with that number out. */
import { checkNow } from './check-now.ts';
import type { Answer, Question } from './runner.ts';

addEventListener('message', ({ data: { n, input } }: MessageEvent<Question>) => {
  const answer: Answer = { n, findings: checkNow(input) };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to the page that opened it, and no other
  postMessage(answer);
});
