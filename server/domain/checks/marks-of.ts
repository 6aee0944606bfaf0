/** The quotation marks and gershayim of a side, worked out once for the checks that ask. */
import { quotationMarks, type QuotationMarks } from '../language/quotation-marks.ts';
import type { Side } from './subject.ts';

const known = new WeakMap<Side, QuotationMarks>();

export function marksOf(side: Side): QuotationMarks {
  let marks = known.get(side);
  if (marks === undefined) known.set(side, (marks = quotationMarks(side.text)));
  return marks;
}
