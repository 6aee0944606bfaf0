/** The checks that every language shares, as tables: what each marks, what it lets stand, and what its fix makes of it. */
import { describe, expect, it } from 'vitest';
import { bracketsNote } from '../../../server/domain/checks/brackets-note.ts';
import { bracketCount, bracketVisual } from '../../../server/domain/checks/brackets.ts';
import { codeDoubled, codeEmpty, codeMissing, codeUnpaired } from '../../../server/domain/checks/codes.ts';
import { dupWord } from '../../../server/domain/checks/dup-word.ts';
import { inconsistent } from '../../../server/domain/checks/inconsistent.ts';
import { latinNeutralEdge } from '../../../server/domain/checks/latin-neutral-edge.ts';
import { lenRatio, sentenceCount } from '../../../server/domain/checks/length.ts';
import { punctDoubled } from '../../../server/domain/checks/punct-doubled.ts';
import { punctEnd } from '../../../server/domain/checks/punct-end.ts';
import { checkDocument, checkSegment } from '../../../server/domain/checks/run.ts';
import { sourceSame, untranslated } from '../../../server/domain/checks/source-same.ts';
import { spaceAfterPrefix } from '../../../server/domain/checks/space-after-prefix.ts';
import { spacePunct } from '../../../server/domain/checks/space-punct.ts';
import { spaceDouble, spaceEdge, spaceNbsp } from '../../../server/domain/checks/spaces.ts';
import { blank, mtUntouched } from '../../../server/domain/checks/untouched.ts';
import { url } from '../../../server/domain/checks/url.ts';
import type { Codes } from '../../../server/domain/content.ts';
import { createTermIndex } from '../../../server/domain/terms/term-index.ts';
import type { Term } from '../../../server/domain/terms/term.ts';
import { aSubject, describeCheck, findingsOf } from '../../support/check-cases.ts';

const codes: Codes = { 1: { type: 'link', href: 'https://x.org' }, 2: { type: 'footnote', label: '1' } };

describeCheck(blank, [
  { to: 'he', source: 'A house.', target: '', marks: [''] },
  { to: 'he', source: 'A house.', target: ' \u00A0\u200E', marks: [''] },
  { why: 'codes are no text', to: 'ar', source: '<1>A</1>', target: '<1></1>', codes, marks: [''] },
  { to: 'ar', source: '', target: '', marks: [] },
  { to: 'ar', source: '<2/>', target: '<2/>', codes, marks: [] },
  { why: 'nobody has begun', to: 'he', source: 'A house.', target: '', state: 'untranslated', marks: [] },
]);

describeCheck(sourceSame, [
  { to: 'he', source: 'They demolished the school.', target: 'They demolished the school.', marks: [''] },
  { to: 'ar', source: ' a b c ', target: 'a b c', marks: [''] },
  { why: 'a name', to: 'he', source: 'Al Jazeera', target: 'Al Jazeera', marks: [] },
  { why: 'numbers', to: 'he', source: '1 2 3 4', target: '1 2 3 4', marks: [] },
  { why: 'an address', to: 'he', source: 'https://a.b/c/d/e', target: 'https://a.b/c/d/e', marks: [] },
  { why: 'one language', to: 'en', from: 'en', source: 'a b c d', target: 'a b c d', marks: [] },
]);

describeCheck(untranslated, [
  { to: 'he', source: 'x', target: 'the school in the village נהרס', marks: [''] },
  { to: 'ar', source: 'x', target: 'قال the committee of the United Nations', marks: [''] },
  { why: 'a name in it', to: 'he', source: 'x', target: 'הוא עבד במשך שנים רבות ב־New York Times', marks: [] },
  { why: 'fewer than five words', to: 'he', source: 'x', target: 'The New York Times', marks: [] },
  {
    why: 'an address',
    to: 'he',
    source: 'x',
    target: 'ראו כאן https://example.org/some/long/address/of/a/page',
    marks: [],
  },
  { why: 'a copy is the other check’s', to: 'he', source: 'a b c d e f', target: 'a b c d e f', marks: [] },
  { why: 'four words', to: 'he', source: 'x', target: 'הוא גר ב־New York.', marks: [] },
]);

