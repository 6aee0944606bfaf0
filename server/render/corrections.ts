/**
 * What has happened to an article since readers first saw it. Beside its first day stands the day of the text that they
 * see now, where that is another; at its end, what each new publication has changed, in its editors' own words. A
 * publication that says nothing of itself is not listed, and one that was rolled back is not among its `history`.
 */
import type { Timestamp } from '../domain/document.ts';
import { isolateRuns } from './bidi.ts';
import { renderDay, renderTime } from './dates.ts';
import { html, type Html } from './html.ts';
import type { LiveEdition, ReadEdition } from './live-document.ts';
import { words } from './words.ts';

/** "Published on", and "updated on" where that is something else. */
export function renderDays({ locale, policy, publication, history }: LiveEdition): readonly (Html | false)[] {
  const [first = publication] = history;
  const [before, after] = words[locale].updated;
  return [
    renderDay(first.at, locale, policy),
    first.n !== publication.n && html`${before}${renderTime(publication.at, locale, policy)}${after}`,
  ];
}

export interface Correction {
  readonly at: Timestamp;
  readonly note: string;
}

/** All that was corrected, newest first. */
export function correctionsOf({ history }: Pick<LiveEdition, 'history'>): Correction[] {
  const noted = history.map(({ at, note = '' }) => ({ at, note: note.trim() }));
  return noted.filter(({ note }) => note !== '').toReversed();
}

/** The same as a part of its own at the end of a text; nothing where nothing was. */
export function renderCorrections(edition: ReadEdition): Html {
  const { locale, policy } = edition;
  const noted = correctionsOf(edition);
  if (noted.length === 0) return html``;
  return html`<section class="corrections" aria-labelledby="corrections">
    <h2 id="corrections">${words[locale].corrections}</h2>
    <ul>
      ${noted.map(
        ({ at, note }) =>
          html`<li>
            <p>${renderTime(at, locale, policy)}</p>
            <p>${isolateRuns(note, locale)}</p>
          </li> `,
      )}
    </ul>
  </section>`;
}
