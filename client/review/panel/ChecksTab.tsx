/** What checks find in the text as it stands in the editor, with what mends it. */
import { useI18n } from '../../i18n.ts';
import { Findings } from '../Findings.tsx';
import type { PanelTabProps } from './panel-tabs.ts';

export function ChecksTab({ view, editor }: PanelTabProps) {
  const { t } = useI18n();
  if (view.findings.length === 0) {
    const isEmpty = view.text.trim() === '';
    return <p className="panel-empty muted">{t(isEmpty ? 'panel.checks-no-text' : 'panel.checks-none')}</p>;
  }
  return (
    <div className="panel-list panel-findings">
      <Findings findings={view.findings} onFix={(pieces) => editor.current?.surround(...pieces)} />
    </div>
  );
}