describe('terms that the house keeps', () => {
  const kept: Term = {
    id: 'term-0000001',
    kind: 'organisation',
    words: { en: { preferred: 'New York Times Magazine Company', forms: [], forbidden: [], matching: 'exact' } },
    isKept: true,
    revision: 1,
    at: '2026-01-01T00:00:00.000Z',
    by: 'dana',
  };
  const terms = createTermIndex([kept]);
  const name = 'New York Times Magazine Company';

  it.each([
    ['are no copy', sourceSame, name, name],
    ['are no untranslated text', untranslated, name, `חברת ${name}`],
  ])('%s', (_, check, source, target) => {
    const subject = aSubject({ to: 'he', source, target });
    expect(checkSegment(subject, [check])).toHaveLength(1);
    expect(checkSegment({ ...subject, terms }, [check])).toEqual([]);
  });
});

describeCheck(codeMissing, [
  { to: 'he', source: '<1>a</1> b<2/>', target: '<1>א</1> ב', codes, marks: [''] },
  { to: 'he', source: '<1>a</1> b<2/>', target: '<1>א</1> ב<2/>', codes, marks: [] },
  { why: 'no code at all', to: 'he', source: 'a', target: '<1>א', marks: [] },
]);
describeCheck(codeDoubled, [
  { to: 'ar', source: '<1>a</1> b<2/>', target: '<1>ا</1> ب<2/><2/>', codes, marks: ['<2/>|<2/>'] },
]);
describeCheck(codeUnpaired, [
  { to: 'ar', source: '<1>a</1> b<2/>', target: '<1>ا ب<2/>', codes, marks: ['<1>'] },
  { to: 'ar', source: '<1>a</1> b<2/>', target: '</1>ا<1> ب<2/>', codes, marks: ['</1>|<1>'] },
]);

describeCheck(codeEmpty, [
  { to: 'he', source: '<1>a</1> b', target: 'א ב<1></1>', codes, marks: ['<1></1>'] },
  {
    why: 'nothing to be seen',
    to: 'ar',
    source: '<1>a</1>',
    target: 'ا<1> \u200F</1>',
    codes,
    marks: ['<1> \u200F</1>'],
  },
  { why: 'a word', to: 'he', source: '<1>a</1> b', target: '<1>א</1> ב', codes, marks: [] },
  { why: 'a footnote', to: 'he', source: '<1>a<2/></1> b', target: 'ב <1><2/></1>', codes, marks: [] },
  { why: 'empty in the source', to: 'he', source: 'b <1></1>', target: 'ב <1></1>', codes, marks: [] },
  { why: 'never closed', to: 'he', source: '<1>a</1>', target: 'א <1>', codes, marks: [] },
]);

it('code.missing marks in the source what is missing', () => {
  const pair = { to: 'he', source: '<1>a</1> b<2/>', target: 'א ב<2/>', codes } as const;
  expect(findingsOf(codeMissing, pair)).toMatchObject([
    {
      sourceSpans: [
        [0, 3],
        [4, 8],
      ],
      params: { number: '1' },
    },
  ]);
});

describeCheck(url, [
  { to: 'he', source: 'See https://x.org/a.', target: 'ראו https://x.org/a.', marks: [] },
  { why: 'missing', to: 'he', source: 'See https://x.org/a.', target: 'ראו כאן.', marks: [''] },
  { why: 'another', to: 'he', source: 'See https://x.org/a', target: 'ראו https://x.org/b', marks: [''] },
  {
    why: 'a mark inside',
    to: 'ar',
    source: 'See https://x.org/a.',
    target: 'انظر https://x.org/\u200Fa.',
    marks: ['https://x.org/\u200Fa'],
    fixed: 'انظر https://x.org/a.',
  },
  {
    why: 'it has swallowed the stop and the next word',
    to: 'he',
    source: 'See https://x.org. He',
    target: 'ראו https://x.org.והוא',
    marks: ['https://x.org.והוא'],
  },
  { why: 'an e-mail', to: 'he', source: 'dana@x.org', target: 'dana@y.org', marks: [''] },
  { why: 'one more', to: 'he', source: 'See', target: 'ראו https://x.org', marks: [] },
  {
    why: 'twice there, once here',
    to: 'he',
    source: 'https://x.org https://x.org',
    target: 'https://x.org',
    marks: [''],
  },
  {
    why: 'no source, a mark inside',
    to: 'he',
    target: 'ראו www.x\u200E.org',
    marks: ['www.x\u200E.org'],
    fixed: 'ראו www.x.org',
  },
]);

