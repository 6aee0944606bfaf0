/**
 * The regular forms of a word: of `ממשלה` ממשלת, ממשלתו, ממשלות, ממשלותיהם …; of `حكومة` حكومته, حكومات … A word falls into
 * the first class of its language whose ending it has. Specification: hebrew-arabic §2.5.
 *
 * A form is a stem (the word without its own ending) and an ending of the class, and the two are kept apart: thirty forms
 * of each of ten thousand terms would be a table of hundreds of megabytes, the stems are two a term. Rejected: stemming
 * the text, which makes one of words that only look alike. What no rule gives (أسرى, אנשים) is said in a term's `forms`.
 */
import { composed } from '../language/compose.ts';
import { fold } from '../language/fold.ts';
import type { Locale } from '../locale.ts';

/** Part of a paradigm: all of these endings go with this stem. */
export interface Stem {
  /** As it is written. */
  readonly written: string;
  /** Folded for matching. */
  readonly text: string;
  readonly endings: Endings;
}

export interface Endings {
  readonly written: readonly string[];
  readonly folded: ReadonlySet<string>;
  /** Without the inner vav and yod that Hebrew may leave out (`skeletonOf`). */
  readonly skeletons: ReadonlySet<string>;
}

/** Words that end so lose `drop` characters, and take these endings; each class may have several stems. */
interface Class {
  readonly ends: RegExp;
  readonly stems: ReadonlyArray<readonly [drop: number, endings: Endings]>;
}

const after = (start: string, ends: string): string[] => ends.split(' ').map((end) => start + end.replace('∅', ''));
const endings = (...groups: ReadonlyArray<string | readonly string[]>): Endings => {
  const written = groups.flatMap((group) => (typeof group === 'string' ? after('', group) : group));
  const folded = written.map((ending) => fold(ending, 2).text);
  return { written, folded: new Set(folded), skeletons: new Set(folded.map(skeletonOfEnding)) };
};
/** Endings that too many other words have for a guess at how they may be spelled. */
const asSpelled = (group: string): Endings => ({ ...endings(group), skeletons: new Set() });

const hebrewPronouns = 'י ך ו ה נו כם כן ם ן';
const hebrewPluralPronouns = 'י יי יך ייך יו יה ינו יכם יכן יהם יהן';
const hebrewFeminine = after('ות', `∅ ם ן ${hebrewPluralPronouns}`);

