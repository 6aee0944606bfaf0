/** The checks of one segment, here and now: in their thread, where there is none, and where an answer cannot wait. */
import type { Finding } from '../../../server/domain/checks/check.ts';
import { checkSegment } from '../../../server/domain/checks/run.ts';
import { subjectOf, type SubjectInput } from '../../../server/domain/checks/subject.ts';

export function checkNow(input: SubjectInput): readonly Finding[] {
  return checkSegment(subjectOf(input));
}
