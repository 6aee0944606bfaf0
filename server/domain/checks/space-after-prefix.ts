/**
 * `space.after-prefix` (Hebrew): a one-letter word, or several of them, always written together with the next, stands
 * alone: `ה ממשלה`, `וה ממשלה`, `ב 7 באוקטובר`, `ל "הארץ"`. The last letter of an acronym (`צה"ל תקף`) does not. Before a number, a Latin word or a quotation the house's maqaf ties them.
 *
 * A letter by itself may also be a label: with a geresh (`כיתה ב׳`), a bracket or a stop after it, after a word that takes
 * one (`קבוצה ב ניצחה`), or among other single letters (`א ב ג`).
 */
import type { SegmentCheck } from './check.ts';

const labelled =
  'אות|אותיות|כיתה|כיתות|שכבה|שכבת|קבוצה|קבוצת|קבוצות|חלק|סעיף|סעיפים|נספח|שלב|שלבים|אפשרות|צד|נקודה|ויטמין|דגם|סוג|טיפוס|רמה|דרגה|מחלקה|מדור|ליגה|הפטיטיס|תוכנית|תכנית|ערוץ|רשת|בניין|כניסה|אזור|קומה|' +
  'יום|שטח|שטחי|שורה|טור|עמודה|לוח|רובע|מסלול|תרחיש|מועד|גרסה|צוות|מגמה|אולם|טרמינל|קו|פרק|כרך|פסקה|שאלה|יחידה|שער|פלוגה|סוללה';

/** Prefixes of several letters that are no words of their own, as של, מה and שב are. */
const clusters = 'וה|שה|כשה|וכשה|וב|ול|וש|כש|וכש|לכש';

const alone = new RegExp(
  String.raw`(?<=^|[\s(\[«\u2013\u2014-]|(?<![\p{L}\p{M}])["“„])(?<!(?:^|[^\p{L}\p{M}])[והבלמ]?(?:${labelled})\s)(?<!(?:^|[\s])\p{L} )` +
    String.raw`(?:[הובכלמש]|(?:${clusters})(?=[^\S\n]+\p{sc=Hebrew}))\p{M}*([^\S\n]+)(?=(\p{sc=Hebrew}\p{M}*\p{sc=Hebrew})|\p{Nd}|\p{sc=Latin}{2}|["“”„״]\p{L})`,
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
