/**
 * What stands around the text: who translated it, as they want to be called, and how lists and search engines describe it.
 * Saved on a press; readers see it with the next publication. What is typed and not saved is kept on this device.
 */
import { useMemo } from 'react';
import type { EditionView } from '../../server/contract/editions-api.ts';
import { directionOf } from '../../server/domain/locale.ts';
import { editionLimits } from '../../server/domain/edition-details.ts';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { useKeptDraft } from '../kept-draft.ts';
import { useChange } from '../queries.ts';
import { Button } from '../ui/Button.tsx';
import { Counted } from '../ui/Counted.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { toast } from '../ui/toasts.ts';
import { detailsDraft, detailsOf, isDetailsDraft, isNews, type DetailsDraft } from './details-draft.ts';
import type { EditionKey } from './EditionPage.tsx';
import '../ui/field.css';

export interface EditionDetailsFormProps {
  readonly at: EditionKey;
  readonly edition: EditionView;
}

export function EditionDetailsForm({ at, edition }: EditionDetailsFormProps) {
  const { t } = useI18n();
  const [kept, keep] = useKeptDraft(`details.${at.documentId}.${at.locale}`, isDetailsDraft);
  const saved = edition.details;
  const draft = kept ?? detailsDraft(saved);
  const isChanged = isNews(draft, saved);
  const content = JSON.stringify(draft);
  const decision = useMemo(() => ({ of: content, id: newDecisionId() }), [content]);
  const put = useChange('PUT /api/documents/:documentId/editions/:locale/details', (_, { body }) => {
    toast(t('details.saved'));
    keep((now) => (now && isNews(now, body.details) ? now : undefined));
  });
  const save = (): void => put.mutate({ params: at, body: { decisionId: decision.id, details: detailsOf(draft) } });
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
        {put.error && <ErrorNote error={put.error} onRetry={save} />}
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
