/** What is written and not sent lies on the device, each place for itself, until it is sent. */
import { expect, it } from 'vitest';
import { keepDraft, noDraft, readDraft } from '../../client/review/panel/comment-drafts.ts';
import { aShelf } from '../support/shelf.ts';

const place = { documentId: 'doc', locale: 'he', segmentId: 'one' };

it('gives each place what was written there, and forgets what is empty again', () => {
  const shelf = aShelf();
  keepDraft(shelf, place, { text: 'חדש', about: 'source', sent: 'id' });
  keepDraft(shelf, { ...place, threadId: 'thread' }, { text: 'מענה', about: 'target' });
  expect(readDraft(shelf, place)).toEqual({ text: 'חדש', about: 'source', sent: 'id' });
  expect(readDraft(shelf, { ...place, threadId: 'thread' }).text).toBe('מענה');
  expect(readDraft(shelf, { ...place, segmentId: 'two' })).toEqual(noDraft);
  keepDraft(shelf, place, noDraft);
  expect(Object.keys(shelf.items())).toEqual(['dragoman.comment.doc.he.one.thread']);
});

it('reads what is no draft as nothing, and does without a device that has no room', () => {
  const shelf = aShelf();
  shelf.setItem('dragoman.comment.doc.he.one.new', '{"text":7}');
  expect(readDraft(shelf, place)).toEqual(noDraft);
  shelf.setItem('dragoman.comment.doc.he.one.new', '{');
  expect(readDraft(shelf, place)).toEqual(noDraft);
  const full = {
    ...shelf,
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  };
  expect(() => keepDraft(full, place, { text: 'חדש', about: 'target' })).not.toThrow();
});
