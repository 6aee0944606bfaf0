/**
 * The one digest of texts that the domain is given (`Hash`): SHA-256 in 22 characters of base64url. 132 bits, so that
 * no two texts of any newsroom meet by chance, and a third shorter than hex in every file that stores it.
 */
import { hash } from 'node:crypto';
import type { Hash } from '../domain/document.ts';

/** The first 22 characters of the text's SHA-256 in base64url. */
export const sha256Short: Hash = (text) => hash('sha256', text, 'base64url').slice(0, 22);
