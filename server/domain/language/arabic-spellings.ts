/**
 * Arabic words that are often written with a letter that is not theirs, each beside what is right: closed lists of what
 * is certain, because the same letters are right elsewhere. A list says what may be written before its words: a
 * conjunction only (`واحد` is “one” and no “and” + `احد`), prepositions too, or nothing.
 *
 * `والى` is taken for “and to”: the verb of these letters is rare.
 *
 * Both words of a pair have the same letters but for the wrong ones, so points on them stay where they are. An empty
 * right side: the spelling is wrong, and only the sense tells which of two is meant.
 */
export type Before = 'nothing' | 'conjunction' | 'clitics';

export interface Spelling {
  readonly right: string;
  readonly before: Before;
}

export type Spellings = ReadonlyMap<string, Spelling>;

/** Each allows what the ones before it do. */
const ranks: readonly Before[] = ['nothing', 'conjunction', 'clitics'];

/** An alef that has lost its hamza or madda. */
export const missingHamza: Spellings = listed({
  clitics:
    'اسرائيل=إسرائيل اسرائيلي=إسرائيلي اسرائيلية=إسرائيلية اسرائيليين=إسرائيليين الاسرائيلي=الإسرائيلي ' +
    'الاسرائيلية=الإسرائيلية الاسرائيليين=الإسرائيليين الاسرائيليون=الإسرائيليون الامم=الأمم الامن=الأمن ' +
    'الامريكي=الأمريكي الامريكية=الأمريكية الامريكيين=الأمريكيين الاميركي=الأميركي الاميركية=الأميركية ' +
    'امريكا=أمريكا اميركا=أميركا اوروبا=أوروبا الاوروبي=الأوروبي الاوروبية=الأوروبية افريقيا= ايران=إيران ' +
    'الايراني=الإيراني الايرانية=الإيرانية الاسلام=الإسلام الاسلامي=الإسلامي الاسلامية=الإسلامية ' +
    'الاسلاميين=الإسلاميين الارهاب=الإرهاب الارهابي=الإرهابي الارهابية=الإرهابية الاراضي=الأراضي ' +
    'الاطفال=الأطفال الاسرى=الأسرى الاردن=الأردن الانسان=الإنسان الانسانية=الإنسانية الادارة=الإدارة ' +
    'الاربعاء=الأربعاء الاسبوع=الأسبوع الاولى=الأولى الاخرى=الأخرى الاخيرة=الأخيرة الاكثر=الأكثر ' +
    'الاوضاع=الأوضاع الازمة=الأزمة الاقصى=الأقصى الامارات=الإمارات اكتوبر=أكتوبر اغسطس=أغسطس ابريل=أبريل ' +
    'الاوسط=الأوسط الاسلحة=الأسلحة الاهداف=الأهداف الاحداث=الأحداث الاخبار=الأخبار الاسباب=الأسباب الاعضاء=الأعضاء ' +
    'الازمات=الأزمات الايام=الأيام الامور=الأمور الاموال=الأموال الاشخاص=الأشخاص الافراد=الأفراد الارقام=الأرقام ' +
    'الاساسي=الأساسي الاساسية=الأساسية الاجنبي=الأجنبي الاجنبية=الأجنبية المانيا=ألمانيا الالماني=الألماني ' +
    'الالمانية=الألمانية اسبانيا=إسبانيا ايطاليا=إيطاليا الاردني=الأردني الاردنية=الأردنية الانترنت=الإنترنت ' +
    'الاجراءات=الإجراءات الافراج=الإفراج الارض=الأرض الاحزاب=الأحزاب الاهالي=الأهالي الاثار=الآثار',
  conjunction:
    'الى=إلى الان=الآن اكثر=أكثر امام= اذا=إذا ايضا=أيضا اخرى=أخرى اكد=أكد اكدت=أكدت اعلن=أعلن اعلنت=أعلنت اضاف=أضاف ' +
    'اضافت=أضافت اشار=أشار اشارت=أشارت اوضح=أوضح اكبر=أكبر اصبح=أصبح اصبحت=أصبحت اثناء=أثناء انحاء=أنحاء ' +
    'اعضاء=أعضاء اطفال=أطفال ايام=أيام اسبوع=أسبوع اسبوعين=أسبوعين ابو=أبو انا=أنا انت=أنت الاول=الأول ' +
    'الاخير=الأخير الاحد=الأحد الا= اما= انه= انها= انهم= اننا= انني= انكم= لانه=لأنه لانها=لأنها لانهم=لأنهم ' +
    'بانه=بأنه بانها=بأنها بانهم=بأنهم ' +
    'لان=لأن امس=أمس اين=أين افضل=أفضل اشخاص=أشخاص الاف=آلاف اعادة=إعادة اصيب=أصيب اطلق=أطلق ادى=أدى ادت=أدت',
  nothing: 'او=أو اي=أي ان= احد=أحد اول=أول اخر=',
});

