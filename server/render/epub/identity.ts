/**
 * What a book is called by machines: the same for each edition of a document for ever, so that a newer publication takes
 * the place of an older one on a reader's shelf. A UUID made from a name (RFC 9562, version 5).
 */
import { hash } from 'node:crypto';
import type { DocumentId } from '../../domain/document.ts';
import type { Locale } from '../../domain/locale.ts';

/** Of all editions that Dragoman makes. */
const namespace = '1b9f6d0a5c1e4e0f9a7340d3d5a3c2e8';

/** `urn:uuid:…` of a document's edition. */
export function urnOf(documentId: DocumentId, locale: Locale): string {
  const name = Buffer.concat([Buffer.from(namespace, 'hex'), Buffer.from(`${documentId}/${locale}`)]);
  const digest = hash('sha1', name, 'buffer').subarray(0, 16);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  return `urn:uuid:${digest.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-')}`;
}
