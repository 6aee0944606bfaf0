/**
 * `num.currency`: a sum in another currency than the source's: `$5 million`, 5 מיליון שקל. Only where each side names one
 * that the other does not: a sum may be converted in brackets, and a currency may go without saying. Pounds and liras are
 * one word in Hebrew and nearly one in Arabic; what is a name too (riyal: ריאל מדריד, franc: פרנק) is left out.
 */
import type { SegmentCheck } from './check.ts';
import type { Side } from './subject.ts';

/** The signs and the words of a currency in the three languages, the words without what is written together with them. */
const currencies: ReadonlyArray<readonly [signs: string, en: string, he: string, ar: string]> = [
  ['\\$', 'dollars?|usd', 'דולר(?:ים)?', 'دولار(?:ات|ا|ين|ان)?'],
  ['€', 'euros?|eur', '[אי]ורו', 'يورو'],
  ['₪', 'shekels?|sheqels?|nis|ils', 'שקל(?:ים)?|ש["״]ח', '(?:شيكل|شيقل|شاقل)(?:ات|ا|ين|ان)?|شواكل|شواقل'],
  ['£', 'pounds?|gbp|sterling|liras?', 'ליר(?:ה|ות)|ליש["״]ט', '(?:جنيه|لير)(?:ات|ا|ين|ان|ة)?'],
  ['(?!)', 'dinars?', 'דינר(?:ים)?', 'دينار(?:ا|ين|ان)?|دنانير'],
  ['(?!)', 'yuans?', 'יואן', 'يوان(?:ات|ا)?'],
  ['₽', 'rou?bles?', 'רובל(?:ים)?', 'روبل(?:ات|ا)?'],
];

const patterns = currencies.map(
  ([signs, en, he, ar]) =>
    new RegExp(
      [
        signs,
        String.raw`(?<!\p{L})(?:${en})(?!\p{L})`,
        String.raw`(?<!\p{L})[ובלמהכש]{0,3}[-־]?(?:${he})(?!\p{L})`,
        String.raw`(?<!\p{L})[وفبكل]{0,3}(?:ال)?(?:${ar})(?!\p{L})`,
      ].join('|'),
      'iu',
    ),
);

/** What most texts have none of, found at once; without folding of case, which costs ten times as much. */
const anyCurrency =
  /\p{Sc}|[Dd]ollar|[Ee]uro|[Ss]he[kq]el|NIS|[Pp]ound|[Ll]ira|[Ss]terling|[Dd]inar|[Yy]uan|[Rr]ou?ble|USD|EUR|GBP|ILS|דולר|ורו|שקל|ש["״]ח|ליר|ליש|דינר|יואן|רובל|دولار|يورو|شي[كق]ل|شاقل|شوا[كق]ل|جنيه|لير|دينار|دنانير|يوان|روبل/u;

export const numCurrency: SegmentCheck = {
  id: 'num.currency',
  severity: 'warning',
  scope: 'segment',
  find: ({ source, target }) => {
    if (!anyCurrency.test(source.text) || !anyCurrency.test(target.text)) return [];
    const [wanted, found] = [namedIn(source), namedIn(target)];
    const lost = wanted.find(({ row }) => found.every((other) => other.row !== row));
    const other = found.find(({ row }) => wanted.every((one) => one.row !== row));
    if (lost === undefined || other === undefined) return [];
    const spans = [[other.start, other.start + other.text.length]] as const;
    const sourceSpans = [[lost.start, lost.start + lost.text.length]] as const;
    return [{ spans, sourceSpans, params: { wanted: lost.text, found: other.text } }];
  },
};

interface Named {
  readonly row: number;
  readonly start: number;
  readonly text: string;
}

/** The currencies of a text, each where it is first named. */
function namedIn({ text }: Side): Named[] {
  return patterns.flatMap((pattern, row) => {
    const found = pattern.exec(text);
    return found ? [{ row, start: found.index, text: found[0] }] : [];
  });
}