describeCheck(sentenceCount, [
  { to: 'he', source: 'One is here. Two is here. Three is here.', target: 'הכול כאן.', marks: [''] },
  { to: 'ar', source: 'One is here. Two is here.', target: 'كل شيء هنا.', marks: [] },
  { why: 'added', to: 'ar', source: 'All is here.', target: 'هنا واحد. هنا اثنان. هنا ثلاثة.', marks: [''] },
  { why: 'no source', to: 'he', target: 'זה כאן. וזה כאן. וגם זה כאן.', marks: [] },
  {
    why: 'one of three is lost, and so is its length',
    to: 'he',
    source: 'The strike began. The police came. Nobody was hurt.',
    target: 'השביתה החלה. איש לא נפגע.',
    marks: [''],
  },
  {
    why: 'two are one, as long as they were',
    to: 'he',
    source: 'The strike began. The police came. Nobody was hurt.',
    target: 'השביתה החלה והמשטרה הגיעה למקום. איש לא נפגע.',
    marks: [],
  },
  {
    why: 'one too many is how people part them',
    to: 'ar',
    source: 'The strike began at the factory in the morning.',
    target: 'بدأ الإضراب في المصنع في الصباح الباكر من ذلك اليوم. ثم وصلت الشرطة إلى المكان.',
    marks: [],
  },
]);

describe('len.ratio', () => {
  it.each<[string, 'en' | 'he' | 'ar', 'en' | 'he' | 'ar', number, number, 'info' | 'warning' | undefined]>([
    ['a short source says nothing', 'en', 'he', 39, 4, undefined],
    ['unless most of it is lost', 'en', 'he', 40, 10, 'warning'],
    ['a third of what is usual', 'en', 'ar', 100, 28, 'info'],
    ['less than that', 'en', 'ar', 100, 27, 'warning'],
    ['three times as much', 'en', 'he', 50, 121, 'warning'],
    ['one text twice, the other way', 'he', 'en', 50, 188, 'warning'],
    ['short ones differ a lot', 'he', 'en', 50, 180, undefined],
    ['half of it is not much in Hebrew', 'en', 'he', 100, 46, undefined],
    ['and too little in Arabic', 'en', 'ar', 100, 50, 'info'],
    ['twice as much', 'en', 'he', 100, 130, 'info'],
    ['a long text has narrower bands', 'en', 'he', 200, 112, undefined],
    ['and a wider one for warnings', 'en', 'he', 200, 240, 'info'],
    ['beyond it', 'en', 'he', 200, 261, 'warning'],
    ['or below', 'en', 'ar', 200, 89, 'warning'],
    ['the other way, the reciprocals', 'he', 'en', 200, 360, undefined],
    ['beyond which', 'he', 'en', 200, 370, 'info'],
    ['below which', 'he', 'en', 200, 150, 'warning'],
    ['through English', 'he', 'ar', 200, 210, undefined],
    ['and beyond', 'he', 'ar', 200, 320, 'info'],
    ['one language is none', 'en', 'en', 200, 20, undefined],
  ])('%s: %s→%s %i → %i is %s', (_, from, to, wanted, found, severity) => {
    const pair = { from, to, source: 'x'.repeat(wanted), target: 'x'.repeat(found) };
    expect(findingsOf(lenRatio, pair).map((one) => one.severity)).toEqual(severity === undefined ? [] : [severity]);
  });

  it('counts neither points nor codes', () => {
    const target = `<1>${'הָ'.repeat(80)}</1>`;
    expect(findingsOf(lenRatio, { to: 'he', source: `<1>${'x'.repeat(100)}</1>`, target, codes })).toEqual([]);
  });
});

