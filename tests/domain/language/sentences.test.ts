/** Sentences of Hebrew, Arabic and English: a table of what people write, and what holds for any text. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf, sentenceSpans } from '../../../server/domain/language/sentences.ts';
import { locales, type Locale } from '../../../server/domain/locale.ts';

const vectors = new URL('../../../../shared/vectors/sentences.json', import.meta.url);

/** Sentences divided by ｜, as they stand in the text with one space between them. */
const rows: ReadonlyArray<readonly [title: string, locale: Locale, sentences: string]> = [
  ['titles', 'en', 'Mr. Smith met Dr. Cohen and Prof. Levi.｜Gen. Dayan left.'],
  ['acronyms that go on', 'en', 'The U.S. Army came.｜U.N. Secretary-General António Guterres spoke.'],
  ['acronyms at the end', 'en', 'She lives in the U.S.｜The rest is known.｜He left at 5 p.m.｜Then he slept.'],
  ['Latin abbreviations', 'en', 'Some (e.g. Haifa) grew, i.e. The City.｜See ibid. for more.｜See cf. Smith.'],
  ['numbers of things', 'en', 'See No. 7.｜See p. 5 and pp. 12–14.｜Vol. 3 is lost.｜Is it so?｜No.｜He denied it.'],
  [
    'dates and decimals',
    'en',
    'On 7.10.2023 it rose by 20.5 percent.｜On Oct. 7 all changed.｜It was Dec.｜Then it rained.',
  ],
  ['initials', 'en', 'J. R. R. Tolkien and George W. Bush met.｜E. B. White wrote.'],
  ['editions and volumes', 'en', 'He cited op. cit. and vol. 3, p. 12, ed. Smith.｜Then etc.｜Done.'],
  ['degrees and initials in one', 'en', 'J.R.R. Tolkien got a Ph.D. in 1945.｜The company (Acme Inc.) failed.'],
  ['an ellipsis', 'en', 'Is that death…｜There are no innocents.｜It is calm ….｜Hamas said… and went.｜Wait...｜Go.'],
  ['an ellipsis before a quotation', 'en', 'He paused…｜“Go,” she said.'],
  ['quotations that go on', 'en', '“Is it over?” he asked.｜He said “Go.”｜They went.'],
  ['brackets', 'en', 'It fell ( 20.10 ) at once.｜He (!) went.｜All (“Who? Me. You.” they said) laughed.'],
  ['a forgotten bracket', 'en', 'One (two three.｜This sentence is long enough to stand on its own feet.'],
  ['a number in a list', 'en', '1. First of all.｜2. Second of all.'],
  ['editor’s notes', 'en', 'It was [sic!] so.｜[…] This is known.｜(5 November ).｜Thousands came.'],
  ['exclamations in a row', 'en', 'What?!｜No!!!｜Yes.'],
  ['lower case', 'en', 'Yahoo! announced it.｜Guess? did not.'],
  ['versus', 'en', 'Smith v. Jones and Brown et al. 2003 were read vs. Others.｜Done.'],
  ['acronyms and abbreviations', 'he', 'ד"ר כהן הגיע.｜פרופ\' לוי עזב.｜צה״ל תקף.｜ח״כ טיבי דיבר.'],
  ['numbers of things', 'he', "ראו מס' 5.｜ראו עמ' 12.｜ראו עמ. 12.｜ועוד."],
  ['initials after “and”', 'he', 'ר. לוי וא. כהן באו.｜ג׳ורג׳ וו. בוש הלך.'],
  ['initials', 'he', 'ר. לוי דיבר.｜ח.נ. ביאליק כתב.｜א. ב. יהושע ענה.｜כן.'],
  ['what is no initial', 'he', 'לא.｜הוא בא.｜הכול ב־7.10.2023.'],
  ['and so on', 'he', 'תפוחים, אגסים וכו׳.｜הסוף.'],
  ['dates and decimals', 'he', 'הוא נולד ב-7.10.2023 בעיר.｜זה עלה ב־20.5 אחוז.｜סוף.'],
  ['an ellipsis', 'he', 'האם זה נגמר?!｜כן… אולי.｜(5 בנובמבר).｜סוף'],
  ['an ellipsis of full stops', 'he', 'כן... אולי.｜סוף'],
  ['an aside', 'he', 'הוא אמר (!) שכן.｜היא (?) הלכה.'],
  ['who said it', 'he', '"מה קרה?" שאל דני.｜"די!" הוסיף הוא.｜"לא." אמרה היא.｜"כן!"｜הילד הלך.'],
  ['points', 'he', 'הָלַךְ לוֹ.｜שָׁב.'],
  ['titles', 'ar', 'قال د. أحمد.｜وصل أ.د. محمد في 7.10.2023 إلى غزة.｜جاء ود. سامي معه.｜النهاية.'],
  ['numbers of things', 'ar', 'انظر ص. ٥.｜انظر ج. 3.｜ص.ب. ١٢٣ القدس.｜النهاية.'],
  ['the Hijri year', 'ar', 'في عام 1445 هـ. الموافق 2023.｜النهاية.'],
  ['and so on', 'ar', 'تفاح وموز إلخ.، وغيرها.｜قرأ وكتب إلخ.｜النهاية.'],
  ['centuries', 'ar', 'في القرن الأول ق.م. كانت المدينة.｜ثم زالت.'],
  ['what is no abbreviation', 'ar', 'لا بد.｜نعم.'],
  ['question marks', 'ar', 'هل انتهت الحرب؟｜نعم!｜ماذا؟!｜لا أعرف… ربما.'],
  ['commas and semicolons', 'ar', 'جاء؛ ثم ذهب، وعاد.｜النهاية.'],
  ['who said it', 'ar', '«ماذا حدث؟» سأل سامي.｜«كفى!»｜الولد ذهب.'],
  ['an aside', 'ar', 'قال (!) إنه ذاهب.｜ذهب.'],
  ['foreign initials', 'ar', 'كتب جي. كي. رولينغ الكتاب.｜قال دي. كي. ذلك.｜ذهب كي.｜يعود.'],
  ['foreign initials', 'he', "ג'יי. קיי. רולינג כתבה.｜הוא אמר לי.｜די."],
  ['a gershayim that closes', 'he', '״האם זה נגמר?״ שאל.｜״כן!״｜היא הלכה.'],
  ['marks', 'ar', 'صه تُثبّت.｜الـ«حزب».｜النهاية.'],
];

