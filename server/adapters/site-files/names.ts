/** What a file of the site may be called. */

/** A name of the site in its parts; throws for one that could leave the folder, hide in it, or deceive an eye. */
export function partsOf(name: string): string[] {
  const parts = name.split('/');
  if (!parts.every(isSafe)) throw new Error(`Not a path of the site: ${JSON.stringify(name)}`);
  return parts;
}

/** Whether it is a name of the site. */
export function isName(name: string): boolean {
  return name !== '' && name.split('/').every(isSafe);
}

function isSafe(part: string): boolean {
  return (
    part !== '' &&
    !part.startsWith('.') &&
    part.isWellFormed() &&
    Buffer.byteLength(part) <= 255 &&
    !/[\p{Cc}\p{Cf}\\:*?"<>|]/u.test(part)
  );
}