describeCheck(bracketsNote, [
  { to: 'he', source: '“Hasbara” [propaganda, TN] seeks', target: 'ההסברה מבקשת', marks: [''] },
  { to: 'he', source: '[…] This [MK] is', target: '[…] זה', marks: [''] },
  { to: 'ar', source: 'This', target: 'هذا [كذا]', marks: ['[كذا]'] },
  { to: 'ar', source: '[…] This', target: '[…] هذا', marks: [] },
  { why: 'no source', to: 'ar', target: '[…] هذا', marks: [] },
]);

describeCheck(mtUntouched, [
  { to: 'he', target: 'א', state: 'approved', origin: { type: 'mt', provider: 'demo', model: 'demo' }, marks: [''] },
  { to: 'he', target: 'א', state: 'translated', origin: { type: 'mt', provider: 'demo', model: 'demo' }, marks: [] },
  { to: 'he', target: 'א', state: 'approved', origin: { type: 'human', by: 'dana' }, marks: [] },
]);

describe('inconsistent', () => {
  const found = (...pairs: Array<readonly [source: string, target: string]>) =>
    checkDocument(
      pairs.map(([source, target], i) => aSubject({ to: 'he', source, target, segmentId: `s${i}` })),
      [inconsistent],
    ).map(({ segmentId, severity, params }) => `${segmentId} ${severity} ${params?.['other']}`);

  it('tells all where no translation prevails, and the others where one does', () => {
    expect(found(['They went home.', 'הלכו.'], ['They went home.', 'שבו.'])).toEqual([
      's0 warning שבו.',
      's1 warning הלכו.',
    ]);
    expect(found(['They went home.', 'א'], ['They went home.', 'ב'], ['They went home.', 'א'])).toEqual([
      's1 warning א',
    ]);
  });

  it('takes sources for one that differ in case and marks alone, and targets in what no reader sees', () => {
    expect(found(['“They” went home.', 'הלכו הביתה'], ['"they" went  home.', 'שבו'])).toHaveLength(2);
    expect(found(['They went home.', 'צה״ל  הלך'], ['They went home.', 'צה"ל הלך'])).toEqual([]);
  });

  it('only remarks on a word or two, and says nothing of numbers and missing sources', () => {
    expect(found(['Yes', 'כן'], ['Yes', 'אכן'])).toEqual(['s0 info אכן', 's1 info כן']);
    expect(found(['7.10', '7 באוקטובר'], ['7.10', '7.10'], ['', 'א'], ['', 'ב'])).toEqual([]);
  });
});

describeCheck(dupWord, [
  { to: 'he', target: 'של של הממשלה', marks: ['של של'], fixed: 'של הממשלה' },
  { why: 'three', to: 'he', target: 'את את את הבית', marks: ['את את את'], fixed: 'את הבית' },
  { why: 'points', to: 'he', target: 'הוא הָלַךְ הלך', marks: ['הָלַךְ הלך'] },
  { why: 'case', to: 'en', target: 'The the house', marks: ['The the'], fixed: 'The house' },
  { to: 'ar', target: 'في في غزة', marks: ['في في'] },
  { why: 'hamza', to: 'ar', target: 'أن ان', marks: ['أن ان'] },
  { why: 'two words', to: 'ar', target: 'على علي', marks: [] },
  { why: 'meant so', to: 'he', target: 'יום יום, אט אט, כן כן', marks: [] },
  { to: 'ar', target: 'رويدًا رويدًا شيئًا فشيئًا', marks: [] },
  { why: 'at long last', to: 'he', target: 'סוף סוף', marks: [] },
  { why: 'punctuation', to: 'he', target: 'לא ידע. ידע', marks: [] },
  { why: 'numbers', to: 'en', target: '7 7', marks: [] },
  { why: 'a code between', to: 'he', target: 'של <1>של</1> הבית', source: 'a <1>b</1>', codes, marks: ['של <1>של'] },
  { why: 'a footnote between', to: 'he', target: 'בית<2/> בית', source: 'a<2/>', codes, marks: [] },
  {
    why: 'in the source too',
    to: 'he',
    source: 'near Pago Pago',
    target: 'ליד פאגו פאגו',
    severity: 'info',
    marks: ['פאגו פאגו'],
  },
  { why: 'part of a compound', to: 'he', source: 'x', target: 'הוא נסע אל אל־עריש', marks: [] },
  {
    why: 'part of a compound',
    to: 'en',
    from: 'he',
    source: 'x',
    target: 'the pre-war war and the well-to-do do',
    marks: [],
  },
  { why: 'than who', to: 'ar', source: 'x', target: 'أكثر من مَن رحل', marks: [] },
  { why: 'a name', to: 'ar', source: 'x', target: 'بطرس بطرس غالي', marks: [] },
]);

