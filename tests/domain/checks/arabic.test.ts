/** The checks of Arabic writing, each with what it marks, what it leaves alone and what its fix makes. */
import { arPersianLetters } from '../../../server/domain/checks/ar-persian-letters.ts';
import { arComma, arQuestion } from '../../../server/domain/checks/ar-punctuation.ts';
import { arSpaceConj } from '../../../server/domain/checks/ar-space-conj.ts';
import { arHamzaMissing, arTaMarbutaHa, arYaMaqsura } from '../../../server/domain/checks/ar-spelling.ts';
import { arTanwinOrder } from '../../../server/domain/checks/ar-tanwin-order.ts';
import { arTatweel } from '../../../server/domain/checks/ar-tatweel.ts';
import { monthsPolicy } from '../../../server/domain/checks/months-policy.ts';
import { arTashkeel } from '../../../server/domain/checks/points.ts';
import { arPresentation, hePresentation } from '../../../server/domain/checks/presentation.ts';
import type { Codes } from '../../../server/domain/content.ts';
import { describeCheck, type CheckCase } from '../../support/check-cases.ts';

const codes: Codes = { 1: { type: 'emphasis' }, 2: { type: 'inline-code' } };

function ar(target: string, marks: readonly string[] = [], rest: Partial<CheckCase> = {}): CheckCase {
  return { to: 'ar', target, marks, codes, ...rest };
}

describeCheck(arComma, [
  ar('غزة; القدس', [';'], { fixed: 'غزة؛ القدس' }),
  ar('غزة, القدس', [','], { fixed: 'غزة، القدس' }),
  ar('«نعم», قال (LTTE), ثم', [',', ','], { fixed: '«نعم»، قال (LTTE)، ثم' }),
  ar('عام 1948, قال', [','], { why: 'after a number', fixed: 'عام 1948، قال' }),
  ar('قال , ثم', [','], { why: 'after a space', fixed: 'قال ، ثم' }),
  ar('<1>غزة</1>, القدس', [','], { why: 'after a code', fixed: '<1>غزة</1>، القدس' }),
  ar('تُثبّتُ, London', [','], { why: 'after a haraka' }),
  ar('في 7,5 مليون'),
  ar('في ٧,٥ مليون'),
  ar('قال الرئيس، إن'),
  ar('من London, Paris إلى', [], { why: 'between Latin words' }),
  ar('<2>س, ص</2>', [], { why: 'inline code' }),
  ar('غزة..., ثم', [','], { fixed: 'غزة...، ثم', why: 'after an ellipsis' }),
]);

describeCheck(arQuestion, [
  ar('هل انتهت الحرب?', ['?'], { fixed: 'هل انتهت الحرب؟' }),
  ar('«هل انتهت»?!', ['?'], { fixed: '«هل انتهت»؟!' }),
  ar('هل انتهت عام 1948?', ['?'], { why: 'a number has no direction of its own' }),
  ar('لماذا؟ كيف? متى؟', ['?']),
  ar('انظر https://x.org/?q=1'),
  ar('هل هي C++?', [], { why: 'it may be the name’s' }),
  ar('هل هذا <2>x</2>?', [], { why: 'it may be the code’s' }),
  ar('هل انتهت الحرب؟'),
  ar('Why?'),
]);

describeCheck(arPersianLetters, [
  ar('کتاب', ['کتاب'], { fixed: 'كتاب' }),
  ar('فلسطینی', ['فلسطینی'], { fixed: 'فلسطيني' }),
  ar('علی الأرض وإلی غزة', ['علی', 'وإلی'], { fixed: 'على الأرض وإلى غزة', why: 'an alef written with that key' }),
  ar('"ہذا" (ڪبير)', ['ہذا', 'ڪبير'], { fixed: '"هذا" (كبير)' }),
  ar('الیَوم', ['الیَوم'], { why: 'with a haraka', fixed: 'اليَوم' }),
  ar('<1>کتاب</1>', ['کتاب']),
  ar('پاريس وچاد وڤيينا وگراتس', ['پاريس', 'وچاد', 'وڤيينا', 'وگراتس'], { severity: 'info', why: 'foreign names' }),
  ar('كتاب'),
  ar('فلسطيني'),
  ar('گ', ['گ'], { severity: 'info' }),
]);

