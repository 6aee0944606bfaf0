/**
 * A field to search in, an icon before it. The frame is the label's and not the field's own: what is typed may run the
 * other way than the page, and the icon's side stays free. Until something is typed, the page's direction holds: a
 * placeholder begins where all lines begin.
 */
import type { InputHTMLAttributes, RefAttributes } from 'react';
import { Icon } from './Icon.tsx';
import './search-field.css';

type Own = 'type' | 'aria-label' | 'placeholder' | 'dir' | 'value' | 'onChange' | 'className';

export interface SearchFieldProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, Own>, RefAttributes<HTMLInputElement> {
  /** Says what is searched: to the eye while nothing is typed, to a screen reader always. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Among tools it is smaller than on a page. */
  readonly isTool?: boolean;
  /** Where it stands. */
  readonly className?: string;
}

export function SearchField({ label, value, onChange, isTool = false, className = '', ...others }: SearchFieldProps) {
  return (
    <label className={`search-field ${isTool ? 'search-tool' : ''} ${className}`}>
      <Icon name="search" size={isTool ? 16 : 20} />
      <input
        {...others}
        type="search"
        aria-label={label}
        placeholder={label}
        dir={value === '' ? undefined : 'auto'}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}