describeCheck(spaceAfterPrefix, [
  { to: 'he', target: 'ה ממשלה', marks: ['ה '], fixed: 'הממשלה' },
  { to: 'he', target: 'קרה ב 7 באוקטובר', marks: ['ב '], fixed: 'קרה ב־7 באוקטובר' },
  { to: 'he', target: 'ה IDF', policy: { maqaf: 'hyphen' }, marks: ['ה '], fixed: 'ה-IDF' },
  { to: 'he', target: 'ל "הארץ"', marks: ['ל '], fixed: 'ל־"הארץ"' },
  { to: 'he', target: 'הממשלה', marks: [] },
  { to: 'he', target: 'כיתה ב׳', marks: [] },
  { why: 'a label', to: 'he', target: 'קבוצה ב ניצחה', marks: [] },
  { why: 'the alphabet', to: 'he', target: 'א ב ג', marks: [] },
  { why: 'a list', to: 'he', target: 'ה. ממשלה', marks: [] },
  { why: 'the end of an acronym', to: 'he', source: 'x', target: 'צה"ל תקף; ח"כ טיבי, מנכ"ל החברה', marks: [] },
  { why: 'several letters', to: 'he', source: 'x', target: 'כשה ממשלה נפלה', marks: ['כשה '], fixed: 'כשהממשלה נפלה' },
  { why: 'labels', to: 'he', source: 'x', target: 'יום ב הבא, שטח ב הוא, מסלול ה יתחיל', marks: [] },
]);

describeCheck(bracketVisual, [
  { to: 'he', target: 'הבית )2023( נהרס', marks: [')|('], fixed: 'הבית (2023) נהרס' },
  { to: 'ar', target: ')2023(', marks: [')|('], fixed: '(2023)' },
  { to: 'he', target: 'הבית (2023) נהרס', marks: [] },
  { why: 'a list, then a bracket', to: 'he', target: '1) בית (קטן', marks: [] },
  { why: 'around all of it', to: 'he', source: 'x', target: ') כן (', marks: [')|('], fixed: '( כן )' },
]);

describeCheck(bracketCount, [
  { to: 'he', target: 'הבית (2023 נהרס', marks: ['('] },
  { to: 'ar', target: 'هدم 2023) البيت', marks: [')'] },
  { to: 'ar', target: 'هدم عام ألفين) البيت', marks: [')'] },
  { why: 'crossing', to: 'en', target: '([)]', marks: ['(', ')'] },
  { why: 'signs of a list', to: 'he', target: '1) בית, א) עץ, iv) גן', marks: [] },
  { why: 'the other check’s', to: 'he', target: 'הבית )2023( נהרס', marks: [] },
  { why: 'a pair lost', to: 'he', source: 'a (b)', target: 'א', severity: 'info', marks: [''] },
  { why: 'in the source too', to: 'he', source: 'a (b', target: 'א (ב', severity: 'info', marks: ['('] },
  { why: 'a smile', to: 'he', source: 'x', target: 'כן :) לא ;-)', marks: [] },
  { why: 'the sign of a list', to: 'ar', source: 'x', target: 'هـ) الخامس', marks: [] },
]);

it.each([
  ['Is it over?', 'זה נגמר.', '?', '.'],
  ['It is over.', 'זה נגמר', '.', 'נגמר'],
])('both ends are told: %s → %s', (source, target, wanted, there) => {
  const [found] = findingsOf(punctEnd, { to: 'he', source, target });
  expect(found?.params).toEqual({ source: wanted, target: there });
});

it.each([
  ['בוקר ,ערב', 'בוקר ,ערב', 'בוקר, ערב'],
  ['בוקר , ערב', 'בוקר ,', 'בוקר,'],
  ['משלהן.אחד', 'משלהן.אחד', 'משלהן. אחד'],
  ['( 20 )', '( 20', '(20'],
])('the space that is meant is seen: %s', (target, found, proposed) => {
  expect(findingsOf(spacePunct, { to: 'he', target })[0]?.params).toEqual({ found, proposed });
});

