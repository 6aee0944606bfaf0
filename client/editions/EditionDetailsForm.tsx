/**
 * What stands around the text: who translated it, as they want to be called, and how lists and search engines describe it.
 * Saved on a press; readers see it with the next publication. What is typed and not saved is kept on this device.
 */
import { useMemo } from 'react';
import type { EditionView } from '../../server/contract/editions-api.ts';
import { directionOf } from '../../server/domain/locale.ts';
import { editionLimits } from '../../server/domain/edition-details.ts';
import { Problem } from '../api.ts';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { useKeptDraft } from '../kept-draft.ts';
import { useChange } from '../queries.ts';
import { Button } from '../ui/Button.tsx';
import { Counted } from '../ui/Counted.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { toast } from '../ui/toasts.ts';
import {
  detailsDraft,
  detailsOf,
  detailsOnTop,
  isKeptDetails,
  isNews,
  type DetailName,
  type DetailsDraft,
} from './details-draft.ts';
import type { EditionKey } from './EditionPage.tsx';
import '../ui/field.css';
import '../ui/tool.css';

export interface EditionDetailsFormProps {
  readonly at: EditionKey;
  readonly edition: EditionView;
}

export function EditionDetailsForm({ at, edition }: EditionDetailsFormProps) {
  const { t } = useI18n();
  const [kept, keep] = useKeptDraft(`details.${at.documentId}.${at.locale}`, isKeptDetails);
  const saved = edition.details;
  const { draft, conflicts, theirs } = useMemo(() => {
    const there = detailsDraft(saved);
    return { ...detailsOnTop(kept ?? { ...there, base: there }, there), theirs: there };
  }, [kept, saved]);
  const isChanged = isNews(draft, saved);
  // The same content on top of the same is the same decision, also when it is sent again.
  const decision = useMemo(() => ({ of: draft, id: newDecisionId() }), [draft]);
  const put = useChange('PUT /api/documents/:documentId/editions/:locale/details', (_, { body }) => {
    toast(t('details.saved'));
    keep((now) => (now && isNews(now, body.details) ? { ...now, base: detailsDraft(body.details) } : undefined));
  });
  const body = { decisionId: decision.id, details: detailsOf(draft), replaces: saved };
  const save = (): void => put.mutate({ params: at, body });
  const isOvertaken = put.error instanceof Problem && put.error.code === 'edition.stale' && conflicts.length > 0;
  const change = (part: Partial<DetailsDraft>): void => {
    put.reset();
    keep({ ...draft, ...part });
  };
  return (
    <section className="edition-section" aria-labelledby="details">
      <h2 id="details">{t('details.title')}</h2>
      <form
        className="details-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Fields at={at} isSource={edition.isSource} draft={draft} onChange={change} />
        <Overtaken at={at} conflicts={conflicts} theirs={theirs} onTake={change} />
        {put.error && !isOvertaken && <ErrorNote error={put.error} onRetry={save} />}
        <div className="details-save">
          <Button type="submit" isDisabled={!isChanged} isPending={put.isPending}>
            {t('details.save')}
          </Button>
          {isChanged && (
            <Button look="quiet" onPress={() => keep(undefined)}>
              {t('site.discard')}
            </Button>
          )}
          <output className="muted small">{isChanged && t('site.unsaved')}</output>
        </div>
      </form>
    </section>
  );
}

interface OvertakenProps {
  readonly at: EditionKey;
  /** What both changed. */
  readonly conflicts: readonly DetailName[];
  readonly theirs: DetailsDraft;
  readonly onTake: (part: Partial<DetailsDraft>) => void;
}

/** What somebody else saved where one was typing: theirs in sight, and one's own untouched. */
function Overtaken({ at: { locale }, conflicts, theirs, onTake }: OvertakenProps) {
  const { t } = useI18n();
  if (conflicts.length === 0) return null;
  return (
    <div className="tool-warning" role="alert">
      <p>{t('site.overtaken')}</p>
      {conflicts.map((name) => (
        <div key={name}>
          <strong>{t(`details.${name}`)}</strong>
          {theirs[name] === '' ? (
            <p className="muted">{t('site.theirs-empty')}</p>
          ) : (
            <blockquote className="details-theirs text" lang={locale} dir={directionOf(locale)}>
              {theirs[name]}
            </blockquote>
          )}
          <Button look="quiet" onPress={() => onTake({ [name]: theirs[name] })}>
            {t('site.take-theirs')}
            <span className="visually-hidden"> ({t(`details.${name}`)})</span>
          </Button>
        </div>
      ))}
    </div>
  );
}

interface FieldsProps {
  readonly at: EditionKey;
  readonly isSource: boolean;
  readonly draft: DetailsDraft;
  readonly onChange: (part: Partial<DetailsDraft>) => void;
}

/** Of the source's own edition nobody is the translator. */
function Fields({ at: { locale }, isSource, draft, onChange }: FieldsProps) {
  const { t } = useI18n();
  const ofContent = { lang: locale, dir: directionOf(locale), className: 'field text' };
  return (
    <>
      {!isSource && (
        <label className="details-field">
          <span className="field-label">{t('details.translators')}</span>
          <textarea
            {...ofContent}
            rows={2}
            value={draft.translators}
            onChange={({ currentTarget }) => onChange({ translators: currentTarget.value })}
          />
          <span className="field-hint">{t('details.translators-hint')}</span>
        </label>
      )}
      <label className="details-field">
        <span className="field-label">{t('details.description')}</span>
        <textarea
          {...ofContent}
          rows={3}
          maxLength={editionLimits.description}
          value={draft.description}
          onChange={({ currentTarget }) => onChange({ description: currentTarget.value })}
        />
        <span className="field-hint">{t('details.description-hint')}</span>
      </label>
      <Counted text={draft.description} most={editionLimits.description} />
    </>
  );
}
