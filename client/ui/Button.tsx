/**
 * Buttons and links that look like them. `primary` once a page: the next step; `danger` what readers or colleagues would
 * notice; `quiet` inside lists. A pending button stays in the tab order and says that it is busy.
 */
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import type { ReactNode, Ref } from 'react';
import { Link, type LinkProps } from 'react-router';
import { Spinner } from './Spinner.tsx';
import './button.css';

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly look?: ButtonLook;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Button({ look = 'plain', className = '', children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button ${look} ${className}`}>
      {({ isPending }) => (
        <>
          {isPending && <Spinner />}
          {children}
        </>
      )}
    </AriaButton>
  );
}

export function ButtonLink({ look = 'plain', className = '', ...rest }: LinkProps & { readonly look?: ButtonLook }) {
  return <Link {...rest} className={`button ${look} ${className}`} />;
}
