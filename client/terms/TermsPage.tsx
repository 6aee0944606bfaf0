/** The termbase: what the house calls things, people and places among them, in its three languages. */
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { TermView } from '../../server/contract/terms-api.ts';
import { termKinds } from '../../server/domain/terms/term.ts';
import { addressOf } from '../api.ts';
import { useI18n } from '../i18n.ts';
import { useRead } from '../queries.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Page } from '../ui/Page.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { filterIn, shownTerms, type TermFilter } from './shown-terms.ts';
import { ImportTerms } from './ImportTerms.tsx';
import { TermDialog } from './TermDialog.tsx';
import { TermTable } from './TermTable.tsx';
import './terms.css';

const exports = ['csv', 'tbx'] as const;

/** More rows than this are looked for, not read. */
const mostRows = 200;

export function TermsPage() {
  const { t } = useI18n();
  const found = useRead('GET /api/terms', {});
  const [open, setOpen] = useState<TermView | 'new'>();
  const [isImporting, setImporting] = useState(false);
  const terms = found.data?.terms;
  const now = open !== undefined && open !== 'new' ? terms?.find(({ id }) => id === open.id) : undefined;
  return (
    <Page
      title={t('terms.title')}
      actions={
        <>
          <Button onPress={() => setImporting(true)}>{t('terms.import')}</Button>
          {exports.map((format) => (
            <a
              key={format}
              className="button plain"
              href={addressOf('GET /api/terms/export', { query: { format } })}
              download
            >
              {t(`terms.export-${format}`)}
            </a>
          ))}
          <Button look="primary" onPress={() => setOpen('new')}>
            {t('terms.add')}
          </Button>
        </>
      }
    >
      {found.isPending && <Waiting label={t('common.loading')} />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {terms?.length === 0 && <EmptyState title={t('terms.empty')}>{t('terms.empty-text')}</EmptyState>}
      {terms && terms.length > 0 && <FilteredTerms terms={terms} onOpen={setOpen} />}
      {open !== undefined && (
        <TermDialog
          key={open === 'new' ? 'new' : `${open.id} ${open.revision}`}
          term={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
          onReload={() => setOpen(now)}
        />
      )}
      {isImporting && <ImportTerms onClose={() => setImporting(false)} />}
    </Page>
  );
}

interface FilteredTermsProps {
  readonly terms: readonly TermView[];
  readonly onOpen: (term: TermView) => void;
}

function FilteredTerms({ terms, onOpen }: FilteredTermsProps) {
  const { t } = useI18n();
  const [search, setSearch] = useSearchParams();
  const filter = filterIn(search);
  const shown = shownTerms(terms, filter);
  const show = (next: TermFilter): void => {
    const said = { ...(next.query && { query: next.query }), ...(next.kind !== 'all' && { kind: next.kind }) };
    setSearch(said, { replace: true });
  };
  return (
    <>
      <div className="terms-bar">
        <SearchField
          className="terms-search"
          label={t('terms.search')}
          value={filter.query}
          onChange={(query) => show({ ...filter, query })}
        />
        <Choice
          label={t('terms.kind')}
          labelHidden
          options={(['all', ...termKinds] as const).map((kind) => ({ value: kind, label: t(`terms.kinds-${kind}`) }))}
          value={filter.kind}
          onChange={(kind) => show({ ...filter, kind })}
        />
        <output className="muted small">{t('terms.count', { count: shown.length })}</output>
      </div>
      {shown.length === 0 ? (
        <p className="muted">{t('terms.none')}</p>
      ) : (
        <TermTable terms={shown.slice(0, mostRows)} onOpen={onOpen} />
      )}
      {shown.length > mostRows && <p className="muted">{t('terms.more', { count: shown.length - mostRows })}</p>}
    </>
  );
}
