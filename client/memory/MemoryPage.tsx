/**
 * The translation memory: what came from files, to be searched, mended and removed; and, while somebody searches, what
 * people approved in documents, which is mended where it stands.
 */
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import type { MemoryReportView, UnitPageView } from '../../server/contract/memory-api.ts';
import { addressOf } from '../api.ts';
import { useI18n } from '../i18n.ts';
import { ImportDialog } from '../import/ImportDialog.tsx';
import { useRead } from '../queries.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Page } from '../ui/Page.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { toast } from '../ui/toasts.ts';
import { useSettled } from '../ui/use-settled.ts';
import { Batches } from './Batches.tsx';
import { FoundInDocuments } from './FoundInDocuments.tsx';
import { UnitDialog } from './UnitDialog.tsx';
import { UnitTable } from './UnitTable.tsx';
import './memory.css';

const pageLength = 50;
/** So long after the last letter the memory is asked. */
const settlesMs = 250;

export type PlacedUnitView = UnitPageView['units'][number];

export function MemoryPage() {
  const { t } = useI18n();
  const [search, setSearch] = useSearchParams();
  const [isImporting, setImporting] = useState(false);
  const [open, setOpen] = useState<PlacedUnitView>();
  const typed = search.get('query') ?? '';
  const query = useSettled(typed.trim(), settlesMs);
  const from = Math.max(Number(search.get('from') ?? 0) || 0, 0);
  const found = useRead('GET /api/memory/units', { query: { ...(query && { query }), from, limit: pageLength } });
  const show = (said: Readonly<Record<string, string>>): void => setSearch(said, { replace: true });
  const page = found.data;
  const isPastEnd = page !== undefined && from > 0 && from >= page.total;
  return (
    <Page
      title={t('memory.title')}
      actions={
        <>
          <a className="button plain" href={addressOf('GET /api/memory/export', { query: {} })} download>
            {t('memory.export')}
          </a>
          <Button look="primary" onPress={() => setImporting(true)}>
            {t('memory.import')}
          </Button>
        </>
      }
    >
      <SearchField
        className="memory-search"
        label={t('memory.search')}
        maxLength={200}
        value={typed}
        onChange={(next) => show(next === '' ? {} : { query: next })}
      />
      {/* What stood there has been removed. */}
      {isPastEnd && <Navigate to={{ search: String(new URLSearchParams(typed && { query: typed })) }} replace />}
      {found.isPending && <Waiting label={t('common.loading')} />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {page?.batches.length === 0 && query === '' && (
        <EmptyState title={t('memory.empty')}>{t('memory.empty-text')}</EmptyState>
      )}
      {page && page.batches.length > 0 && (
        <section className="section" aria-labelledby="units">
          <h2 id="units">{t('memory.from-files')}</h2>
          <Batches batches={page.batches} />
          <output className="muted small">{t('memory.count', { count: page.total })}</output>
          {page.units.length > 0 && <UnitTable units={page.units} onOpen={setOpen} />}
          {page.total > pageLength && (
            <Pager
              {...{ from, total: page.total }}
              onGo={(start) => show({ ...(typed && { query: typed }), from: String(start) })}
            />
          )}
        </section>
      )}
      {query !== '' && <FoundInDocuments query={query} />}
      {open && <UnitDialog key={`${open.batch} ${open.index}`} placed={open} onClose={() => setOpen(undefined)} />}
      {isImporting && <ImportMemory onClose={() => setImporting(false)} />}
    </Page>
  );
}

interface PagerProps {
  readonly from: number;
  readonly total: number;
  readonly onGo: (from: number) => void;
}

function Pager({ from, total, onGo }: PagerProps) {
  const { t } = useI18n();
  const last = Math.min(from + pageLength, total);
  return (
    <nav className="memory-pager" aria-label={t('memory.pages')}>
      <Button isDisabled={from === 0} onPress={() => onGo(Math.max(from - pageLength, 0))}>
        {t('memory.newer')}
      </Button>
      <span className="muted small">{t('memory.range', { first: from + 1, last, total })}</span>
      <Button isDisabled={last >= total} onPress={() => onGo(last)}>
        {t('memory.older')}
      </Button>
    </nav>
  );
}

function ImportMemory({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  return (
    <ImportDialog
      line="POST /api/memory/import"
      title={t('memory.import-title')}
      about={t('memory.import-about')}
      types={['.tmx', 'application/x-tmx+xml']}
      isAnything={({ added }) => added > 0}
      onClose={onClose}
      onDone={({ added }) => {
        toast(t('memory.imported', { count: added }));
        onClose();
      }}
    >
      {(report) => <Report report={report} />}
    </ImportDialog>
  );
}

function Report({ report: { added, known, skipped, examples } }: { readonly report: MemoryReportView }) {
  const { t, number } = useI18n();
  return (
    <>
      <p>{t('memory.will-add', { count: added })}</p>
      {known > 0 && <p className="muted">{t('memory.are-known', { count: known })}</p>}
      {skipped > 0 && <p className="muted">{t('memory.are-skipped', { count: skipped })}</p>}
      {examples.length > 0 && (
        <ul className="small">
          {examples.map(({ line, reason }) => (
            <li key={line}>{t(`memory.skipped-${reason}`, { line: number(line) })}</li>
          ))}
        </ul>
      )}
    </>
  );
}
