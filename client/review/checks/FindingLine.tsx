/**
 * The line under the editor: one finding at a time, which of how many, the keys that lead to the others, and below it what
 * can be done about it. Its place is kept, two lines high, while there is nothing to say, so that findings come and go
 * and nothing moves.
 */
import { formatList, formatNumber, useI18n } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { CommandButton } from '../ActionBar.tsx';
import type { DeskActs, DeskView } from '../commands.ts';
import { SeverityIcon } from './SeverityIcon.tsx';

export interface FindingLineProps {
  readonly view: DeskView;
  readonly acts: DeskActs;
}

export function FindingLine({ view, acts }: FindingLineProps) {
  const { t } = useI18n();
  const { beside, finding, findings } = view;
  if (!finding) {
    return <p className="finding-line none">{findings.isChecked && <NothingPressing view={view} acts={acts} />}</p>;
  }
  const at = beside.indexOf(finding) + 1;
  return (
    <div className={`finding-line ${finding.severity}`}>
      {/* In full for whoever points at it; the panel's list has it in full as well. */}
      <p title={finding.sentence}>
        <SeverityIcon severity={finding.severity} />
        <span>{finding.sentence}</span>
      </p>
      {beside.length > 1 && (
        <span className="finding-steps">
          <Button look="quiet" aria-label={t('review.do-previous-finding')} onPress={() => acts.stepFinding(-1)}>
            <Icon name="back" size={16} />
          </Button>
          <bdi aria-label={t('review.finding-of', { n: at, total: beside.length })}>
            {formatNumber(at)}/{formatNumber(beside.length)}
          </bdi>
          <Button look="quiet" aria-label={t('review.do-next-finding')} onPress={() => acts.stepFinding(1)}>
            <Icon name="forward" size={16} />
          </Button>
        </span>
      )}
    </div>
  );
}

/** What is only to be known, and matters of style, are counted here and stand in the panel. */
function NothingPressing({ view: { findings }, acts }: FindingLineProps) {
  const { t } = useI18n();
  const { open, style } = findings;
  const quiet = [
    ...(open.length > 0 ? [t('review.findings-notes', { count: open.length })] : []),
    ...(style > 0 ? [t('review.findings-style', { count: style })] : []),
  ];
  if (quiet.length > 0) {
    return (
      <Button look="quiet" className="finding-quiet" onPress={() => acts.showPanel('checks')}>
        {formatList(quiet)}
      </Button>
    );
  }
  return (
    <span className="muted">
      <Icon name="check" size={15} />
      {t('review.findings-none')}
    </span>
  );
}

/** What can be done about the finding that is shown. */
export function FindingCommands({ view, acts }: FindingLineProps) {
  const label = view.finding?.mending?.label;
  return (
    <span className="finding-commands">
      <CommandButton id="mend" look="quiet" keys whenEnabled view={view} acts={acts} {...(label && { label })} />
      <CommandButton id="dismiss" look="quiet" whenEnabled view={view} acts={acts} />
    </span>
  );
}
