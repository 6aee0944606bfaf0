/** The checks of Hebrew writing, each with what it marks, what it leaves alone and what its fix makes. */
import { heArabicPunct } from '../../../server/domain/checks/he-arabic-punct.ts';
import { heGenderMixed } from '../../../server/domain/checks/he-gender-mixed.ts';
import { heGereshStyle } from '../../../server/domain/checks/he-geresh-style.ts';
import { heGershayimPos, heGershayimStyle } from '../../../server/domain/checks/he-gershayim.ts';
import { heFinalForm, heNonfinalEnd } from '../../../server/domain/checks/he-letter-forms.ts';
import { heHyphenMaqaf, heSpacedMaqaf } from '../../../server/domain/checks/he-maqaf.ts';
import { heNiqqud } from '../../../server/domain/checks/points.ts';
import type { Codes } from '../../../server/domain/content.ts';
import { describeCheck, type CheckCase } from '../../support/check-cases.ts';

const codes: Codes = { 1: { type: 'emphasis' }, 2: { type: 'inline-code' } };

function he(target: string, marks: readonly string[] = [], rest: Partial<CheckCase> = {}): CheckCase {
  return { to: 'he', target, marks, codes, ...rest };
}

describeCheck(heArabicPunct, [
  he('האם נגמר؟', ['؟'], { fixed: 'האם נגמר?' }),
  he('כן، לא؛ אולי', ['،', '؛'], { fixed: 'כן, לא; אולי' }),
  he('עלה ב־28٪', ['٪'], { fixed: 'עלה ב־28%' }),
  he('<1>כן</1>، לא', ['،'], { why: 'after a code' }),
  he('הוא אמר, והלך?'),
  he('הוא שאל "ماذا؟" והלך', [], { why: 'a quotation in Arabic' }),
  he('«قال، ثم خرج»؛', [], { why: 'at the edge of one' }),
  he('הקלידו <2>a،b</2>', [], { why: 'inline code' }),
]);

describeCheck(heGershayimStyle, [
  he('ח”כ טיבי', ['”'], { fixed: 'ח״כ טיבי' }),
  he('צה"ל תקף', ['"'], { fixed: 'צה״ל תקף' }),
  he('הנ"ל, ד"ר כהן, ע"י עו"ד בארה"ב', ['"', '"', '"', '"', '"'], { fixed: 'הנ״ל, ד״ר כהן, ע״י עו״ד בארה״ב' }),
  he("צה''ל", ["''"], { fixed: 'צה״ל', why: 'two apostrophes' }),
  he('צה׳׳ל', ['׳׳'], { fixed: 'צה״ל', why: 'two geresh' }),
  he('מנכ"לית ומנכ“לים, דו"חות, דו"חותיו', ['"', '“', '"', '"'], {
    why: 'with endings',
    fixed: 'מנכ״לית ומנכ״לים, דו״חות, דו״חותיו',
  }),
  he('השב"כ ושב"כ', ['"', '"'], { fixed: 'השב״כ ושב״כ', why: 'a known one whose letters could be clitics' }),
  he('100 ש"ח', ['"'], { fixed: '100 ש״ח' }),
  he('"צה"ל" ו"הארץ"', ['"'], { fixed: '"צה״ל" ו"הארץ"', why: 'within quotation marks' }),
  he('תשפ"ד', ['"'], { fixed: 'תשפ״ד' }),
  he('תָּנָ"ךְ', ['"'], { fixed: 'תָּנָ״ךְ', why: 'with niqqud' }),
  he('<1>צה"ל</1>', ['"'], { fixed: '<1>צה״ל</1>' }),
  he('בית־הדין בבג"ץ.', ['"'], { fixed: 'בית־הדין בבג״ץ.' }),
  he('צה״ל', ['״'], { policy: { gershayim: 'quotes' }, fixed: 'צה"ל', why: 'by the other policy' }),
  he('צה״ל תקף'),
  he('הוא אמר "כן"'),
  he('ה"ליכוד" וב"הארץ"', [], { why: 'quotations after clitics' }),
  he('דיווחו ש"היו ימים" אחרים', [], { why: 'a quotation that begins like an acronym with an ending' }),
  he('ב"ה', [], { why: 'may be either' }),
  he('אמר"כן"', [], { why: 'a quotation without its space' }),
  he('מסך 24" חדש', [], { why: 'inches' }),
  he('<2>צה"ל</2>', [], { why: 'inline code' }),
  he('שב"ס וכ"ו', ['"', '"'], {
    fixed: 'שב״ס וכ״ו',
    why: 'letters that could be clitics, and are a number or a known one',
  }),
]);

