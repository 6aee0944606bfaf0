/**
 * The paragraphs that differ, in the order of the page: what stood there and what stands there now. While only some are to
 * appear, each that can appear alone has a box. A long list begins with its first pageful: each row has a diff of its own.
 */
import { useState } from 'react';
import { Link } from 'react-router';
import type { EditionChanges } from '../../server/contract/publishing-api.ts';
import { directionOf, type Locale } from '../../server/domain/locale.ts';
import { useI18n, type Translate } from '../i18n.ts';
import { CodedText } from '../review/CodedText.tsx';
import { DiffView } from '../review/DiffView.tsx';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Text } from '../ui/Text.tsx';
import { changeKinds, countsOf, kindOf, type ChangeKind, type EditionChange } from './change-kinds.ts';
import type { EditionKey } from './EditionPage.tsx';
import type { Publishing } from './use-publishing.ts';
import '../ui/tool.css';

/** Rows drawn before the reader asks for all. */
const atFirst = 50;

export interface ChangeListProps {
  readonly at: EditionKey;
  /** Whether its paragraphs stand in the review desk. */
  readonly hasDesk: boolean;
  readonly rows: EditionChanges['rows'];
  /** What is chosen to appear alone; absent: nothing is to be chosen. */
  readonly choice: Publishing | undefined;
  /** What has changed since somebody began to look: marked. */
  readonly news: readonly string[];
}

export function ChangeList({ at, hasDesk, rows, choice, news }: ChangeListProps) {
  const { t } = useI18n();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, atFirst);
  if (rows.length === 0) return <p className="muted">{t('changes.none')}</p>;
  return (
    <section aria-labelledby="changes" className="edition-section">
      <h2 id="changes">{summaryOf(rows, t)}</h2>
      <ol className="change-rows">
        {shown.map((change) => (
          <ChangeRow
            key={change.segmentId}
            at={at}
            hasDesk={hasDesk}
            change={change}
            choice={choice}
            isNews={news.includes(change.segmentId)}
          />
        ))}
      </ol>
      {shown.length < rows.length && (
        <Button className="start" onPress={() => setWhole(true)}>
          {t('changes.show-all', { count: rows.length })}
        </Button>
      )}
    </section>
  );
}

/** `3 changed · 1 new`; what there is none of is not told. */
function summaryOf(rows: EditionChanges['rows'], t: Translate): string {
  const counts = countsOf(rows);
  return changeKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`changes.count-${kind}`, { count: counts[kind] }))
    .join(' · ');
}

const tones: Readonly<Record<ChangeKind, Tone>> = { changed: 'neutral', new: 'ok', removed: 'bad' };

interface ChangeRowProps extends Omit<ChangeListProps, 'rows' | 'news'> {
  readonly change: EditionChange;
  readonly isNews: boolean;
}

function ChangeRow({ at, hasDesk, change, choice, isNews }: ChangeRowProps) {
  const { t } = useI18n();
  const { segmentId, ordinal } = change;
  const kind = kindOf(change);
  const name = t('changes.paragraph', { n: ordinal + 1 });
  return (
    <li>
      <p className="change-head small">
        {choice?.possible.includes(segmentId) ? (
          <label className="tool-check">
            <input
              type="checkbox"
              checked={choice.chosen.includes(segmentId)}
              onChange={({ currentTarget: { checked } }) => choice.choose(segmentId, checked)}
            />
            <span>{name}</span>
          </label>
        ) : (
          <span className="muted">{name}</span>
        )}
        {kind !== 'changed' && <Badge tone={tones[kind]}>{t(`changes.kind-${kind}`)}</Badge>}
        {isNews && <Badge tone="warn">{t('changes.just-changed')}</Badge>}
        {hasDesk && kind !== 'removed' && (
          <Link className="change-desk" to={`/documents/${at.documentId}/review/${at.locale}?segment=${ordinal}`}>
            {t('changes.open-desk')}
            <span className="visually-hidden"> ({name})</span>
          </Link>
        )}
      </p>
      <ChangedText change={change} locale={at.locale} />
    </li>
  );
}

function ChangedText({ change, locale }: { readonly change: EditionChange; readonly locale: Locale }) {
  const { before, after } = change;
  if (before && after) {
    return (
      <DiffView
        before={before.text}
        after={after.text}
        locale={locale}
        codes={{ ...before.codes, ...after.codes }}
        inline={directionOf(locale) === 'ltr'}
      />
    );
  }
  const one = after ?? before;
  const Tag = after ? 'ins' : 'del';
  return (
    <Text as="p" locale={locale} prose className="diff-line">
      <Tag>{one && <CodedText text={one.text} codes={one.codes} />}</Tag>
    </Text>
  );
}