describeCheck(arTatweel, [
  ar('مستقـبل', ['ـ'], { fixed: 'مستقبل' }),
  ar('الـحزب', ['ـ'], { why: 'between letters', fixed: 'الحزب' }),
  ar('بـقيمة', ['ـ'], { fixed: 'بقيمة' }),
  ar('جمـــيل جدّـاً', ['ـــ', 'ـ'], { fixed: 'جميل جدّاً' }),
  ar('سلامـ عليكم', ['ـ'], { fixed: 'سلام عليكم' }),
  ar('<1>سـلام</1>', ['ـ']),
  ar('عام 1445 هـ'),
  ar('عام 1445هـ.'),
  ar('الـ«حزب»'),
  ar('والـ"حزب" لـUN وبـ7 للـ<1>حزب</1>'),
  ar('أـ الأول، بـ الثاني', [], { why: 'letters of a list' }),
  ar('قال ـ كما ذُكر ـ نعم', [], { why: 'a dash' }),
]);

describeCheck(arPresentation, [
  ar('ﻓﻠﺴﻄﻴﻦ', ['ﻓﻠﺴﻄﻴﻦ'], { fixed: 'فلسطين' }),
  ar('ﻻ أحد', ['ﻻ'], { fixed: 'لا أحد' }),
  ar('«ﻼ»', ['ﻼ'], { fixed: '«لا»' }),
  ar('كتاب\uFE8E\uFE70', ['\uFE8E\uFE70'], { fixed: 'كتابا\u064B', why: 'a mark in its own form' }),
  ar('فلسطين'),
  ar('ﷺ'),
  ar('﴿قل هو﴾ ﷲ ﷼ ﷽'),
]);

describeCheck(hePresentation, [
  { to: 'he', target: 'ב\uFB26', marks: ['\uFB26'], fixed: 'בם' },
  { to: 'he', target: '\uFB2Aלום', marks: ['\uFB2A'], fixed: 'ש\u05C1לום' },
  { to: 'he', target: '\uFB4Fהים \uFB29', marks: ['\uFB4F', '\uFB29'], fixed: 'אלהים +' },
  {
    to: 'he',
    target: '\uFB2A\u05BCבת',
    marks: ['\uFB2A\u05BC'],
    why: 'its points go with it',
    fixed: 'שּׁבת'.normalize('NFC'),
  },
  { to: 'he', target: 'שלום', marks: [] },
  { to: 'he', target: 'װאָס ײַ', marks: [], why: 'Yiddish digraphs are letters' },
]);

describeCheck(arTashkeel, [
  ar('قَرَّرَتِ الحكومة اليوم العمل في القطاع', ['قَرَّرَتِ']),
  ar('غزّة'),
  ar('شكرًا جزيلًا على الردّ'),
  ar('كُتب المقال أمس في غزة', [], { why: 'one haraka tells it from another word' }),
  ar('قَالَ المُعَلِّمُ', [], { why: 'vowelled throughout' }),
]);

describeCheck(arTanwinOrder, [
  ar('شكرًا جزيلاً', ['اً'], { fixed: 'شكرًا جزيلًا' }),
  ar('حقّاً!', ['ّاً'], { fixed: 'حق\u064B\u0651ا!', why: 'in the order of NFC' }),
  ar('«جداً»', ['اً'], { fixed: '«جدًا»' }),
  ar('شكرًا وحقًّا', ['ًا', 'ًّا'], { policy: { tanwin: 'on-alef' }, fixed: 'شكراً وحقّاً', why: 'by the other policy' }),
  ar('شكرًا جزيلًا'),
  ar('مساءً وفتىً وقوةً'),
  ar('شكراً', [], { policy: { tanwin: 'on-alef' } }),
]);

describeCheck(arHamzaMissing, [
  ar('قالت اسرائيل ان', ['اسرائيل', 'ان'], { fixed: 'قالت إسرائيل ان' }),
  ar('الى غزة', ['الى'], { fixed: 'إلى غزة' }),
  ar('قال انه سيعود', ['انه'], { why: 'after “say”', fixed: 'قال إنه سيعود' }),
  ar('ان الحرب', ['ان'], { why: 'at the start of a clause', fixed: 'إن الحرب' }),
  ar('يريد ان يعود', ['ان'], { why: 'elsewhere there are two readings', fixed: 'يريد ان يعود' }),
  ar('لاسرائيل وبالامم وللاسف للامم', ['لاسرائيل', 'وبالامم', 'للامم'], {
    why: 'with clitics',
    fixed: 'لإسرائيل وبالأمم وللاسف للأمم',
  }),
  ar('<1>اسرائيل</1>', ['اسرائيل'], { fixed: '<1>إسرائيل</1>' }),
  ar('«الان» واذا او ايضاً', ['الان', 'واذا', 'او', 'ايضاً'], { fixed: '«الآن» وإذا أو أيضاً' }),
  ar('اسرائيلَ', ['اسرائيلَ'], { why: 'with a haraka', fixed: 'إسرائيلَ' }),
  ar('قالت إسرائيل إن'),
  ar('الاحتلال'),
  ar('استقبال'),
  ar('واحد', [], { why: '“one”, not “and” and another word' }),
  ar('واي فاي وفان غوخ وكان', [], { why: 'words that only look so' }),
  ar('انتخابات واجتماع باسم ابن اثنين'),
  ar('والى غزة', ['والى'], { fixed: 'وإلى غزة' }),
  ar('الشرق الاوسط، لان الحرب', ['الاوسط', 'لان'], { fixed: 'الشرق الأوسط، لأن الحرب' }),
  ar('ا\u0654ن', [], { why: 'a hamza that is stored by itself is there' }),
]);

