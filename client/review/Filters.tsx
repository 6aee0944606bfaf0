/**
 * What of the document is shown: chips for how far it has got and what is the matter, who decided last, and a text. Each
 * says how many rows it would show; a chip that is on stays, also when it shows nothing any more.
 */
import { memo, useMemo, type ReactNode, type RefObject } from 'react';
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import { machine } from '../../server/domain/job.ts';
import { formatNumber, useI18n } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import {
  countChoices,
  everything,
  isEverything,
  markNames,
  stateChoices,
  type MarkName,
  type Selection,
} from './filters.ts';

export interface FiltersProps {
  readonly rows: readonly SegmentRow[];
  readonly unsaved: ReadonlySet<string>;
  readonly selection: Selection;
  /** What is counted, and told to whoever listens: not each letter of a search is. */
  readonly settled: Selection;
  readonly onSelection: (selection: Selection) => void;
  /** Leads from the search into what it found. */
  readonly onEnter: () => void;
  readonly searchBox: RefObject<HTMLInputElement | null>;
}

export const Filters = memo(function Filters(props: FiltersProps) {
  const { rows, unsaved, selection, settled, onSelection, onEnter, searchBox } = props;
  const { t } = useI18n();
  const ofAll = useMemo(() => countChoices(rows, everything, unsaved), [rows, unsaved]);
  const counts = useMemo(() => countChoices(rows, settled, unsaved), [rows, settled, unsaved]);
  const toggle = (mark: MarkName): void => {
    const is = markNames.filter((one) => selection.is.includes(one) !== (one === mark));
    onSelection({ ...selection, is });
  };
  return (
    <div className="desk-line desk-filters">
      <div className="desk-chips small">
        <div role="radiogroup" aria-label={t('review.filters')}>
          {stateChoices
            .filter((choice) => choice === 'all' || ofAll.state[choice] > 0 || choice === selection.state)
            .map((choice) => (
              <Chip key={choice} label={t(`review.filter-${choice}`)} count={counts.state[choice]}>
                <input
                  type="radio"
                  name="desk-filter"
                  checked={selection.state === choice}
                  onChange={() => onSelection({ ...selection, state: choice })}
                />
              </Chip>
            ))}
        </div>
        <fieldset aria-label={t('tools.narrow')}>
          {markNames
            .filter((mark) => ofAll.is[mark] > 0 || selection.is.includes(mark))
            .map((mark) => (
              <Chip key={mark} label={t(`tools.is-${mark}`)} count={counts.is[mark]}>
                <input type="checkbox" checked={selection.is.includes(mark)} onChange={() => toggle(mark)} />
              </Chip>
            ))}
        </fieldset>
        <People known={ofAll.by} counts={counts.by} selection={selection} onSelection={onSelection} />
        {!isEverything(selection) && (
          <Button look="quiet" className="desk-clear" onPress={() => onSelection(everything)}>
            <Icon name="close" size={14} />
            {t('tools.clear')}
          </Button>
        )}
      </div>
      <SearchField
        ref={searchBox}
        isTool
        className="desk-search"
        label={t('review.search')}
        value={selection.query}
        onChange={(query) => onSelection({ ...selection, query })}
        onKeyDown={(event) => {
          if (event.code === 'Enter' && !event.nativeEvent.isComposing) onEnter();
        }}
      />
      <output className="visually-hidden">{!isEverything(settled) && t('tools.shown', { count: counts.shown })}</output>
    </div>
  );
});

interface ChipProps {
  readonly label: string;
  readonly count: number;
  /** The input that it is. */
  readonly children: ReactNode;
}

function Chip({ label, count, children }: ChipProps) {
  return (
    <label className="choice">
      {children}
      <span>
        {label} <span className="choice-count">{formatNumber(count)}</span>
      </span>
    </label>
  );
}

interface PeopleProps extends Pick<FiltersProps, 'selection' | 'onSelection'> {
  readonly known: ReadonlyMap<string, number>;
  readonly counts: ReadonlyMap<string, number>;
}

/** Who decided last; asked only where there is more than one to choose from. */
function People({ known, counts, selection, onSelection }: PeopleProps) {
  const { t } = useI18n();
  const { by, ...others } = selection;
  const people = [...new Set([...known.keys(), ...(by === undefined ? [] : [by])])].toSorted();
  if (people.length < 2 && by === undefined) return null;
  return (
    <select
      className={by === undefined ? 'desk-people' : 'desk-people on'}
      aria-label={t('tools.by')}
      value={by ?? ''}
      onChange={({ currentTarget: { value } }) => onSelection(value === '' ? others : { ...others, by: value })}
    >
      <option value="">{t('tools.by-anyone')}</option>
      {people.map((person) => (
        <option key={person} value={person}>
          {t('tools.by-person', {
            name: person === machine ? t('tools.machine') : person,
            n: counts.get(person) ?? 0,
          })}
        </option>
      ))}
    </select>
  );
}
