/** What checks find in the open text, one line each; what can be mended at the caret has its button. */
import { Button } from '../ui/Button.tsx';
import type { Finding } from './findings.ts';
import type { Pieces } from './missing-codes.ts';

export interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly onFix: (pieces: Pieces) => void;
}

export function Findings({ findings, onFix }: FindingsProps) {
  return findings.map(({ id, severity, sentence, fix }) => (
    <p key={id} className={`fault ${severity}`}>
      <span>{sentence}</span>
      {fix && (
        <Button look="quiet" onPress={() => onFix(fix.pieces)}>
          {fix.label}
        </Button>
      )}
    </p>
  ));
}
