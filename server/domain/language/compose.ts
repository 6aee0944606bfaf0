/**
 * Unicode's normal forms, in time that grows with the text. To order the marks on one letter, ICU moves each past those
 * before it: 40,000 of two kinds by turns take half a second, ten times as many a minute, and anybody can paste that.
 * No language sets more than a handful on a letter, so a longer pile is put in order in stretches of `pile`. Such a
 * text is then not in a normal form, and nothing is lost by that: the same text always gives the same.
 */

/** More than the 30 that Unicode's Stream-Safe Text Format (UAX 15, section 13) calls enough for everybody. */
const pile = 64;
const piledUp = new RegExp(`\\p{M}{${pile + 1}}`, 'u');
const stretches = new RegExp(`\\P{M}*\\p{M}{0,${pile}}`, 'gu');

/**
 * Letters, digits and punctuation of our languages that stand composed and join nothing before them: a text of these alone
 * is in the form NFC, and to see that takes a fifth of looking for piles.
 */
const settled =
  /^[\0-\u02FF\u05BE\u05D0-\u05EA\u05F3\u05F4\u060C\u061B\u061F\u0621-\u063A\u0640-\u064A\u0660-\u066D\u2010-\u2027\u2030-\u205E]*$/;

/** A text in a normal form, but for piles of marks that nobody writes. */
export function composed(text: string, form: 'NFC' | 'NFKD' = 'NFC'): string {
  if (form === 'NFC' && settled.test(text)) return text;
  if (text.length <= pile || !piledUp.test(text)) return text.normalize(form);
  return text.replace(stretches, (stretch) => stretch.normalize(form));
}
