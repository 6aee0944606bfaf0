/**
 * A merge by word, at work: the text as it will be, and under it each place where both changed the same words, as a
 * choice of mine, theirs or both. What only one side changed is taken in already. The choices stand under the text and
 * not in it: controls between words would take part in ordering them, and cut Arabic words apart.
 *
 * All from the keyboard: Tab goes from place to place, the arrows choose; 1, 2 and 3 (by their place on the keyboard)
 * choose and lead on to the next place, and after the last to "use". A choice belongs to the words it was made about, so
 * it stays when the person types on elsewhere in the text.
 */
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { codeFaults, type Codes } from '../../server/domain/content.ts';
import type { Locale } from '../../server/domain/locale.ts';
import {
  bothOf,
  choicesAt,
  mergedText,
  mergeWords,
  type MergeChoice,
  type MergePiece,
} from '../../server/domain/merge.ts';
import { formatNumber, useI18n } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Text } from '../ui/Text.tsx';
import { CodedText } from './CodedText.tsx';
import { codeFaultSentence } from './fault-words.ts';

export interface MergeViewProps {
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
  readonly locale: Locale;
  readonly codes: Codes;
  readonly onUse: (text: string) => void;
}

type Choices = Readonly<Record<string, MergeChoice>>;

export function MergeView({ base, mine, theirs, locale, codes, onUse }: MergeViewProps) {
  const { t } = useI18n();
  const container = useRef<HTMLDivElement>(null);
  const goesOn = useRef(false);
  const [choices, setChoices] = useState<Choices>({});
  const pieces = useMemo(() => mergeWords(base, mine, theirs, locale, codes), [base, mine, theirs, locale, codes]);
  const keys = useMemo(() => pieces.map(keyOfPlace), [pieces]);
  const places = pieces.flatMap((piece, at) => (piece.kind === 'conflict' ? [{ piece, key: keys[at] ?? '' }] : []));
  const left = places.filter(({ key }) => choices[key] === undefined).length;
  const text = mergedText(pieces, ({ kind }, at) => (kind === 'conflict' ? choices[keys[at] ?? ''] : undefined));
  const faults = left === 0 ? codeFaults(text, codes) : [];

  const choose = (key: string, choice: MergeChoice): void => setChoices((before) => ({ ...before, [key]: choice }));
  // After the drawing: "use" can be pressed only when the last choice is made.
  useEffect(() => {
    const open = goesOn.current ? container.current?.querySelector<HTMLElement>('[data-open] input, .merge-use') : null;
    open?.focus();
    goesOn.current = false;
  });
  return (
    <div className="merge" ref={container}>
      <h3 className="small muted">{t('review.merged')}</h3>
      <Text as="p" locale={locale} prose className="merge-result diff-line">
        {pieces.map((piece, at) => (
          <Merged key={at} piece={piece} choice={choices[keys[at] ?? '']} n={numberOf(pieces, at)} codes={codes} />
        ))}
      </Text>
      {places.length > 0 && (
        <ol className="merge-places">
          {places.map(({ piece, key }, place) => (
            <Place
              key={key}
              n={place + 1}
              piece={piece}
              choice={choices[key]}
              locale={locale}
              codes={codes}
              onChoice={(choice) => choose(key, choice)}
              onDone={() => (goesOn.current = true)}
            />
          ))}
        </ol>
      )}
      {faults.map((fault) => (
        <p key={fault.number} className="fault small">
          {codeFaultSentence(fault, codes, t)}
        </p>
      ))}
      <div className="conflict-actions">
        <Button look="primary" className="merge-use" isDisabled={left > 0} onPress={() => onUse(text)}>
          {t('review.use-merged')}
        </Button>
        <output className="small muted">
          {places.length > 0 && (left > 0 ? t('review.merge-left', { count: left }) : t('review.merge-ready'))}
        </output>
      </div>
    </div>
  );
}

/** The words that the choice is about; which of several, where the same words meet twice. */
function keyOfPlace({ base, mine, theirs }: MergePiece, at: number, pieces: readonly MergePiece[]): string {
  const isSame = (other: MergePiece) => other.base === base && other.mine === mine && other.theirs === theirs;
  return JSON.stringify([base, mine, theirs, pieces.slice(0, at).filter(isSame).length]);
}

function numberOf(pieces: readonly MergePiece[], at: number): number {
  return pieces.slice(0, at + 1).filter(({ kind }) => kind === 'conflict').length;
}

interface MergedProps {
  readonly piece: MergePiece;
  readonly choice: MergeChoice | undefined;
  /** Of the place, where there is one. */
  readonly n: number;
  readonly codes: Codes;
}

/** A piece of the result: unchanged, taken in from one side, chosen, or a mark where a choice is still to be made. */
function Merged({ piece, choice, n, codes }: MergedProps) {
  const { t, locale, direction } = useI18n();
  if (piece.kind === 'same') return <CodedText text={piece.base} codes={codes} />;
  if (piece.kind === 'conflict' && choice === undefined) {
    return (
      <bdi className="merge-mark" lang={locale} dir={direction}>
        {t('review.merge-place', { n })}
      </bdi>
    );
  }
  const text = mergedText([piece], () => choice);
  const from = piece.kind === 'conflict' ? (choice ?? 'both') : piece.kind;
  return (
    text !== '' && (
      <ins className={`from-${from}`}>
        <span className="visually-hidden" lang={locale} dir={direction}>
          {t(`review.merge-from-${from}`)}{' '}
        </span>
        <CodedText text={text} codes={codes} />
        <span className="visually-hidden" lang={locale} dir={direction}>
          {' '}
          {t('review.change-end')}
        </span>
      </ins>
    )
  );
}

interface PlaceProps extends Omit<MergedProps, 'n'> {
  readonly n: number;
  readonly locale: Locale;
  readonly onChoice: (choice: MergeChoice) => void;
  /** A key has chosen: on to the next. */
  readonly onDone: () => void;
}

function Place({ n, piece, choice, locale, codes, onChoice, onDone }: PlaceProps) {
  const { t } = useI18n();
  const name = useId();
  const offered = choicesAt(piece, codes);
  const onKeyDown = (event: KeyboardEvent): void => {
    const digit = /^(?:Digit|Numpad)([1-3])$/u.exec(event.code)?.[1];
    const chosen = offered[Number(digit) - 1];
    if (chosen === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    onChoice(chosen);
    onDone();
  };
  return (
    <li className="merge-place" data-open={choice === undefined || undefined}>
      <div role="radiogroup" aria-label={t('review.merge-place', { n })}>
        <span className="merge-number small" aria-hidden="true">
          {formatNumber(n)}
        </span>
        {offered.map((one, i) => (
          <label key={one} className="choice merge-choice">
            <input
              type="radio"
              name={name}
              checked={choice === one}
              onChange={() => onChoice(one)}
              onKeyDown={onKeyDown}
            />
            <span>
              <kbd aria-hidden="true">{formatNumber(i + 1)}</kbd> <b className="small">{t(`review.merge-${one}`)}</b>{' '}
              <Side text={one === 'both' ? bothOf(piece) : piece[one]} locale={locale} codes={codes} />
            </span>
          </label>
        ))}
      </div>
    </li>
  );
}

/** The words of a choice; nothing is a choice too, and has a name. */
function Side({ text, locale, codes }: { readonly text: string } & Pick<PlaceProps, 'locale' | 'codes'>) {
  const { t } = useI18n();
  if (text.trim() === '') return <i>{t('review.merge-nothing')}</i>;
  return (
    <Text locale={locale} prose>
      <CodedText text={text} codes={codes} />
    </Text>
  );
}
