/**
 * Where a full stop belongs to an abbreviation and ends no sentence: what ICU, which asks only whether a lower-case letter
 * follows, cannot know in English (`Mr. Smith`) and knows even less in scripts without case (`د. أحمد`, `ר. לוי`).
 *
 * Each language lists the abbreviations after which something always follows, and those that are words of their own
 * unless a number follows (`No. 7`, but “No.” is an answer). Left to ICU: `etc.`, `p.m.`, `וכו׳.`, which may well end a
 * sentence. To add one: a word in a list, without its last full stop.
 */
import type { Locale } from '../locale.ts';

interface Abbreviations {
  /** Something always follows. */
  readonly leading: string;
  /** They count before a number. */
  readonly beforeNumber: string;
  /** One-letter words that are written together with them. */
  readonly clitics: string;
  /** What is no abbreviation although it looks like one with a clitic. */
  readonly words: string;
}

const abbreviations: Readonly<Record<Locale, Abbreviations>> = {
  en: {
    leading:
      'Mr Mrs Ms Messrs Mx Dr Prof Gen Col Maj Capt Cpt Cdr Lt Sgt Cpl Pvt Brig Adm Rev Fr Hon Sen Rep Gov Pres Supt Insp St Ste Mt ' +
      'cf vs v al ca c est ibid Ibid op cit viz e.g E.g i.e I.e eg ie vol vols Vol p pp ed eds',
    beforeNumber:
      'No Nos no nos P Pp fig figs Fig Figs art Art arts ch chs Ch sec Sec par para col Tel tel ext ' +
      'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec',
    clitics: '',
    words: '',
  },
  he: {
    leading: 'פרופ גב רח שד אינג ע״י ע"י',
    beforeNumber: "מס מס' מס׳ עמ עמ' עמ׳ סע סע' סע׳ טל טל' טל׳ ס' ס׳ גל גל' גל׳ כר כר' כר׳ פס פס' פס׳",
    clitics: 'ו ב ל מ ה ש וב ול ומ וה וש',
    words: '',
  },
  ar: {
    leading: 'د أ م أ.د م.د أ.م أ.م.د ص ص.ب ج ط ت ق.م ب.م هـ',
    beforeNumber: 'رقم مس مس׳ تلفون هاتف فقرة مادة',
    clitics: 'و ف ب ل ال وال بال لل',
    words: 'بد لم بم لت بت فم',
  },
};

/** A letter by itself (in Hebrew also after “and”), or letters each with its full stop: `J.`, `ר.`, `ח.נ.`; Latin `U.S.` is no name's initial. */
const initials: Readonly<Record<Locale, RegExp>> = {
  en: /^\p{Lu}$/u,
  he: /^ו?\p{sc=Hebrew}(?:\.\p{sc=Hebrew})*$/u,
  ar: /^[\p{sc=Arabic}&&\p{L}]ـ?(?:\.[\p{sc=Arabic}&&\p{L}]ـ?)*$/v,
};

/** Latin letters by their names, as foreign initials are written: `جي. كي. رولينغ`. Some are words, so it takes two. */
const letterNames = {
  he: "איי|בי|סי|די|אי|אף|ג[׳']יי|ג[׳']י|אייץ[׳']|קיי|אל|אם|אן|או|פי|קיו|אר|אס|טי|יו|וי|דאבליו|אקס|וואי|זי|זד",
  ar: 'إيه|بي|سي|دي|إي|إف|أف|جي|إتش|آي|جاي|جيه|كي|كيه|إل|أل|إم|أم|إن|أن|أو|كيو|آر|إس|أس|تي|يو|في|دبليو|إكس|واي|زد',
} as const;
const pairOfInitials = {
  he: spelledPair(letterNames.he),
  ar: spelledPair(letterNames.ar),
} as const;

/** Whether a full stop is that of one of two or more foreign initials, given what stands on both sides. */
export function isSpelledInitial(before: string, next: string, locale: Locale): boolean {
  if (locale === 'en') return false;
  const { last, first, two } = pairOfInitials[locale];
  return two.test(before) || (last.test(before) && first.test(next));
}

function spelledPair(names: string) {
  const start = String.raw`(?<![\p{L}\p{M}\p{N}])`;
  return {
    last: new RegExp(`${start}(?:${names})\\.$`, 'u'),
    first: new RegExp(String.raw`^(?:${names})\.(?=\s)`, 'u'),
    two: new RegExp(String.raw`${start}(?:${names})\.\s?(?:${names})\.$`, 'u'),
  };
}

const known = { en: spellings('en'), he: spellings('he'), ar: spellings('ar') } as const;

/** Whether a word before a full stop is an abbreviation, given what follows. */
export function isAbbreviation(word: string, next: string, locale: Locale): boolean {
  if (initials[locale].test(word)) return true;
  const { leading, beforeNumber } = known[locale];
  return leading.has(word) || (beforeNumber.has(word) && /^[^\p{L}\p{N}]{0,3}\p{Nd}/u.test(next));
}

function spellings(locale: Locale) {
  const { leading, beforeNumber, clitics, words } = abbreviations[locale];
  const not = new Set(words.split(' '));
  const withClitics = (list: string) => {
    const bare = list.split(' ');
    const all = [...bare, ...clitics.split(' ').flatMap((clitic) => bare.map((word) => clitic + word))];
    return new Set(all.filter((word) => !not.has(word)));
  };
  return { leading: withClitics(leading), beforeNumber: withClitics(beforeNumber) };
}

/**
 * `U.S. President` is one phrase, `the U.S. The …` two sentences: after an acronym with full stops, a word with which
 * English sentences commonly begin.
 */
export const commonBeginnings: ReadonlySet<string> = new Set(
  (
    'A About After All Also Although An And Another Any As At Because Before Both But By Despite During Each Even Every ' +
    'Few For From Given He Her Here His How However I If In Instead It Its Just Last Later Many Meanwhile Moreover More Most Much ' +
    'My Nearly Neither Never Next No Nobody None Not Nothing Now Of On Once One Only Or Other Others Our Over People Perhaps ' +
    'Several She Since So Some Such That The Their Then There These They This Those Though Through Thus To Today Two Under ' +
    'Until We Were What When Where Whether Which While Who Why With Without Yes Yesterday Yet You Your'
  ).split(' '),
);
