/**
 * Everything that was decided on the open target, newest first: who, when, what and why, and word by word what a new
 * text changed. An earlier text can be put into the editor: as something typed, not saved, so that Ctrl+Z takes it back
 * and nothing is replaced that nobody has looked at.
 */
import { useState } from 'react';
import { directionOf } from '../../../server/domain/locale.ts';
import { useI18n } from '../../i18n.ts';
import { decisionWord } from '../../problems.ts';
import { useRead } from '../../queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Waiting } from '../../ui/Spinner.tsx';
import { Text } from '../../ui/Text.tsx';
import { When } from '../../ui/When.tsx';
import { CodedText } from '../CodedText.tsx';
import { DiffView } from '../DiffView.tsx';
import { originSentence } from '../origin-words.ts';
import { reasonSentence } from '../reason-words.ts';
import { withVersionsBefore, type Version } from './history-versions.ts';
import type { PanelTabProps } from './panel-tabs.ts';

/** So many are drawn at first; the others on request. */
const shownAtFirst = 50;

export function HistoryTab(props: PanelTabProps) {
  const { t } = useI18n();
  const { document, locale, row } = props;
  const [isWhole, setWhole] = useState(false);
  const history = useRead('GET /api/documents/:documentId/segments/:segmentId/targets/:locale/history', {
    params: { documentId: document.documentId, segmentId: row.segmentId, locale },
  });
  if (history.isPending) return <Waiting label={t('common.loading')} />;
  if (history.isError) return <ErrorNote error={history.error} onRetry={() => void history.refetch()} />;
  const versions = withVersionsBefore(history.data.entries);
  if (versions.length === 0) return <p className="panel-empty muted">{t('panel.history-none')}</p>;
  const shown = isWhole ? versions : versions.slice(0, shownAtFirst);
  const newestText = versions.find(({ entry }) => entry.text !== undefined);
  return (
    <>
      <ol className="panel-list">
        {shown.map((version) => (
          <li key={version.entry.decisionId} className="panel-item">
            <Decision version={version} isOpen={version === newestText} {...props} />
          </li>
        ))}
      </ol>
      {shown.length < versions.length && (
        <Button look="quiet" onPress={() => setWhole(true)}>
          {t('panel.history-more', { count: versions.length - shown.length })}
        </Button>
      )}
    </>
  );
}

interface DecisionProps extends PanelTabProps {
  readonly version: Version;
  readonly isOpen: boolean;
}

function Decision({ version: { entry, before }, isOpen: isOpenAtFirst, ...props }: DecisionProps) {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <>
      <p className="panel-item-head">
        <b>{decisionWord(entry.kind)}</b> <bdi>{entry.by}</bdi> <When at={entry.at} />
      </p>
      {entry.origin && <p className="muted small">{originSentence(entry.origin, t)}</p>}
      {entry.reason !== undefined && (
        <Text as="p" className="panel-said">
          {reasonSentence({ ...entry, reason: entry.reason }, t)}
        </Text>
      )}
      {entry.text !== undefined && (
        <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary className="small">{t(before === undefined ? 'panel.history-text' : 'panel.history-change')}</summary>
          {isOpen && <VersionText text={entry.text} before={before} {...props} />}
        </details>
      )}
    </>
  );
}

interface VersionTextProps extends PanelTabProps {
  readonly text: string;
  readonly before: string | undefined;
}

function VersionText({ text, before, locale, row, view, acts }: VersionTextProps) {
  const { t } = useI18n();
  const { codes } = row;
  return (
    <div className="panel-version">
      {before === undefined ? (
        <Text as="div" locale={locale} prose className="panel-text">
          <CodedText text={text} codes={codes} />
        </Text>
      ) : (
        <DiffView before={before} after={text} locale={locale} codes={codes} inline={directionOf(locale) === 'ltr'} />
      )}
      <Button look="quiet" isDisabled={text === view.text} onPress={() => acts.replaceText(text)}>
        {t(text === view.text ? 'panel.restored' : 'panel.restore')}
      </Button>
    </div>
  );
}
