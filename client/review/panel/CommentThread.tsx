/** One thread: who said what and when, an answer, and its end. */
import { useState } from 'react';
import type { ThreadView } from '../../../server/contract/comments-api.ts';
import type { Member } from '../../../server/domain/comments.ts';
import { newDecisionId } from '../../decision-id.ts';
import { useI18n } from '../../i18n.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { When } from '../../ui/When.tsx';
import type { CommentDraft, DraftPlace } from './comment-drafts.ts';
import { CommentField } from './CommentField.tsx';
import { CommentText } from './CommentText.tsx';

export interface CommentThreadProps {
  readonly place: DraftPlace;
  readonly thread: ThreadView;
  /** An answer can be written, or is being written though the thread was resolved. */
  readonly isAnswered: boolean;
  readonly members: readonly Member[];
  readonly onReply: (draft: Required<CommentDraft>, threadId: string) => Promise<void>;
  readonly onEnd: (how: 'resolve' | 'reopen', threadId: string, decisionId: string) => Promise<void>;
}

export function CommentThread({ place, thread, isAnswered, members, onReply, onEnd }: CommentThreadProps) {
  const { t } = useI18n();
  const { threadId, about, comments, resolved } = thread;
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();
  const nameOf = (id: string) => members.find(({ memberId }) => memberId === id)?.name ?? id;

  async function end(how: 'resolve' | 'reopen'): Promise<void> {
    setPending(true);
    setError(undefined);
    try {
      await onEnd(how, threadId, newDecisionId());
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  }

  return (
    <article className="comment-thread" aria-label={t('panel.comment-thread', { by: nameOf(comments[0]?.by ?? '') })}>
      {comments.map(({ commentId, by, at, text }, place) => (
        <div key={commentId} className="comment">
          <p className="panel-item-head">
            <b>
              <bdi>{nameOf(by)}</bdi>
            </b>
            {place === 0 && about === 'source' && <Badge>{t('panel.comment-of-source')}</Badge>}
            <When at={at} />
          </p>
          <CommentText text={text} members={members} />
        </div>
      ))}
      {resolved && (
        <p className="comment-end small muted">
          <span>{t('panel.comment-resolved-by', { by: nameOf(resolved.by) })}</span> <When at={resolved.at} />
        </p>
      )}
      {isAnswered && (
        <CommentField
          place={{ ...place, threadId }}
          label={t('panel.comment-reply')}
          verb={t('panel.comment-reply')}
          members={members}
          send={(draft) => onReply(draft, threadId)}
        />
      )}
      {error !== undefined && <ErrorNote error={error} />}
      <Button look="quiet" isPending={isPending} onPress={() => void end(resolved ? 'reopen' : 'resolve')}>
        {t(resolved ? 'panel.comment-reopen' : 'panel.comment-resolve')}
      </Button>
    </article>
  );
}
