/**
 * Ids from the system's randomness: 72 bits in 12 URL-safe characters for what people meet in addresses and on command
 * lines, UUIDs for decisions. A short id never begins with `-`: a shell would hand it over as an option.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { NewId } from '../ports.ts';

export const randomIds: NewId = {
  short: () => shortIdFrom(randomBytes),
  uuid: () => randomUUID(),
};

/** The first id without a leading dash that the given source of bytes leads to. */
export function shortIdFrom(bytes: (count: number) => Buffer): string {
  for (;;) {
    const id = bytes(9).toString('base64url');
    if (!id.startsWith('-')) return id;
  }
}
