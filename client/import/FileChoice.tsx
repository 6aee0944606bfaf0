/** One file, chosen by a button that says so; its name stands beside it. */
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useI18n } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Text } from '../ui/Text.tsx';
import './file-choice.css';

export interface FileChoiceProps {
  /** Endings and media types that the browser offers first. */
  readonly types: readonly string[];
  /** What the button says while there is no file. */
  readonly label: string;
  /** The name of the file that is chosen. */
  readonly chosen: string | undefined;
  readonly onChoose: (file: File) => void;
}

export function FileChoice({ types, label, chosen, onChoose }: FileChoiceProps) {
  const { t } = useI18n();
  return (
    <div className="file-choice">
      <FileTrigger acceptedFileTypes={types} onSelect={(files) => files?.[0] && onChoose(files[0])}>
        <Button>{chosen === undefined ? label : t('import.choose-another')}</Button>
      </FileTrigger>
      {chosen !== undefined && <Text>{chosen}</Text>}
    </div>
  );
}
