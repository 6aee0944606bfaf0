/**
 * Building HTML. A page is put together by the `html` tag, which escapes every string that is put into it; only what
 * the tag itself made passes as it stands. There is no way to mark a string as safe, so a text can never become an
 * element or an attribute, whatever it holds (tests/render/html.test.ts holds that as a law).
 *
 * Rejected: React on the server (the server would need a build step), and a template language of files.
 */

/** A piece of HTML. Only `html` makes one. */
export interface Html {
  readonly [made]: string;
}

/** What can stand in a template: text is escaped, lists are joined, `false` and `undefined` leave nothing. */
export type Piece = Html | string | number | false | undefined | readonly Piece[];

const made = Symbol('html');

/**
 * A template of HTML. Its own text is written as it stands; every value in it is escaped, for element content and for
 * double-quoted attributes alike (attributes are always written with double quotes).
 */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return { [made]: strings.map((text, at) => text + write(pieces[at])).join('') };
}

/** The same for XML that is not HTML: what `html` escapes, and to what, is right in both. */
export const xml = html;

/** The bytes of a page. */
export function htmlBytes(page: Html): Uint8Array {
  return new TextEncoder().encode(htmlText(page));
}

/** As a text of its own: to stand as a value in another format. */
export function htmlText(page: Html): string {
  return page[made];
}

/** An attribute that is there only when it has a value, with its space before it. */
export function attribute(
  name: 'start' | 'value' | 'title' | 'lang' | 'dir' | 'data-title',
  value: string | number | undefined,
): Html {
  return value === undefined ? html`` : { [made]: ` ${name}="${escape(String(value))}"` };
}

/** What JSON can say; a member that is undefined is left out. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

/**
 * Data about a page for machines to read (JSON-LD). The only script element there is, and of a type that no browser runs.
 * Nothing in it can end it: what HTML could take for a tag or a comment, and what it cannot hold, is written as JSON
 * writes it, `\u003c`.
 */
export function dataBlock(data: Json): Html {
  const written = JSON.stringify(data).replace(unsafeInData, (found) =>
    Array.from({ length: found.length }, (_, at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
      '',
    ),
  );
  return { [made]: `<script type="application/ld+json">${written}</script>` };
}

function write(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escape(String(piece));
  return isList(piece) ? piece.map(write).join('') : piece[made];
}

function isList(piece: Html | readonly Piece[]): piece is readonly Piece[] {
  return Array.isArray(piece);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What escaping could change: most texts have none of it. */
const suspect = /[&<>"'\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

/** What HTML cannot hold, not even as a reference: control characters and non-characters. */
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF\p{Noncharacter_Code_Point}]/gu;

const unsafeInData = new RegExp(`[<>&]|${unwritable.source}`, 'gu');

/** A text without what neither HTML nor XML can hold. */
export function writable(text: string): string {
  return text.toWellFormed().replace(unwritable, '\uFFFD');
}

function escape(text: string): string {
  if (!suspect.test(text)) return text;
  return writable(text).replace(/[&<>"']/gu, (character) => entities[character] ?? '');
}
