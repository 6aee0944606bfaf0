/**
 * What checks find in the open text, in the shape in which the desk shows it: beside the editor, and in the side panel's
 * list. The faults of inline codes are the first; a further check gives its findings in the same shape.
 */
import type { CodeFault, Codes } from '../../server/domain/content.ts';
import type { Translate } from '../i18n.ts';
import { codeFaultSentence, codeName } from './fault-words.ts';
import { missingPieces, type Pieces } from './missing-codes.ts';

export type Severity = 'error' | 'warning' | 'info' | 'style';

export interface Finding {
  /** The same for as long as the finding is the same. */
  readonly id: string;
  readonly severity: Severity;
  readonly sentence: string;
  /** What mends it, put in at the caret. */
  readonly fix?: { readonly label: string; readonly pieces: Pieces };
}

/** Codes that the text lacks, doubles or breaks. An empty text has nothing wrong with it yet. */
export function codeFindings(faults: readonly CodeFault[], text: string, codes: Codes, t: Translate): Finding[] {
  if (text.trim() === '') return [];
  return faults.map((fault) => {
    const pieces = missingPieces(fault, text, codes);
    const label = t('review.insert', { name: codeName(fault.number, codes, t) });
    return {
      id: `${fault.code} ${fault.number}`,
      severity: 'error',
      sentence: codeFaultSentence(fault, codes, t),
      ...(pieces && { fix: { label, pieces } }),
    };
  });
}
