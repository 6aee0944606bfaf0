/** Above the rows, always in sight: which text, how far it has got, and which of its segments are shown. */
import { memo, useMemo, type RefObject } from 'react';
import type { DocumentView } from '../../server/contract/documents-api.ts';
import type { TakenView } from '../../server/contract/queue-api.ts';
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { useChange } from '../queries.ts';
import { QueueBar } from '../queue/QueueBar.tsx';
import { sentenceOf } from '../problems.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { StateBar, totalOf } from '../ui/StateBar.tsx';
import { Text } from '../ui/Text.tsx';
import { toast } from '../ui/toasts.ts';
import type { Front } from './commands.ts';
import { Filters } from './Filters.tsx';
import type { Selection } from './filters.ts';
import { countStates, isOpen } from './rows.ts';

export interface DeskHeaderProps {
  readonly document: DocumentView;
  readonly locale: Locale;
  readonly rows: readonly SegmentRow[];
  /** No row is still to come. */
  readonly isWhole: boolean;
  /** How many segments have something that the server could not be told yet. */
  readonly waiting: number;
  readonly selection: Selection;
  /** The selection that the rows have been searched by: what is typed in the search box is a moment ahead of it. */
  readonly settled: Selection;
  readonly onSelection: (selection: Selection) => void;
  readonly unsaved: ReadonlySet<string>;
  readonly onEnter: () => void;
  readonly searchBox: RefObject<HTMLInputElement | null>;
  /** How many of the rows shown can be approved together. */
  readonly approvable: number;
  readonly onShow: (front: Front) => void;
  /** What this window has taken from the queue, and the way to the next of it. */
  readonly taken: readonly TakenView[];
  readonly onNextTaken: (() => void) | undefined;
  readonly isPanelOpen: boolean;
  readonly onPanel: () => void;
}

/** Not drawn again while somebody types in the open row: all that it is given stays the same meanwhile. */
export const DeskHeader = memo(function DeskHeader(props: DeskHeaderProps) {
  const { document, locale, rows, isWhole, waiting, selection, settled, onSelection, unsaved, approvable } = props;
  const { onEnter, searchBox, onShow, taken, onNextTaken, isPanelOpen, onPanel } = props;
  const { t } = useI18n();
  const { documentId, title, from } = document;
  const counts = useMemo(() => countStates(rows), [rows]);
  const total = totalOf(counts);
  const isDone = isWhole && rows.every(({ target }) => !target || !isOpen(target));
  return (
    <header className="desk-header">
      <div className="desk-line">
        <ButtonLink
          look="quiet"
          to={`/documents/${documentId}`}
          className="desk-back"
          aria-label={t('review.to-document')}
        >
          <Icon name="back" />
        </ButtonLink>
        <Text as="h1" locale={from} className="desk-title">
          {title}
        </Text>
        <span className="desk-pair small">
          <span className="visually-hidden">
            {t('review.pair', { from: t(`app.locale-${from}`), to: t(`app.locale-${locale}`) })}
          </span>
          <span aria-hidden="true">
            <b>{t(`app.locale-${from}`)}</b> <Icon name="forward" size={14} /> <b>{t(`app.locale-${locale}`)}</b>
          </span>
        </span>
        <span className="desk-buttons">
          <Button
            look="quiet"
            className="desk-help"
            aria-label={t('review.do-palette')}
            onPress={() => onShow('palette')}
          >
            <Icon name="command" />
          </Button>
          <Button look="quiet" className="desk-help" aria-label={t('review.do-help')} onPress={() => onShow('help')}>
            ?
          </Button>
          <Button
            look="quiet"
            className="desk-panel-button"
            aria-label={t('panel.label')}
            aria-expanded={isPanelOpen}
            onPress={onPanel}
          >
            <Icon name="panel" />
          </Button>
          <PreviewButton documentId={documentId} locale={locale} />
          <ButtonLink look={isDone ? 'primary' : 'plain'} to={`/documents/${documentId}/editions/${locale}`}>
            {isDone ? t('review.all-approved-next') : t('review.publish')}
          </ButtonLink>
        </span>
      </div>
      <div className="desk-line desk-progress small">
        <StateBar counts={counts} />
        {waiting > 0 && <span className="desk-waiting">{t('review.waiting-count', { count: waiting })}</span>}
        {!isDone && <span>{t('review.progress', { done: counts.approved, total })}</span>}
        {/* In the page from the start: that the work is done is news. */}
        <output className="desk-done">{isDone && t('review.all-approved')}</output>
        <Button look="quiet" onPress={() => onShow('replace')}>
          {t('tools.do-replace')}
        </Button>
        <Button look="quiet" isDisabled={approvable === 0} onPress={() => onShow('approve')}>
          {t('tools.approve-shown', { count: approvable })}
        </Button>
      </div>
      <QueueBar taken={taken} onNext={onNextTaken} />
      <Filters
        rows={rows}
        unsaved={unsaved}
        selection={selection}
        settled={settled}
        onSelection={onSelection}
        onEnter={onEnter}
        searchBox={searchBox}
      />
    </header>
  );
});

function PreviewButton({ documentId, locale }: { readonly documentId: string; readonly locale: Locale }) {
  const { t } = useI18n();
  const preview = useChange('POST /api/documents/:documentId/editions/:locale/preview', ({ url }) => {
    window.open(url, '_blank', 'noopener');
  });
  return (
    <Button
      isPending={preview.isPending}
      onPress={() =>
        preview.mutate(
          { params: { documentId, locale }, query: {} },
          { onError: (error) => toast(sentenceOf(error), 'error') },
        )
      }
    >
      {t('review.preview')}
    </Button>
  );
}
