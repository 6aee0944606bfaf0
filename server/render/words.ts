/**
 * The words that an edition's pages need around the text, in each language. They are few, belong to the published
 * page and not to the desk's interface, and are whole phrases: a language's name takes another form after "from" in
 * Hebrew (מאנגלית) and Arabic (عن الإنجليزية), so nothing is put together from parts.
 *
 * To add a language: a row here. To add a word: a member of `Words`.
 */
import type { Locale } from '../domain/locale.ts';

export interface Words {
  /** Around a date as this language writes it. */
  readonly published: readonly [before: string, after: string];
  readonly updated: readonly [before: string, after: string];
  readonly translatedFrom: Readonly<Partial<Record<Locale, string>>>;
  /** Before the names of those who translated it. */
  readonly translators: string;
  /** Said of a translation whose original has changed, around the day of the change. */
  readonly outdated: readonly [before: string, after: string];
  /** `written`: the number in the edition's digits. */
  readonly readingTime: (minutes: number, written?: string) => string;
  readonly contents: string;
  /** Above what corrections say has changed. */
  readonly corrections: string;
  readonly articles: string;
  readonly allArticles: string;
  readonly noArticles: string;
  readonly languages: string;
  readonly skipToText: string;
  readonly footnotes: string;
  /** Numbers are given as the edition writes them. */
  readonly footnote: (number: string) => string;
  readonly backToText: string;
  readonly image: string;
  readonly table: (number: string) => string;
  readonly demo: string;
  readonly preview: string;
  /** Of the files beside an article, which a preview has not. */
  readonly previewForms: string;
  readonly previewEnded: string;
  readonly previewEndedHint: string;
  readonly notTranslated: string;
  readonly notFound: string;
  readonly notFoundHint: string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    published: ['Published ', ''],
    updated: ['Updated ', ''],
    translatedFrom: { he: 'Translated from Hebrew', ar: 'Translated from Arabic' },
    translators: 'Translated by ',
    outdated: ['This translation is of an earlier version: the original was updated on ', '.'],
    contents: 'Contents',
    corrections: 'Corrections and updates',
    readingTime: (minutes, written = String(minutes)) => `${written} min read`,
    articles: 'Articles',
    allArticles: 'All articles in English',
    noArticles: 'Nothing has been published in English yet.',
    languages: 'Languages',
    skipToText: 'Skip to the text',
    footnotes: 'Footnotes',
    footnote: (number) => `Footnote ${number}`,
    backToText: 'Back to the text',
    image: 'Image',
    table: (number) => `Table ${number}`,
    demo: 'This is not a translation. The text was made by the built-in demo, only to show what a page looks like.',
    preview: 'Preview of a draft. Readers do not see this page.',
    previewForms: 'The files to download are made when it is published.',
    previewEnded: 'This preview has ended',
    previewEndedHint:
      'A preview can be looked at for an hour. Open the article at the desk and look at its preview anew. The address of the preview at the desk stays the same: send that one to colleagues.',
    notTranslated: 'Not translated yet',
    notFound: 'This page is not here',
    notFoundHint: 'It may have been withdrawn, or the address may be mistyped.',
  },
  he: {
    published: ['פורסם ב־', ''],
    updated: ['עודכן ב־', ''],
    translatedFrom: { en: 'תורגם מאנגלית', ar: 'תורגם מערבית' },
    translators: 'תרגום: ',
    outdated: ['התרגום הזה נעשה לפי גרסה קודמת: המקור עודכן ב־', '.'],
    contents: 'תוכן העניינים',
    corrections: 'תיקונים ועדכונים',
    readingTime: (minutes, written = String(minutes)) => (minutes === 1 ? 'דקת קריאה אחת' : `${written} דקות קריאה`),
    articles: 'כתבות',
    allArticles: 'כל הכתבות בעברית',
    noArticles: 'עדיין לא פורסמו כתבות בעברית.',
    languages: 'שפות',
    skipToText: 'דילוג אל הטקסט',
    footnotes: 'הערות שוליים',
    footnote: (number) => `הערת שוליים ${number}`,
    backToText: 'חזרה אל הטקסט',
    image: 'תמונה',
    table: (number) => `טבלה ${number}`,
    demo: 'זה אינו תרגום. הטקסט נוצר בידי מנגנון ההדגמה המובנה, רק כדי להראות איך נראה עמוד.',
    preview: 'תצוגה מקדימה של טיוטה. העמוד הזה אינו גלוי לקוראים.',
    previewForms: 'הקבצים להורדה נוצרים עם הפרסום.',
    previewEnded: 'התצוגה המקדימה הסתיימה',
    previewEndedHint:
      'תצוגה מקדימה זמינה למשך שעה. אפשר לפתוח את הכתבה בשולחן העבודה ולהציג אותה שוב. כתובת התצוגה המקדימה בשולחן העבודה אינה משתנה: אותה כדאי לשלוח לעמיתים.',
    notTranslated: 'עדיין לא תורגם',
    notFound: 'העמוד הזה לא נמצא',
    notFoundHint: 'ייתכן שהוא הוסר מפרסום, או שנפלה טעות בכתובת.',
  },
  ar: {
    published: ['نُشر في ', ''],
    updated: ['حُدِّث في ', ''],
    translatedFrom: { en: 'مترجَم عن الإنجليزية', he: 'مترجَم عن العبرية' },
    translators: 'ترجمة: ',
    outdated: ['أُعدّت هذه الترجمة عن نسخة سابقة، وقد حُدِّث الأصل في ', '.'],
    contents: 'المحتويات',
    corrections: 'تصويبات وتحديثات',
    readingTime: arabicMinutes,
    articles: 'المقالات',
    allArticles: 'كل المقالات بالعربية',
    noArticles: 'لم يُنشر أي مقال بالعربية بعد.',
    languages: 'اللغات',
    skipToText: 'الانتقال إلى النص',
    footnotes: 'الحواشي',
    footnote: (number) => `الحاشية ${number}`,
    backToText: 'العودة إلى النص',
    image: 'صورة',
    table: (number) => `الجدول ${number}`,
    demo: 'هذه ليست ترجمة. النص من صنع أداة العرض التجريبي المدمجة، وغايته الوحيدة إظهار شكل الصفحة.',
    preview: 'معاينة مسودة. هذه الصفحة لا يراها القرّاء.',
    previewForms: 'تُعدّ ملفات التنزيل عند النشر.',
    previewEnded: 'انتهت هذه المعاينة',
    previewEndedHint:
      'تبقى المعاينة متاحة ساعة واحدة. يمكن فتح المقال في مكتب العمل وعرض معاينته من جديد. أما عنوان المعاينة في مكتب العمل فلا يتغيّر، وهو الذي يحسن إرساله إلى الزملاء.',
    notTranslated: 'لم يُترجم بعد',
    notFound: 'هذه الصفحة غير موجودة',
    notFoundHint: 'ربما سُحبت من النشر، أو أن في عنوانها خطأ.',
  },
};

/** CLDR's Arabic plural classes: 1, 2, 3–10, and the rest. */
function arabicMinutes(minutes: number, written = String(minutes)): string {
  const forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = {
    one: 'دقيقة قراءة واحدة',
    two: 'دقيقتا قراءة',
    few: `${written} دقائق قراءة`,
  };
  return forms[new Intl.PluralRules('ar').select(minutes)] ?? `${written} دقيقة قراءة`;
}
