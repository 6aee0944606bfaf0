/** Checks that ask the termbase: what is missing, forbidden, spelled otherwise, called by several names. */
import { describe, expect, it } from 'vitest';
import { nameInconsistent } from '../../../server/domain/checks/name-inconsistent.ts';
import { checkDocument, checkSegment } from '../../../server/domain/checks/run.ts';
import { termForbidden } from '../../../server/domain/checks/term-forbidden.ts';
import { nameMissing, termKept, termMissing, termVariant } from '../../../server/domain/checks/term-missing.ts';
import { createTermIndex } from '../../../server/domain/terms/term-index.ts';
import { aSubject, describeCheck, expectLawful } from '../../support/check-cases.ts';
import { aTerm } from '../../support/terms.ts';

const terms = createTermIndex([
  aTerm(1, { en: 'government', he: 'ממשלה', ar: 'حكومة' }),
  aTerm(2, {
    en: { preferred: 'hostage', forbidden: ['abductee'] },
    he: { preferred: 'חטוף', forbidden: ['שבוי', 'קורבן חטיפה', 'שב'] },
    ar: { preferred: 'رهينة', forms: ['رهائن'], forbidden: ['أسير', 'أسرى', 'مخطوف'] },
  }),
  aTerm(3, { en: 'prisoner', he: 'אסיר', ar: { preferred: 'أسير', forms: ['أسرى'] } }),
  aTerm(4, { en: 'plan', he: 'תכנית', ar: 'خطة' }),
  aTerm(5, { en: 'Netanyahu', he: { preferred: 'נתניהו', forms: ['ביבי', 'בנימין נתניהו'] } }, { kind: 'person' }),
  aTerm(6, { en: 'Dragoman' }, { isKept: true }),
  aTerm(7, { en: 'cabinet', he: 'קבינט' }),
  aTerm(8, { en: 'cabinet', he: 'ארון' }),
  aTerm(9, { en: 'prime minister', he: 'ראש ממשלה' }),
  aTerm(10, { en: 'minister', he: 'שר' }),
  aTerm(11, { en: 'Knesset' }),
]);

describeCheck(termMissing, [
  { terms, to: 'he', source: 'The government fell.', target: 'השלטון נפל.', marks: [''] },
  { terms, to: 'he', source: 'The government fell.', target: 'ובממשלתם נפל דבר.', marks: [] },
  { terms, to: 'ar', source: 'Governments fell.', target: 'سقطت الحكومات.', marks: [] },
  { terms, to: 'he', from: 'ar', source: 'وحكومته', target: 'השלטון שלו', marks: [''], why: 'from Arabic' },
  { terms, to: 'ar', source: 'hostages', target: 'الرهائن', marks: [], why: 'a listed form' },
  { terms, to: 'he', source: 'the plan', target: 'התוכנית', marks: [], why: 'only spelled otherwise' },
  { terms, to: 'he', source: 'the plan, plans', target: 'הדבר', marks: [''], why: 'once for a term' },
  { terms, to: 'he', source: 'government plan', target: 'דבר', marks: ['', ''], why: 'two terms' },
  { terms, to: 'he', source: 'the cabinet', target: 'הארון', marks: [], why: 'one of two meanings' },
  { terms, to: 'he', source: 'the cabinet', target: 'השולחן', marks: [''], why: 'neither meaning' },
  { terms, to: 'he', source: 'prime minister', target: 'ראש הממשלה', marks: [], why: 'the longer term is meant' },
  { terms, to: 'he', source: 'abductees', target: 'אנשים', marks: [], why: 'a word that the source should not have' },
  { terms, to: 'ar', source: 'Netanyahu and ministers', target: 'كلام', marks: [], why: 'no word in this language' },
  { to: 'he', source: 'The government fell.', target: 'השלטון נפל.', marks: [], why: 'no termbase' },
]);

describeCheck(nameMissing, [
  { terms, to: 'he', source: 'Netanyahu said', target: 'ראש הממשלה אמר', marks: [''] },
  { terms, to: 'he', source: 'Netanyahu’s plan', target: 'תכניתו של ביבי', marks: [] },
  { terms, to: 'he', source: 'The government fell.', target: 'השלטון נפל.', marks: [], why: 'a term, no name' },
]);