describeCheck(punctEnd, [
  { why: 'an acronym, or an end', to: 'he', source: 'He spoke at the U.N.', target: 'הוא נאם באו״ם', marks: [] },
  { why: 'its own stop', to: 'en', source: 'הוא נאם באו״ם', target: 'He spoke at the U.N.', marks: [] },
  { to: 'he', source: 'He spoke at the U.N.?', target: 'הוא נאם באו״ם', marks: [''] },
  { to: 'ar', source: 'Is it over?', target: 'هل انتهت الحرب؟', marks: [] },
  { to: 'he', source: 'Is it over?', target: 'זה נגמר.', marks: ['.'] },
  { to: 'he', source: 'It is over.', target: 'זה נגמר', marks: [''] },
  { to: 'he', source: 'He said, “yes.”', target: 'הוא אמר "כן".', marks: [] },
  { why: 'marks after it', to: 'he', source: 'C++.', target: 'C++\u200E.\u200F', marks: [] },
  { why: 'a footnote after it', to: 'he', source: 'Over.<2/>', target: 'נגמר<2/>.', codes, marks: [] },
  { to: 'ar', source: 'that is death…', target: 'هذا موت...', marks: [] },
  {
    why: 'a pause for a pause',
    to: 'ar',
    source: 'that is death…',
    target: 'هذا موت.',
    severity: 'info',
    marks: ['.'],
  },
  { why: 'a heading', to: 'he', source: 'A house.', target: 'בית', kind: 'heading', marks: [] },
  { why: 'a heading that asks', to: 'he', source: 'A house?', target: 'בית', kind: 'heading', marks: [''] },
  { to: 'he', source: 'Over?!', target: 'נגמר!', marks: ['!'] },
  { why: 'no source', to: 'he', target: 'נגמר?', marks: [] },
]);

describeCheck(punctDoubled, [
  { to: 'he', source: 'Great!', target: 'נהדר!!', marks: ['!!'], fixed: 'נהדר!' },
  { to: 'ar', source: 'Why?', target: 'لماذا؟؟', marks: ['؟؟'], fixed: 'لماذا؟' },
  { why: 'as in the source', to: 'he', source: 'Great!!', target: 'נהדר!!', marks: [] },
  { why: 'three are meant', to: 'he', source: 'Great!', target: 'נהדר!!!', marks: [] },
]);

describeCheck(spacePunct, [
  { to: 'en', target: '( 20.10 )', marks: ['( ', ' )'], fixed: '(20.10)' },
  { to: 'ar', target: 'كلمة ، وأخرى', marks: [' ،'], fixed: 'كلمة، وأخرى' },
  { to: 'he', target: 'בוקר ,ערב', marks: [' ,'], fixed: 'בוקר, ערב' },
  { to: 'ar', target: 'الوقت،أصبحت', marks: ['،'], fixed: 'الوقت، أصبحت' },
  { to: 'he', target: 'משלהן.אחד', marks: ['.'], fixed: 'משלהן. אחד' },
  { to: 'en', target: 'the end.The house', marks: ['.'], fixed: 'the end. The house' },
  { to: 'ar', target: '« حزب »', marks: ['« ', ' »'], fixed: '«حزب»' },
  { why: 'a code before it is no space', to: 'he', source: '<2/>', target: 'בית<2/>, עץ', codes, marks: [] },
  { to: 'en', target: '12:30, 1,5, 11–16, (a), "b".', marks: [] },
  { to: 'ar', target: 'الساعة ١٢:٣٠ مساءً', marks: [] },
  { to: 'he', target: 'הוא… כן, ואז ... לא . . . סוף', marks: [] },
  { to: 'he', target: 'א.ב. יהושע, מורים.ות, ynet.co.il, .NET', marks: [] },
  { to: 'en', target: 'U.S.A, e.g. this :) and word(s)', marks: [] },
  { to: 'en', target: 'https://a.b/(x) and a@b.org', marks: [] },
  { to: 'en', target: 'Price : 5', marks: [' :'], fixed: 'Price: 5' },
  { why: 'a score', to: 'en', target: 'won 3 : 2 at home', marks: [] },
  { why: 'German marks', to: 'en', target: 'said »yes« to', marks: [] },
  { why: 'in the source too', to: 'he', source: '( 20.10 )', target: '( 20.10)', severity: 'info', marks: ['( '] },
  { to: 'he', source: 'x', target: 'הוא אמר :כן', marks: [' :'], fixed: 'הוא אמר: כן' },
  { to: 'ar', source: 'x', target: 'في غزة .القدس', marks: [' .'], fixed: 'في غزة. القدس' },
  { why: 'gender', to: 'he', source: 'x', target: 'אזרחים.יות', marks: [] },
  {
    why: 'brackets typed by their looks are another check’s',
    to: 'he',
    source: 'x',
    target: 'הוא )כן( אמר',
    marks: [],
  },
]);

