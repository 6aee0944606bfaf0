/**
 * The one place that says which language a piece of content is in. `lang` and `dir` go together, always: `lang` picks
 * face, quotes and spelling, `dir` the side it starts from and, because the element is isolated, that it cannot disturb
 * its neighbours. A text of unknown language (a file's name, a member's) takes its direction from its first letter.
 */
import type { HTMLAttributes, ReactNode } from 'react';
import { directionOf, type Locale } from '../../server/domain/locale.ts';

export interface TextProps extends Omit<HTMLAttributes<HTMLElement>, 'lang' | 'dir'> {
  /** Absent: unknown. */
  readonly locale?: Locale | undefined;
  readonly as?: 'span' | 'p' | 'div' | 'h1' | 'h2' | 'h3' | 'li' | 'bdi' | 'blockquote' | 'td' | 'option';
  /** In the text face of its language; without it, in the interface's. */
  readonly prose?: boolean;
  readonly children: ReactNode;
}

export function Text({ locale, as: Tag = 'bdi', prose = false, className, children, ...rest }: TextProps) {
  const classes = [prose && 'text', className].filter(Boolean).join(' ');
  return (
    <Tag
      {...rest}
      {...(locale ? { lang: locale, dir: directionOf(locale) } : { dir: 'auto' })}
      {...(classes && { className: classes })}
    >
      {children}
    </Tag>
  );
}
