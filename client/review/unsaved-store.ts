/**
 * Keeps unsaved texts on this device, one item per target, so that a reload, a crash or a dead battery loses nothing:
 *
 *   dragoman.unsaved.<document>.<locale>.<segment>   {"text", "baseRevision", "decisionId", "sent"?}
 *
 * localStorage, because it is written before the next key is pressed; IndexedDB answers later, and a closing tab does
 * not wait. What cannot be read (an older version, a hand's work) is left alone and not shown.
 */
import type { Locale } from '../../server/domain/locale.ts';
import type { Attempt, Unsaved } from './unsaved.ts';

export type Shelf = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

export interface UnsavedStore {
  /** All that is kept for this document and locale, by segment. */
  read(): Record<string, Unsaved>;
  /** Keeps or, without a text, forgets. False where the device has no room: the person must know. */
  write(segmentId: string, unsaved: Unsaved | undefined): boolean;
}

export function unsavedStore(shelf: Shelf, documentId: string, locale: Locale): UnsavedStore {
  const prefix = `dragoman.unsaved.${documentId}.${locale}.`;
  return {
    read() {
      const keys = Array.from({ length: shelf.length }, (_, i) => shelf.key(i) ?? '');
      return Object.fromEntries(
        keys
          .filter((key) => key.startsWith(prefix))
          .flatMap((key) => {
            const unsaved = parse(shelf.getItem(key) ?? '');
            return unsaved ? [[key.slice(prefix.length), unsaved]] : [];
          }),
      );
    },
    write(segmentId, unsaved) {
      try {
        if (unsaved) shelf.setItem(prefix + segmentId, JSON.stringify(unsaved));
        else shelf.removeItem(prefix + segmentId);
        return true;
      } catch {
        return false;
      }
    },
  };
}

function parse(json: string): Unsaved | undefined {
  try {
    const value = JSON.parse(json) as Unsaved;
    return isAttempt(value) && (value.sent === undefined || isAttempt(value.sent)) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isAttempt(value: unknown): value is Attempt {
  const { text, baseRevision, decisionId } = (value ?? {}) as Partial<Attempt>;
  return typeof text === 'string' && Number.isInteger(baseRevision) && typeof decisionId === 'string';
}
