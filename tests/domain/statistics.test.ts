/** Numbers read from decisions: who is counted for what, what counts as untouched, and what cannot be said. */
import { describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import type { DocumentDecision } from '../../server/domain/decision.ts';
import { untouched } from '../../server/domain/document.ts';
import { isWithin, summariesBy, summaryOf } from '../../server/domain/statistics-summary.ts';
import { memoryName, numbersOf, type Distances } from '../../server/domain/statistics.ts';
import {
  approvedDecision,
  draftedDecision,
  editedDecision,
  importedDecision,
  restoredDecision,
  returnedDecision,
  reviewedDecision,
} from '../support/builders.ts';

/** The title has 5 words of source, the paragraph after it 6, the next 7. */
const numbers = (...decisions: DocumentDecision[]) => {
  const { outcomes, works } = read(decisions);
  return { outcomes, works };
};
function read(decisions: readonly DocumentDecision[], known?: Distances) {
  const reading = numbersOf([importedDecision(), ...decisions], sha256Short, known);
  for (;;) {
    const { done, value } = reading.next();
    if (done && value) return value;
  }
}

const drafted = draftedDecision({ by: 'machine', text: 'קראו את הדוח' });
const timed = <D extends DocumentDecision>(decision: D, seconds: number) => ({ ...decision, activeMs: seconds * 1000 });

describe('what became of drafts', () => {
  it('a draft that nobody has read is counted nowhere', () => {
    expect(numbers(drafted)).toEqual({ outcomes: [], works: [] });
  });

  it('a draft that is approved as it came is untouched, at no distance', () => {
    const { outcomes } = numbers(drafted, approvedDecision());
    expect(outcomes).toMatchObject([
      {
        ordinal: 1,
        words: 6,
        state: 'approved',
        isUntouched: true,
        distance: { ped: 0 },
        drafted: { provider: 'demo' },
      },
    ]);
  });

  it('an edit is measured from the last draft before it', () => {
    const again = draftedDecision({ by: 'machine', text: 'קראו את הדו״ח הזה' });
    const { outcomes } = numbers(drafted, again, editedDecision({ text: 'קראו את הדו״ח ההוא' }));
    expect(outcomes).toMatchObject([{ isUntouched: false, distance: { ped: 0.25, pedFold: 0.25 } }]);
  });

  it('a text from the memory is counted under its own name, a text without a draft under none', () => {
    const remembered = { ...drafted, origin: { type: 'tm', score: 100 } } as const;
    const { outcomes } = numbers(remembered, reviewedDecision(), editedDecision({ segment: 2, text: 'הוא הלך' }));
    expect(outcomes.map(({ drafted: from, distance }) => [from?.provider, distance?.ped])).toEqual([
      [memoryName, 0],
      [undefined, undefined],
    ]);
  });

  it('what was returned and is not done again is no outcome, though it is somebody’s work', () => {
    const returned = { ...returnedDecision({ by: 'dana' }), categories: ['names', 'style'] as const };
    const { outcomes, works } = numbers(drafted, reviewedDecision({ by: 'noa' }), returned);
    expect(outcomes).toEqual([]);
    expect(works.map(({ by, returns, returnedFor }) => [by, returns, returnedFor])).toEqual([
      ['noa', 0, []],
      ['dana', 1, ['names', 'style']],
    ]);
  });

  it('an undone edit leaves the draft as it came', () => {
    const edited = editedDecision({ text: 'אחר' });
    const before = {
      ...untouched,
      text: drafted.text,
      state: 'translated',
      origin: drafted.origin,
      revision: 3,
    } as const;
    const { outcomes } = numbers(
      drafted,
      edited,
      restoredDecision({ undoes: edited.id, target: before }),
      approvedDecision(),
    );
    expect(outcomes).toMatchObject([{ isUntouched: true }]);
  });
});

describe('a paragraph break that a person sets in a draft', () => {
  const target = { ...untouched, state: 'translated', origin: drafted.origin, revision: 2 } as const;
  const halves = { ...target, text: 'קראו\n\nאת הדוח' };
  const { id, at, segmentId, locale } = editedDecision();
  const split = {
    id,
    at,
    by: 'noa',
    segmentId,
    locale,
    kind: 'target.split',
    offset: 4,
    targets: [[segmentId, halves]],
  };
  /** As decisions come from a file: nothing in them is the same object. */
  const fromJson = (...decisions: unknown[]) =>
    numbers(...decisions.map((one) => JSON.parse(JSON.stringify(one)) as DocumentDecision));

  it('is a change of it, no draft of its own', () => {
    expect(fromJson(drafted, split, approvedDecision()).outcomes).toMatchObject([{ isUntouched: false }]);
  });

  it('and remains one when what came after it is taken back', () => {
    const edited = editedDecision({ text: 'אחר' });
    const undone = restoredDecision({ undoes: edited.id, target: { ...halves, revision: 4 } });
    expect(fromJson(drafted, split, edited, undone, approvedDecision()).outcomes).toMatchObject([
      { isUntouched: false },
    ]);
  });

  it('is gone when it is taken back itself', () => {
    const undone = restoredDecision({ undoes: id, target: { ...target, text: drafted.text, revision: 3 } });
    expect(fromJson(drafted, split, undone, approvedDecision()).outcomes).toMatchObject([{ isUntouched: true }]);
  });
});

describe('distances', () => {
  const decisions = [drafted, editedDecision({ text: 'קראו את הספר' }), approvedDecision()];

  it('are measured once: what an earlier reading knows is taken from it', () => {
    const { distances } = read(decisions);
    const marked = new Map([...distances.keys()].map((key) => [key, { ped: 0.5, pedFold: 0.25 }]));
    expect(read(decisions, marked).outcomes).toMatchObject([{ distance: { ped: 0.5, pedFold: 0.25 } }]);
    expect(distances.size).toBe(1);
  });

  it('are kept of what still counts only', () => {
    const { distances } = read(decisions);
    const changed = read([...decisions, editedDecision({ text: 'קראו' })], distances);
    expect(changed.distances.keys().toArray()).not.toEqual(distances.keys().toArray());
    expect(changed.distances.size).toBe(1);
  });
});

describe('what people did', () => {
  it('the distance is the first person’s, to the text as that person left it', () => {
    const { works } = numbers(
      drafted,
      editedDecision({ by: 'noa', text: 'קראו את הספר' }),
      editedDecision({ by: 'dana', text: 'עיינו נא בספר' }),
      approvedDecision({ by: 'dana' }),
    );
    expect(works.map(({ by, isEdited, distance }) => [by, isEdited, distance?.ped])).toEqual([
      ['noa', true, 1 / 3],
      ['dana', true, undefined],
    ]);
  });

  it('time is summed by person, and stays with the outcome', () => {
    const { works, outcomes } = numbers(
      drafted,
      timed(editedDecision({ by: 'noa', text: 'א' }), 40),
      timed(editedDecision({ by: 'noa', text: 'ב' }), 20),
      timed(approvedDecision({ by: 'dana' }), 5),
    );
    expect(works.map(({ by, activeMs }) => [by, activeMs])).toEqual([
      ['noa', 60_000],
      ['dana', 5000],
    ]);
    expect(outcomes[0]?.activeMs).toBe(65_000);
  });
});

describe('sums', () => {
  const { outcomes, works } = numbers(
    drafted,
    timed(approvedDecision({ by: 'noa' }), 72),
    draftedDecision({ segment: 2, by: 'machine', text: 'א ב ג ד' }),
    editedDecision({ segment: 2, by: 'dana', text: 'א ב ג ה' }),
    editedDecision({ segment: 0, by: 'dana', text: 'כותרת' }),
  );

  it('weigh by the words of the source, over drafts only', () => {
    const { segments, words, drafted: ofDrafts, untouchedShare, ped } = summaryOf(outcomes);
    expect({ segments, words, ofDrafts }).toEqual({ segments: 3, words: 18, ofDrafts: { segments: 2, words: 13 } });
    expect([untouchedShare, ped]).toEqual([6 / 13, (7 * 0.25) / 13]);
  });

  it('tell a speed only of what was measured, and long enough', () => {
    expect(summaryOf(outcomes)).toMatchObject({ timedWords: 6, activeMs: 72_000, wordsPerHour: 300 });
    expect(summaryOf(outcomes.filter(({ ordinal }) => ordinal === 2)).wordsPerHour).toBeUndefined();
  });

  it('of nothing say nothing', () => {
    const { untouchedShare, ped, wordsPerHour, ...sums } = summaryOf([]);
    expect([untouchedShare, ped, wordsPerHour]).toEqual([undefined, undefined, undefined]);
    expect(sums).toMatchObject({ segments: 0, words: 0 });
  });

  it('stand by name, the most words first; what has no name is left out', () => {
    expect(summariesBy(works, ({ by }) => by).map(({ name, words }) => [name, words])).toEqual([
      ['dana', 12],
      ['noa', 6],
    ]);
    expect(summariesBy(outcomes, (one) => one.drafted?.provider).map(({ name }) => name)).toEqual(['demo']);
  });

  it('of a period hold what was last decided on its days, the first and the last among them', () => {
    const at = { at: '2026-01-02T23:59:59.999Z' };
    expect([{}, { from: '2026-01-02' }, { to: '2026-01-02' }].map((period) => isWithin(period, at))).toEqual([
      true,
      true,
      true,
    ]);
    expect([{ from: '2026-01-03' }, { to: '2026-01-01' }].map((period) => isWithin(period, at))).toEqual([
      false,
      false,
    ]);
  });
});
