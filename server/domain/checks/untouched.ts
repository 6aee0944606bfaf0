/**
 * What a person has not written.
 *
 *   blank         nothing a reader could see, although the source has a text and somebody has begun
 *   mt.untouched  machine text that was reviewed or approved as it stood. It may be that good; a draft that waits for its
 *                 reviewer is not told of
 */
import { isUntouchedMachineText } from '../machine-text.ts';
import type { SegmentCheck } from './check.ts';

const invisible = /[\s\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+/gu;

export const blank: SegmentCheck = {
  id: 'blank',
  severity: 'error',
  scope: 'segment',
  ofBlank: true,
  find: ({ source, target }) => (isBlank(target.visible) && !isBlank(source.visible) ? [{ spans: [] }] : []),
};

function isBlank(text: string): boolean {
  return text.replace(invisible, '') === '';
}

export const mtUntouched: SegmentCheck = {
  id: 'mt.untouched',
  severity: 'info',
  scope: 'segment',
  find: ({ state, origin }) =>
    (state === 'reviewed' || state === 'approved') && origin && isUntouchedMachineText({ origin })
      ? [{ spans: [] }]
      : [],
};
