/**
 * How a document looks in a word processor: few styles by their usual names, so that whoever receives it changes the look
 * in one place. The fonts are suggestions that common systems have; letters of Hebrew and Arabic are set by the font for
 * complex scripts.
 */
import { AlignmentType, LineRuleType, type IPropertiesOptions } from 'docx';
import { directionOf, type Locale } from '../../domain/locale.ts';

/** Names in other programs; each is Word's own or says what it is for. */
export const styleIds = {
  byline: 'Byline',
  facts: 'Facts',
  notice: 'Notice',
  day: 'Day',
  caption: 'Caption',
  quote: 'Quote',
  code: 'Code',
} as const;

export const languageTags: Readonly<Record<Locale, string>> = { en: 'en-GB', he: 'he-IL', ar: 'ar-PS' };

const scriptFonts: Readonly<Record<Locale, string>> = {
  en: 'Times New Roman',
  he: 'David',
  ar: 'Sakkal Majalla',
};

/** In half points, for the whole and for headings by depth. Arabic needs a larger size for the same presence. */
const sizes: Readonly<Record<Locale, number>> = { en: 23, he: 24, ar: 30 };

export const codeFont = { ascii: 'Consolas', hAnsi: 'Consolas', cs: 'Courier New' } as const;

/** Large letters need less between their lines. The rule is always said: LibreOffice takes a bare figure for a height. */
const headLines = { line: 259, lineRule: LineRuleType.AUTO } as const;

/** The styles of a document in a language. */
export function stylesOf(locale: Locale): NonNullable<IPropertiesOptions['styles']> {
  const size = sizes[locale];
  const heading = (scale: number) => ({
    run: { size: Math.round(size * scale), bold: true, color: 'auto' },
    paragraph: { keepNext: true, spacing: { before: 320, after: 120, ...headLines } },
  });
  return {
    default: {
      document: {
        run: {
          size,
          font: { ascii: 'Georgia', hAnsi: 'Georgia', cs: scriptFonts[locale] },
          language: { value: 'en-GB', bidirectional: languageTags[locale === 'en' ? 'he' : locale] },
        },
        paragraph: { spacing: { after: 160, line: locale === 'ar' ? 300 : 312, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { size: size * 2, bold: true }, paragraph: { spacing: { after: 160, ...headLines } } },
      heading1: heading(1.35),
      heading2: heading(1.15),
      heading3: heading(1),
      heading4: heading(1),
      heading5: heading(1),
      footnoteText: { run: { size: size - 4 } },
    },
    paragraphStyles: [
      { id: styleIds.byline, name: 'Byline', basedOn: 'Normal', run: { color: '555555' } },
      {
        id: styleIds.facts,
        name: 'Facts',
        basedOn: 'Normal',
        run: { color: '555555', size: size - 4 },
        paragraph: { spacing: { after: 400 } },
      },
      {
        id: styleIds.day,
        name: 'Day',
        basedOn: 'Normal',
        run: { color: '555555', size: size - 4 },
        paragraph: { keepNext: true, spacing: { after: 40 } },
      },
      {
        id: styleIds.notice,
        name: 'Notice',
        basedOn: 'Normal',
        run: { bold: true },
        paragraph: { spacing: { after: 400 } },
      },
      { id: styleIds.caption, name: 'caption', basedOn: 'Normal', run: { color: '555555', size: size - 4 } },
      { id: styleIds.quote, name: 'Quote', basedOn: 'Normal', paragraph: { spacing: { before: 160, after: 160 } } },
      {
        id: styleIds.code,
        name: 'Code',
        basedOn: 'Normal',
        run: { font: codeFont, size: 20, noProof: true },
        // The start of a paragraph that runs from left to right, whatever stands around it.
        paragraph: { alignment: AlignmentType.START, spacing: { before: 120, after: 160 } },
      },
    ],
  };
}

/** Whether what is written in a language runs from right to left. */
export function isRightToLeft(locale: Locale): boolean {
  return directionOf(locale) === 'rtl';
}
