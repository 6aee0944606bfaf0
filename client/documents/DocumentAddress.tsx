/**
 * What a document is called in addresses, and how to change it: what is typed is shown as the address that it makes, and
 * what becomes of the one before is said first. Typed and not saved, it is kept on this device.
 */
import { useMemo } from 'react';
import type { DocumentView } from '../../server/contract/documents-api.ts';
import { asSlug } from '../../server/domain/slug.ts';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { useKeptDraft } from '../kept-draft.ts';
import { useChange } from '../queries.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { toast } from '../ui/toasts.ts';
import '../ui/field.css';

export function DocumentAddress({ document }: { readonly document: DocumentView }) {
  const { t } = useI18n();
  const { documentId, from, slug: present, formerSlugs } = document;
  const [typed, keep] = useKeptDraft(`slug.${documentId}`, isText);
  const slug = asSlug(typed ?? present);
  const isNew = typed !== undefined && slug !== '' && slug !== present;
  const decision = useMemo(() => ({ of: slug, id: newDecisionId() }), [slug]);
  const put = useChange('PUT /api/documents/:documentId/slug', (_, { body }) => {
    toast(t('document.renamed'));
    keep((now) => (now !== undefined && asSlug(now) !== body.slug ? now : undefined));
  });
  const save = (): void => put.mutate({ params: { documentId }, body: { decisionId: decision.id, slug } });
  return (
    <section className="section" aria-labelledby="address">
      <h2 id="address">{t('document.address')}</h2>
      <form
        className="document-address"
        onSubmit={(event) => {
          event.preventDefault();
          if (isNew) save();
        }}
      >
        <label>
          <span className="field-label">{t('document.address-name')}</span>
          <input
            className="field"
            type="text"
            dir="auto"
            maxLength={120}
            aria-describedby="address-hint"
            value={typed ?? present}
            onChange={({ currentTarget: { value } }) => {
              put.reset();
              keep(value === present ? undefined : value);
            }}
          />
        </label>
        <Button type="submit" isDisabled={!isNew} isPending={put.isPending}>
          {t('document.rename')}
        </Button>
        <output className="muted">
          <bdi dir="ltr">
            /{from}/{slug}/
          </bdi>
        </output>
      </form>
      <p className="field-hint" id="address-hint">
        {t('document.address-hint')}
      </p>
      {put.error && <ErrorNote error={put.error} onRetry={save} />}
      {formerSlugs.length > 0 && (
        <p className="muted small">
          {t('document.former')}{' '}
          {formerSlugs.map((former, place) => (
            <span key={former}>
              {place > 0 && ' · '}
              <bdi dir="ltr">{former}</bdi>
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
