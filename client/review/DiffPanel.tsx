/** What the present text is compared with: the reader chooses the base, the diff follows the typing. */
import { useId } from 'react';
import type { TargetView } from '../../server/contract/schemas.ts';
import type { Codes } from '../../server/domain/content.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { useRead } from '../queries.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { DiffView } from './DiffView.tsx';

/** `saved`: what the server has, against what is being typed; the others are texts that the server looks up. */
export const panelBases = ['draft', 'previous', 'approved', 'published', 'saved'] as const;
export type PanelBase = (typeof panelBases)[number];

export interface DiffChoice {
  readonly base: PanelBase;
  readonly inline: boolean;
}

export interface DiffPanelProps {
  readonly documentId: string;
  readonly segmentId: string;
  readonly locale: Locale;
  readonly codes: Codes;
  readonly target: TargetView;
  readonly text: string;
  readonly choice: DiffChoice;
  readonly onChoice: (choice: DiffChoice) => void;
}

export function DiffPanel({ choice, onChoice, ...shown }: DiffPanelProps) {
  const { t } = useI18n();
  const name = useId();
  return (
    <section className="diff-panel" aria-label={t('review.compare')}>
      <div className="diff-choice small" role="radiogroup" aria-label={t('review.compare')}>
        <span aria-hidden="true">{t('review.compare')}</span>
        {panelBases.map((base) => (
          <label key={base} className="choice">
            <input
              type="radio"
              name={name}
              checked={choice.base === base}
              onChange={() => onChoice({ ...choice, base })}
            />
            <span>{t(`review.base-${base}`)}</span>
          </label>
        ))}
        <label className="diff-inline">
          <input
            type="checkbox"
            checked={choice.inline}
            onChange={({ currentTarget }) => onChoice({ ...choice, inline: currentTarget.checked })}
          />
          <span>{t('review.diff-inline')}</span>
        </label>
      </div>
      {choice.base === 'saved' ? (
        <DiffView {...shown} before={shown.target.text} after={shown.text} inline={choice.inline} />
      ) : (
        <ServerDiff {...shown} base={choice.base} inline={choice.inline} />
      )}
    </section>
  );
}

interface ServerDiffProps extends Omit<DiffPanelProps, 'choice' | 'onChoice'> {
  readonly base: Exclude<PanelBase, 'saved'>;
  readonly inline: boolean;
}

function ServerDiff({ documentId, segmentId, locale, codes, text, base, inline }: ServerDiffProps) {
  const { t } = useI18n();
  const found = useRead('GET /api/documents/:documentId/segments/:segmentId/targets/:locale/diff', {
    params: { documentId, segmentId, locale },
    query: { base },
  });
  if (found.isPending) return <p className="diff-wait" />;
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data.text === undefined) return <p className="muted small">{t('review.diff-none')}</p>;
  return <DiffView before={found.data.text} after={text} locale={locale} codes={codes} inline={inline} />;
}
