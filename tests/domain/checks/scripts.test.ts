/** The checks of scripts and of what nobody sees: direction controls, invisible characters, damage. */
import { expect, it } from 'vitest';
import { bidiControls } from '../../../server/domain/language/bidi-controls.ts';
import { bidiOverride, bidiStrayMark, bidiUnbalanced } from '../../../server/domain/checks/bidi.ts';
import { invNfc, invSurrogate } from '../../../server/domain/checks/encoding.ts';
import { invZeroWidth } from '../../../server/domain/checks/invisible.ts';
import { scriptMixedWord } from '../../../server/domain/checks/mixed-word.ts';
import { scriptWrongLanguage } from '../../../server/domain/checks/wrong-language.ts';
import type { Codes } from '../../../server/domain/content.ts';
import type { Locale } from '../../../server/domain/locale.ts';
import { describeCheck, type CheckCase } from '../../support/check-cases.ts';

const codes: Codes = { 1: { type: 'emphasis' }, 2: { type: 'inline-code' } };

function row(to: Locale, target: string, marks: readonly string[] = [], rest: Partial<CheckCase> = {}): CheckCase {
  return { to, target, marks, codes, ...rest };
}

describeCheck(bidiUnbalanced, [
  row('en', '\u2067abc', ['\u2067'], { fixed: '\u2067abc\u2069' }),
  row('en', 'abc\u2069', ['\u2069'], { fixed: 'abc' }),
  row('he', '\u202Bא\u2069', ['\u202B', '\u2069'], { fixed: 'א' }),
  row('he', '\u2068a\nb\u2069', ['\u2068', '\u2069'], { why: 'a paragraph ends between', fixed: '\u2068a\u2069\nb' }),
  row('he', '\u2066\u202Aא\u2069', ['\u202A'], { why: 'PDI closes what is within', fixed: '\u2066א\u2069' }),
  row('he', '\u202A\u2066א\u202C\u2069\u202C', ['\u202C'], { why: 'no PDF reaches out of an isolate' }),
  row('en', '\u2067abc\u2069'),
  row('he', '\u2066a\u2068b\u2069c\u2069 \u202Aא\u202C'),
]);

describeCheck(bidiOverride, [
  row('en', '\u202Egnp.exe', ['\u202E'], { fixed: 'gnp.exe' }),
  row('en', '\u202Eabc\u202C', ['\u202E|\u202C'], { fixed: 'abc' }),
  row('he', 'א \u202Aabc\u202C ב', ['\u202A|\u202C'], { fixed: 'א \u2066abc\u2069 ב', why: 'an isolate instead' }),
  row('he', '\u202B\u202C', ['\u202B\u202C'], { fixed: '' }),
  row('he', 'א\u202C', ['\u202C'], { fixed: 'א' }),
  row('en', '\u202Eabc\u202C', ['\u202E|\u202C'], { source: '\u202Eאבג\u202C', why: 'the source’s is no excuse' }),
  row('he', '\u2067א\u2069'),
  row('he', '\u2067א'),
]);

describeCheck(bidiStrayMark, [
  row('he', 'של\u200Fום', ['\u200F'], { fixed: 'שלום' }),
  row('en', 'Hello!\u200E world', ['\u200E'], { fixed: 'Hello! world' }),
  row('he', '\u200Fשלום', ['\u200F'], { why: 'at the edge of its own direction' }),
  row('ar', 'سلام \u061Cعليكم', ['\u061C']),
  row('he', 'C++\u200E\u200E.', ['\u200E'], { why: 'doubled' }),
  row('en', '28\u200E%\u200E'),
  row('he', 'השפה היא C++\u200E.'),
  row('he', 'ב\u200F7', [], { why: 'before a number' }),
  row('he', '\u200FUS תוקפת', [], { why: 'before a name in Latin letters' }),
  row('he', 'של\u200E ום', [], { why: 'of the other direction' }),
  row('he', 'של\u200Fום', [], { source: 'a\u200Fb', why: 'the source has it' }),
]);

describeCheck(invZeroWidth, [
  row('he', 'של\u200Bום', ['\u200B'], { fixed: 'שלום' }),
  row('ar', 'كت\u200Cاب', ['\u200C'], { fixed: 'كتاب' }),
  row('en', 'inter\u00ADnational\uFEFF', ['\u00AD', '\uFEFF'], { fixed: 'international' }),
  row('he', 'אחת\u2028שתיים', ['\u2028'], { fixed: 'אחת שתיים', why: 'a line’s end' }),
  row('he', 'אחת \u2028שתיים', ['\u2028'], { fixed: 'אחת שתיים', why: 'a line’s end beside a space' }),
  row('en', 'don\u0092t\u0007', ['\u0092', '\u0007'], { fixed: 'don’t', why: 'Windows-1252' }),
  row('he', 'עובד\uE005 \uFFFD', ['\uE005', '\uFFFD'], {
    fixed: 'עובד\uE005 \uFFFD',
    why: 'nobody knows what was meant',
  }),
  row('en', 'a\u{E0041}\u{E0042}b', ['\u{E0041}\u{E0042}'], { fixed: 'ab', why: 'letters that nobody sees' }),
  row('he', 'של\u200Bום', ['\u200B'], { source: 'a\u200Bb', severity: 'info', why: 'in the source too' }),
  row('ar', 'هـ\u200D'),
  row('en', '👩\u200D🚀 🏴\u{E0067}\u{E0062}\u{E007F} a\tb\nc'),
  row('he', 'שלום\u200F ב\u2066a\u2069', [], { why: 'direction has its own checks' }),
]);

