/**
 * Where a translation is written: ProseMirror in the target's language and direction, codes as chips. What it does with a
 * text stands in `editor/`; here it is given its names, its direction and its place on the page. Signs, hints and the
 * placeholder lie over the text, so that nothing moves when they come and go.
 */
import { useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import type { Fix } from '../../server/domain/checks/check.ts';
import type { Codes } from '../../server/domain/content.ts';
import type { Span } from '../../server/domain/language/fold.ts';
import { directionOf, type Direction, type Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Spoken, useSpoken } from '../ui/Spoken.tsx';
import { toast } from '../ui/toasts.ts';
import type { TextMarks } from './editor/findings-plugin.ts';
import { FindingHint, pointedAt, type PointedAt } from './editor/FindingHint.tsx';
import { LeaderHint } from './editor/LeaderHint.tsx';
import type { Written } from './editor/exchange.ts';
import { leaveBehind, leftBehind } from './editor/left-behind.ts';
import { useOpenEditor } from './editor/use-open-editor.ts';
import type { Saved } from './unsaved.ts';
import './checks/checks.css';
import './editor.css';

export interface EditorHandle {
  readonly focus: () => void;
  /** Puts a text in place of all that stands there. */
  readonly replace: (text: string) => void;
  /** Puts a text in place of the selection, or at the caret. */
  readonly insert: (text: string) => void;
  /** Puts two pieces around the selection, or at the caret. */
  readonly surround: (before: string, after: string) => void;
  /** Puts other words in several places of this text; where another one stands there by now, nothing. */
  readonly mend: (text: string, changes: Fix) => void;
  /** Selects a piece of the text and leads there. */
  readonly select: (span: Span) => void;
  /** The offset of the caret in the text; it stays while the focus is elsewhere. */
  readonly caret: () => number | undefined;
  /** What is selected, as it is read. */
  readonly selectedText: () => string;
  /** Turns this segment's text the other way, or back to its language's. */
  readonly toggleDirection: () => void;
  /** Shows or hides what is invisible in a text. */
  readonly toggleMarks: () => void;
  /** Waits for the key of a character. */
  readonly lead: () => void;
}

export interface EditorProps {
  readonly ref?: Ref<EditorHandle>;
  readonly label: string;
  readonly segmentId: string;
  readonly locale: Locale;
  readonly text: string;
  /** The target that is drawn with the text. */
  readonly drawn: Saved;
  readonly codes: Codes;
  readonly onText: Written;
  readonly describedBy?: string;
  /** What was found in a text: marked there. Memoised. */
  readonly marks?: TextMarks | undefined;
  /** What a mark says, by its id. */
  readonly sayOf?: ((id: string) => string | undefined) | undefined;
  /** The caret has come to stand in a mark. */
  readonly onMark?: ((id: string) => void) | undefined;
}

export function Editor(props: EditorProps) {
  const { ref, label, segmentId, locale, text, drawn, codes, onText, describedBy, marks, sayOf, onMark } = props;
  const { t, locale: ours, direction: ourDirection } = useI18n();
  const editorId = `${segmentId}.${locale}`;
  const [direction, turn] = useDirection(editorId, locale);
  const [isLeading, setLeading] = useState(false);
  const [isComposing, setComposing] = useState(false);
  const [pointed, point] = useState<PointedAt>();
  const [said, say] = useSpoken();
  const host = useRef<HTMLDivElement>(null);
  const placeholder = t('review.placeholder');
  const attributes = useMemo(
    () => ({
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': label,
      'aria-placeholder': placeholder,
      ...(describedBy && { 'aria-describedby': describedBy }),
      lang: locale,
      dir: direction,
      spellcheck: 'true',
    }),
    [label, placeholder, describedBy, locale, direction],
  );
  const editor = useOpenEditor(host, {
    editorId,
    locale,
    direction,
    text,
    drawn,
    codes,
    attributes,
    onText,
    onLeader(isWaiting) {
      setLeading(isWaiting);
      if (isWaiting) say(t('editor.leader-waits'));
    },
    onLeaderKey: ({ effect, label: name }) => {
      if (!('toggle' in effect)) say(t('editor.inserted', { name: t(name) }));
    },
    onCleaned: (count) => toast(t('editor.cleaned', { count })),
    marks,
    onCaret: (id) => onMark?.(id),
    onPointer(over) {
      const box = host.current?.getBoundingClientRect();
      point(over && box && pointedAt(over.ids, over.box, box, direction === 'rtl'));
    },
    onMarks: (areShown) => say(t(areShown ? 'editor.marks-shown' : 'editor.marks-hidden')),
  });
  useImperativeHandle(ref, () => ({
    focus: () => editor.current?.focus(),
    replace: (next) => editor.current?.replace(next),
    insert: (piece) => editor.current?.insert(piece),
    surround: (before, after) => editor.current?.surround(before, after),
    mend: (of, changes) => editor.current?.mend(of, changes),
    select: (span) => editor.current?.select(span),
    caret: () => editor.current?.caret(),
    selectedText: () => editor.current?.selectedText() ?? '',
    toggleMarks: () => editor.current?.toggleMarks(),
    lead: () => editor.current?.lead(),
    toggleDirection() {
      const next = direction === 'rtl' ? 'ltr' : 'rtl';
      turn(next);
      say(t(`editor.now-${next}`));
    },
  }));
  return (
    <div className="editor text" lang={locale} dir={direction}>
      <div ref={host} onCompositionStart={() => setComposing(true)} onCompositionEnd={() => setComposing(false)} />
      {text === '' && !isComposing && (
        <span className="editor-placeholder" aria-hidden="true">
          <bdi lang={ours} dir={ourDirection}>
            {placeholder}
          </bdi>
        </span>
      )}
      {direction !== directionOf(locale) && (
        <span className="editor-turned small" lang={ours} dir={ourDirection}>
          {t(`editor.now-${direction}`)}
          <Button look="quiet" onPress={() => turn(directionOf(locale))}>
            {t('editor.direction-reset')}
          </Button>
        </span>
      )}
      {pointed && sayOf && <FindingHint pointedAt={pointed} sayOf={sayOf} />}
      {isLeading && <LeaderHint locale={locale} onChoose={(key) => editor.current?.choose(key)} />}
      <Spoken said={said} />
    </div>
  );
}

/** The direction of this segment's text: its language's, until somebody turns it; kept for the session. */
function useDirection(editorId: string, locale: Locale): readonly [Direction, turn: (next: Direction) => void] {
  const own = directionOf(locale);
  const [direction, setDirection] = useState(leftBehind(editorId).direction ?? own);
  const turn = (next: Direction): void => {
    leaveBehind(editorId, { direction: next === own ? undefined : next });
    setDirection(next);
  };
  return [direction, turn];
}
