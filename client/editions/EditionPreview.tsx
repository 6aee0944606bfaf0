/**
 * The present draft as readers would see it. The page comes from the editions' own origin and stands in a frame that
 * may run nothing, so no text under review can reach the desk. The frame keeps that origin (`allow-same-origin`), or
 * the page would be refused its own style sheet and fonts.
 */
import { useQuery } from '@tanstack/react-query';
import { call } from '../api.ts';
import { useI18n } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import type { EditionKey } from './EditionPage.tsx';

export function EditionPreview({ at }: { readonly at: EditionKey }) {
  const { t } = useI18n();
  const line = 'POST /api/documents/:documentId/editions/:locale/preview';
  const preview = useQuery({
    queryKey: [line, at],
    queryFn: ({ signal }) => call(line, { params: at }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <section className="edition-preview" aria-labelledby="preview">
      <div className="edition-preview-bar">
        <h2 id="preview">{t('edition.preview')}</h2>
        <Button look="quiet" isPending={preview.isFetching} onPress={() => void preview.refetch()}>
          {t('edition.preview-again')}
        </Button>
      </div>
      {preview.error && <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.isPending && <Waiting label={t('common.loading')} />}
      {preview.data && (
        <iframe
          key={preview.dataUpdatedAt}
          title={t('edition.preview')}
          src={preview.data.url}
          sandbox="allow-same-origin"
          referrerPolicy="no-referrer"
        />
      )}
    </section>
  );
}