const hebrewClasses: readonly Class[] = [
  // The name of a letter is no noun.
  { ends: /^.$/u, stems: [] },
  { ends: /["״”“„″]|''/u, stems: [[0, endings('ים ית יות ות י יו יים')]] },
  {
    ends: /ייה$/u,
    stems: [
      [1, endings(after('ת', `∅ ${hebrewPronouns}`), hebrewFeminine)],
      [2, endings(hebrewFeminine)],
    ],
  },
  // Without points `קואליציה` has `קואליציית`, and also `קואליצית`.
  {
    ends: /..יה$/u,
    stems: [[1, endings(after('ת', `∅ ${hebrewPronouns}`), after('ית', `∅ ${hebrewPronouns}`), hebrewFeminine)]],
  },
  // `שנה` has `שנים`, `מורה` has `מורים`.
  {
    ends: /ה$/u,
    stems: [
      [1, endings(after('ת', `∅ ${hebrewPronouns}`), hebrewFeminine)],
      [1, asSpelled('ים')],
    ],
  },
  {
    ends: /ות$/u,
    stems: [
      [0, endings(hebrewPronouns, hebrewPluralPronouns)],
      [2, endings(after('וי', hebrewFeminine.join(' ')))],
    ],
  },
  {
    ends: /ית$/u,
    stems: [
      [0, endings(hebrewPronouns, hebrewFeminine)],
      [2, endings(hebrewFeminine, after('י', hebrewFeminine.join(' ')))],
    ],
  },
  {
    ends: /י$/u,
    stems: [
      [0, endings(hebrewPronouns, hebrewPluralPronouns)],
      [1, endings('ית ים יים ות יות')],
    ],
  },
  { ends: /..ים$/u, stems: [[2, endings('∅', hebrewPluralPronouns)]] },
  // One: `בניין`, `מעיין`.
  { ends: /.יין$/u, stems: [[0, endings('ים ית יות', hebrewPronouns, hebrewPluralPronouns, hebrewFeminine)]] },
  {
    // `דין` is one, `קידושין` are many; and `מדינה`, `מדינות` are no forms of `מדין`.
    ends: /..ין$/u,
    stems: [
      [0, endings('ים', hebrewPronouns.replace(' ה', ''), hebrewPluralPronouns.replace(' יה', ''))],
      [2, endings('∅', hebrewPluralPronouns)],
    ],
  },
  { ends: /ן$/u, stems: [[0, endings('ים יים ית יות ה ת', hebrewPronouns, hebrewPluralPronouns, hebrewFeminine)]] },
  { ends: /./u, stems: [[0, endings('ים יים ה ת', hebrewPronouns, hebrewPluralPronouns, hebrewFeminine)]] },
];

const arabicPronouns = 'ي ك ه ها نا كم كن هم هن كما هما';
const arabicFeminine = after('ات', `∅ ${arabicPronouns}`);
const arabicSingular = [...after('ت', arabicPronouns), ...arabicFeminine, 'تان', 'تين', 'تا', 'تي'];
/** What is left of ـون and ـين before another word, and before a pronoun. */
const arabicConstruct = ['و', 'ي'].flatMap((end) => after(end, `∅ ${arabicPronouns}`));
/** A final hamza changes its seat before an ending: أعضاؤه, أعضائه. */
const hamzaSeats = ['ء', 'ؤ', 'ئ'].flatMap((seat) => after(seat, arabicPronouns));

const arabicClasses: readonly Class[] = [
  { ends: /^.$/u, stems: [] },
  { ends: /ية$/u, stems: [[1, endings('∅ ون ين ان', arabicSingular)]] },
  { ends: /ة$/u, stems: [[1, endings(arabicSingular)]] },
  {
    ends: /.{2}ات$/u,
    stems: [
      [0, endings(arabicPronouns)],
      [2, endings('ة')],
    ],
  },
  {
    // `فلسطين` is one, `مسلمين` are many; both take what they may.
    ends: /.{3}(?:ون|ين)$/u,
    stems: [
      [0, endings('ان ة', arabicPronouns.replace('ي ', ''), arabicFeminine)],
      [2, endings('∅ ون ين', arabicConstruct)],
    ],
  },
  { ends: /ى$/u, stems: [[1, endings(after('ا', arabicPronouns), after('ي', arabicFeminine.join(' ')), 'يان يين')]] },
  { ends: /ي$/u, stems: [[0, endings('ة ون ين ان ا', arabicPronouns.split(' '), arabicConstruct, arabicFeminine)]] },
  {
    ends: /ء$/u,
    stems: [
      [
        1,
        endings(
          hamzaSeats,
          after('ء', 'ان ين ا'),
          after('ئ', 'ان ين ا'),
          after('ء', arabicFeminine.join(' ')),
          'وات وي وية ويون ويين ويات',
        ),
      ],
    ],
  },
  { ends: /./u, stems: [[0, endings('ون ين ان وا ي ية ة ا', arabicPronouns, arabicConstruct, arabicFeminine)]] },
];

const englishClasses: readonly Class[] = [
  {
    ends: /[^aeiou]y$/iu,
    stems: [
      [0, endings("'s ing")],
      [1, endings('ies ied')],
    ],
  },
  {
    ends: /..ies$/iu,
    stems: [[3, endings('y')]],
  },
  {
    ends: /..is$/iu,
    stems: [
      [0, endings("'s")],
      [2, endings('es')],
    ],
  },
  { ends: /[^aeiou]o$/iu, stems: [[0, endings("s es 's ed ing")]] },
  {
    ends: /(?:kni|wi|li)fe$/iu,
    stems: [
      [0, endings("s 's")],
      [2, endings('ves')],
    ],
  },
  {
    ends: /(?:cal|hal|lea|loa|scar|sel|shea|shel|thie|wol)f$/iu,
    stems: [
      [0, endings("s 's ed ing")],
      [1, endings('ves')],
    ],
  },
  { ends: /(?:ss|us|is|x|z|ch|sh)$/iu, stems: [[0, endings("es 's ed ing")]] },
  {
    ends: /..s$/iu,
    stems: [
      [0, endings("es 's")],
      [1, endings("∅ 's")],
    ],
  },
  {
    ends: /..e$/iu,
    stems: [
      [0, endings("s d 's")],
      [1, endings('ing')],
    ],
  },
  // `stopped`, `travelling`; and `traveling`.
  ...Array.from('bdgklmnprt', (letter) => ({
    ends: new RegExp(`[^aeiou][aeiou]${letter}$`, 'iu'),
    stems: [[0, endings(`s 's ed ing ${letter}ed ${letter}ing`)]] as const,
  })),
  { ends: /./iu, stems: [[0, endings("s 's ed ing")]] },
];

const classes: Readonly<Record<Locale, readonly Class[]>> = {
  he: hebrewClasses,
  ar: arabicClasses,
  en: englishClasses,
};

/** The paradigm of a word as its language spells it (`plainSpelling`); a word without letters has none. */
export function stemsOf(spelling: string, locale: Locale): Stem[] {
  if (!/\p{L}/u.test(spelling)) return [];
  const found = classes[locale].find(({ ends }) => ends.test(spelling));
  return (found?.stems ?? []).map(([drop, endings]) => {
    const written = drop === 0 ? spelling : spelling.slice(0, -drop);
    return { written, text: foldedStem(written), endings };
  });
}

/** All regular forms as they are written, for people who look whether a term needs others. */
export function formsOf(word: string, locale: Locale): string[] {
  const forms = stemsOf(plainSpelling(word), locale).flatMap(({ written, endings }) =>
    endings.written.map((ending) => (ending === '' ? written : medial(written)) + ending),
  );
  return [...new Set(forms)];
}

/** Without niqqud, tashkeel, tatweel and invisible marks, its letters as they are. */
export function plainSpelling(word: string): string {
  const letters = composed(word).replace(/[\uFB1D-\uFDFF\uFE70-\uFEFC]/gu, (form) => form.normalize('NFKC'));
  return letters.replace(/[\p{M}\p{Cf}\u0640]/gu, '');
}

/** Another spelling of a Hebrew word has the same: first letter, the inner letters without vav and yod, last letter. */
export function skeletonOf(folded: string): string {
  if (folded.length < 3) return folded;
  return folded.slice(0, 1) + folded.slice(1, -1).replace(/[וי]/gu, '') + folded.slice(-1);
}

/**
 * Of a stem, to which an ending comes: all its letters but the first are inner ones. None where two letters are left, for
 * too many words share those: `בתי` (the houses of) is irregular, and no spelling of `ביתי`.
 */
export function skeletonOfStem(folded: string): string | undefined {
  const skeleton = folded.slice(0, 1) + folded.slice(1).replace(/[וי]/gu, '');
  return skeleton.length > 2 ? skeleton : undefined;
}

function skeletonOfEnding(folded: string): string {
  return folded.slice(0, -1).replace(/[וי]/gu, '') + folded.slice(-1);
}

/** A stem's last letter is not its word's: a hamza there stays. */
function foldedStem(written: string): string {
  return fold(`${written}א`, 2).text.slice(0, -1);
}

/** Before an ending a Hebrew letter has no final form. */
function medial(stem: string): string {
  return stem.replace(/[ךםןףץ]$/u, (letter) => fold(letter, 2).text);
}
