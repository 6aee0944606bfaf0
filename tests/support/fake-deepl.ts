/** DeepL's `/v2/translate`, form in and JSON out, and `/v2/usage`. */
import { startFakeVendor, type FakeVendor } from './fake-vendor.ts';

export function startFakeDeepL(): Promise<FakeVendor> {
  return startFakeVendor({
    texts: (body) => new URLSearchParams(body).getAll('text'),
    reply: (texts) => ({
      character_count: 12,
      character_limit: 500_000,
      translations: texts.map((text) => ({
        text,
        detected_source_language: 'EN',
        billed_characters: 7,
        model_type_used: 'quality_optimized',
      })),
    }),
  });
}
