/**
 * The words that say a number, in English, Hebrew and Arabic, each with its part in a compound. One row says a value in
 * all its spellings and genders; letters that fold alike (`مئة` `مئه`, `أربعة` `اربعة`) are written once. To add a word: put
 * it in its row.
 *
 *   unit      0–9 (`ordinal`: as such)   teen   10–19 in one word; `ten`: makes a teen of a unit before it
 *   stem      a unit only before ten: `שנים עשר`, for `שנים` alone are years
 *   tens      20–90                      hundred, scale   a power of ten, alone or after a number
 *   hundreds  scales   plurals, which count only after a number: alone they are vague (`hundreds`, عشرات الآلاف)
 *   whole     a value that stands alone (200, 2000, a dual)
 *   hint      a value that a number of the other text may have, never told of by itself: `XVI`, תלת־ממדי, ثلاثي
 *   dozen     twelve, alone a hint, or after a number that many times twelve
 *   part      a part of one, which counts only before percent: `half a percent`
 *   vague     takes the meaning from a number word after it (`several thousand`)
 *   half      one half, written together with “and”
 *   day       names a day of the week by a number after it, which is then no number
 */
import type { Locale } from '../../locale.ts';

export type Role =
  | 'unit'
  | 'ordinal'
  | 'stem'
  | 'ten'
  | 'teen'
  | 'tens'
  | 'hundred'
  | 'hundreds'
  | 'scale'
  | 'scales'
  | 'whole'
  | 'dual'
  | 'hint'
  | 'dozen'
  | 'part'
  | 'vague'
  | 'half'
  | 'day';

/** A value (of a scale: its power of ten) and the words that say it. */
export type NumberRow = readonly [role: Role, value: number, words: string];

/**
 * Nouns whose dual is common in news and says “two”, as they stand before its ending. A closed list: most words in ـين are
 * plurals (مسلمين).
 */
const arabicDualStems =
  'يوم أسبوع شهر عام سنت ساعت دقيقت ثانيت مرت قرن عقد ليلت كيلومتر سنتيمتر دولار طفل شخص رجل امرأت جندي قتيل جريح ' +
  'شخصيت دولت مدينت قريت منزل بيت صاروخ طائرت سيارت هجوم غارت ضعف طرف جانب مرحلت كتاب فريق لاعب هدف ولد بنت شقيق ' +
  'اتجاه منطقت';

const arabicDuals = arabicDualStems
  .split(' ')
  .flatMap((stem) => [`${stem}ان`, `${stem}ين`])
  .join(' ');

