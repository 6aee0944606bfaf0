/** What checks find as the desk tells it: what weighs most first, style only counted, what is let stand apart. */
import { describe, expect, it } from 'vitest';
import { noTerms } from '../../client/review/checks/check-now.ts';
import { deskTerms } from '../../client/review/terms/desk-terms.ts';
import { draftedTerm, isWhole, type TermDraft } from '../../client/review/terms/term-draft.ts';
import { errorsOf, findingsIn, isBeside } from '../../client/review/findings.ts';
import type { Finding } from '../../server/domain/checks/check.ts';
import { plain } from '../../server/domain/content.ts';
import type { Dismissal } from '../../server/domain/document.ts';
import { defaultPolicies } from '../../server/domain/policy.ts';
import type { Term } from '../../server/domain/terms/term.ts';

const input = {
  segmentId: 's',
  from: 'en',
  to: 'he',
  source: plain('The committee'),
  target: 'של של של',
  policy: defaultPolicies.he,
} as const;
const words = (key: string): string => key;

function found(check: string, severity: Finding['severity'], ...spans: Finding['spans']): Finding {
  return { check, severity, segmentId: 's', spans };
}

function seen(findings: readonly Finding[], dismissals: readonly Dismissal[] = []) {
  return findingsIn({ input, findings, terms: noTerms }, dismissals, words);
}

describe('findings', () => {
  it('stand by weight, then in the order of the text, those without a place last, each with an id of its own', () => {
    const { open, style } = seen([
      found('dup.word', 'warning', [3, 8]),
      found('quote.wrong-lang', 'style', [0, 1]),
      found('dup.word', 'warning', [0, 5]),
      found('term.missing', 'warning'),
      found('len.ratio', 'info', [0, 1]),
      found('code.missing', 'error'),
      found('num.transposed', 'error', [6, 8]),
    ]);
    expect(open.map(({ check, spans }) => [check, ...spans])).toEqual([
      ['num.transposed', [6, 8]],
      ['code.missing'],
      ['dup.word', [0, 5]],
      ['dup.word', [3, 8]],
      ['term.missing'],
      ['len.ratio', [0, 1]],
    ]);
    expect(new Set(open.map(({ id }) => id)).size).toBe(6);
    expect(style).toBe(1);
    expect(open.filter(isBeside).map(({ check }) => check)).not.toContain('len.ratio');
  });

  it('are let stand by the text that they mark; an error only for a reason', () => {
    const common = { segmentId: 's', locale: 'he', marked: 'של', by: 'noa', at: '' } as const;
    const dismissals = [
      { ...common, check: 'a' },
      { ...common, check: 'b' },
    ];
    const { open, dismissed } = seen([found('a', 'warning', [0, 2]), found('b', 'error', [0, 2])], dismissals);
    expect([open.map(({ check }) => check), dismissed.map(({ check }) => check)]).toEqual([['b'], ['a']]);
    expect(errorsOf({ open })).toHaveLength(1);
  });
});

describe('terms', () => {
  const wording = (preferred: string) => ({ preferred, forms: [], forbidden: ['מועצה'], matching: 'inflect' }) as const;
  const term: Term = {
    id: 't',
    kind: 'term',
    revision: 1,
    at: '',
    by: 'noa',
    words: { en: wording('committee'), he: wording('ועדה') },
  };
  const hit = { term, isForbidden: false, wording: 'committee', level: 4, span: [4, 13] } as const;

  it('are said once, however often the source names them', () => {
    const [one, ...others] = deskTerms({ input, findings: [], terms: { inSource: [hit, hit], said: ['t'] } });
    expect(others).toEqual([]);
    expect(one).toMatchObject({ inSource: 'committee', rendering: 'ועדה', forbidden: ['מועצה'], isSaid: true });
    expect(one?.spans).toHaveLength(2);
  });

  it('that are kept are put in as the source has them', () => {
    const kept = { ...hit, term: { ...term, isKept: true } } as const;
    const [one] = deskTerms({ input, findings: [], terms: { inSource: [kept], said: [] } });
    expect(one).toMatchObject({ rendering: 'committee', isSaid: false });
  });

  it('are added with both words, or with the one that is kept', () => {
    const draft: TermDraft = {
      source: ' IDF ',
      target: '',
      kind: 'organisation',
      isKept: false,
      isHere: false,
      note: '',
    };
    expect([isWhole(draft), isWhole({ ...draft, isKept: true }), isWhole({ ...draft, target: 'צה״ל' })]).toEqual([
      false,
      true,
      true,
    ]);
    const place = { from: 'en', locale: 'he', documentId: 'd' } as const;
    expect(draftedTerm({ ...draft, isKept: true, isHere: true }, place)).toEqual({
      kind: 'organisation',
      words: { en: { preferred: 'IDF', forms: [], forbidden: [], matching: 'exact' } },
      isKept: true,
      documentId: 'd',
    });
  });
});
