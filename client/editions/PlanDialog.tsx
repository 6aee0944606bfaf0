/**
 * “Publish when ready, at a time, together with …”: one plan says all three. It chooses languages and, if wanted, a moment
 * by the clock of this browser's zone, and says in a sentence what would happen.
 */
import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { DocumentView } from '../../server/contract/documents-api.ts';
import { inOrder, type Locale } from '../../server/domain/locale.ts';
import { call } from '../api.ts';
import { newDecisionId } from '../decision-id.ts';
import { formatList, useI18n, type Translate } from '../i18n.ts';
import { keyOf, useChange } from '../queries.ts';
import { openIn } from '../documents/standing.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { LocaleChecks } from '../ui/LocaleChecks.tsx';
import { toast } from '../ui/toasts.ts';
import { instantOf, nextHour, zoneHere, type Moment } from './plan-time.ts';
import './plan.css';

export interface PlanDialogProps {
  readonly document: DocumentView;
  /** The edition that one came from. */
  readonly locale: Locale;
  readonly onClose: () => void;
}

export function PlanDialog({ document, locale, onClose }: PlanDialogProps) {
  const { t, time } = useI18n();
  const { documentId, from, to, plans } = document;
  const planned = plans.flatMap((plan) => plan.locales);
  const free = inOrder([from, ...to]).filter((one) => !planned.includes(one));
  const [locales, setLocales] = useState<readonly Locale[]>([locale]);
  const [moment, setMoment] = useState<Moment>();
  const notBefore = moment && instantOf(moment);
  const open = useOpen(document, free);
  const decision = useMemo(() => ({ of: [locales, notBefore], id: newDecisionId() }), [locales, notBefore]);
  const make = useChange('POST /api/documents/:documentId/plans', () => {
    toast(t('plan.made'));
    onClose();
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('plan.title')}>
      <LocaleChecks
        label={t('plan.locales')}
        options={free}
        value={locales}
        note={(one) => readiness(open(one), t)}
        onChange={setLocales}
      />
      <p className="field-hint plan-hint">{t('plan.together')}</p>
      <Choice
        label={t('plan.when')}
        options={[
          { value: 'ready', label: t('plan.when-ready') },
          { value: 'later', label: t('plan.when-later') },
        ]}
        value={moment ? 'later' : 'ready'}
        onChange={(when) => setMoment(when === 'later' ? nextHour(new Date()) : undefined)}
      />
      {moment && <MomentFields moment={moment} onChange={setMoment} />}
      <output className="plan-sentence">
        {locales.length > 0 && sentenceFor(open, locales, notBefore && time(notBefore), t)}
      </output>
      {make.error && <ErrorNote error={make.error} />}
      <div className="dialog-actions">
        <Button
          look="primary"
          isDisabled={locales.length === 0 || (moment !== undefined && notBefore === undefined)}
          isPending={make.isPending}
          onPress={() =>
            make.mutate({
              params: { documentId },
              body: { decisionId: decision.id, locales: [...locales], ...(notBefore && { notBefore }) },
            })
          }
        >
          {t('plan.verb')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </div>
    </Dialog>
  );
}

function MomentFields({ moment, onChange }: { readonly moment: Moment; readonly onChange: (moment: Moment) => void }) {
  const { t } = useI18n();
  return (
    <div className="plan-moment">
      <label>
        <span className="field-label">{t('plan.day')}</span>
        <input
          className="field"
          type="date"
          value={moment.day}
          onChange={({ currentTarget: { value } }) => onChange({ ...moment, day: value })}
        />
      </label>
      <label>
        <span className="field-label">{t('plan.time')}</span>
        <input
          className="field"
          type="time"
          value={moment.time}
          onChange={({ currentTarget: { value } }) => onChange({ ...moment, time: value })}
        />
      </label>
      <p className="field-hint">{t('plan.zone', { zone: zoneHere() })}</p>
    </div>
  );
}

const editionLine = 'GET /api/documents/:documentId/editions/:locale';

/** How much is open in an edition: what its texts lack, and what else blocks it (an open error of a check, also in the source). */
function useOpen(document: DocumentView, locales: readonly Locale[]): (locale: Locale) => number {
  const editions = useQueries({
    queries: locales.map((locale) => {
      const request = { params: { documentId: document.documentId, locale } };
      return {
        queryKey: keyOf(editionLine, request),
        queryFn: ({ signal }: { readonly signal: AbortSignal }) => call(editionLine, request, signal),
      };
    }),
  });
  return (locale) => Math.max(openIn(document, locale), editions[locales.indexOf(locale)]?.data?.blockers.length ?? 0);
}

function readiness(open: number, t: Translate): string {
  return open === 0 ? t('plan.ready') : t('plan.open', { count: open });
}

/** What making the plan would lead to. */
function sentenceFor(
  open: (locale: Locale) => number,
  locales: readonly Locale[],
  /** Not before; as it is read. */
  time: string | undefined,
  t: Translate,
): string {
  const waiting = locales.filter((locale) => open(locale) > 0);
  const languages = formatList(locales.map((locale) => t(`app.locale-${locale}`)));
  if (waiting.length === 0) return time ? t('plan.will-then', { languages, time }) : t('plan.will-now', { languages });
  const values = { languages, waiting: formatList(waiting.map((locale) => t(`app.locale-${locale}`))) };
  return time ? t('plan.will-wait-then', { ...values, time }) : t('plan.will-wait', values);
}
