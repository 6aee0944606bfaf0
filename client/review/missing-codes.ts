/** How the codes that a translation lacks are written around its selection: begin and end, or the one piece that is missing. */
import { codeShapes, writeCode, type CodeFault, type Codes } from '../../server/domain/content.ts';

export type Pieces = readonly [before: string, after: string];

/** What would mend a fault; undefined where nothing that is put in would. */
export function missingPieces({ code, number }: CodeFault, text: string, codes: Codes): Pieces | undefined {
  const type = codes[number]?.type;
  const [open, close] = [writeCode('open', number), writeCode('close', number)];
  if (code === 'content.code-missing') {
    return type && codeShapes[type] === 'alone' ? [writeCode('alone', number), ''] : [open, close];
  }
  const [opens, closes] = [text.includes(open), text.includes(close)];
  if (code !== 'content.code-unpaired' || opens === closes) return undefined;
  return opens ? ['', close] : [open, ''];
}
