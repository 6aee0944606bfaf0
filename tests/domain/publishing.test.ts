/** What may come to readers: the draft, a plan, a correction; and that nothing unapproved ever does, whatever is tried. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { decide } from '../../server/domain/decide.ts';
import type { DocumentDecision, EditionPublished } from '../../server/domain/decision.ts';
import { isTranslatable, type DocumentState } from '../../server/domain/document.ts';
import { blockers, editionOf, livePublication } from '../../server/domain/edition.ts';
import { accepted } from '../../server/domain/errors.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { correctableSegments, correctionOf, publicationOf } from '../../server/domain/publishing.ts';
import { separateTarget } from '../../server/domain/reshape.ts';
import { spansOf } from '../../server/domain/spans.ts';
import {
  aDocument,
  aHead,
  approvalOfAll,
  approvedDecision,
  draftedDecision,
  editedDecision,
  importedDecision,
  joinedDecision,
  publishedDecision,
  reopenedDecision,
  returnedDecision,
  reviewedDecision,
  someSegments,
  someTexts,
  splitSourceDecision,
} from '../support/builders.ts';

const [, first, second] = someSegments.map(({ id }) => id) as [string, string, string];
const ready = aDocument(importedDecision(), ...approvalOfAll(), ...approvalOfAll('ar'));
const live = after(ready, publishedDecision(ready));

function after(document: DocumentState, ...decisions: DocumentDecision[]): DocumentState {
  return decisions.reduce((state, decision) => accepted(decide(state, decision, sha256Short)).next, document);
}

function verdict(document: DocumentState, decision: DocumentDecision): string {
  const outcome = decide(document, decision, sha256Short);
  return outcome.ok ? 'taken' : outcome.code;
}

const described = (locale: Locale, description: string): DocumentDecision => ({
  ...aHead(),
  kind: 'edition.described',
  locale,
  details: { description },
});

/** The paragraph with the link, changed and approved again. */
const mended = [
  editedDecision({ segment: 1, text: 'קראו את <1>הדו״ח</1> המתוקן.' }),
  approvedDecision({ segment: 1 }),
] as const;

describe('a publication of the draft', () => {
  it('freezes the details that stand there and the note that was given', () => {
    const document = after(ready, described('he', 'בקצרה'));
    const published = after(document, { ...publishedDecision(document), note: 'תוקן תאריך' });
    expect(livePublication(published, 'he')).toMatchObject({ details: { description: 'בקצרה' }, note: 'תוקן תאריך' });
    const later = after(published, described('he', 'אחרת'));
    expect(livePublication(later, 'he')).toMatchObject({ details: { description: 'בקצרה' } });
  });

  it.each<[string, Partial<EditionPublished>]>([
    ['details that nobody wrote', { details: { description: 'invented' } }],
    ['another version of the source', { sourceVersion: 2 }],
    ['fewer texts', { targets: publicationOf(ready, 'he').targets.slice(1) }],
    ['another revision', { targets: publicationOf(ready, 'he').targets.map(([id]) => [id, 1] as const) }],
  ])('is not taken with %s', (_, wrong) => {
    expect(verdict(ready, { ...publishedDecision(ready), ...wrong })).toBe('edition.stale');
  });
});

