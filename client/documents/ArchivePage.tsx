/** The archive: the documents that have left the board, as they stood; each leads to its page, which can restore it. */
import { useI18n } from '../i18n.ts';
import { useRead } from '../queries.ts';
import { BackLink } from '../ui/BackLink.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Page } from '../ui/Page.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { BoardTable } from './BoardTable.tsx';
import './board.css';

export function ArchivePage() {
  const { t } = useI18n();
  const archive = useRead('GET /api/archive', {});
  const rows = archive.data?.documents;
  return (
    <Page title={t('board.archive')} above={<BackLink to="/">{t('nav.board')}</BackLink>}>
      {archive.isPending && <Waiting label={t('common.loading')} />}
      {archive.error && <ErrorNote error={archive.error} onRetry={() => void archive.refetch()} />}
      {rows && rows.length > 0 && <BoardTable rows={rows} />}
      {rows?.length === 0 && <EmptyState title={t('board.archive-empty')}>{t('board.archive-empty-text')}</EmptyState>}
    </Page>
  );
}
