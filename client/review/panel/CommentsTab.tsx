/**
 * What people say to each other about the open segment: about its translation, or about its source, which stands beside
 * every language. Open threads first, each to be answered and resolved; the resolved ones folded away, nothing lost. A
 * thread that somebody resolves while it is being answered here stays until the answer is sent or given up.
 */
import { useQueryClient } from '@tanstack/react-query';
import type { ReplyOf } from '../../../server/contract/api.ts';
import type { ThreadView } from '../../../server/contract/comments-api.ts';
import type { Member } from '../../../server/domain/comments.ts';
import { call } from '../../api.ts';
import { commentsLine, showThreads } from '../../comments-cache.ts';
import { useI18n } from '../../i18n.ts';
import { useRead } from '../../queries.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Waiting } from '../../ui/Spinner.tsx';
import { Spoken, useSpoken } from '../../ui/Spoken.tsx';
import { isDrafted, type CommentDraft } from './comment-drafts.ts';
import { CommentField } from './CommentField.tsx';
import { CommentThread } from './CommentThread.tsx';
import { focusPanel, panelId } from './panel-focus.ts';
import type { PanelTabProps } from './panel-tabs.ts';

const addLine = 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/comments';
const endLines = {
  resolve: 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/comments/:commentId/resolve',
  reopen: 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/comments/:commentId/reopen',
} as const;

const nobody: readonly Member[] = [];

export function CommentsTab({ document: { documentId }, row: { segmentId }, locale }: PanelTabProps) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [said, say] = useSpoken();
  const params = { documentId, segmentId, locale };
  const found = useRead(commentsLine, { params });
  const members = useRead('GET /api/members', {}).data?.members ?? nobody;
  const show = ({ threads }: ReplyOf<typeof commentsLine>): void => showThreads(client, params, threads);

  async function add({ text, about, sent: decisionId }: Required<CommentDraft>, replyTo?: string): Promise<void> {
    show(await call(addLine, { params, body: { decisionId, text, about, ...(replyTo && { replyTo }) } }));
    say(t('panel.comment-said'));
  }
  async function end(how: keyof typeof endLines, commentId: string, decisionId: string): Promise<void> {
    show(await call(endLines[how], { params: { ...params, commentId }, body: { decisionId } }));
    say(t(`panel.comment-done-${how}`));
    // The button that had the focus is gone with its thread.
    focusPanel(document.getElementById(panelId));
  }

  const threads = found.data?.threads ?? [];
  const isShown = ({ resolved, threadId }: ThreadView): boolean =>
    !resolved || isDrafted(localStorage, { ...params, threadId });
  const parts = { open: threads.filter(isShown), resolved: threads.filter((thread) => !isShown(thread)) };
  const drawn = (which: keyof typeof parts) => (
    <ul className="panel-list">
      {parts[which].map((thread) => (
        <li key={thread.threadId} className="panel-item">
          <CommentThread
            place={params}
            thread={thread}
            isAnswered={which === 'open'}
            members={members}
            onReply={add}
            onEnd={end}
          />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <CommentField
        place={params}
        label={t('panel.comment-write')}
        verb={t('panel.comment-send')}
        members={members}
        send={(draft) => add(draft)}
      />
      <Spoken said={said} />
      {found.isPending && <Waiting label={t('common.loading')} />}
      {found.isError && threads.length === 0 && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && threads.length === 0 && <p className="panel-empty muted">{t('panel.comments-none')}</p>}
      {parts.open.length > 0 && drawn('open')}
      {parts.resolved.length > 0 && (
        <details className="comments-resolved">
          <summary className="small">{t('panel.comments-resolved', { count: parts.resolved.length })}</summary>
          {drawn('resolved')}
        </details>
      )}
    </>
  );
}
