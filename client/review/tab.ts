/**
 * A name for this tab: the same after a reload, another in every other tab. sessionStorage is what a reload keeps, but a
 * duplicated tab is born with a copy of it; so the name lies there only while the page is away, and a duplicate of a
 * living tab finds none. After a crash a tab has a new name, and what the old one kept belongs to nobody.
 */
const key = 'dragoman.tab';

/** Takes the tab's name for as long as the page lives. To be called once per page. */
export function claimTab(
  session: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  page: Pick<EventTarget, 'addEventListener'>,
  newId: () => string,
): string {
  const tab = session.getItem(key) ?? newId();
  session.removeItem(key);
  page.addEventListener('pagehide', () => session.setItem(key, tab));
  // The browser kept the page as it was, and shows it again.
  page.addEventListener('pageshow', () => session.removeItem(key));
  return tab;
}
