/** What people let stand although a check found it: who, when and why, with the way back. */
import { useQueryClient } from '@tanstack/react-query';
import { useI18n } from '../i18n.ts';
import { checkName } from '../problems.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Text } from '../ui/Text.tsx';
import { When } from '../ui/When.tsx';
import { reinstate } from './DismissDialog.tsx';
import type { Found } from './finding-groups.ts';
import { FindingRow, type Place } from './FindingRow.tsx';

export interface DismissedFindingsProps {
  readonly at: Place;
  readonly dismissed: readonly Found[];
}

export function DismissedFindings({ at, dismissed }: DismissedFindingsProps) {
  const { t } = useI18n();
  return (
    <section className="section" aria-labelledby="dismissed">
      <h2 id="dismissed">{t('quality.dismissed')}</h2>
      <ol className="findings">
        {dismissed.map((found) => (
          <DismissedFinding key={found.key} at={at} found={found} />
        ))}
      </ol>
    </section>
  );
}

function DismissedFinding({ at, found }: { readonly at: Place; readonly found: Found }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const { check, marked, segmentId, ordinal, dismissed } = found.finding;
  if (!dismissed) return null;
  const { how, reason, by, at: when } = dismissed;
  const named = { ...(how === 'segment' && { segmentId }), check, marked };
  return (
    <FindingRow
      at={at}
      found={found}
      actions={
        how !== 'approval' && (
          <Button
            look="quiet"
            aria-label={t('quality.reinstate-at', { n: ordinal + 1, check: checkName(check) })}
            onPress={() => void reinstate(client, at, named)}
          >
            {t('quality.reinstate')}
          </Button>
        )
      }
    >
      <p className="dismissal small">
        {how !== 'segment' && <Badge>{t(`quality.dismissed-${how}`)}</Badge>}
        {reason && <Text className="dismissal-reason">{reason}</Text>}
        <span className="muted">
          <Text>{by}</Text> · <When at={when} />
        </span>
      </p>
    </FindingRow>
  );
}
