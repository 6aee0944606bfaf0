/**
 * What a terminal may be given of texts that others wrote: an escape in a document, a file's name or a server's answer could
 * otherwise move the cursor, rewrite what was printed above or set the window's title.
 */

/** A text for a terminal: C0 but for line feed and tab, DEL and C1 show as U+FFFD. For a file or a pipe it stays exact. */
export function printable(text: string, isTerminal: boolean): string {
  return isTerminal ? text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/gu, '\uFFFD') : text;
}
