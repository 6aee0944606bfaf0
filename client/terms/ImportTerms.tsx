/** Takes a table (CSV) or a TBX file into the termbase, after saying what it would bring, change and pass over. */
import type { TermsReportView } from '../../server/contract/terms-api.ts';
import { formatList, isolate, useI18n } from '../i18n.ts';
import { ImportDialog } from '../import/ImportDialog.tsx';
import { toast } from '../ui/toasts.ts';

export function ImportTerms({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  return (
    <ImportDialog
      line="POST /api/terms/import"
      title={t('terms.import-title')}
      about={t('terms.import-about')}
      types={['.csv', '.tsv', '.tbx', '.xml', 'text/csv']}
      isAnything={({ added, changed }) => added + changed > 0}
      onClose={onClose}
      onDone={({ added, changed }) => {
        toast(t('terms.imported', { count: added + changed }));
        onClose();
      }}
    >
      {(report) => <Report report={report} />}
    </ImportDialog>
  );
}

function Report({ report: { added, changed, known, alike, skipped } }: { readonly report: TermsReportView }) {
  const { t, number } = useI18n();
  return (
    <>
      <p>{t('terms.will-add', { count: added })}</p>
      {changed > 0 && <p>{t('terms.will-change', { count: changed })}</p>}
      {known > 0 && <p className="muted">{t('terms.are-known', { count: known })}</p>}
      {alike.count > 0 && (
        <p className="terms-alike">
          {t('terms.are-alike', { count: alike.count })} {formatList(alike.examples.map(isolate))}
        </p>
      )}
      {skipped.length > 0 && (
        <ul className="small">
          {skipped.map(({ why, name, line }) => (
            <li key={`${why} ${name} ${line}`}>{t(`terms.passed-${why}`, { name, line: number(line) })}</li>
          ))}
        </ul>
      )}
    </>
  );
}
