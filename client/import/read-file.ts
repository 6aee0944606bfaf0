/** A file's bytes as base64, as the import wants them: exactly as handed in, whatever their encoding. */
export async function readAsBase64(file: Blob): Promise<string> {
  const reader = new FileReader();
  await new Promise((resolve, reject) => {
    reader.addEventListener('load', resolve);
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The file cannot be read.')));
    reader.readAsDataURL(file);
  });
  const address = typeof reader.result === 'string' ? reader.result : '';
  return address.slice(address.indexOf(',') + 1);
}

/** Bytes enough to tell a language by. */
const openingBytes = 16_384;

/** A file's first letters, in the encodings that the import takes; what is no text gives none that mean anything. */
export async function readOpening(file: Blob): Promise<string> {
  const bytes = await file.slice(0, openingBytes).arrayBuffer();
  const [first, second] = new Uint8Array(bytes);
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
