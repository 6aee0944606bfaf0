/**
 * What readers have seen, newest first: when, by whom, and what they were told of it. Each leads to what it changed of the one
 * before, any two can be compared, and an earlier one can be shown to readers again, which begins with seeing what that would change.
 */
import type { EditionView } from '../../server/contract/editions-api.ts';
import { useI18n } from '../i18n.ts';
import { Badge } from '../ui/Badge.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { Text } from '../ui/Text.tsx';
import { changesAddress } from './comparison.ts';
import type { EditionKey } from './EditionPage.tsx';

export interface PublicationsProps {
  readonly at: EditionKey;
  readonly edition: EditionView;
}

export function Publications({ at, edition }: PublicationsProps) {
  const { t } = useI18n();
  const { publications } = edition;
  return (
    <section className="edition-section" aria-labelledby="publications">
      <h2 id="publications">{t('edition.publications')}</h2>
      {publications.length === 0 && <p className="muted">{t('edition.never-published')}</p>}
      <ol className="publications">
        {publications.toReversed().map((publication) => (
          <Publication key={publication.n} at={at} edition={edition} publication={publication} />
        ))}
      </ol>
    </section>
  );
}

type PublicationView = EditionView['publications'][number];

function Publication({ at, edition, publication }: PublicationsProps & { readonly publication: PublicationView }) {
  const { t, time } = useI18n();
  const { n, at: when, by, note } = publication;
  const isLive = n === edition.live;
  const name = t('edition.publication', { n });
  return (
    <li>
      <span className="publication-name">
        {name}
        {isLive && <Badge tone="ok">{t('edition.live')}</Badge>}
      </span>
      <span className="muted small">
        {time(when)} · <Text>{by}</Text>
      </span>
      {note && (
        <Text as="p" locale={at.locale} prose className="publication-note">
          {note}
        </Text>
      )}
      <span className="publication-acts">
        {n > 1 && (
          <ButtonLink look="quiet" to={changesAddress(at, { from: n - 1, to: n })}>
            {t('changes.what-changed')}
            <span className="visually-hidden"> ({name})</span>
          </ButtonLink>
        )}
        {!isLive && (
          <ButtonLink
            look="quiet"
            to={changesAddress(at, { ...(edition.live !== undefined && { from: edition.live }), to: n })}
          >
            {t('edition.roll-back-begin')}
            <span className="visually-hidden"> ({name})</span>
          </ButtonLink>
        )}
      </span>
    </li>
  );
}
