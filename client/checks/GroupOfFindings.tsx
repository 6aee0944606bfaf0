/**
 * What one check finds, as a row that opens. A matter of style, or a check that fires all over the text, is closed at
 * first: it is about the whole text, and mended for the whole text at once.
 */
import { useState } from 'react';
import { useI18n } from '../i18n.ts';
import { checkName } from '../problems.ts';
import { Button } from '../ui/Button.tsx';
import type { CheckGroup, Found } from './finding-groups.ts';
import { FindingRow, type Place } from './FindingRow.tsx';
import { MendDialog } from './MendDialog.tsx';
import { planMending } from './mending.ts';

/** So many findings are shown at first, and again with each press for more. */
const pageful = 30;

export interface GroupOfFindingsProps {
  readonly at: Place;
  readonly group: CheckGroup;
  readonly isOpenAtFirst: boolean;
  readonly onDismiss: (found: Found) => void;
}

export function GroupOfFindings({ at, group, isOpenAtFirst, onDismiss }: GroupOfFindingsProps) {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const [shown, setShown] = useState(pageful);
  const [isMending, setMending] = useState(false);
  const { check, found, isOneRow, severity } = group;
  const segments = new Set(found.map(({ segment }) => segment.segmentId)).size;
  const mendable = planMending(found).mended.length;
  return (
    <li className="check-group">
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          {/* A real space: without one Arabic letters join across the two. */}
          <span className="check-group-name">{checkName(check)}</span>{' '}
          <span className="muted small">
            {t('quality.findings', { count: found.length })} · {t('tools.in-segments', { count: segments })}
          </span>
        </summary>
        {isOpen && (
          <>
            {isOneRow && severity !== 'style' && <p className="muted small">{t('quality.collapsed')}</p>}
            <ol className="findings">
              {found.slice(0, shown).map((one) => (
                <FindingRow
                  key={one.key}
                  at={at}
                  found={one}
                  actions={
                    <Button
                      look="quiet"
                      aria-label={t('quality.dismiss-at', { n: one.finding.ordinal + 1, check: checkName(check) })}
                      onPress={() => onDismiss(one)}
                    >
                      {t('quality.dismiss')}
                    </Button>
                  }
                />
              ))}
            </ol>
            {found.length > shown && (
              <Button className="start" onPress={() => setShown(shown + pageful)}>
                {t('tools.more', { count: found.length - shown })}
              </Button>
            )}
          </>
        )}
      </details>
      {mendable > 0 && (
        <Button className="check-group-mend" onPress={() => setMending(true)}>
          {t('quality.mend-all', { count: mendable })}
          <span className="visually-hidden"> ({checkName(check)})</span>
        </Button>
      )}
      {isMending && <MendDialog at={at} check={check} found={found} onClose={() => setMending(false)} />}
    </li>
  );
}
