/** A comment as it was written: plain text of a language that nobody knows, in which names stand out and links do not. */
import { Fragment } from 'react';
import { mentionsAt, type Member } from '../../../server/domain/comments.ts';
import { composed } from '../../../server/domain/language/compose.ts';
import { Text } from '../../ui/Text.tsx';

export function CommentText({ text, members }: { readonly text: string; readonly members: readonly Member[] }) {
  const plain = composed(text);
  const mentions = mentionsAt(plain, members);
  const pieces = mentions.map(({ start, end }, at) => ({
    before: plain.slice(mentions[at - 1]?.end ?? 0, start),
    name: plain.slice(start, end),
    start,
  }));
  return (
    <Text as="p" className="panel-said">
      {pieces.map(({ before, name, start }) => (
        <Fragment key={start}>
          {before}
          <bdi className="mention">{name}</bdi>
        </Fragment>
      ))}
      {plain.slice(mentions.at(-1)?.end ?? 0)}
    </Text>
  );
}