describeCheck(heGershayimPos, [
  he('מנכ"לבות', ['מנכ"לבות']),
  he('ה"ה רמט"כל', ['רמט"כל']),
  he('צ״הל.', ['צ״הל']),
  he('מנכ"לים'),
  he('צה״ל'),
  he('דו״חות, דו״חותיהם, מזכ״לית, חב״דניקים, ארה״ב'),
  he('ה"ליכוד" ו"הארץ"', [], { why: 'quotations after clitics' }),
  he('"שלום" אמר"כן"', [], { why: 'a quotation without its space' }),
  he('מָנְכַּ״לִים', [], { why: 'with niqqud' }),
  he('נא"טו', ['נא"טו'], { why: 'a vav is no ending of an acronym' }),
  he('כ"הארץ של כולם" הוא', [], { why: 'a quotation after a clitic that begins like a number' }),
]);

describeCheck(heGereshStyle, [
  he("ג'נין", ["'"], { fixed: 'ג׳נין' }),
  he("פרופ' כהן", ["'"], { fixed: 'פרופ׳ כהן' }),
  he('ג’ורג’ וצ’רצ’יל', ['’', '’', '’', '’'], { fixed: 'ג׳ורג׳ וצ׳רצ׳יל' }),
  he("כיתה ב' ועמ' 5", ["'", "'"], { fixed: 'כיתה ב׳ ועמ׳ 5' }),
  he("סנדוויץ' וכו'.", ["'", "'"], { fixed: 'סנדוויץ׳ וכו׳.' }),
  he('בגב׳ לוי', ['׳'], { policy: { gershayim: 'quotes' }, fixed: "בגב' לוי", why: 'by the other policy' }),
  he("גִּ'ירָפָה", ["'"], { why: 'with niqqud' }),
  he('ג׳נין'),
  he("'קולג' בעברית", [], { why: 'may close a quotation' }),
  he("הוא אמר 'כן' והלך"),
  he("ו'ליכוד' ניצח", [], { why: 'a quotation after a clitic' }),
  he("don't"),
  he("צה''ל", [], { why: 'gershayim' }),
  he("ב'הארץ' נכתב", [], { why: 'the closing mark of a quotation after a clitic' }),
]);

describeCheck(heHyphenMaqaf, [
  he('בית-ספר', ['-'], { fixed: 'בית־ספר' }),
  he('ה-IDF', ['-'], { fixed: 'ה־IDF' }),
  he('יושב-ראש-הממשלה', ['-', '-'], { fixed: 'יושב־ראש־הממשלה' }),
  he('ב-7 באוקטובר, כ-1,400, "ל-UN"', ['-', '-', '-'], { fixed: 'ב־7 באוקטובר, כ־1,400, "ל־UN"' }),
  he('ה-"ליכוד"', ['-'], { fixed: 'ה־"ליכוד"' }),
  he('צה״ל-חמאס', ['-'], { fixed: 'צה״ל־חמאס' }),
  he('ה-<1>IDF</1>', ['-'], { fixed: 'ה־<1>IDF</1>', why: 'before a code' }),
  he('בֵּית-סֵפֶר', ['-'], { fixed: 'בֵּית־סֵפֶר', why: 'with niqqud' }),
  he('בית־ספר וה־IDF', ['־', '־'], {
    policy: { maqaf: 'hyphen' },
    fixed: 'בית-ספר וה-IDF',
    why: 'by the other policy',
  }),
  he('בית־ספר'),
  he('COVID-19 ב־11-16', [], { why: 'no Hebrew word before it' }),
  he('כיתות א-ג', [], { why: 'single letters' }),
  he('קדם- ואחר־צבאי', [], { why: 'it hangs' }),
  he('הוא - כך', [], { why: 'a dash' }),
  he('צה״ל-1948', [], { why: 'no clitic before a number' }),
]);