describeCheck(arYaMaqsura, [
  ar('التى قالت', ['التى'], { fixed: 'التي قالت' }),
  ar('فى غزة', ['فى'], { fixed: 'في غزة' }),
  ar('والذى حتي "الي"', ['والذى', 'حتي', 'الي'], { fixed: 'والذي حتى "إلى"' }),
  ar('للتى وهى', ['للتى', 'وهى']),
  ar('علي أن يعود', ['علي'], { severity: 'info', fixed: 'على أن يعود' }),
  ar('في غزة'),
  ar('قال علي حسن', [], { why: 'a name' }),
  ar('وفى بوعده، وموسى على حق', [], { why: 'right as they are' }),
  ar('وفى القدس', ['وفى'], { fixed: 'وفي القدس' }),
  ar('وفى بوعده', [], { why: 'he kept it' }),
  ar('على علي أن يعود', [], { why: 'a name after the preposition' }),
]);

describeCheck(arTaMarbutaHa, [
  ar('قطاع غزه', ['غزه'], { fixed: 'قطاع غزة' }),
  ar('والحكومه بالمدينه للدوله', ['والحكومه', 'بالمدينه', 'للدوله'], { fixed: 'والحكومة بالمدينة للدولة' }),
  ar('وجهه'),
  ar('كتابه عليه منه هذه'),
  ar('السلطه في الضفه الغربيه', ['السلطه', 'الضفه', 'الغربيه'], { fixed: 'السلطة في الضفة الغربية' }),
]);

describeCheck(arSpaceConj, [
  ar('و قال', ['و قال'], { fixed: 'وقال' }),
  ar('(و  التعديلات)', ['و  التعديلات'], { fixed: '(والتعديلات)' }),
  ar('غزة و\u00A0القدس', ['و\u00A0القدس'], { fixed: 'غزة والقدس' }),
  ar('<1>و قال</1>', ['و قال']),
  ar('وقال'),
  ar('و«قال»'),
  ar('حرف و ثم', [], { why: 'the letter itself' }),
  ar('أ و ب', [], { why: 'letters of a list' }),
  ar('١٢ و 15', [], { why: 'before a number' }),
  ar('جو قال', [], { why: 'the end of a word' }),
]);

describeCheck(monthsPolicy, [
  ar('في 7 تشرين الأول 2023', ['تشرين الأول'], { fixed: 'في 7 أكتوبر 2023' }),
  ar('منذ أكتوبر وحتى كانون الثاني', ['أكتوبر'], {
    policy: { months: 'levant' },
    fixed: 'منذ تشرين الأول وحتى كانون الثاني',
  }),
  ar('في 15 آب 1940', ['آب'], { fixed: 'في 15 أغسطس 1940' }),
  ar('ليوليوز، بغشت 2020', ['يوليوز', 'غشت'], { fixed: 'ليوليو، بأغسطس 2020', why: 'after clitics' }),
  ar('اكتوبر 2023', ['اكتوبر'], { policy: { months: 'levant' }, why: 'without its hamza' }),
  ar('7 أكتوبر 2023 ومارس 2024'),
  ar('7 تشرين الأول/أكتوبر و8 أكتوبر (تشرين الأول)', [], { why: 'both names together' }),
  ar('مارس الرياضة وآب إلى بيته وسيارة نيسان', [], { policy: { months: 'maghreb' }, why: 'other words' }),
  ar('حرب تشرين الأول، ثورة 14 تموز', [], { why: 'names of events' }),
  ar('شباط', [], { policy: { months: 'levant' } }),
]);