describeCheck(spaceDouble, [
  { to: 'he', target: 'בית  קטן', marks: ['  '], fixed: 'בית קטן' },
  { to: 'he', target: ' בית קטן ', marks: [] },
]);

describeCheck(spaceEdge, [
  { to: 'ar', target: ' بيت\t ', marks: [' ', '\t '], fixed: 'بيت' },
  { to: 'ar', target: 'بيت صغير', marks: [] },
]);

describeCheck(spaceNbsp, [
  { to: 'en', target: 'November 26.\u00A0', marks: ['\u00A0'], fixed: 'November 26.' },
  { to: 'he', target: 'בית\u00A0קטן', marks: ['\u00A0'], fixed: 'בית קטן' },
  { to: 'en', target: '14\u00A0% of 5\u202Fkm in 11\u00A0400', marks: [] },
  { to: 'he', target: 'א.\u00A0ב.\u00A0יהושע כתב ב\u00A07', marks: [] },
  { to: 'he', target: 'בית\u00A0– עץ', marks: [] },
  { why: 'the source has one', to: 'he', source: 'a\u00A0house', target: 'בית\u00A0קטן', marks: [] },
]);

describeCheck(latinNeutralEdge, [
  { to: 'he', target: 'השפה היא C++.', marks: ['++'], fixed: 'השפה היא C++\u200E.' },
  { to: 'ar', target: 'لغة C# جيدة', marks: ['#'], fixed: 'لغة C#\u200E جيدة' },
  { to: 'he', target: 'ראו @user כאן', marks: ['@'], fixed: 'ראו \u200E@user כאן' },
  { to: 'he', target: '.NET', marks: ['.'], fixed: '\u200E.NET' },
  { to: 'he', target: 'ב־#MeToo', marks: ['#'], fixed: 'ב־\u200E#MeToo' },
  { to: 'ar', target: 'انظر https://x.org/ هنا', marks: ['/'], fixed: 'انظر https://x.org/\u200E هنا' },
  { to: 'he', target: 'אמר "Hello!" והלך', marks: ['!'], fixed: 'אמר "Hello!\u200E" והלך' },
  { to: 'he', target: 'השפה היא C++\u200E.', marks: [] },
  { why: 'Latin on both sides', to: 'he', target: 'השפות C++ and C# code', marks: [] },
  { why: 'a Hebrew exclamation', to: 'he', target: 'אמר "WOW זה טוב!" והלך', marks: [] },
  { why: 'in an isolate', to: 'he', target: 'השפה \u2066C++\u2069 טובה', marks: [] },
  { why: 'the sentence’s own stop', to: 'he', target: 'הוא גר ב־New York.', marks: [] },
  { why: 'an address that ends with a letter', to: 'he', target: 'ראו https://x.org/a.', marks: [] },
  { to: 'he', source: 'x', target: 'Yahoo! הודיעה', marks: ['!'], fixed: 'Yahoo!\u200E הודיעה' },
  {
    why: 'the source says it is a name',
    to: 'ar',
    source: 'Zing! announced, and Go!',
    target: 'أعلنت Zing! ذلك، وقالت Go! ثم',
    marks: ['!'],
  },
  {
    why: 'the sentence’s own',
    to: 'he',
    source: 'He lives in London! Yes.',
    target: 'הוא גר ב־London! כן.',
    marks: [],
  },
]);
