/**
 * `dup.word`: the same word twice in a row, however it is pointed or capitalised: `של של הממשלה`. Punctuation between
 * the two says that somebody meant it (`לא, לא`), and so do the doublings that each language has (`יום יום`). Part of a
 * compound is another word (`אל אל־קודס`, the pre-war war).
 *
 * Hamza carriers and final letters count here: `على علي` (on Ali) is two words. Numbers may repeat.
 */
import type { Codes } from '../content.ts';
import { tokenize } from '../content.ts';
import { fold } from '../language/fold.ts';
import type { Locale } from '../locale.ts';
import type { Found, SegmentCheck } from './check.ts';
import type { Side, Word } from './subject.ts';

/** Said twice on purpose: again and again, bit by bit, each by each. */
const meant: Readonly<Record<Locale, ReadonlySet<string>>> = {
  en: folded(
    'had that no yes very so bye ha many never now there again really knock hush tut long far blah chop ta tick night hear well aye la go tsk boo sing duran walla sirhan boutros bora zsa',
  ),
  he: folded(
    'יום אט לאט כן לא טיפין מעט צעד אחד אחת שניים שתיים זוגות שעה חודש שנה שבוע דקה רבים מאוד הרבה פחות יותר לפנים ' +
      'בוקר ערב לילה קבוצות חתיכות חלקים שכבות שורות ערמות גלים פעם איש בית טיפה שלב אוי הו נו די לאחד תור מילה אות אמן ' +
      'סוף קצת דבר פרט דור עיר רגע תודה טוב חזק מהר ככה ממש תיכף מיד שלום לך צדק נחמו ' +
      'קמעא מדרגה דרגה חצי שנייה חלק זוג פס מאות אלפים עשרות הנה חי בוטרוס סרחאן',
  ),
  ar: folded(
    'شيئا رويدا دكا صفا جدا قليلا كثيرا خطوة فردا واحدا واحدة يوما بابا درجة حرفا كلمة جزءا سطرا نعم لا كلا هيهات ' +
      'مرارا مهلا سويا تدريجيا مثنى جماعات أفواجا هلم وجها رجلا شبرا بيتا دارا زنقة حبة قطرة سنة شهرا عاما ساعة لحظة حالا ' +
      'الله حقا أبدا واحد شوي شوية بعيدا أولا بطرس سرحان مرة اثنين اثنان ثلاثة شارعا هنيئا إربا زمرا آمين سريعا',
  ),
};

function folded(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(sameness));
}

/** Without marks that a word may or may not be written with, and without case. */
function sameness(word: string): string {
  return fold(word, 1).text.toLowerCase();
}

export const dupWord: SegmentCheck = {
  id: 'dup.word',
  severity: 'warning',
  scope: 'segment',
  ofOneSide: true,
  find: ({ target }) => runsOf(target).map((run) => foundIn(run, target)),
};

/** Each run of one word, twice or more. */
function runsOf(side: Side): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  for (const word of side.words) {
    const last = run.at(-1);
    if (last !== undefined && repeats(last, word, side)) run.push(word);
    else run = [word];
    if (run.length === 2) runs.push(run);
  }
  return runs;
}

function repeats(first: Word, second: Word, { raw, codes, locale }: Side): boolean {
  if (!mayBeOne(first.text, second.text) || !/\p{L}/u.test(first.text)) return false;
  if (locale === 'ar' && (first.text === who || second.text === who)) return false;
  if (tie.test(raw.slice(Math.max(0, first.start - 1), first.start)) || tie.test(raw.charAt(second.end))) return false;
  const word = sameness(first.text);
  return (
    word === sameness(second.text) && !meant[locale].has(word) && isSpace(raw.slice(first.end, second.start), codes)
  );
}

/** Pointed only to be told from `من` (from). */
const who = 'م\u064Eن';
const tie = /[-־\u2010\u2011]/u;

/** Folding is dear, and nearly all neighbours differ at once: in their first letter, or in length where no mark is. */
function mayBeOne(a: string, b: string): boolean {
  return firstLetter(a) === firstLetter(b) && (a.length === b.length || /[\p{M}\p{Cf}\u0640]/u.test(a + b));
}

function firstLetter(word: string): string {
  const first = word[0] ?? '';
  return 'آأإٱ'.includes(first) ? 'ا' : first.toLowerCase();
}

/** White space, in which a pair of codes may begin or end. */
function isSpace(between: string, codes: Codes): boolean {
  if (!/\s/u.test(between)) return false;
  return tokenize(between, codes).every(({ kind, text }) => (kind === 'text' ? text.trim() === '' : kind !== 'alone'));
}

function foundIn(run: readonly Word[], { raw }: Side): Found {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return { spans: [] };
  const rest = [first.end, last.end] as const;
  const hasCode = run.slice(1).some((word, i) => raw.slice(run[i]?.end, word.start).trim() !== '');
  return {
    spans: [[first.start, last.end]],
    params: { word: first.text },
    ...(!hasCode && { fix: [{ span: rest, text: '' }] }),
  };
}
