/**
 * What checks find in the text as it stands in the editor: all of it, also what is only to be known. Each leads to its
 * place; what mends it stands beside it. Matters of style are only counted: they are mended for the whole text at once.
 */
import { useI18n } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Text } from '../../ui/Text.tsx';
import { When } from '../../ui/When.tsx';
import { SeverityIcon } from '../checks/SeverityIcon.tsx';
import type { DeskFinding, DismissedFinding } from '../findings.ts';
import type { PanelTabProps } from './panel-tabs.ts';

export function ChecksTab({ view, acts }: PanelTabProps) {
  const { t } = useI18n();
  const { findings } = view;
  const { open, dismissed, style } = findings;
  if (view.text.trim() === '') return <p className="panel-empty muted">{t('panel.checks-no-text')}</p>;
  return (
    <>
      {findings.isChecked && open.length === 0 && <p className="panel-empty muted">{t('panel.checks-none')}</p>}
      <ul className="panel-list">
        {open.map((finding) => (
          <li key={finding.id} className="panel-item panel-finding" aria-current={finding === view.finding}>
            <FindingPlace finding={finding} onShow={() => acts.showFinding(finding)} />
            {finding.mending && (
              <Button look="quiet" onPress={() => acts.mend(finding)}>
                {finding.mending.label}
              </Button>
            )}
            <Button look="quiet" onPress={() => acts.dismissWithReason(finding)}>
              {t('panel.checks-dismiss')}
            </Button>
          </li>
        ))}
      </ul>
      {dismissed.length > 0 && (
        <details className="panel-dismissed">
          <summary className="small">{t('panel.checks-dismissed', { count: dismissed.length })}</summary>
          <ul className="panel-list">
            {dismissed.map((finding) => (
              <DismissedItem key={finding.id} finding={finding} acts={acts} />
            ))}
          </ul>
        </details>
      )}
      {style > 0 && <p className="panel-style small muted">{t('panel.checks-style', { count: style })}</p>}
    </>
  );
}

interface DismissedItemProps extends Pick<PanelTabProps, 'acts'> {
  readonly finding: DismissedFinding;
}

/** What somebody lets stand, and why. */
function DismissedItem({ finding, acts }: DismissedItemProps) {
  const { t } = useI18n();
  const { by, at, reason } = finding.dismissal;
  return (
    <li className="panel-item panel-finding">
      <FindingPlace finding={finding} onShow={() => acts.showFinding(finding)} />
      <div className="small muted">
        <bdi>{by}</bdi> · <When at={at} />
        {reason && <Text as="p">{reason}</Text>}
      </div>
      <Button look="quiet" onPress={() => acts.reinstate(finding)}>
        {t('panel.checks-reinstate')}
      </Button>
    </li>
  );
}

interface FindingPlaceProps {
  readonly finding: DeskFinding;
  readonly onShow: () => void;
}

/** What is found, leading to where it is. */
function FindingPlace({ finding: { severity, sentence }, onShow }: FindingPlaceProps) {
  return (
    <Button look="quiet" className="finding-place" onPress={onShow}>
      <SeverityIcon severity={severity} />
      <span>{sentence}</span>
    </Button>
  );
}
