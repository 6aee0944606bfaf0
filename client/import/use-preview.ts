/** The segments that a draft would make, asked for when typing rests; the last answer stays until the next one comes. */
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReplyOf } from '../../server/contract/api.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { call } from '../api.ts';
import { useSettled } from '../ui/use-settled.ts';
import { isEmpty, previewRequest, type DraftInput, type ImportDraft } from './draft.ts';

export type Preview = UseQueryResult<ReplyOf<'POST /api/documents/preview'>>;

const restMs = 350;

export function usePreview(draft: ImportDraft, from: Locale): Preview {
  const input = useSettled(draft.input, restMs);
  const settled = { ...draft, input };
  return useQuery({
    queryKey: ['POST /api/documents/preview', versionOf(input), from],
    queryFn: ({ signal }) => call('POST /api/documents/preview', { body: previewRequest(settled, from) }, signal),
    enabled: !isEmpty(settled),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

const versions = new WeakMap<DraftInput, number>();
let lastVersion = 0;

/** A short name for an input: megabytes of a file are not to be a cache key, hashed at every drawing. */
function versionOf(input: DraftInput): number {
  const known = versions.get(input);
  if (known !== undefined) return known;
  lastVersion += 1;
  versions.set(input, lastVersion);
  return lastVersion;
}
