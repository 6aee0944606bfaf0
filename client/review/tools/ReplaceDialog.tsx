/**
 * Search and replace in all translations. Every hit is shown with its words before and after, and can be left out; nothing is
 * changed before the button is pressed. What is sent are whole texts at the revisions that were seen: where somebody was
 * faster, that text is refused, said so, and shown again as it now stands.
 */
import { useDeferredValue, useMemo, useState } from 'react';
import type { SegmentRow } from '../../../server/contract/segments-api.ts';
import type { Locale } from '../../../server/domain/locale.ts';
import { call } from '../../api.ts';
import { newDecisionId } from '../../decision-id.ts';
import { useI18n } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Desk } from '../desk.ts';
import { BatchNote, RefusedList } from './BatchNotes.tsx';
import { HitList } from './HitList.tsx';
import { editsOf, planReplacement, replaceable, type Choices, type Edit, type Search } from './replacement-plan.ts';
import { SearchForm } from './SearchForm.tsx';
import { useBatches } from './use-batches.ts';
import './tools.css';

export interface ReplaceDialogProps {
  readonly documentId: string;
  readonly locale: Locale;
  readonly desk: Desk;
  readonly rows: readonly SegmentRow[];
  readonly unsaved: ReadonlySet<string>;
  /** What the desk searches for at present. */
  readonly query: string;
  readonly onClose: () => void;
}

const line = 'POST /api/documents/:documentId/targets/:locale/edit';

export function ReplaceDialog({ documentId, locale, desk, rows, unsaved, query, onClose }: ReplaceDialogProps) {
  const { t } = useI18n();
  const [search, setSearch] = useState<Search>({
    find: query.trim(),
    by: '',
    wholeWords: false,
    isFolded: true,
    states: new Set(replaceable),
  });
  const [choices, setChoices] = useState<Choices>(new Map());
  const settled = useDeferredValue(search);
  /** The hits below are not yet those of the search above: there is nothing to agree to. */
  const isBehind = settled !== search;
  const plan = useMemo(() => planReplacement(rows, settled, locale, unsaved), [rows, settled, locale, unsaved]);
  const { edits, hits, impossible } = useMemo(() => editsOf(plan.found, choices, settled.by), [plan, choices, settled]);
  const batches = useBatches<Sent>({
    documentId,
    locale,
    desk,
    send: async (batch) => {
      const { edited, refused } = await call(line, { params: { documentId, locale }, body: { edits: [...batch] } });
      return { taken: edited, refused };
    },
    noteOn: (taken) => t('tools.replaced', { count: taken }),
    onClose,
  });
  const { run, isRunning, error } = batches;
  const refused = isRunning ? [] : (run?.refused ?? []);
  return (
    <Dialog isOpen look="list" title={t('tools.replace-title')} onClose={batches.close}>
      <SearchForm search={search} locale={locale} onSearch={setSearch} />
      {refused.length > 0 && <RefusedList refused={refused} />}
      <HitList
        plan={plan}
        choices={choices}
        by={settled.by}
        locale={locale}
        isSearching={settled.find.trim() !== ''}
        onChoices={setChoices}
        onSave={(segmentId) => void desk.save(segmentId)}
      />
      {impossible.length > 0 && <p className="fact bad">{t('tools.replace-codes', { count: impossible.length })}</p>}
      <BatchNote label={t('tools.replacing')} batches={batches} />
      <div className="dialog-actions">
        <Button
          look="primary"
          isPending={isRunning}
          isDisabled={isBehind || hits === 0 || error !== undefined}
          onPress={() => batches.start(edits.map(sent))}
        >
          {t('tools.replace-verb', { count: hits })}
        </Button>
      </div>
    </Dialog>
  );
}

type Sent = ReturnType<typeof sent>;

function sent(edit: Edit) {
  return { ...edit, decisionId: newDecisionId() };
}