describeCheck(invSurrogate, [
  row('en', 'a\uD83D b', ['\uD83D'], { fixed: 'a b' }),
  row('en', '\uDE00\uDE00', ['\uDE00', '\uDE00']),
  row('en', 'a😀b'),
  row('he', 'שלום'),
]);

describeCheck(invNfc, [
  row('ar', 'ا\u0653لآن', ['ا\u0653'], { fixed: 'آلآن' }),
  row('en', 'cafe\u0301s', ['e\u0301'], { fixed: 'cafés' }),
  row('en', '10 \u212B', ['\u212B'], { fixed: '10 Å' }),
  row('en', '\u1112\u1161\u11AB', ['\u1112\u1161\u11AB'], { fixed: '한' }),
  row('ar', 'الآن'),
  row('ar', 'يتم\u0651\u064F', [], { why: 'a shadda before its vowel, as people type' }),
  row('he', 'ש\u05BC\u05B8\u05C1ם', [], { why: 'points in the order in which people type' }),
  row('he', '\uFB2Aלום', [], { why: 'another check’s' }),
  row('en', 'e\u0301', ['e\u0301'], { source: 'e\u0301', from: 'en', severity: 'warning', why: 'in the source too' }),
]);

describeCheck(scriptMixedWord, [
  row('he', 'ממשלהa', ['ממשלהa']),
  row('ar', 'حزبx', ['حزبx']),
  row('he', 'הAPI החדש', ['הAPI'], { fixed: 'ה־API החדש' }),
  row('he', 'וכשהAPI', ['וכשהAPI'], { policy: { maqaf: 'hyphen' }, fixed: 'וכשה-API' }),
  row('ar', 'الCSS ولAPI', ['الCSS', 'ولAPI'], { severity: 'warning', fixed: 'الـCSS ولـAPI' }),
  row('ar', 'وCity', ['وCity'], { severity: 'warning', fixed: 'و City', why: 'a waw joins nothing' }),
  row('en', 'Моscow', ['Моscow'], { fixed: 'Moscow', why: 'Cyrillic that looks Latin' }),
  row('en', 'Μicrosoft', ['Μicrosoft'], { fixed: 'Microsoft', why: 'Greek that looks Latin' }),
  row('en', 'Жoнa', ['Жoнa'], { why: 'two alphabets, not a disguise', severity: 'error' }),
  row('he', 'הָלַךְx', ['הָלַךְx'], { why: 'with niqqud' }),
  row('ar', 'حزب (LTTE)'),
  row('ar', 'لـUN والـAPI'),
  row('he', 'ה־API, ב-UN, ה<1>API</1>', [], { why: 'a mark or a code between' }),
  row('en', 'Δx of 5 kΩ and Москва', [], { why: 'no look-alikes, no mixture' }),
  row('he', 'ראו https://דוגמה.com/abcאבג', [], { why: 'an address' }),
]);

describeCheck(scriptWrongLanguage, [
  row('he', 'הממשלה الحكومة', ['الحكومة']),
  row('ar', 'الحكومة הממשלה أمس', ['הממשלה']),
  row('he', 'قال الرئيس', ['قال|الرئيس']),
  row('he', 'הארגון (الحزب) הודיע על כך', ['الحزب'], { source: 'The organisation said so' }),
  row('he', 'הארגון (الحزب) הודיע על כך אתמול', [], { from: 'ar', source: 'أعلن الحزب ذلك', why: 'the source has it' }),
  row('he', 'أعلن الحزب ذلك', ['أعلن|الحزب|ذلك'], { from: 'ar', source: 'أعلن الحزب ذلك', why: 'much of the text' }),
  row('he', 'הממשלה'),
  row('he', 'הממשלה, government'),
  row('ar', 'الحكومة، 28٪ ﷺ'),
  row('he', 'הקלידו <2>الحزب</2>', [], { why: 'inline code' }),
]);

it('takes a text of 300,000 embeddings that nothing closes', () => {
  expect(bidiControls('\u202A'.repeat(300_000)).unclosed).toHaveLength(300_000);
});
