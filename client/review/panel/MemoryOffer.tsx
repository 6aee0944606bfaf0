/**
 * One thing that the memory offers: its text, what is the matter with it, where it comes from, and how its source differs
 * from the one in hand, word by word. Numbers, names and negations that differ are said in words: they are small to the
 * eye.
 */
import type { ReactNode } from 'react';
import type { SuggestionView } from '../../../server/contract/suggestions-api.ts';
import type { Codes } from '../../../server/domain/content.ts';
import { directionOf, type Locale } from '../../../server/domain/locale.ts';
import { scores } from '../../../server/domain/memory/score.ts';
import { useI18n } from '../../i18n.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Text } from '../../ui/Text.tsx';
import { When } from '../../ui/When.tsx';
import { CodedText } from '../CodedText.tsx';
import { DiffView } from '../DiffView.tsx';

export interface MemoryOfferProps {
  readonly offer: SuggestionView;
  /** What it is offered for, as it is read. */
  readonly source: string;
  readonly from: Locale;
  readonly to: Locale;
  /** Of the segment that it is offered for. */
  readonly codes: Codes;
  /** What can be done with it. */
  readonly children: ReactNode;
}

export function MemoryOffer({ offer, source, from, to, codes, children }: MemoryOfferProps) {
  const { t } = useI18n();
  return (
    <>
      <Text as="div" locale={to} prose className="panel-text">
        <CodedText text={offer.target} codes={codes} />
      </Text>
      <Misgivings offer={offer} />
      {offer.source !== source && (
        <div className="memory-difference">
          <p className="visually-hidden">{t('panel.memory-differs')}: </p>
          <DiffView
            before={offer.source}
            after={source}
            locale={from}
            codes={{}}
            inline={directionOf(from) === 'ltr'}
          />
        </div>
      )}
      <MemoryOrigin {...offer} />
      {children}
    </>
  );
}

/** What differs that a reader would mind, and why the score is lower than it could be. */
function Misgivings({ offer: { guards, penalties } }: Pick<MemoryOfferProps, 'offer'>) {
  const { t } = useI18n();
  if (guards.length + penalties.length === 0) return null;
  return (
    <ul className="memory-misgivings small">
      {guards.map((guard) => (
        <li key={guard} className="memory-guard">
          <Icon name="alert" size={14} />
          {t(`panel.guard-${guard}`)}
        </li>
      ))}
      {penalties.map((penalty) => (
        <li key={penalty} className="muted">
          {t(`panel.penalty-${penalty}`)}
        </li>
      ))}
    </ul>
  );
}

type MemoryOriginProps = Pick<SuggestionView, 'origin' | 'file'> & { readonly score?: number };

/** How near it comes, and who said it where. */
export function MemoryOrigin({ origin, file, score }: MemoryOriginProps) {
  const { t } = useI18n();
  return (
    <p className="memory-origin small muted">
      {score !== undefined && <b>{t('panel.memory-score', { score })}</b>}
      {score === scores.inContext && <b>{t('panel.memory-in-context')}</b>}
      {origin ? (
        <>
          <Text>{origin.title}</Text>
          {origin.by && <bdi>{origin.by}</bdi>}
          <When at={origin.at} />
        </>
      ) : (
        <span>{file === undefined ? t('panel.memory-outside') : t('panel.memory-file', { file })}</span>
      )}
    </p>
  );
}
