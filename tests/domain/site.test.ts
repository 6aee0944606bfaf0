/** The site: what decisions make of memory, terms and policies, and that many of them stay cheap. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SiteDecision } from '../../server/domain/decision.ts';
import { emptySite, siteAfter, siteObjection, termIn, type SiteState } from '../../server/domain/site.ts';
import type { TermBody } from '../../server/domain/terms/term.ts';
import { aHead } from '../support/builders.ts';

const body = (preferred: string): TermBody => ({
  kind: 'term',
  words: { he: { preferred, forms: [], forbidden: [], matching: 'inflect' } },
});

type Step = readonly [act: 'add' | 'change' | 'remove' | 'import', id: number];

function decisionOf([act, id]: Step): SiteDecision {
  const [termId, term] = [`term-${id}`, body(`${act} ${id}`)];
  if (act === 'import') return { ...aHead(), kind: 'terms.imported', name: 'x', terms: [{ termId, term }] };
  if (act === 'remove') return { ...aHead(), kind: 'term.removed', termId };
  return { ...aHead(), kind: act === 'add' ? 'term.added' : 'term.changed', termId, term };
}

describe('the termbase', () => {
  const step = fc.tuple(fc.constantFrom('add', 'change', 'remove', 'import'), fc.nat({ max: 5 })) as fc.Arbitrary<Step>;

  it('is a list in which no id stands twice, whatever was decided', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const model = new Map<string, string>();
        let site: SiteState = emptySite;
        for (const [act, id] of steps) {
          const decision = decisionOf([act, id]);
          if (siteObjection(site, decision)) continue;
          site = siteAfter(site, decision);
          if (act === 'remove') model.delete(`term-${id}`);
          else model.set(`term-${id}`, `${act} ${id}`);
        }
        expect(new Map(site.terms.map((term) => [term.id, term.words.he?.preferred]))).toEqual(model);
        expect(site.terms).toHaveLength(model.size);
      }),
    );
  });

  it('counts the changes of a term, by whatever way they came', () => {
    const steps: Step[] = [
      ['add', 1],
      ['change', 1],
      ['import', 1],
    ];
    const site = steps.map(decisionOf).reduce(siteAfter, emptySite);
    expect(termIn(site.terms, 'term-1')?.revision).toBe(3);
  });
});
