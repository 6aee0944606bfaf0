/** What people say about a segment: where it stands, what is open, who is named, and what is refused. */
import { describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import {
  commentedTargets,
  longestComment,
  mentionsIn,
  openThreads,
  threadsBeside,
  type Member,
} from '../../server/domain/comments.ts';
import { decide } from '../../server/domain/decide.ts';
import type { DocumentDecision } from '../../server/domain/decision.ts';
import { accepted } from '../../server/domain/errors.ts';
import {
  aDocument,
  aHead,
  commentDecision,
  editedDecision,
  importedDecision,
  joinedDecision,
  resolutionDecision,
  someTexts,
} from '../support/builders.ts';

const imported = importedDecision();
const begun = commentDecision();
const reply = commentDecision({ replyTo: begun.id, text: 'כן', mentions: ['noa'] });
const ofSource = commentDecision({ about: 'source', segment: 2, mentions: ['omar'] });

function refusalOf(decision: DocumentDecision, ...before: DocumentDecision[]): string | undefined {
  const outcome = decide(aDocument(imported, ...before), decision, sha256Short);
  return outcome.ok ? undefined : outcome.code;
}

describe('a thread', () => {
  it('stands beside the text that it is about; one about the source beside every edition', () => {
    const document = aDocument(imported, begun, reply, ofSource);
    const beside = (segmentId: string, locale: 'he' | 'ar') =>
      threadsBeside(document, segmentId, locale).map(({ comments }) => comments.map(({ id }) => id));
    expect(beside('segment-0001', 'he')).toEqual([[begun.id, reply.id]]);
    expect(beside('segment-0001', 'ar')).toEqual([]);
    expect(beside('segment-0002', 'he')).toEqual([[ofSource.id]]);
    expect(beside('segment-0002', 'ar')).toEqual([[ofSource.id]]);
  });

  it('is open until it is resolved, and again when it is opened again; what was said stays', () => {
    const resolved = aDocument(imported, begun, reply, resolutionDecision(begun));
    expect(openThreads(resolved, 'he').size).toBe(0);
    expect(threadsBeside(resolved, 'segment-0001', 'he')[0]).toMatchObject({ resolved: { by: 'dana' } });
    const again = aDocument(
      imported,
      begun,
      reply,
      resolutionDecision(begun),
      resolutionDecision(begun, 'comment.reopened'),
    );
    expect(openThreads(again, 'he')).toEqual(new Map([['segment-0001', 1]]));
    expect(again.threads).toEqual(aDocument(imported, begun, reply).threads);
  });

  it('of any segment of a span stands beside the span', () => {
    const edited = [1, 2].map((segment) => editedDecision({ segment, text: someTexts[segment] ?? '' }));
    const separate = aDocument(imported, ...edited, ofSource, begun);
    const joined = accepted(decide(separate, joinedDecision(separate), sha256Short)).next;
    expect(threadsBeside(joined, 'segment-0001', 'he').map(({ id }) => id)).toEqual([ofSource.id, begun.id]);
    expect(openThreads(joined, 'he')).toEqual(new Map([['segment-0001', 2]]));
    expect(openThreads(joined, 'ar')).toEqual(new Map([['segment-0002', 1]]));
    expect(commentedTargets(joined)[0]).toMatchObject({ segmentId: 'segment-0001', since: ofSource.at });
  });

  it('waits in each language that it concerns, since it began, for those whom it names', () => {
    const document = aDocument(imported, begun, ofSource, commentDecision(), reply);
    expect(commentedTargets(document)).toEqual([
      { segmentId: 'segment-0001', locale: 'he', since: begun.at, mentions: ['noa'] },
      { segmentId: 'segment-0002', locale: 'he', since: ofSource.at, mentions: ['omar'] },
      { segmentId: 'segment-0002', locale: 'ar', since: ofSource.at, mentions: ['omar'] },
    ]);
    expect(commentedTargets(aDocument(imported))).toEqual([]);
  });
});

describe('a comment is refused', () => {
  it.each<[string, DocumentDecision, DocumentDecision[]]>([
    ['comment.empty', commentDecision({ text: ' \n' }), []],
    ['comment.too-long', commentDecision({ text: 'א'.repeat(longestComment + 1) }), []],
    ['comment.not-well-formed', commentDecision({ text: '\uD800' }), []],
    ['segment.unknown', { ...begun, segmentId: 'segment-0009' }, []],
    ['locale.unknown', commentDecision({ locale: 'en' }), []],
    ['comment.unknown', reply, []],
    ['comment.unknown', { ...reply, locale: 'ar' }, [begun]],
    ['comment.unknown', { ...reply, segmentId: 'segment-0002' }, [begun]],
    ['comment.unknown', commentDecision({ replyTo: reply.id }), [begun, reply]],
    ['comment.resolved', reply, [begun, resolutionDecision(begun)]],
    ['comment.unknown', resolutionDecision(begun), []],
    ['comment.resolved', resolutionDecision(begun), [begun, resolutionDecision(begun)]],
    ['comment.open', resolutionDecision(begun, 'comment.reopened'), [begun]],
    ['document.archived', begun, [{ ...aHead(), kind: 'document.archived' }]],
  ])('with %s', (code, decision, before) => {
    expect(refusalOf(decision, ...before)).toBe(code);
  });

  it('never for its length alone up to the longest', () => {
    expect(refusalOf(commentDecision({ text: 'א'.repeat(longestComment) }))).toBeUndefined();
  });
});

describe('names', () => {
  const members: readonly Member[] = [
    { memberId: 'm-noa', name: 'נועה' },
    { memberId: 'm-noa-levi', name: 'נועה לוי' },
    { memberId: 'm-omar', name: 'عمر' },
    { memberId: 'm-jose', name: 'José' },
    { memberId: 'operator', name: 'operator' },
  ];

  it.each([
    ['@operator', ['operator']],
    ['ראו @נועה, בבקשה', ['m-noa']],
    ['ראו @נועה לוי, בבקשה', ['m-noa-levi']],
    ['@נועהלה', []],
    ['@נוֹעה', []],
    ['يا @عمر، و@operator.', ['m-omar', 'operator']],
    ['@OPERATOR @jose\u0301', ['operator', 'm-jose']],
    ['(@operator) „@operator”', ['operator']],
    ['נשאל את ל@נועה', ['m-noa']],
    ['noa@operator', []],
    ['noa.2@operator', []],
    ['@', []],
    ['operator', []],
  ])('in %s', (text, named) => {
    expect(mentionsIn(text, members).toSorted()).toEqual(named.toSorted());
  });
});
