/** What stands around an edition's text as somebody types it: names a line each, until it is saved. Pure. */
import type { EditionDetails } from '../../server/domain/document.ts';

export interface DetailsDraft {
  /** A line each. */
  readonly translators: string;
  readonly description: string;
}

export function detailsDraft({ translators = [], description = '' }: EditionDetails): DetailsDraft {
  return { translators: translators.join('\n'), description };
}

/** What is sent: names without the white space around them, each once. */
export function detailsOf({ translators, description }: DetailsDraft): EditionDetails {
  const names = [...new Set(translators.split('\n').map((name) => name.trim()))].filter((name) => name !== '');
  const said = description.trim();
  return { ...(names.length > 0 && { translators: names }), ...(said !== '' && { description: said }) };
}

export function isDetailsDraft(value: unknown): value is DetailsDraft {
  const { translators, description } = (value ?? {}) as Partial<DetailsDraft>;
  return typeof translators === 'string' && typeof description === 'string';
}

/** Whether saving would change what the server has. */
export function isNews(draft: DetailsDraft, saved: EditionDetails): boolean {
  return JSON.stringify(detailsOf(draft)) !== JSON.stringify(detailsOf(detailsDraft(saved)));
}
