/**
 * The edition as readers would see it, beside the desk. It follows the open segment by the address's fragment, for nothing
 * may run in it, and is rendered anew a moment after something was decided. The new page is loaded out of sight and
 * takes the old one's place when it is there, so that nothing flickers. Which page is shown is not the reader's history:
 * "back" leads out of the desk, not through every segment.
 */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { segmentAnchor } from '../../../server/domain/anchor.ts';
import { call } from '../../api.ts';
import { useI18n } from '../../i18n.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Waiting } from '../../ui/Spinner.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import type { PanelTabProps } from './panel-tabs.ts';

const line = 'POST /api/documents/:documentId/editions/:locale/preview';
/** Several decisions in a row (an approval and what follows it) are one new page. */
const gatherMs = 800;

export function PreviewTab({ document: { documentId }, locale, row, decided }: PanelTabProps) {
  const { t } = useI18n();
  const settled = useSettled(decided, gatherMs);
  const params = { documentId, locale };
  const preview = useQuery({
    queryKey: [line, params, settled],
    queryFn: ({ signal }) => call(line, { params, query: {} }, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <div className="panel-preview">
      {preview.error && <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.isPending && <Waiting label={t('common.loading')} />}
      {preview.data && <Pages url={preview.data.url} anchor={segmentAnchor(row.segmentId)} />}
    </div>
  );
}

/** The page that is seen, and behind it the next one until it has loaded. */
function Pages({ url, anchor }: { readonly url: string; readonly anchor: string }) {
  const [seen, setSeen] = useState(url);
  return (seen === url ? [url] : [seen, url]).map((one) => (
    <Page key={one} url={one} anchor={anchor} isSeen={one === seen} onLoad={() => setSeen(one)} />
  ));
}

interface PageProps {
  readonly url: string;
  readonly anchor: string;
  readonly isSeen: boolean;
  readonly onLoad: () => void;
}

function Page({ url, anchor, isSeen, onLoad }: PageProps) {
  const { t } = useI18n();
  const frame = useRef<HTMLIFrameElement>(null);
  const [first] = useState(anchor);
  const led = useRef(first);
  useEffect(() => {
    if (led.current === anchor) return;
    led.current = anchor;
    // Same page, another fragment: nothing is loaded again.
    frame.current?.contentWindow?.location.replace(`${url}#${anchor}`);
  }, [url, anchor]);
  return (
    <iframe
      ref={frame}
      className={isSeen ? 'seen' : 'next'}
      title={t('panel.preview-title')}
      src={`${url}#${first}`}
      sandbox="allow-same-origin"
      referrerPolicy="no-referrer"
      onLoad={onLoad}
    />
  );
}
