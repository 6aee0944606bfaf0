/**
 * Words that say no, in three languages: for comparing two texts of the same language, which say them equally often or
 * do not say the same. Nothing more is claimed: `ما` also means what, and two texts that agree have it equally often.
 *
 * Texts are folded at level 2 (`fold.ts`): `إلّا` and `الا` are one, and the final nun of `אין` is a nun like any other. Clitics that are
 * written with the next word are part of the pattern: `שלא`, `ולא`; `ولا`, `فلم`, `ألم`, `بلا`.
 */
import { fold } from '../language/fold.ts';
import type { Locale } from '../locale.ts';

/** Letters, marks and digits on neither side: a word of its own. */
function words(prefixes: string, alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${prefixes}(?:${alternatives})(?![\\p{L}\\p{M}\\p{N}])`, 'gv');
}

const patterns: Readonly<Record<Locale, readonly RegExp[]>> = {
  en: [words('', "not|no|nor|never|none|nobody|nothing|nowhere|neither|without|cannot|hardly|unless|\\p{L}+n't")],
  he: [
    words(
      '(?:ו?[הש]|ו?כש|לכש|[וב])?',
      'לא|אינ|בלי|ללא|אינו|אינה|אינמ|איננ|איננו|איננה|אינני|אינכ|אינכמ|בלתי|אלמלא|לולא',
    ),
    /** `אל` before a verb in the second person; elsewhere it means to. */
    /(?<![\p{L}\p{M}\p{N}])ו?(?:אל|בל)[ \-](?=ת\p{L})/gv,
  ],
  ar: [words('[وفبا]{0,2}', 'لا|لم|لن|ليس|ليست|ليسوا|ليسا|لسنا|لست|غير|ما|دون|بدون|عدم|الا|سوي')],
};

/** How often a text says no. */
export function negationsIn(text: string, locale: Locale): number {
  const folded = fold(text, 2).text;
  return patterns[locale].reduce((sum, pattern) => sum + (folded.match(pattern)?.length ?? 0), 0);
}