/** ى for ي, and ي for ى. `وفى` is also a verb, `والي` a governor. */
export const wrongYa: Spellings = listed({
  clitics: 'التى=التي الذى=الذي',
  conjunction: 'هى=هي حتي=حتى متي=متى اى=أي لى=لي كى=كي لكى=لكي',
  nothing: 'فى=في ففى=ففي الي=إلى',
});

/** ه for ة. */
export const wrongHa: Spellings = listed({
  clitics:
    'غزه=غزة مدينه=مدينة جامعه=جامعة حكومه=حكومة الحكومه=الحكومة الدوله=الدولة المدينه=المدينة الجامعه=الجامعة ' +
    'المنطقه=المنطقة القاهره=القاهرة السعوديه=السعودية العربيه=العربية الاسرائيليه=الإسرائيلية ' +
    'الإسرائيليه=الإسرائيلية الفلسطينيه=الفلسطينية المتحده=المتحدة الأمريكيه=الأمريكية الأميركيه=الأميركية ' +
    'الماضيه=الماضية السنه=السنة الحياه=الحياة اللغه=اللغة السياسه=السياسة السياسيه=السياسية الوزاره=الوزارة ' +
    'الثانيه=الثانية الجديده=الجديدة الصحه=الصحة المقاومه=المقاومة القوه=القوة ' +
    'السلطه=السلطة الضفه=الضفة الغربيه=الغربية الشرقيه=الشرقية الجمعه=الجمعة الثوره=الثورة الهدنه=الهدنة ' +
    'المحكمه=المحكمة المعركه=المعركة المنظمه=المنظمة الجبهه=الجبهة القضيه=القضية الخطه=الخطة الحركه=الحركة ' +
    'الجماعه=الجماعة الجمهوريه=الجمهورية الوطنيه=الوطنية الدوليه=الدولية الرئاسه=الرئاسة المعارضه=المعارضة ' +
    'العسكريه=العسكرية الأمنيه=الأمنية المدرسه=المدرسة القريه=القرية الكبيره=الكبيرة الصغيره=الصغيرة ' +
    'الأخيره=الأخيرة الشركه=الشركة العمليه=العملية المساعده=المساعدة الأزمه=الأزمة الصحيفه=الصحيفة ' +
    'المجموعه=المجموعة النتيجه=النتيجة الحاله=الحالة الفتره=الفترة الخارجيه=الخارجية الداخليه=الداخلية وزاره=وزارة',
  conjunction: '',
  nothing: '',
});

/** The spelling that a word without points has in a list, with what stands before it. */
export function spellingOf(word: string, list: Spellings): { before: string; right: string } | undefined {
  for (const { before, rest, needs } of readings(word)) {
    const found = list.get(rest);
    if (found && ranks.indexOf(found.before) >= ranks.indexOf(needs)) return { before, right: found.right };
  }
  return undefined;
}

/** `لل` has swallowed the alef of the article. */
function readings(word: string): ReadonlyArray<{ before: string; rest: string; needs: Before }> {
  const [, and = '', preposition = ''] = /^([وف]?)([بلك]?)/u.exec(word) ?? [];
  const afterAnd = word.slice(and.length);
  return [
    { before: '', rest: word, needs: 'nothing' },
    { before: and, rest: afterAnd, needs: 'conjunction' },
    { before: and + preposition, rest: afterAnd.slice(preposition.length), needs: 'clitics' },
    ...(afterAnd.startsWith('لل')
      ? [{ before: `${and}ل`, rest: `ا${afterAnd.slice(1)}`, needs: 'clitics' as const }]
      : []),
  ];
}

function listed(lists: Readonly<Record<Before, string>>): Spellings {
  return new Map(
    ranks.flatMap((before) =>
      lists[before]
        .split(' ')
        .filter(Boolean)
        .map((pair): [string, Spelling] => {
          const [wrong = '', right = ''] = pair.split('=');
          return [wrong, { right, before }];
        }),
    ),
  );
}
