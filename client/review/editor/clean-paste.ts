/**
 * What a pasted text is freed of: things that nobody sees and that break words, searches and lines later. Presentation
 * forms (letters frozen in one shape, as PDF files hand them out) become letters; embeddings and overrides go, for they
 * turn what follows them; isolates, LRM, RLM, ZWJ and ZWNJ stay, for somebody meant them. Source: the rules on pasting of
 * the language specification, and UAX #9 on what is deprecated.
 */

export interface Cleaned {
  readonly text: string;
  /** How many characters were changed or taken out. */
  readonly count: number;
}

interface Rule {
  readonly finds: RegExp;
  readonly puts: (found: string) => string;
}

/** ﷺ, ﷲ, ﷼ and the ornate brackets have blocks of presentation forms as their only home. */
const rules: readonly Rule[] = [
  {
    finds: /[[\uFB1D-\uFDCF\uFDF0-\uFDFF\uFE70-\uFEFC]--[\uFD3E\uFD3F\uFDF2\uFDFA\uFDFC]]/gv,
    puts: (form) => form.normalize('NFKC'),
  },
  { finds: /[\u202A-\u202E]/gu, puts: () => '' },
  { finds: /[\u00AD\u200B\u2060\uFEFF]/gu, puts: () => '' },
  { finds: /[\p{Cc}--[\n\t]]/gv, puts: () => '' },
  { finds: /\u00A0/gu, puts: () => ' ' },
];

/** A text as it came, with our line ends and without the blank lines around it that come along with a copied line. */
export function asCopied(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n').replace(/^\n+|(?<!\n)\n+$/gu, '');
}

/** The text without what should not be in it. */
export function cleanPaste(text: string): Cleaned {
  let count = 0;
  const clean = rules.reduce(
    (dirty, { finds, puts }) =>
      dirty.replace(finds, (found) => {
        count += 1;
        return puts(found);
      }),
    text,
  );
  return { text: clean, count };
}