describe('a correction', () => {
  const changed = after(live, ...mended, editedDecision({ segment: 2, text: 'טיוטה' }));
  const correction = (document: DocumentState, corrects: readonly string[]) => {
    const change = correctionOf(document, 'he', corrects);
    if (change === undefined) throw new Error('nothing is live');
    return { ...aHead(), ...change } satisfies DocumentDecision;
  };

  it('gives readers its paragraph and leaves the rest as they have it, whatever the draft says', () => {
    expect(blockers(changed, 'he', sha256Short)).toHaveLength(1);
    expect(correctableSegments(changed, 'he', sha256Short)).toEqual([first]);
    const corrected = after(changed, correction(changed, [first]));
    const revisions = (document: DocumentState) => new Map(livePublication(document, 'he')?.targets);
    expect(livePublication(corrected, 'he')?.n).toBe(2);
    expect([...revisions(corrected)].filter(([id, n]) => revisions(live).get(id) !== n)).toEqual([[first, 4]]);
    expect(correctableSegments(corrected, 'he', sha256Short)).toEqual([]);
  });

  it('keeps the details that readers have', () => {
    const document = after(ready, described('he', 'בקצרה'));
    const draft = after(document, publishedDecision(document), described('he', 'אחרת'), ...mended);
    const corrected = after(draft, correction(draft, [first]));
    expect(livePublication(corrected, 'he')?.details).toEqual({ description: 'בקצרה' });
    expect(verdict(draft, { ...correction(draft, [first]), details: { description: 'אחרת' } })).toBe('edition.stale');
  });

  it('is held back by no plan, and ends none', () => {
    const planned = after(changed, { ...aHead(), kind: 'edition.planned', locales: ['he', 'ar'] });
    expect(after(planned, correction(planned, [first])).plans).toHaveLength(1);
  });

  const joined = after(live, joinedDecision(live));
  const apart = (document: DocumentState): DocumentDecision => {
    const decision = { ...aHead(), kind: 'target.separated', segmentId: first, locale: 'he' } as const;
    return { ...decision, targets: accepted(separateTarget(document, decision)).targets };
  };

  it.each<[string, DocumentState, readonly string[], string]>([
    ['where readers see nothing', after(changed, { ...aHead(), kind: 'edition.withdrawn', locale: 'he' }), [], ''],
    ['of a paragraph that nobody approved', changed, [second], 'edition.blocked'],
    ['of one that readers have', live, [first], 'edition.unchanged'],
    ['of one that is not there', live, ['segment-9999'], 'edition.not-correctable'],
    [
      'after the source was divided anew',
      after(live, splitSourceDecision(live, 10)),
      [first],
      'edition.not-correctable',
    ],
    ['of a paragraph that was joined since', joined, [first], 'edition.not-correctable'],
    ['of one that an earlier one covers since', joined, [second], 'edition.not-correctable'],
    ['of a paragraph that was joined and taken apart', after(joined, apart(joined)), [first], 'taken'],
  ])('%s: %s', (_, document, corrects, code) => {
    if (code === '') expect(correctionOf(document, 'he', corrects)).toBeUndefined();
    else expect(verdict(document, correction(document, corrects))).toBe(code);
  });

  it('does not say that it carries out a plan, nor lists what is not its own', () => {
    const own = correction(changed, [first]);
    expect(verdict(changed, { ...own, plan: aHead().id })).toBe('edition.not-correctable');
    expect(verdict(changed, { ...own, targets: publicationOf(changed, 'he').targets })).toBe('edition.stale');
    const gone = after(changed, { ...aHead(), kind: 'edition.withdrawn', locale: 'he' });
    expect(verdict(gone, own)).toBe('edition.not-published');
  });

  it('is none in the source’s own edition, which has no texts of its own', () => {
    const original = after(ready, publishedDecision(ready, 'en'));
    expect(correctableSegments(original, 'en', sha256Short)).toEqual([]);
    const change = correctionOf(original, 'en', [first]);
    expect(change && verdict(original, { ...aHead(), ...change })).toBe('edition.not-correctable');
  });
});

