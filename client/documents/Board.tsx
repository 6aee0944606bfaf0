/**
 * The board: every document in every language at a glance, for whoever decides what is next. A cell leads to the review
 * desk of its language, a title to its document.
 */
import { useState } from 'react';
import { useI18n } from '../i18n.ts';
import { useRead } from '../queries.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Page } from '../ui/Page.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { BoardTable } from './BoardTable.tsx';
import { holdsWords, sumsOf, type BoardSums } from './standing.ts';
import type { BoardRow } from '../../server/domain/board.ts';
import './board.css';

/** Rows drawn before the reader asks for more. */
const atFirst = 100;

export function Board() {
  const { t } = useI18n();
  const board = useRead('GET /api/documents', {});
  const rows = board.data?.documents;
  return (
    <Page title={t('board.title')} actions={rows && rows.length > 0 && <ImportLink />}>
      {board.isPending && <Waiting label={t('common.loading')} />}
      {board.error && <ErrorNote error={board.error} onRetry={() => void board.refetch()} />}
      {rows && (rows.length > 0 ? <Documents rows={rows} /> : <NoDocuments />)}
      {rows && (
        <ButtonLink look="quiet" className="board-archive" to="/archive">
          {t('board.archive')}
        </ButtonLink>
      )}
    </Page>
  );
}

function Documents({ rows }: { readonly rows: readonly BoardRow[] }) {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(atFirst);
  const found = rows.filter(({ title }) => holdsWords(title, typed));
  return (
    <>
      <div className="board-bar">
        <Sums sums={sumsOf(rows)} />
        <SearchField className="board-search" label={t('board.search')} value={typed} onChange={setTyped} />
      </div>
      <output className="visually-hidden">{typed === '' ? '' : t('board.found', { count: found.length })}</output>
      {found.length > 0 ? (
        <BoardTable rows={found.slice(0, shown)} />
      ) : (
        <EmptyState
          title={t('board.nothing-found', { query: typed })}
          action={<Button onPress={() => setTyped('')}>{t('board.show-all')}</Button>}
        />
      )}
      {found.length > shown && (
        <Button onPress={() => setShown(shown + atFirst)}>
          {t('board.show-more', { count: found.length - shown })}
        </Button>
      )}
    </>
  );
}

const sumLabels = {
  toTranslate: 'board.sum-to-translate',
  toReview: 'board.sum-to-review',
  toApprove: 'board.sum-to-approve',
  toPublish: 'board.sum-to-publish',
  outdated: 'board.sum-outdated',
} as const satisfies Record<keyof BoardSums, string>;

function Sums({ sums }: { readonly sums: BoardSums }) {
  const { t, number } = useI18n();
  return (
    <dl className="board-sums">
      {(['toTranslate', 'toReview', 'toApprove', 'toPublish', 'outdated'] as const).map((name) => (
        <div key={name}>
          <dt>{t(sumLabels[name])}</dt>
          <dd>{number(sums[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

function NoDocuments() {
  const { t } = useI18n();
  return (
    <EmptyState title={t('board.empty-title')} action={<ImportLink />}>
      {t('board.empty-text')}
    </EmptyState>
  );
}

function ImportLink() {
  const { t } = useI18n();
  return (
    <ButtonLink look="primary" to="/import">
      {t('board.import')}
    </ButtonLink>
  );
}