describeCheck(heSpacedMaqaf, [
  he('הוא ־ כך', ['־'], { fixed: 'הוא – כך' }),
  he('בית ־ ספר', [' ־ '], { source: 'a school', fixed: 'בית־ספר' }),
  he('הוא ־ כך נמסר', ['־'], { source: 'he – so it was said', fixed: 'הוא – כך נמסר' }),
  he('הוא –כך', ['–'], { fixed: 'הוא – כך' }),
  he('הוא— כך', ['—'], { fixed: 'הוא — כך' }),
  he('הָלַךְ– "כן"', ['–'], { fixed: 'הָלַךְ – "כן"' }),
  he('הוא – כך'),
  he('11–16'),
  he('תל אביב–יפו', [], { why: 'a range' }),
  he('– כן.', [], { why: 'speech' }),
  he('–כן.', [], { why: 'speech' }),
  he('קדם־ ואחר־צבאי', [], { why: 'it hangs' }),
  he('ירדה אל –5 מעלות', [], { why: 'a minus' }),
  he('הוא ־כך נמסר', ['־'], { fixed: 'הוא – כך נמסר', why: 'glued to the next word' }),
  he('הסיומת ־ים והסיומת ־ות', [], { why: 'an ending that is spoken of' }),
]);

describeCheck(heFinalForm, [
  he('םימגרתמ', ['םימגרתמ']),
  he('שלוםעולם', ['שלוםעולם']),
  he('"ךָל"', ['ךָל'], { why: 'with niqqud' }),
  he('<1>ןכ</1>', ['ןכ']),
  he('רמטכ״לים'),
  he('שלום'),
  he('תנ״כים? כץ׳, קם־לו, אמן/ית', [], { why: 'a mark between' }),
  he('סו<1>ף</1>טוב', [], { why: 'a code between' }),
]);

describeCheck(heNonfinalEnd, [
  he('הוא הלכ לשמ', ['כ', 'מ'], { fixed: 'הוא הלך לשם' }),
  he('"אדונ" אמר', ['נ'], { fixed: '"אדון" אמר' }),
  he('שלומ,', ['מ'], { fixed: 'שלום,' }),
  he('מנכ״ל'),
  he('מ־'),
  he('בלוג־'),
  he('לכ', [], { why: 'two letters' }),
  he('מיקרוסקופ', [], { why: 'foreign words end so' }),
  he('סנדוויצ׳ אינג׳ מכ/ית עמ׳', [], { why: 'not the end' }),
  he('הלכ<1>ה</1>', [], { why: 'a code inside the word' }),
  he('נסע לירושלימ. חזר', ['מ'], { fixed: 'נסע לירושלים. חזר', why: 'before a full stop' }),
]);

describeCheck(heNiqqud, [
  he('הַמֶּמְשָׁלָה החליטה היום לפעול ברצועה', ['הַמֶּמְשָׁלָה']),
  he('נקרא שָׁם'),
  he('הוא נקרא שָׁם אתמול בערב', [], { why: 'a point or two tell it from another word' }),
  he('הָלַךְ אֶל הַבַּיִת', [], { why: 'pointed throughout' }),
  he('שלום לכולם'),
]);

describeCheck(heGenderMixed, [
  he('עובדים/ות ומורים.ות', ['ומורים.ות']),
  he('עובדים/ות ומורים.ות, תלמידים.ות', ['עובדים/ות'], { why: 'the less frequent' }),
  he('עובדים/ות ומורים.ות', ['עובדים/ות'], { policy: { gender: 'dot' }, why: 'what is not the policy’s' }),
  he('סטודנט/ית, עובדות ועובדים', ['עובדות ועובדים']),
  he('חברים(ות) ומורים־ות', ['ומורים־ות']),
  he('עובדות ועובדים'),
  he('עובדים/ות ומורים/ות'),
  he('שלום. תודה/להתראות'),
  he('תושבים/ות ותושבות ותושבים', ['ותושבות ותושבים'], { why: 'after a conjunction' }),
  he('עובדים/־ות ומורים/ות', ['ומורים/ות'], { why: 'a slash with a maqaf' }),
]);
