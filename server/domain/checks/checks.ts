/** The checks, as one table in the order in which people read them. To add one: a file beside this one, and its row here. */
import { arDigitsMixed, arDigitsPolicy, arPersianDigits } from './ar-digits.ts';
import { arPersianLetters } from './ar-persian-letters.ts';
import { arComma, arQuestion } from './ar-punctuation.ts';
import { arSpaceConj } from './ar-space-conj.ts';
import { arHamzaMissing, arTaMarbutaHa, arYaMaqsura } from './ar-spelling.ts';
import { arTanwinOrder } from './ar-tanwin-order.ts';
import { arTatweel } from './ar-tatweel.ts';
import { bidiOverride, bidiStrayMark, bidiUnbalanced } from './bidi.ts';
import { bracketsNote } from './brackets-note.ts';
import { bracketCount, bracketVisual } from './brackets.ts';
import type { Check } from './check.ts';
import { codeDoubled, codeEmpty, codeMissing, codeUnpaired } from './codes.ts';
import { dupWord } from './dup-word.ts';
import { invNfc, invSurrogate } from './encoding.ts';
import { heArabicPunct } from './he-arabic-punct.ts';
import { heGenderMixed } from './he-gender-mixed.ts';
import { heGereshStyle } from './he-geresh-style.ts';
import { heGershayimPos, heGershayimStyle } from './he-gershayim.ts';
import { heFinalForm, heNonfinalEnd } from './he-letter-forms.ts';
import { heHyphenMaqaf, heSpacedMaqaf } from './he-maqaf.ts';
import { inconsistent } from './inconsistent.ts';
import { invZeroWidth } from './invisible.ts';
import { latinNeutralEdge } from './latin-neutral-edge.ts';
import { lenRatio, sentenceCount } from './length.ts';
import { scriptMixedWord } from './mixed-word.ts';
import { monthsPolicy } from './months-policy.ts';
import { nameInconsistent } from './name-inconsistent.ts';
import { numCurrency } from './num-currency.ts';
import { numExtra, numMissing, numPercent, numTransposed } from './numbers.ts';
import { numPercentSide } from './percent-side.ts';
import { arTashkeel, heNiqqud } from './points.ts';
import { arPresentation, hePresentation } from './presentation.ts';
import { punctDoubled } from './punct-doubled.ts';
import { punctEnd } from './punct-end.ts';
import { quoteOrientation } from './quote-orientation.ts';
import { quoteUnbalanced } from './quote-unbalanced.ts';
import { quoteWrongLang } from './quote-wrong-lang.ts';
import { rangeRtl } from './range-rtl.ts';
import { sourceSame, untranslated } from './source-same.ts';
import { spaceAfterPrefix } from './space-after-prefix.ts';
import { spacePunct } from './space-punct.ts';
import { spaceDouble, spaceEdge, spaceNbsp } from './spaces.ts';
import { termForbidden } from './term-forbidden.ts';
import { nameMissing, termKept, termMissing, termVariant } from './term-missing.ts';
import { blank, mtUntouched } from './untouched.ts';
import { url } from './url.ts';
import { scriptWrongLanguage } from './wrong-language.ts';

export const checks: readonly Check[] = [
  // is it there, and all of it
  blank,
  sourceSame,
  untranslated,
  codeMissing,
  codeDoubled,
  codeUnpaired,
  codeEmpty,
  url,
  sentenceCount,
  lenRatio,
  bracketsNote,

  // numbers
  numTransposed,
  numMissing,
  numPercent,
  numCurrency,
  numExtra,
  rangeRtl,
  numPercentSide,

  // what the termbase says
  termMissing,
  nameMissing,
  termKept,
  termForbidden,
  termVariant,
  nameInconsistent,

  // one text with another
  inconsistent,
  mtUntouched,

  // words
  dupWord,
  spaceAfterPrefix,

  // marks and spaces
  bracketVisual,
  bracketCount,
  punctEnd,
  punctDoubled,
  spacePunct,
  spaceNbsp,
  spaceDouble,
  spaceEdge,
  latinNeutralEdge,

  // Hebrew as it is written
  heArabicPunct,
  hePresentation,
  heFinalForm,
  heNonfinalEnd,
  heGershayimPos,
  heGershayimStyle,
  heGereshStyle,
  heSpacedMaqaf,
  heHyphenMaqaf,
  heNiqqud,
  heGenderMixed,

  // Arabic as it is written
  arComma,
  arQuestion,
  arPersianLetters,
  arPresentation,
  arTatweel,
  arHamzaMissing,
  arYaMaqsura,
  arTaMarbutaHa,
  arSpaceConj,
  arTashkeel,
  arTanwinOrder,
  arPersianDigits,
  arDigitsMixed,
  arDigitsPolicy,
  monthsPolicy,

  // quotation marks
  quoteUnbalanced,
  quoteWrongLang,
  quoteOrientation,

  // scripts and what nobody sees
  scriptWrongLanguage,
  scriptMixedWord,
  invSurrogate,
  invNfc,
  invZeroWidth,
  bidiOverride,
  bidiUnbalanced,
  bidiStrayMark,
];
