/**
 * What the present text is compared with: the reader chooses the base, the diff follows the typing. Where a segment has
 * no such text another is shown, and the choice holds for the next segment that has one.
 */
import { useId } from 'react';
import type { TargetView } from '../../server/contract/schemas.ts';
import type { Codes } from '../../server/domain/content.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { useI18n, type Translate } from '../i18n.ts';
import { usePreference } from '../preference.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { offeredBases, shownBase, type OfferedBase, type PanelBase } from './diff-bases.ts';
import { DiffView } from './DiffView.tsx';
import { useDiffBases } from './use-diff-bases.ts';

export interface DiffChoice {
  readonly base: PanelBase;
  readonly inline: boolean;
}

export interface DiffPanelProps {
  readonly documentId: string;
  readonly segmentId: string;
  readonly locale: Locale;
  readonly codes: Codes;
  readonly target: TargetView;
  readonly text: string;
  readonly choice: DiffChoice;
  readonly onChoice: (choice: DiffChoice) => void;
}

export function DiffPanel(props: DiffPanelProps) {
  const { documentId, segmentId, locale, codes, target, text, choice, onChoice } = props;
  const { t } = useI18n();
  const [hidesCosmetic, hideCosmetic] = usePreference('diff-hides-cosmetic');
  const found = useDiffBases(documentId, segmentId, locale);
  const offered = offeredBases(found.data?.bases, target.text, text);
  const chosen = shownBase(offered, choice.base);
  return (
    <section className="diff-panel" aria-label={t('review.compare')}>
      <div className="diff-choice small">
        <Bases
          offered={offered}
          chosen={chosen?.base ?? choice.base}
          onChosen={(base) => onChoice({ ...choice, base })}
        />
        <span className="diff-switches">
          <Switch isOn={hidesCosmetic} onTurned={hideCosmetic} label={t('review.hide-cosmetic')} />
          <Switch
            isOn={choice.inline}
            onTurned={(inline) => onChoice({ ...choice, inline })}
            label={t('review.diff-inline')}
          />
        </span>
      </div>
      {chosen?.lacks ? (
        <p className="muted small">{lackSentence(chosen, t)}</p>
      ) : chosen?.text !== undefined ? (
        <DiffView
          before={chosen.text}
          after={text}
          locale={locale}
          codes={codes}
          inline={choice.inline}
          hidesCosmetic={hidesCosmetic}
        />
      ) : found.isError ? (
        <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <p className="diff-wait" />
      )}
    </section>
  );
}

interface BasesProps {
  readonly offered: readonly OfferedBase[];
  readonly chosen: PanelBase;
  readonly onChosen: (base: PanelBase) => void;
}

function Bases({ offered, chosen, onChosen }: BasesProps) {
  const { t } = useI18n();
  const name = useId();
  return (
    <div className="diff-bases" role="radiogroup" aria-label={t('review.compare')}>
      <span aria-hidden="true">{t('review.compare')}</span>
      {offered.map((one) => {
        const lack = one.lacks && lackSentence(one, t);
        return (
          <label key={one.base} className="choice" title={lack}>
            <input
              type="radio"
              name={name}
              checked={chosen === one.base}
              disabled={lack !== undefined}
              onChange={() => onChosen(one.base)}
            />
            <span>{t(`review.base-${one.base}`)}</span>
          </label>
        );
      })}
    </div>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onTurned: (isOn: boolean) => void;
}

function Switch({ label, isOn, onTurned }: SwitchProps) {
  return (
    <label className="diff-switch">
      <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onTurned(currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

function lackSentence({ base, lacks }: OfferedBase, t: Translate): string {
  if (lacks === 'text' && base !== 'saved') return t(`review.base-none-${base}`);
  return base === 'saved' ? t('review.base-same-saved') : t('review.base-same');
}
