/** What a document is about, by the site's tags. Chosen is saved at once; readers see it in lists soon after. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentView } from '../../server/contract/documents-api.ts';
import type { TagId } from '../../server/domain/site-settings.ts';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { keyOf, useChange, useRead } from '../queries.ts';
import { tagName } from '../site/tag-list.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Text } from '../ui/Text.tsx';
import { holdsWords } from './standing.ts';
import '../ui/tool.css';

/** With more tags than these somebody looks for one by its letters. */
const few = 20;

export function DocumentTags({ document }: { readonly document: DocumentView }) {
  const { t, locale } = useI18n();
  const { documentId } = document;
  const [typed, setTyped] = useState('');
  const site = useRead('GET /api/site', {});
  const client = useQueryClient();
  const change = useChange('PUT /api/documents/:documentId/tags', (changed) =>
    client.setQueryData(keyOf('GET /api/documents/:documentId', { params: { documentId } }), changed),
  );
  // A choice begins from the one before it, also while that is on its way: what is sent is the whole of them.
  const chosen: readonly TagId[] = change.isPending ? change.variables.body.tags : document.tags;
  const named = site.data?.settings.tags.map((tag) => ({ id: tag.id, ...tagName(tag, locale) })) ?? [];
  const shown = named.filter(({ name }) => holdsWords(name, typed));
  // In the site's order, and without what is no tag any more.
  const send = (id: TagId, isOn: boolean): void => {
    const tags = named.map((tag) => tag.id).filter((one) => (one === id ? isOn : chosen.includes(one)));
    change.mutate({ params: { documentId }, body: { decisionId: newDecisionId(), tags } });
  };
  return (
    <section className="section" aria-labelledby="tags">
      <h2 id="tags">{t('document.tags')}</h2>
      {site.error && <ErrorNote error={site.error} onRetry={() => void site.refetch()} />}
      {site.data && named.length === 0 && <p className="muted">{t('document.no-tags')}</p>}
      {named.length > few && <SearchField label={t('document.search-tags')} value={typed} onChange={setTyped} />}
      <div className="document-tags">
        {shown.map((tag) => (
          <label key={tag.id} className="tool-check">
            <input
              type="checkbox"
              checked={chosen.includes(tag.id)}
              onChange={({ currentTarget: { checked } }) => send(tag.id, checked)}
            />
            <Text locale={tag.locale}>{tag.name}</Text>
          </label>
        ))}
      </div>
      {change.error && (
        <ErrorNote error={change.error} onRetry={() => change.variables && change.mutate(change.variables)} />
      )}
      <ButtonLink look="quiet" className="start" to="/site">
        {t('document.to-site')}
      </ButtonLink>
    </section>
  );
}
