/**
 * What a reader's browser may do with an edition: show text, and load images, styles and fonts of the same site. No
 * script, no form, no foreign resource, because readers may be watched. Sent as a header by our own server and written
 * into each page, so that it holds behind any other server too.
 */

const directives = [
  "default-src 'none'",
  "img-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The policy as a page can state it: browsers take `frame-ancestors` from a header only. */
export const pagePolicy = directives;

/** The policy as a header. `framedBy`: the origins that may show the page in a frame. */
export function headerPolicy(framedBy?: string): string {
  return `${directives}; frame-ancestors ${framedBy ?? "'none'"}`;
}
