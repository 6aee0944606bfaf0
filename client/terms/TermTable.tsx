/** The termbase as a table: a row a thing, a column a language; on a phone each row is a card. */
import type { TermView } from '../../server/contract/terms-api.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Text } from '../ui/Text.tsx';
import '../ui/table.css';

export interface TermTableProps {
  readonly terms: readonly TermView[];
  readonly onOpen: (term: TermView) => void;
}

export function TermTable({ terms, onOpen }: TermTableProps) {
  const { t } = useI18n();
  return (
    <table className="table text-table">
      <thead>
        <tr>
          {locales.map((locale) => (
            <th scope="col" key={locale}>
              {t(`app.locale-${locale}`)}
            </th>
          ))}
          <th scope="col">{t('terms.note')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('terms.change')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => (
          <tr key={term.id}>
            {locales.map((locale) => (
              <td key={locale} data-label={t(`app.locale-${locale}`)}>
                <Words term={term} locale={locale} />
              </td>
            ))}
            <td data-label={t('terms.note')}>
              <div className="term-facts">
                {term.kind !== 'term' && <Badge>{t(`terms.kind-${term.kind}`)}</Badge>}
                {term.isKept && <Badge tone="accent">{t('terms.is-kept')}</Badge>}
                {term.documentId && <Badge>{t('terms.one-document')}</Badge>}
              </div>
              {term.note && <Text as="p">{term.note}</Text>}
            </td>
            <td>
              <Button
                look="quiet"
                aria-label={t('terms.change-named', { term: nameOf(term) })}
                onPress={() => onOpen(term)}
              >
                {t('terms.change')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Words({ term, locale }: { readonly term: TermView; readonly locale: Locale }) {
  const { t, locale: own } = useI18n();
  const wording = term.words[locale];
  if (wording === undefined) return <span className="muted">–</span>;
  return (
    <Text as="div" locale={locale}>
      <p className="text term-preferred">{wording.preferred}</p>
      {wording.forms.length > 0 && <p className="muted small">{wording.forms.join(' · ')}</p>}
      {wording.forbidden.length > 0 && (
        <p className="small">
          <Text locale={own} className="visually-hidden">
            {t('terms.forbidden')}
          </Text>{' '}
          <span className="term-forbidden">{wording.forbidden.join(' · ')}</span>
        </p>
      )}
    </Text>
  );
}

/** The word by which a reader knows a term: the first that it has. */
export function nameOf({ words }: Pick<TermView, 'words'>): string {
  return locales.map((locale) => words[locale]?.preferred).find((word) => word !== undefined) ?? '';
}
