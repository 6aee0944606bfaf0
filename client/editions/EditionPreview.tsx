/**
 * The present draft as readers would see it. The page comes from the editions' own origin and stands in a frame that
 * may run nothing, so no text under review can reach the desk. The frame keeps that origin (`allow-same-origin`), or
 * the page would be refused its own style sheet and fonts. A preview's own address lasts an hour; the one that can be
 * copied is the desk's (`PreviewPage.tsx`), which makes a fresh one for whoever is signed in.
 */
import { useQuery } from '@tanstack/react-query';
import { call } from '../api.ts';
import { useI18n } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { toast } from '../ui/toasts.ts';
import type { EditionKey } from './EditionPage.tsx';

export function EditionPreview({ at }: { readonly at: EditionKey }) {
  const { t } = useI18n();
  const line = 'POST /api/documents/:documentId/editions/:locale/preview';
  const preview = useQuery({
    queryKey: [line, at],
    queryFn: ({ signal }) => call(line, { params: at, query: {} }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <section className="edition-preview" aria-labelledby="preview">
      <div className="edition-preview-bar">
        <h2 id="preview">{t('edition.preview')}</h2>
        <span className="edition-preview-acts">
          <CopyLink at={at} />
          <Button look="quiet" isPending={preview.isFetching} onPress={() => void preview.refetch()}>
            {t('edition.preview-again')}
          </Button>
        </span>
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

/** Where a browser lets nobody write to the clipboard (plain http in the house), the address bar has the address. */
function CopyLink({ at: { documentId, locale } }: { readonly at: EditionKey }) {
  const { t } = useI18n();
  // Typed as always there, which it is on https and localhost only.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) return null;
  const address = `${location.origin}/documents/${documentId}/preview/${locale}`;
  return (
    <Button
      look="quiet"
      onPress={() =>
        void clipboard.writeText(address).then(
          () => toast(t('edition.link-copied')),
          () => toast(address, 'error'),
        )
      }
    >
      {t('edition.copy-link')}
    </Button>
  );
}