describeCheck(termKept, [
  { terms, to: 'he', source: 'Dragoman runs', target: 'תורגמן רץ', marks: [''] },
  { terms, to: 'he', source: 'Dragoman runs', target: 'ה־Dragoman רץ', marks: [] },
  {
    terms,
    to: 'ar',
    source: 'in <1>Dragoman</1>',
    target: 'في <1>Dragoman</1>',
    codes: { 1: { type: 'emphasis' } },
    marks: [],
  },
]);

describeCheck(termVariant, [
  { terms, to: 'he', source: 'the plan', target: 'זו התוכנית.', marks: ['תוכנית'] },
  { terms, to: 'he', source: 'the plan', target: 'זו התכנית.', marks: [] },
  { terms, to: 'he', source: 'nothing', target: 'זו התוכנית.', marks: [], why: 'the source says no such thing' },
]);

describeCheck(termForbidden, [
  { terms, to: 'he', source: 'hostages', target: 'שבוי', marks: ['שבוי'], fixed: 'חטוף' },
  { terms, to: 'he', source: 'hostages', target: 'לשבוי.', marks: ['לשבוי'], fixed: 'לחטוף.' },
  {
    terms,
    to: 'he',
    source: 'hostages',
    target: 'השבויים',
    marks: ['השבויים'],
    fixed: 'השבויים',
    why: 'a form: no fix',
  },
  { terms, to: 'he', source: 'x', target: 'קורבן חטיפה', marks: ['קורבן חטיפה'], fixed: 'חטוף' },
  { terms, to: 'he', source: 'x', target: 'הקורבן חטיפה', marks: ['הקורבן חטיפה'], fixed: 'הקורבן חטיפה' },
  { terms, to: 'he', source: 'x', target: 'מושב', marks: [], why: 'another word' },
  { terms, to: 'he', source: 'x', target: 'בשב', marks: ['בשב'], severity: 'info', why: 'a short rest' },
  { terms, to: 'ar', source: 'hostages', target: 'المخطوف', marks: ['المخطوف'], fixed: 'الرهينة' },
  { terms, to: 'ar', source: 'hostages', target: 'للمخطوف', marks: ['للمخطوف'], fixed: 'للمخطوف' },
  { terms, to: 'ar', source: 'hostages', target: 'الأسرى', marks: ['الأسرى'], why: 'of another thing than the source’s' },
  { terms, to: 'ar', source: 'prisoners', target: 'الأسرى', marks: [] },
  { terms, to: 'ar', source: 'hostages and prisoners', target: 'الرهائن والأسرى', marks: [] },
  { terms, to: 'ar', source: 'people', target: 'الأسرى', marks: [] },
  { terms, to: 'en', source: 'חטוף', target: 'Abductee', marks: ['Abductee'], fixed: 'Hostage' },
  { to: 'he', source: 'x', target: 'שבוי', marks: [] },
]);

describe(nameInconsistent.id, () => {
  const subjects = (...targets: string[]) =>
    targets.map((target, i) => aSubject({ terms, to: 'he', source: 'Netanyahu', target, segmentId: `s${i}` }));
  const rows: Array<[what: string, targets: string[], found: string[]]> = [
    ['several names', ['נתניהו', 'ביבי', 'לנתניהו'], ['s1']],
    ['one name, long and short', ['נתניהו', 'בנימין נתניהו'], []],
    ['one name', ['נתניהו', 'בנתניהו'], []],
    ['no name', ['הוא', 'ביבי'], []],
  ];
  it.each(rows)('%s', (_what, targets, expected) => {
    const found = checkDocument(subjects(...targets), [nameInconsistent]);
    expect(found.map(({ segmentId }) => segmentId)).toEqual(expected);
  });

  it('says which name is here and which elsewhere', () => {
    const written = subjects('נתניהו', 'וביבי', 'נתניהו');
    const found = checkDocument(written, [nameInconsistent]);
    expect(found[0]?.params).toEqual({ found: 'ביבי', other: 'נתניהו' });
    if (written[1]) expectLawful(written[1], found);
  });
});

it('marks each place of a missing term in the source', () => {
  const subject = aSubject({ terms, to: 'he', source: 'plan and plans', target: 'x' });
  const [found] = checkSegment(subject, [termMissing]);
  expect(found?.sourceSpans?.map((span) => subject.source.text.slice(...span))).toEqual(['plan', 'plans']);
  expect(found?.params).toEqual({ source: 'plan', term: 'תכנית' });
});
