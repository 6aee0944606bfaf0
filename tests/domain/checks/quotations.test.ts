/** The checks of quotation marks: balance, the edition's set with its nesting, and the direction of English ones. */
import { quoteOrientation } from '../../../server/domain/checks/quote-orientation.ts';
import { quoteUnbalanced } from '../../../server/domain/checks/quote-unbalanced.ts';
import { quoteWrongLang } from '../../../server/domain/checks/quote-wrong-lang.ts';
import type { Codes } from '../../../server/domain/content.ts';
import type { Locale } from '../../../server/domain/locale.ts';
import { describeCheck, type CheckCase } from '../../support/check-cases.ts';

const codes: Codes = { 1: { type: 'emphasis' }, 2: { type: 'inline-code' } };

function row(to: Locale, target: string, marks: readonly string[] = [], rest: Partial<CheckCase> = {}): CheckCase {
  return { to, target, marks, codes, ...rest };
}

describeCheck(quoteUnbalanced, [
  row('he', 'הוא אמר "כן והלך', ['"']),
  row('ar', '«قال ذلك', ['«']),
  row('ar', 'قال ذلك»', ['»']),
  row('ar', '«قال "نعم» ثم خرج', ['"'], { why: 'crossed' }),
  row('he', 'ב"הארץ נכתב', ['"'], { why: 'after a clitic' }),
  row('en', 'she said, “yes and left', ['“']),
  row('he', '<1>"כן</1> והלך', ['"'], { why: 'beside a code' }),
  row('he', 'הוא אמר "כן והלך', ['"'], { source: 'he said “yes and left', severity: 'info', why: 'in the source too' }),
  row('ar', '«قال» ذلك'),
  row('he', '"צה״ל" ו"הארץ" בד"ר, ע"י ב"כ ארה"ב'),
  row('he', 'ב"ה נגיע', [], { why: 'an acronym, or nothing at all' }),
  row('he', '"אנשי שב"כ באו", אמר', [], { why: 'an acronym within a quotation' }),
  row('he', 'מסך 24", חדש', [], { why: 'inches' }),
  row('he', "צ'רצ'יל של שנות ה־48'", [], { why: 'geresh and elisions' }),
  row('en', 'workers’ rights in ’48, the ‘Likud’ isn’t'),
  row('en', 'as ”incidental damage“ and', [], { why: 'reversed, yet a pair' }),
  row('ar', 'و"نعم" بال"حزب" الـ"حزب"', [], { why: 'after clitics' }),
  row('ar', '«قال “نعم” وخرج»'),
  row('en', '“First paragraph.', [], {
    source: '“פסקה ראשונה.',
    why: 'a quotation that goes on, as the source has it',
  }),
  row('he', '<2>"</2>', [], { why: 'inline code' }),
  row('he', '"<1>כן</1>" והלך'),
]);

describeCheck(quoteWrongLang, [
  row('he', 'הוא אמר ‘כן’, והלך', ['‘|’'], { fixed: 'הוא אמר "כן", והלך' }),
  row('ar', 'قال ‘نعم’.', ['‘|’'], { fixed: 'قال «نعم».' }),
  row('ar', '«قال ‘نعم’ وخرج»', [], { why: 'within another' }),
  row('he', 'שנות ‘90 והצ’ק', [], { why: 'apostrophes' }),
  row('he', 'הוא אמר “כן”', ['“|”'], { fixed: 'הוא אמר "כן"' }),
  row('he', 'הוא אמר «כן», והלך', ['«|»'], { fixed: 'הוא אמר "כן", והלך' }),
  row('he', 'ה“ליכוד” ניצח', ['“|”'], { fixed: 'ה"ליכוד" ניצח' }),
  row('he', '״כן״, אמר', ['״|״'], { fixed: '"כן", אמר', why: 'gershayim are no quotation marks' }),
  row('he', 'אמר: "הוא ענה “לא” והלך"', ['“|”'], { fixed: 'אמר: "הוא ענה \'לא\' והלך"', why: 'within another' }),
  row('he', 'הוא אמר "כן"', ['"|"'], { policy: { quotes: 'curly' }, fixed: 'הוא אמר ”כן”' }),
  row('ar', 'قال "نعم" وخرج', ['"|"'], { fixed: 'قال «نعم» وخرج' }),
  row('ar', 'قال “نعم”، و"لا".', ['“|”', '"|"'], { fixed: 'قال «نعم»، و«لا».' }),
  row('ar', '«قال ‘‘نعم’’ ثم»', ['‘‘|’’'], { fixed: '«قال “نعم” ثم»' }),
  row('ar', '<1>"نعم"</1>', ['"|"'], { fixed: '<1>«نعم»</1>' }),
  row('ar', 'قال «نعم»', ['«|»'], { policy: { quotes: 'straight' }, fixed: 'قال "نعم"' }),
  row('he', 'הוא אמר "כן"'),
  row('he', 'הוא אמר ”כן” או „לא”', [], { why: 'Hebrew marks' }),
  row('he', 'צה"ל וצה״ל ו“ארה"ב”', ['“|”'], { fixed: 'צה"ל וצה״ל ו"ארה"ב"', why: 'acronyms stay' }),
  row('ar', '«قال “نعم” وخرج»', [], { why: 'the inner marks' }),
  row('ar', '«قال "نعم" وخرج»', [], { why: 'the inner marks' }),
  row('ar', 'قال ”نعم“', [], { why: 'as CLDR has it' }),
  row('ar', 'قال “نعم', [], { why: 'no pair' }),
  row('en', 'she said "yes"'),
]);

describeCheck(quoteOrientation, [
  row('en', 'as ”incidental damage“ and', ['”|“'], { fixed: 'as “incidental damage” and' }),
  row('en', '“divide and rule‘’', ['“|‘’'], { fixed: '“divide and rule”' }),
  row('en', 'presented as”The plan“', ['”|“'], { fixed: 'presented as “The plan”' }),
  row('en', 'she said "yes”', ['"|”'], { fixed: 'she said “yes”', why: 'mixed' }),
  row('en', '[Scandal ‘23]', ['‘'], { fixed: '[Scandal ’23]' }),
  row('en', '<1>”yes“</1>', ['”|“'], { fixed: '<1>“yes”</1>' }),
  row('en', '<1>"“', [], { why: 'nothing is quoted' }),
  row('en', 'in ‘‘single marks’’', ['‘‘|’’'], { fixed: 'in “single marks”', why: 'two single marks for a double' }),
  row('en', 'he said, “yes.”'),
  row('en', 'he said, "yes."', [], { why: 'straight marks have no direction' }),
  row('en', 'the ‘Likud’, workers’ rights, don’t, ’48'),
  row('en', '<2>”x“</2>', [], { why: 'inline code' }),
]);