export const numberWords: Readonly<Record<Locale, readonly NumberRow[]>> = {
  en: [
    ['unit', 0, 'zero'],
    ['unit', 1, 'one'],
    ['unit', 2, 'two'],
    ['unit', 3, 'three'],
    ['unit', 4, 'four'],
    ['unit', 5, 'five'],
    ['unit', 6, 'six'],
    ['unit', 7, 'seven'],
    ['unit', 8, 'eight'],
    ['unit', 9, 'nine'],
    ['ordinal', 1, 'first'],
    ['ordinal', 2, 'second'],
    ['ordinal', 3, 'third'],
    ['ordinal', 4, 'fourth'],
    ['ordinal', 5, 'fifth'],
    ['ordinal', 6, 'sixth'],
    ['ordinal', 7, 'seventh'],
    ['ordinal', 8, 'eighth'],
    ['ordinal', 9, 'ninth'],
    ['teen', 10, 'ten tenth'],
    ['teen', 11, 'eleven eleventh'],
    ['teen', 12, 'twelve twelfth'],
    ['teen', 13, 'thirteen thirteenth'],
    ['teen', 14, 'fourteen fourteenth'],
    ['teen', 15, 'fifteen fifteenth'],
    ['teen', 16, 'sixteen sixteenth'],
    ['teen', 17, 'seventeen seventeenth'],
    ['teen', 18, 'eighteen eighteenth'],
    ['teen', 19, 'nineteen nineteenth'],
    ['tens', 20, 'twenty twentieth twenties'],
    ['tens', 30, 'thirty thirtieth thirties'],
    ['tens', 40, 'forty fourty fortieth forties'],
    ['tens', 50, 'fifty fiftieth fifties'],
    ['tens', 60, 'sixty sixtieth sixties'],
    ['tens', 70, 'seventy seventieth seventies'],
    ['tens', 80, 'eighty eightieth eighties'],
    ['tens', 90, 'ninety ninetieth nineties'],
    ['hundred', 2, 'hundred'],
    ['hundreds', 2, 'hundreds'],
    ['scale', 3, 'thousand'],
    ['scales', 3, 'thousands k'],
    ['scale', 6, 'million'],
    ['scales', 6, 'millions mn mln m'],
    ['scale', 9, 'billion'],
    ['scales', 9, 'billions bn bln b'],
    ['scale', 12, 'trillion'],
    ['scales', 12, 'trillions tn trn'],
    ['dozen', 12, 'dozen'],
    ['hint', 3, 'trio triple triplet triplets'],
    ['hint', 4, 'quartet quadruple'],
    ['part', 0.5, 'half'],
    ['part', 0.25, 'quarter'],
    ['vague', 0, 'several few some many dozens tens scores couple'],
  ],
  he: [
    ['unit', 0, 'אפס'],
    ['unit', 1, 'אחד אחת'],
    ['unit', 2, 'שתיים שניים שתי שני שתים'],
    ['stem', 2, 'שנים'],
    ['unit', 3, 'שלוש שלושה שלושת'],
    ['unit', 4, 'ארבע ארבעה ארבעת'],
    ['unit', 5, 'חמש חמישה חמשה חמשת חמישת'],
    ['unit', 6, 'שש שישה ששה ששת שישת'],
    ['unit', 7, 'שבע שבעה שבעת'],
    ['unit', 8, 'שמונה שמונת'],
    ['unit', 9, 'תשע תשעה תשעת'],
    ['ordinal', 1, 'ראשון ראשונה'],
    ['ordinal', 2, 'שנייה שניה'],
    ['ordinal', 3, 'שלישי שלישית'],
    ['ordinal', 4, 'רביעי רביעית'],
    ['ordinal', 5, 'חמישי חמישית'],
    ['ordinal', 6, 'שישי שישית'],
    ['ordinal', 7, 'שביעי שביעית'],
    ['ordinal', 8, 'שמיני שמינית'],
    ['ordinal', 9, 'תשיעי תשיעית'],
    ['ordinal', 10, 'עשירי עשירית'],
    ['ten', 10, 'עשר עשרה עשרת'],
    ['tens', 20, 'עשרים'],
    ['tens', 30, 'שלושים'],
    ['tens', 40, 'ארבעים'],
    ['tens', 50, 'חמישים'],
    ['tens', 60, 'שישים ששים'],
    ['tens', 70, 'שבעים'],
    ['tens', 80, 'שמונים'],
    ['tens', 90, 'תשעים'],
    ['hundred', 2, 'מאה'],
    ['hundreds', 2, 'מאות'],
    ['whole', 200, 'מאתיים'],
    ['scale', 3, 'אלף'],
    ['scales', 3, 'אלפים אלפי'],
    ['whole', 2000, 'אלפיים'],
    ['scale', 6, 'מיליון מליון'],
    ['scales', 6, 'מיליונים מיליוני מליוני מליונים'],
    ['scale', 9, 'מיליארד מליארד ביליון'],
    ['scales', 9, 'מיליארדים מיליארדי'],
    ['scale', 12, 'טריליון'],
    ['scales', 12, 'טריליונים טריליוני'],
    ['dual', 2, 'יומיים שבועיים חודשיים שנתיים פעמיים שעתיים'],
    ['dozen', 12, 'תריסר תריסרים'],
    ['hint', 2, 'דו'],
    ['hint', 3, 'תלת שלישייה שלישיית שלישיות'],
    ['hint', 4, 'רביעייה רביעיית רביעיות'],
    ['hint', 5, 'חמישייה חמישיית'],
    ['hint', 6, 'שישייה שישיית שישיות'],
    ['hint', 7, 'שביעייה שביעיית שביעיות'],
    ['part', 0.5, 'חצי'],
    ['part', 0.25, 'רבע'],
    ['vague', 0, 'כמה מספר עשרות'],
    ['half', 0.5, 'וחצי ומחצה'],
    ['day', 0, 'יום ביום מיום ליום שביום וביום ימי בימי ליל בליל'],
  ],
  ar: [
    ['unit', 0, 'صفر'],
    ['unit', 1, 'واحد واحدة أحد إحدى'],
    ['unit', 2, 'اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي'],
    ['unit', 3, 'ثلاث ثلاثة'],
    ['unit', 4, 'أربع أربعة'],
    ['unit', 5, 'خمس خمسة'],
    ['unit', 6, 'ست ستة'],
    ['unit', 7, 'سبع سبعة'],
    ['unit', 8, 'ثمان ثماني ثمانية ثمانيا'],
    ['unit', 9, 'تسع تسعة'],
    ['ordinal', 1, 'أول أولى حادي حادية'],
    ['ordinal', 2, 'ثاني ثانية ثان'],
    ['ordinal', 3, 'ثالث ثالثة ثالثا'],
    ['ordinal', 4, 'رابع رابعة رابعا'],
    ['ordinal', 5, 'خامس خامسة خامسا'],
    ['ordinal', 6, 'سادس سادسة سادسا'],
    ['ordinal', 7, 'سابع سابعة سابعا'],
    ['ordinal', 8, 'ثامن ثامنة ثامنا'],
    ['ordinal', 9, 'تاسع تاسعة تاسعا'],
    ['ordinal', 10, 'عاشر عاشرة عاشرا'],
    ['ten', 10, 'عشر عشرة'],
    ['tens', 20, 'عشرون عشرين عشرينات عشرينيات'],
    ['tens', 30, 'ثلاثون ثلاثين ثلاثينات ثلاثينيات'],
    ['tens', 40, 'أربعون أربعين أربعينات أربعينيات'],
    ['tens', 50, 'خمسون خمسين خمسينات خمسينيات'],
    ['tens', 60, 'ستون ستين ستينات ستينيات'],
    ['tens', 70, 'سبعون سبعين سبعينات سبعينيات'],
    ['tens', 80, 'ثمانون ثمانين ثمانينات ثمانينيات'],
    ['tens', 90, 'تسعون تسعين تسعينات تسعينيات'],
    ['hundred', 2, 'مئة مائة'],
    ['hundreds', 2, 'مئات'],
    ['whole', 200, 'مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي'],
    ['whole', 300, 'ثلاثمئة ثلاثمائة'],
    ['whole', 400, 'أربعمئة أربعمائة'],
    ['whole', 500, 'خمسمئة خمسمائة'],
    ['whole', 600, 'ستمئة ستمائة'],
    ['whole', 700, 'سبعمئة سبعمائة'],
    ['whole', 800, 'ثمانمئة ثمانمائة ثمانيمئة'],
    ['whole', 900, 'تسعمئة تسعمائة'],
    ['scale', 3, 'ألف ألفا'],
    ['scales', 3, 'آلاف ألوف'],
    ['whole', 2000, 'ألفان ألفين ألفي'],
    ['scale', 6, 'مليون مليونا'],
    ['scales', 6, 'ملايين'],
    ['whole', 2_000_000, 'مليونان مليونين مليوني'],
    ['scale', 9, 'مليار مليارا بليون'],
    ['scales', 9, 'مليارات بلايين'],
    ['whole', 2_000_000_000, 'ملياران مليارين ملياري'],
    ['scale', 12, 'تريليون ترليون'],
    ['scales', 12, 'تريليونات ترليونات'],
    ['dual', 2, arabicDuals],
    ['dozen', 12, 'دزينة'],
    ['hint', 2, 'ثنائي ثنائية'],
    ['hint', 3, 'ثلاثي ثلاثية'],
    ['hint', 4, 'رباعي رباعية'],
    ['hint', 5, 'خماسي خماسية'],
    ['hint', 6, 'سداسي سداسية'],
    ['hint', 7, 'سباعي سباعية سباعيات'],
    ['part', 0.5, 'نصف'],
    ['part', 0.25, 'ربع'],
    ['vague', 0, 'عدة بضع بضعة عشرات عدد'],
    ['half', 0.5, 'ونصف'],
  ],
};

interface NumberClitics {
  readonly joining: string;
  readonly others: readonly string[];
}

/** Words that only look like a number word with a clitic. */
export const noNumberWords: ReadonlySet<string> = new Set(['كمية', 'وكمية']);

/** What is written together with a number word, in any combination that people write; the first adds it to another. */
export const numberClitics: Readonly<Record<Locale, NumberClitics>> = {
  en: { joining: '', others: [''] },
  he: { joining: 'ו', others: ['', ...'ב ל מ ה ש כ מה שה שב של שמ כש בה לה כה לכ מכ'.split(' ')] },
  ar: { joining: 'و', others: ['', ...'ف ب ل ك ال بال لل كال فال فب فل'.split(' ')] },
};
