/** A file that all pages share: its name carries a digest of its bytes, so that a browser may keep it for ever. */
import { createHash } from 'node:crypto';
import type { Asset } from '../ports.ts';

/** An asset of these bytes. */
export function asset(name: string, extension: string, bytes: Uint8Array): Asset {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return { path: `assets/${name}.${digest}.${extension}`, bytes };
}
