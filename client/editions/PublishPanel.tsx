/**
 * The last step before readers see it, beside what they would see changed: everything or only some paragraphs, a note for
 * readers, and the button. A note that is typed and not sent is kept on this device.
 */
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { directionOf } from '../../server/domain/locale.ts';
import { editionLimits } from '../../server/domain/edition-details.ts';
import type { EditionView } from '../../server/contract/editions-api.ts';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { useKeptDraft } from '../kept-draft.ts';
import { useChange } from '../queries.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Counted } from '../ui/Counted.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { toast } from '../ui/toasts.ts';
import { obstacleOf } from './can-publish.ts';
import type { EditionKey } from './EditionPage.tsx';
import type { Looked } from './use-looked.ts';
import type { Publishing } from './use-publishing.ts';
import '../ui/field.css';
import '../ui/tool.css';

export interface PublishPanelProps {
  readonly at: EditionKey;
  readonly edition: EditionView;
  readonly publishing: Publishing;
  readonly looked: Looked;
  /** The mark of the changes as they are listed: nothing else is to be published. */
  readonly seen: string | undefined;
}

export function PublishPanel({ at, edition, publishing, looked, seen }: PublishPanelProps) {
  const { t } = useI18n();
  const { extents, extent, chosen, possible } = publishing;
  const n = edition.publications.length + 1;
  const [note = '', setNote] = useKeptDraft(`note.${at.documentId}.${at.locale}`, isText);
  const { publish, isPending, error } = usePublish(at, n, publishing, { note, seen }, (sent) =>
    setNote((now) => (now?.trim() === sent ? undefined : now)),
  );
  return (
    <section className="publish-panel" aria-labelledby="publish">
      <h2 id="publish">{t('changes.publish', { n })}</h2>
      <Obstacle edition={edition} />
      {extents.length > 1 && extent && (
        <Choice
          label={t('changes.extent')}
          options={extents.map((value) => ({ value, label: t(`changes.extent-${value}`) }))}
          value={extent}
          onChange={publishing.setExtent}
        />
      )}
      {extent === 'chosen' && (
        <p className={extents.length > 1 ? 'muted small' : undefined}>
          {t('changes.correctable', { count: possible.length })}
        </p>
      )}
      {extent && edition.live !== undefined && <NoteField at={at} note={note} onChange={setNote} />}
      {error && <ErrorNote error={error} onRetry={publish} />}
      {looked.isOvertaken && (
        <div className="tool-warning" role="alert">
          <p>{t('changes.overtaken')}</p>
          <Button onPress={looked.look}>{t('changes.go-on')}</Button>
        </div>
      )}
      {extent && (
        <Button
          look="primary"
          className="start"
          isDisabled={looked.isOvertaken || (extent === 'chosen' && chosen.length === 0)}
          isPending={isPending}
          onPress={publish}
        >
          {extent === 'all' ? t('edition.publish-now') : t('changes.publish-chosen', { count: chosen.length })}
        </Button>
      )}
      {extent && (
        <p className="field-hint">
          {t('edition.publish-text')} {extent === 'all' && edition.plan && t('changes.ends-plan')}
        </p>
      )}
    </section>
  );
}

/** What keeps the whole of it from readers. */
function Obstacle({ edition }: Pick<PublishPanelProps, 'edition'>) {
  const { t } = useI18n();
  const obstacle = obstacleOf(edition);
  if (obstacle === undefined) return null;
  if (obstacle === 'blocked') return <p>{t('refusals.edition.blocked', { count: edition.blockers.length })}</p>;
  return <p>{t(`refusals.edition.${obstacle}`)}</p>;
}

interface NoteFieldProps {
  readonly at: EditionKey;
  readonly note: string;
  readonly onChange: (note: string | undefined) => void;
}

/** In the edition's language, for its readers. */
function NoteField({ at: { locale }, note, onChange }: NoteFieldProps) {
  const { t } = useI18n();
  return (
    <div>
      <label className="field-label" htmlFor="note">
        {t('changes.note')}
      </label>
      <textarea
        id="note"
        className="field text"
        rows={3}
        lang={locale}
        dir={directionOf(locale)}
        maxLength={editionLimits.note}
        aria-describedby="note-hint"
        value={note}
        onChange={({ currentTarget: { value } }) => onChange(value === '' ? undefined : value)}
      />
      <p className="field-hint" id="note-hint">
        {t('changes.note-hint', { language: t(`app.locale-${locale}`) })}
      </p>
      <Counted text={note} most={editionLimits.note} />
    </div>
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

interface Sent {
  readonly note: string;
  readonly seen: string | undefined;
}

/** Publishes what is chosen, then goes to the edition's page. The same content is the same decision, also when sent again. */
function usePublish(
  at: EditionKey,
  n: number,
  { extent, chosen }: Publishing,
  sent: Sent,
  onDone: (note?: string) => void,
) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const done = (_: unknown, { body }: { readonly body: { readonly note?: string } }): void => {
    toast(t('edition.published-toast', { n }));
    onDone(body.note);
    void navigate(`/documents/${at.documentId}/editions/${at.locale}`);
  };
  const all = useChange('POST /api/documents/:documentId/editions/:locale/publish', done);
  const some = useChange('POST /api/documents/:documentId/editions/:locale/correct', done);
  const content = JSON.stringify([extent, extent === 'chosen' && chosen, sent.note]);
  const decision = useMemo(() => ({ of: content, id: newDecisionId() }), [content]);
  const note = sent.note.trim();
  const body = { decisionId: decision.id, ...(note !== '' && { note }), ...(sent.seen && { seen: sent.seen }) };
  return {
    publish: () => {
      if (extent === 'chosen') some.mutate({ params: at, body: { ...body, segmentIds: chosen } });
      else all.mutate({ params: at, body });
    },
    isPending: all.isPending || some.isPending,
    error: extent === 'chosen' ? some.error : all.error,
  };
}
