/**
 * What stands around an edition's text as somebody types it: names a line each, until it is saved. A draft remembers what it
 * began from, so that what somebody else saved meanwhile is told apart, as with the site's settings. Pure.
 */
import type { EditionDetails } from '../../server/domain/document.ts';

export interface DetailsDraft {
  /** A line each. */
  readonly translators: string;
  readonly description: string;
}

export const detailNames = ['translators', 'description'] as const satisfies ReadonlyArray<keyof DetailsDraft>;
export type DetailName = (typeof detailNames)[number];

/** What is kept of a form: what is typed, and what stood there when that began. */
export interface KeptDetails extends DetailsDraft {
  readonly base: DetailsDraft;
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

/** The draft on top of what the server has now: what only they changed is theirs; what both did is mine, and told. */
export function detailsOnTop(kept: KeptDetails, theirs: DetailsDraft) {
  const mine = detailNames.filter((name) => kept[name] !== kept.base[name]);
  const conflicts = mine.filter((name) => theirs[name] !== kept.base[name] && theirs[name] !== kept[name]);
  const draft = mine.reduce<DetailsDraft>((made, name) => ({ ...made, [name]: kept[name] }), theirs);
  // What both changed stays in sight until it is saved: there the draft goes on from where it began.
  const base = conflicts.reduce<DetailsDraft>((made, name) => ({ ...made, [name]: kept.base[name] }), theirs);
  return { draft: { ...draft, base }, conflicts };
}

export function isKeptDetails(value: unknown): value is KeptDetails {
  const isDraft = (one: Partial<DetailsDraft> | null | undefined): boolean =>
    typeof one?.translators === 'string' && typeof one.description === 'string';
  const kept = value as Partial<KeptDetails> | null | undefined;
  return isDraft(kept) && isDraft(kept?.base);
}

/** Whether saving would change what the server has. */
export function isNews(draft: DetailsDraft, saved: EditionDetails): boolean {
  return JSON.stringify(detailsOf(draft)) !== JSON.stringify(detailsOf(detailsDraft(saved)));
}
