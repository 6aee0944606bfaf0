/** Where the article comes in: pasted or typed, picked as a file, or dropped anywhere on the field. */
import { useId, useRef, useState } from 'react';
import { DropZone, type DropZoneProps } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { importLimits } from '../../server/domain/limits.ts';
import { directionOf, type Locale } from '../../server/domain/locale.ts';
import type { Problem } from '../api.ts';
import { useI18n } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Text } from '../ui/Text.tsx';
import { formatOf, sizeProblem, typedIn, type DraftInput, type TypedInput } from './draft.ts';
import { readAsBase64, readOpening } from './read-file.ts';

export interface ImportInputProps {
  readonly input: DraftInput;
  readonly locale: Locale;
  /** From the input as it is by then. */
  readonly onChange: (next: (now: DraftInput) => DraftInput) => void;
}

const accepted = ['.txt', '.md', '.markdown', 'text/plain', 'text/markdown'];

export function ImportInput({ input, locale, onChange }: ImportInputProps) {
  const { t } = useI18n();
  const [error, setError] = useState<Error>();
  const chosen = useRef<File>(undefined);
  const take = async (file: File): Promise<void> => {
    try {
      setError(undefined);
      chosen.current = file;
      const problem = sizeProblem(file);
      if (problem) throw problem;
      const [base64, opening] = await Promise.all([readAsBase64(file), readOpening(file)]);
      // Another one that was chosen meanwhile may have been read sooner.
      if (chosen.current !== file) return;
      onChange((now) => ({ kind: 'file', name: file.name, base64, opening, typed: typedIn(now) }));
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)));
    }
  };
  const takeDropped = async (items: Parameters<NonNullable<DropZoneProps['onDrop']>>[0]['items']): Promise<void> => {
    const dropped = items.find((item) => item.kind === 'file');
    if (dropped) await take(await dropped.getFile());
  };
  return (
    <DropZone className="import-drop" aria-label={t('import.drop')} onDrop={(event) => void takeDropped(event.items)}>
      {input.kind === 'file' ? (
        <ChosenFile name={input.name} onRemove={() => onChange(typedIn)} />
      ) : (
        <PastedText input={input} locale={locale} onChange={(typed) => onChange(() => typed)} onProblem={setError} />
      )}
      <div className="import-file">
        <FileTrigger acceptedFileTypes={accepted} onSelect={(files) => void (files?.[0] && take(files[0]))}>
          <Button>{t(input.kind === 'file' ? 'import.choose-another' : 'import.choose-file')}</Button>
        </FileTrigger>
        <span className="muted small">{t('import.file-hint', { limit: importLimits.megabytes })}</span>
      </div>
      {error && <ErrorNote error={error} />}
    </DropZone>
  );
}

function ChosenFile({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  const { t } = useI18n();
  return (
    <p className="import-chosen">
      <Icon name="document" />
      <Text>{name}</Text>
      <Button look="quiet" onPress={onRemove}>
        {t('import.remove-file')}
      </Button>
    </p>
  );
}

interface PastedTextProps {
  readonly input: TypedInput;
  readonly locale: Locale;
  readonly onChange: (input: TypedInput) => void;
  readonly onProblem: (problem: Problem | undefined) => void;
}

function PastedText({ input, locale, onChange, onProblem }: PastedTextProps) {
  const { t } = useI18n();
  const id = useId();
  return (
    <div>
      <label className="field-label" htmlFor={id}>
        {t('import.text-label')}
      </label>
      <textarea
        id={id}
        className="field text import-text"
        lang={locale}
        dir={directionOf(locale)}
        rows={10}
        placeholder={t('import.text-placeholder')}
        value={input.text}
        onPaste={(event) => {
          const problem = sizeProblem(event.clipboardData.getData('text/plain'));
          onProblem(problem);
          // A browser needs many seconds to lay such a text out, only for it to be refused.
          if (problem) event.preventDefault();
        }}
        onChange={({ target }) => onChange({ ...input, text: target.value })}
      />
      <label className="import-markdown">
        <input
          type="checkbox"
          checked={formatOf(input) === 'markdown'}
          onChange={({ target }) => onChange({ ...input, format: target.checked ? 'markdown' : 'text' })}
        />
        {t('import.is-markdown')}
      </label>
    </div>
  );
}
