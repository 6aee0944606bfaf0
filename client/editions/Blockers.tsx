/** What keeps the edition from being published, in reading order; each leads to its segment in the review desk. */
import { Link } from 'react-router';
import type { EditionView } from '../../server/contract/editions-api.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { formatList, useI18n, type Key } from '../i18n.ts';
import { checkName } from '../problems.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { Text } from '../ui/Text.tsx';
import { changesAddress } from './comparison.ts';
import type { EditionKey } from './EditionPage.tsx';

/** More than anyone reads as a list: the review desk has the rest. */
const shown = 50;

type Blocker = EditionView['blockers'][number];

const tones: Record<Blocker['reason'], Tone> = {
  empty: 'bad',
  outdated: 'bad',
  check: 'bad',
  untranslated: 'neutral',
  translated: 'warn',
  reviewed: 'accent',
};

const words: Record<Blocker['reason'], Key> = {
  empty: 'edition.empty',
  outdated: 'states.outdated',
  check: 'edition.open-error',
  untranslated: 'states.untranslated',
  translated: 'states.translated',
  reviewed: 'states.reviewed',
};

export interface BlockersProps {
  readonly at: EditionKey;
  /** The source's language: the excerpts are from it. */
  readonly from: Locale;
  readonly edition: EditionView;
}

export function Blockers({ at, from, edition }: BlockersProps) {
  const { t } = useI18n();
  const { blockers } = edition;
  return (
    <section className="edition-section" aria-labelledby="blockers">
      <h2 id="blockers">{t('edition.blockers')}</h2>
      {blockers.length === 0 ? (
        <p className="edition-clear">{t(clearWord(edition))}</p>
      ) : (
        <>
          <p className="muted">{t('edition.blocked', { count: blockers.length })}</p>
          <ol className="blockers">
            {blockers.slice(0, shown).map((blocker) => (
              <li key={blocker.segmentId ?? blocker.reason}>
                <BlockerLine at={at} from={from} blocker={blocker} />
              </li>
            ))}
          </ol>
          {blockers.length > shown && (
            <p className="muted">{t('edition.more-blockers', { count: blockers.length - shown })}</p>
          )}
        </>
      )}
      {edition.correctable > 0 && <p>{t('changes.correctable', { count: edition.correctable })}</p>}
      {edition.changedSinceLive && (
        <p>
          <Link to={changesAddress(at)}>{t('changes.title-draft')}</Link>
        </p>
      )}
    </section>
  );
}

/** Why publishing is possible, or, where readers have it all already, why it is not offered. */
function clearWord({ live, changedSinceLive, isSource }: EditionView) {
  if (live !== undefined && !changedSinceLive) return 'refusals.edition.unchanged';
  return isSource ? 'edition.no-blockers-source' : 'edition.no-blockers';
}

function BlockerLine({ at, from, blocker }: Pick<BlockersProps, 'at' | 'from'> & { readonly blocker: Blocker }) {
  const { t, number } = useI18n();
  const { reason, ordinal, excerpt } = blocker;
  const badge = <Badge tone={tones[reason]}>{t(words[reason], { checks: checkList(blocker) })}</Badge>;
  if (ordinal === undefined) return badge;
  return (
    <Link className="blocker" to={wayTo(at, blocker)}>
      <span className="blocker-number muted small">{number(ordinal + 1)}</span>
      <Text as="span" locale={from} className="blocker-excerpt">
        {excerpt}
      </Text>
      {badge}
    </Link>
  );
}

/** To the segment in the desk; of an open error to what the checks say about it, since a source has no desk. */
function wayTo({ documentId, locale }: EditionKey, { reason, ordinal }: Blocker): string {
  return reason === 'check'
    ? `/documents/${documentId}/checks/${locale}`
    : `/documents/${documentId}/review/${locale}?segment=${ordinal}`;
}

function checkList({ checks = [] }: Blocker): string {
  return formatList(checks.map(checkName));
}
