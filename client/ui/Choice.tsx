/**
 * One of a few, all in sight: a group of radio buttons drawn as one strip. Arrow keys move along the strip in the
 * direction it is read.
 */
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { Direction, Locale } from '../../server/domain/locale.ts';
import './choice.css';

export interface ChoiceOption<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Of the label, where it is not the interface's: a language's own name. */
  readonly lang?: Locale;
  readonly dir?: Direction;
}

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: ReadonlyArray<ChoiceOption<T>>;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly labelHidden?: boolean;
}

export function Choice<T extends string>({ label, options, value, onChange, labelHidden = false }: ChoiceProps<T>) {
  return (
    <RadioGroup
      className="choice"
      orientation="horizontal"
      value={value}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option) onChange(option.value);
      }}
    >
      <Label className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <div className="choice-strip">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="choice-option">
            <span lang={option.lang} dir={option.dir}>
              {option.label}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