describe('a plan', () => {
  const plan = { ...aHead(), kind: 'edition.planned', locales: ['he', 'ar'] } as const;
  const later = {
    ...aHead(),
    kind: 'edition.planned',
    locales: ['he'],
    notBefore: '2027-01-01T00:00:00.000Z',
  } as const;
  const held = after(ready, plan);
  const scheduled = after(ready, later);

  it.each<[string, DocumentState, DocumentDecision, string]>([
    ['holds back what a hand publishes', held, publishedDecision(held), 'edition.held'],
    ['is carried out by what names it', held, { ...publishedDecision(held), plan: plan.id }, 'taken'],
    ['not by what names another', held, { ...publishedDecision(held), plan: later.id }, 'edition.held'],
    ['not before its time', scheduled, { ...publishedDecision(scheduled), plan: later.id }, 'edition.held'],
    [
      'but then',
      scheduled,
      { ...publishedDecision(scheduled), plan: later.id, at: '2027-01-01T00:00:00.000Z' },
      'taken',
    ],
    ['is over once it is cancelled', ready, { ...publishedDecision(ready), plan: plan.id }, 'edition.held'],
    ['leaves other editions alone', held, publishedDecision(held, 'en'), 'taken'],
    ['keeps a roll-back waiting', after(live, plan), rollBack(2), 'edition.held'],
    ['is ended first by who withdraws', after(live, plan), withdrawal(), 'edition.held'],
    ['keeps its languages', held, { ...aHead(), kind: 'document.changed', to: ['he'] }, 'document.live'],
    ['keeps its languages, untouched ones too', planOfAr(), changed(['he']), 'document.planned'],
    ['cannot end twice', ready, { ...aHead(), kind: 'edition.plan-ended', planId: plan.id }, 'plan.unknown'],
    ['of a language that is not there', aDocument(importedDecision({ to: ['he'] })), plan, 'locale.unknown'],
    [
      'of one that another names',
      held,
      { ...aHead(), kind: 'edition.planned', locales: ['en', 'ar'] },
      'plan.overlaps',
    ],
    ['of the past', ready, { ...later, notBefore: '2025-01-01T00:00:00.000Z' }, 'plan.passed'],
    ['of what readers have', live, { ...aHead(), kind: 'edition.planned', locales: ['he'] }, 'edition.unchanged'],
    ['of what readers have, for later', live, { ...later, ...aHead() }, 'taken'],
  ])('%s', (_, document, decision, code) => {
    expect(verdict(document, decision)).toBe(code);
  });

  it('ends with the archive', () => {
    const archived = after(held, { ...aHead(), kind: 'document.archived' });
    expect(archived).not.toHaveProperty('plans');
    expect(after(archived, { ...aHead(), kind: 'document.restored' })).not.toHaveProperty('plans');
  });

  function rollBack(to: number): DocumentDecision {
    return { ...aHead(), kind: 'edition.rolled-back', locale: 'he', to };
  }

  function withdrawal(): DocumentDecision {
    return { ...aHead(), kind: 'edition.withdrawn', locale: 'he' };
  }

  function changed(to: readonly Locale[]): DocumentDecision {
    return { ...aHead(), kind: 'document.changed', to };
  }

  function planOfAr(): DocumentState {
    return aDocument(importedDecision(), { ...aHead(), kind: 'edition.planned', locales: ['ar'] });
  }
});

