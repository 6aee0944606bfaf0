/** LibreTranslate's `/translate` with a list of texts. */
import { startFakeVendor, type FakeVendor } from './fake-vendor.ts';

export function startFakeLibreTranslate(): Promise<FakeVendor> {
  return startFakeVendor({
    texts: (body) => (JSON.parse(body) as { q: string[] }).q,
    reply: (texts) => ({ translatedText: texts }),
  });
}
