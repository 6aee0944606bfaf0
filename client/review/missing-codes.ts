/** How a code that a translation lacks is written around its selection: begin and end, or one piece on its own. */
import { codeShapes, writeCode, type Codes } from '../../server/domain/content.ts';

export function missingPieces(number: string, codes: Codes): [before: string, after: string] {
  const code = codes[number];
  if (code && codeShapes[code.type] === 'alone') return [writeCode('alone', number), ''];
  return [writeCode('open', number), writeCode('close', number)];
}