describe('whatever is decided', () => {
  const segment = fc.nat({ max: 2 });
  const ending = fc.constantFrom('', ' שוב', ' <1>');
  const some = fc.uniqueArray(fc.constantFrom(...someSegments.map(({ id }) => id)), { minLength: 1 });
  const revision = fc.integer({ min: 0, max: 6 });
  type Act = (document: DocumentState) => DocumentDecision;
  const act: fc.Arbitrary<Act> = fc.oneof(
    fc.tuple(segment, ending).map(
      ([at, end]): Act =>
        () =>
          editedDecision({ segment: at, text: `${someTexts[at]}${end}` }),
    ),
    segment.map(
      (at): Act =>
        () =>
          draftedDecision({ segment: at }),
    ),
    segment.map(
      (at): Act =>
        () =>
          reviewedDecision({ segment: at }),
    ),
    segment.map(
      (at): Act =>
        () =>
          approvedDecision({ segment: at }),
    ),
    segment.map(
      (at): Act =>
        () =>
          returnedDecision({ segment: at }),
    ),
    segment.map(
      (at): Act =>
        () =>
          reopenedDecision({ segment: at }),
    ),
    fc.constant((document: DocumentState) => joinedDecision(document)),
    fc.constant((document: DocumentState) => splitSourceDecision(document, 10)),
    fc.constant((document: DocumentState) => publishedDecision(document)),
    fc.constant((document: DocumentState) => ({ ...publishedDecision(document), ...planIn(document) })),
    fc.constant((): DocumentDecision => ({ ...aHead(), kind: 'edition.planned', locales: ['he'] })),
    fc.constant((): DocumentDecision => ({ ...aHead(), kind: 'edition.withdrawn', locale: 'he' })),
    fc.nat({ max: 3 }).map((to): Act => () => ({ ...aHead(), kind: 'edition.rolled-back', locale: 'he', to })),
    some.map((corrects): Act => (document) => ({
      ...publishedDecision(document),
      ...correctionOf(document, 'he', corrects),
    })),
    fc.constant((document: DocumentState) => ({
      ...publishedDecision(document),
      ...correctionOf(document, 'he', correctableSegments(document, 'he', sha256Short)),
    })),
    // What no honest caller sends.
    fc
      .tuple(fc.array(fc.tuple(fc.constantFrom(...someSegments.map(({ id }) => id)), revision)), some, fc.boolean())
      .map(([targets, corrects, isCorrection]): Act => (document) => ({
        ...publishedDecision(document),
        targets,
        ...(isCorrection && { corrects }),
      })),
  );

  it('nothing is listed for readers that was not approved, free of errors and of this source when it was first listed', () => {
    let [published, corrected] = [0, 0];
    fc.assert(
      fc.property(fc.boolean(), fc.array(act, { maxLength: 40 }), (isLive, acts) => {
        let document = isLive ? live : ready;
        for (const decision of acts) {
          const outcome = attempt(document, decision);
          if (outcome === undefined) continue;
          const before = editionOf(document, 'he').publications;
          for (const publication of editionOf(outcome.next, 'he').publications.slice(before.length)) {
            published += 1;
            if (outcome.decision.kind === 'edition.published' && outcome.decision.corrects) corrected += 1;
            expect(
              unapprovedIn(
                publication.targets,
                before.flatMap(({ targets }) => targets),
                document,
              ),
            ).toEqual([]);
            expect(publication.targets.length, 'no paragraph is missing').toBeGreaterThan(0);
          }
          document = outcome.next;
        }
      }),
      { numRuns: 2000 },
    );
    expect([published > 50, corrected > 5], `${published} publications, ${corrected} corrections`).toEqual([
      true,
      true,
    ]);
  });

  function attempt(document: DocumentState, act: Act) {
    let decision: DocumentDecision;
    try {
      decision = act(document);
    } catch {
      return undefined; // Nothing can be joined or split there.
    }
    const outcome = decide(document, decision, sha256Short);
    return outcome.ok ? { next: outcome.next, decision } : undefined;
  }

  function planIn({ plans = [] }: DocumentState) {
    return plans[0] && { plan: plans[0].id };
  }

  /** What a publication lists for the first time although it is not approved at that moment. */
  function unapprovedIn(
    listed: EditionPublished['targets'],
    earlier: EditionPublished['targets'],
    document: DocumentState,
  ): EditionPublished['targets'] {
    const known = new Set(earlier.map(String));
    const open = new Set(blockers(document, 'he', sha256Short).map(({ segmentId }) => segmentId));
    const present = new Map(
      spansOf(document, 'he')
        .filter((span) => isTranslatable(span.segment) && !open.has(span.segment.id))
        .map(({ segment: { id }, target }) => [id, target.revision]),
    );
    return listed.filter((one) => !known.has(String(one)) && present.get(one[0]) !== one[1]);
  }
});
