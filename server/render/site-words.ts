/**
 * The words of the pages around the articles, in each language: whole phrases, as in `words.ts`.
 * To add a word: a member of `SiteWords`, and its phrase in each row.
 */
import type { Locale } from '../domain/locale.ts';

export interface SiteWords {
  /** What the links at the end of each page are, for who hears the page. */
  readonly siteNavigation: string;
  readonly archive: string;
  readonly tags: string;
  readonly noTags: string;
  readonly about: string;
  readonly feed: string;
  /** What the links between the pages of a list are. */
  readonly pager: string;
  readonly page: (number: string) => string;
  readonly newer: string;
  readonly older: string;
  readonly moved: string;
  readonly movedTo: string;
  readonly withdrawn: string;
  readonly withdrawnHint: string;
  readonly stillIn: string;
}

export const siteWords: Readonly<Record<Locale, SiteWords>> = {
  en: {
    siteNavigation: 'This site',
    archive: 'Archive',
    tags: 'Topics',
    noTags: 'There is nothing under any topic yet.',
    about: 'About',
    feed: 'Feed (Atom)',
    pager: 'Pages of this list',
    page: (number) => `Page ${number}`,
    newer: 'Newer',
    older: 'Older',
    moved: 'This article has moved',
    movedTo: 'It is now here:',
    withdrawn: 'This article has been withdrawn',
    withdrawnHint: 'It is no longer published in English.',
    stillIn: 'You can still read it in another language:',
  },
  he: {
    siteNavigation: 'באתר הזה',
    archive: 'ארכיון',
    tags: 'נושאים',
    noTags: 'עדיין אין כתבות באף נושא.',
    about: 'אודות',
    feed: 'עדכונים (Atom)',
    pager: 'עמודי הרשימה',
    page: (number) => `עמוד ${number}`,
    newer: 'כתבות חדשות יותר',
    older: 'כתבות ישנות יותר',
    moved: 'הכתבה עברה לכתובת אחרת',
    movedTo: 'עכשיו היא נמצאת כאן:',
    withdrawn: 'הכתבה הוסרה מפרסום',
    withdrawnHint: 'היא אינה מפורסמת עוד בעברית.',
    stillIn: 'עדיין אפשר לקרוא אותה בשפה אחרת:',
  },
  ar: {
    siteNavigation: 'في هذا الموقع',
    archive: 'الأرشيف',
    tags: 'المواضيع',
    noTags: 'لا مقالات بعد في أي موضوع.',
    about: 'من نحن',
    feed: 'خلاصة (Atom)',
    pager: 'صفحات القائمة',
    page: (number) => `الصفحة ${number}`,
    newer: 'مقالات أحدث',
    older: 'مقالات أقدم',
    moved: 'انتقل هذا المقال إلى عنوان آخر',
    movedTo: 'تجدونه الآن هنا:',
    withdrawn: 'سُحب هذا المقال من النشر',
    withdrawnHint: 'لم يعد منشورًا بالعربية.',
    stillIn: 'ما زالت قراءته ممكنة بلغة أخرى:',
  },
};