describe('sentences', () => {
  it.each(rows)('%s (%s): %s', (_title, locale, sentences) => {
    const expected = sentences.split('｜');
    expect(sentencesOf(expected.join(' '), locale)).toEqual(expected);
  });

  it('takes a single line break for a space and a blank line for an end', () => {
    expect(sentencesOf('First line\nsecond. Third\r\nfourth.\n\nA heading\n \nText\n', 'en')).toEqual([
      'First line second.',
      'Third fourth.',
      'A heading',
      'Text',
    ]);
  });

  it('gives none of a blank text', () => {
    expect(['', ' \n\n\u00A0 '].map((text) => sentencesOf(text, 'he'))).toEqual([[], []]);
  });

  const absent = existsSync(vectors) ? '' : ' (SKIPPED: no ../shared here)';
  it.skipIf(absent !== '')(`agrees with the shared vectors${absent}`, () => {
    const cases: Array<{ lang: Locale; text: string; sentences: string[] }> = JSON.parse(readFileSync(vectors, 'utf8'));
    expect(cases.length).toBeGreaterThan(5);
    for (const { lang, text, sentences } of cases) expect(sentencesOf(text, lang), text).toEqual(sentences);
  });
});

/** What the rules look at, divided by ｜. */
const parts = (
  'Mr｜U｜He｜a｜No｜7｜20｜ד｜צה״ל｜פרופ｜הָלַךְ｜د｜أ｜تُثبّت｜إلخ｜هـ｜.｜.｜. ｜? ｜! ｜… ｜؟ ｜ ｜\n｜\n\n｜' +
  '(｜) ｜[｜] ｜“｜” ｜"｜\u200F｜\u2029'
).split('｜');

const anyText = fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((list) => list.join(''));

describe('of any text', () => {
  it('loses nothing but white space, and stands where the spans say', () => {
    const bare = (text: string) => text.replace(/\s/gu, '');
    fc.assert(
      fc.property(anyText, fc.constantFrom(...locales), (text, locale) => {
        expect(bare(sentencesOf(text, locale).join(''))).toBe(bare(text));
        const spans = sentenceSpans(text, locale);
        expect(spans.flat()).toEqual(spans.flat().toSorted((a, b) => a - b));
        for (const [start, end] of spans) expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
      }),
    );
  });

  it('finds one sentence in each of them', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...locales), (text, locale) => {
        for (const sentence of sentencesOf(text, locale)) expect(sentencesOf(sentence, locale)).toEqual([sentence]);
      }),
    );
  });

  it.each(['א.', '(', '… A', '\n', ' ', 'Mr. ', '.', '"', '\n \n'])(
    'stays quick on a text of nothing but %j',
    (part) => {
      const text = part.repeat(100_000);
      for (const locale of locales) expect(sentencesOf(text, locale).join('').length).toBeLessThanOrEqual(text.length);
    },
  );
});
