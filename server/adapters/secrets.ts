/**
 * Takes out of a text for operators what must stand in none: the secrets that are configured, and what looks like one
 * (user names and passwords in addresses, `token=…`, what follows `Bearer`). Others' programs repeat both.
 */

const shortest = 4;

/** The text without them. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const known = secrets
    .filter((secret) => secret.length >= shortest)
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, secret) => left.replaceAll(secret, '…'), text);
  return known
    .replace(/(:\/\/)[^\s/@]+@/gu, '$1…@')
    .replace(/((?:password|passwd|secret|token|key)["']?\s*[=:]\s*["']?)[^\s"'&]+/giu, '$1…')
    .replace(/((?:bearer|basic)\s+)[^\s"']+/giu, '$1…');
}
