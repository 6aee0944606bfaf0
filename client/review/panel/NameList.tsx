/**
 * The members whose names the letters at the caret may begin. The field keeps the focus and gives its keys to the list
 * (`use-names.ts`), so the list is told to assistive technology by roles: a `select` would want the focus for itself.
 */
// oxlint-disable jsx-a11y/prefer-tag-over-role
import type { Member } from '../../../server/domain/comments.ts';
import { useI18n } from '../../i18n.ts';
import { optionId } from './use-names.ts';

export interface NameListProps {
  readonly id: string;
  readonly offered: readonly Member[];
  readonly chosen: number;
  readonly onChoice: (member: Member) => void;
}

export function NameList({ id, offered, chosen, onChoice }: NameListProps) {
  const { t } = useI18n();
  return (
    <div id={id} role="listbox" className="comment-names" aria-label={t('panel.comment-names')}>
      {offered.map((member, at) => (
        // The keys are the field's; a press must not take the focus from it.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={member.memberId}
          id={optionId(id, at)}
          role="option"
          tabIndex={-1}
          aria-selected={at === chosen}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoice(member)}
        >
          <bdi>{member.name}</bdi>
        </div>
      ))}
    </div>
  );
}
