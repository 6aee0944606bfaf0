/** Readers see a translation of an earlier original: since when, and where the changed paragraphs are. */
import { useI18n } from '../i18n.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { When } from '../ui/When.tsx';
import type { EditionKey } from './EditionPage.tsx';

export function BehindNote({ at, since }: { readonly at: EditionKey; readonly since: string }) {
  const { t } = useI18n();
  return (
    <div className="behind-note">
      <Icon name="alert" />
      <p>
        {t('edition.behind')} <When at={since} />
      </p>
      <ButtonLink look="quiet" to={`/documents/${at.documentId}/review/${at.locale}?is=outdated`}>
        {t('edition.behind-see')}
      </ButtonLink>
    </div>
  );
}
