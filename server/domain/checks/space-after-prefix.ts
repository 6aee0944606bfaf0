/**
 * `space.after-prefix` (Hebrew): a one-letter word, which is always written together with the next, stands alone:
 * `ה ממשלה`, `ב 7 באוקטובר`, `ל "הארץ"`. Before a number, a Latin word or a quotation the house's maqaf ties them.
 *
 * A letter by itself may also be a label: with a geresh (`כיתה ב׳`), a bracket or a stop after it, after a word that takes
 * one (`קבוצה ב ניצחה`), or among other single letters (`א ב ג`).
 */
import type { SegmentCheck } from './check.ts';

const labelled =
  'אות|אותיות|כיתה|כיתות|שכבה|שכבת|קבוצה|קבוצת|חלק|סעיף|נספח|שלב|אפשרות|צד|נקודה|ויטמין|דגם|סוג|טיפוס|רמה|דרגה|מחלקה|מדור|ליגה|הפטיטיס|תוכנית|תכנית|ערוץ|רשת|בניין|כניסה|אזור|קומה';

const alone = new RegExp(
  String.raw`(?<=^|[\s(\[«"“„\u2013\u2014-])(?<!(?:^|[^\p{L}\p{M}])[והבלמ]?(?:${labelled})\s)(?<!(?:^|[\s])\p{L} )` +
    String.raw`[הובכלמש]\p{M}*([^\S\n]+)(?=(\p{sc=Hebrew}\p{M}*\p{sc=Hebrew})|\p{Nd}|\p{sc=Latin}{2}|["“”„״]\p{L})`,
  'gu',
);

export const spaceAfterPrefix: SegmentCheck = {
  id: 'space.after-prefix',
  severity: 'warning',
  to: ['he'],
  scope: 'segment',
  ofOneSide: true,
  find: ({ target: { text }, policy }) =>
    Array.from(text.matchAll(alone), ({ 0: found, 1: space = '', 2: word, index }) => {
      const end = index + found.length;
      const tie = word !== undefined ? '' : policy.maqaf === 'maqaf' ? '־' : '-';
      return { spans: [[index, end]], fix: [{ span: [end - space.length, end], text: tie }] };
    }),
};
