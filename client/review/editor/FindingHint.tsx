/** What a mark under the pointer says, hanging below it: over the text, so that nothing moves. */
import { useI18n } from '../../i18n.ts';

export interface PointedAt {
  readonly ids: readonly string[];
  /** Pixels from the upper corner of the editor where its lines begin. */
  readonly down: number;
  readonly along: number;
}

export interface FindingHintProps {
  readonly pointedAt: PointedAt;
  readonly sayOf: (id: string) => string | undefined;
}

export function FindingHint({ pointedAt: { ids, down, along }, sayOf }: FindingHintProps) {
  const { locale, direction } = useI18n();
  const sentences = [...new Set(ids.flatMap((id) => sayOf(id) ?? []))];
  if (sentences.length === 0) return null;
  return (
    // It runs as the text does; what it says, as the interface.
    <span
      className="finding-hint"
      style={{ insetBlockStart: down, insetInlineStart: `max(0px, min(${along}px, 100% - var(--hint-size)))` }}
    >
      <span role="tooltip" lang={locale} dir={direction}>
        {sentences.map((sentence) => (
          <span key={sentence}>{sentence}</span>
        ))}
      </span>
    </span>
  );
}

/** Below the box of a mark, which is drawn in the box of the editor. */
export function pointedAt(ids: readonly string[], mark: DOMRect, editor: DOMRect, isRightToLeft: boolean): PointedAt {
  return {
    ids,
    down: mark.bottom - editor.top + 4,
    along: isRightToLeft ? editor.right - mark.right : mark.left - editor.left,
  };
}
