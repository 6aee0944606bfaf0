/** Files of XML, put together as HTML is (`html.ts`). */
import { htmlText, type Html } from './html.ts';

/** The bytes of a file. */
export function xmlBytes(content: Html): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="utf-8"?>\n${htmlText(content)}`);
}
