/** Every hit of a search, by its segment, as it stands and as it would be; each can be left out. */
import { memo, useId, useState } from 'react';
import { directionOf, type Locale } from '../../../server/domain/locale.ts';
import { useI18n } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { DiffView } from '../DiffView.tsx';
import { excerptOf, isChosen, type Choices, type Found, type Hit, type ReplacementPlan } from './replacement-plan.ts';

export interface HitListProps {
  readonly plan: ReplacementPlan;
  readonly choices: Choices;
  readonly by: string;
  readonly locale: Locale;
  /** Something is looked for. */
  readonly isSearching: boolean;
  readonly onChoices: (change: (choices: Choices) => Choices) => void;
  readonly onSave: (segmentId: string) => void;
}

/** So many texts are shown at first, and again with each press for more: each hit has a diff of its own. */
const pageful = 50;

export function HitList({ plan, choices, by, locale, isSearching, onChoices, onSave }: HitListProps) {
  const { t } = useI18n();
  const [shown, setShown] = useState(pageful);
  const { found, unsaved } = plan;
  const count = found.reduce((sum, { hits }) => sum + hits.length, 0);
  const chooseAll = (isOn: boolean): void => {
    onChoices(() => new Map(found.flatMap(({ hits }) => hits.map(({ key }) => [key, isOn]))));
  };
  return (
    <>
      <div className="hit-summary">
        <output>
          {isSearching && (
            <>
              {t('tools.hits', { count })} · {t('tools.in-segments', { count: found.length })}
            </>
          )}
        </output>
        {count > 0 && (
          <span className="desk-buttons">
            <Button look="quiet" onPress={() => chooseAll(true)}>
              {t('tools.choose-all')}
            </Button>
            <Button look="quiet" onPress={() => chooseAll(false)}>
              {t('tools.choose-none')}
            </Button>
          </span>
        )}
      </div>
      {unsaved.length > 0 && (
        <p className="hit-unsaved small">
          <span>{t('tools.replace-unsaved', { count: unsaved.length })}</span>{' '}
          <Button look="quiet" onPress={() => unsaved.forEach(({ segmentId }) => onSave(segmentId))}>
            {t('review.save-all')}
          </Button>
        </p>
      )}
      {count > 0 && (
        <ul className="hits">
          {found.slice(0, shown).map((one) => (
            <li key={one.row.segmentId}>
              <p className="small muted">
                {t('review.segment', { n: one.row.ordinal + 1, state: t(`states.${one.row.target.state}`) })}
                {one.row.target.state === 'approved' && <> · {t('tools.back-to-reviewed')}</>}
              </p>
              <ul>
                {one.hits.map((hit) => (
                  <HitRow
                    key={hit.key}
                    found={one}
                    hit={hit}
                    by={by}
                    locale={locale}
                    isOn={isChosen(one, hit, choices)}
                    onChange={(isOn) => onChoices((before) => new Map(before).set(hit.key, isOn))}
                  />
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      {found.length > shown && (
        <Button onPress={() => setShown(shown + pageful)}>{t('tools.more', { count: found.length - shown })}</Button>
      )}
    </>
  );
}

interface HitRowProps {
  readonly found: Found;
  readonly hit: Hit;
  readonly by: string;
  readonly locale: Locale;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Not drawn again for another's choice; its handler therefore builds on the choices as they then are. */
const HitRow = memo(
  function HitRow({ found: { row }, hit, by, locale, isOn, onChange }: HitRowProps) {
    const { t } = useI18n();
    const about = useId();
    const { before, after } = excerptOf(row, hit, by);
    return (
      <li className="hit-row">
        <input
          type="checkbox"
          aria-label={t('tools.replace-here', { n: row.ordinal + 1 })}
          aria-describedby={about}
          checked={isOn}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        <div id={about}>
          <DiffView
            before={before}
            after={after}
            locale={locale}
            codes={row.codes}
            inline={directionOf(locale) === 'ltr'}
          />
        </div>
      </li>
    );
  },
  (one, other) => one.hit.key === other.hit.key && one.by === other.by && one.isOn === other.isOn,
);
