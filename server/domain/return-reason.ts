/**
 * Why a text is sent back: in categories, in words, or in both. The categories are those of MQM that a reviewer of articles
 * needs, kept as words of ours and not as a sentence: whoever reads them reads them in their own language, and they can be
 * counted. To add one: a row here, and its word in `returns` of the interface.
 */
export const returnCategories = [
  'mistranslation',
  'omission',
  'addition',
  'terminology',
  'names',
  'grammar',
  'style',
  'punctuation',
] as const;
export type ReturnCategory = (typeof returnCategories)[number];

export interface ReturnReason {
  /** In the reviewer's own words; empty where the categories say it all. */
  readonly reason: string;
  readonly categories?: readonly ReturnCategory[];
}

export function isReturnCategory(word: unknown): word is ReturnCategory {
  return returnCategories.some((category) => category === word);
}

/** Whether it says anything. */
export function isReason({ reason, categories = [] }: ReturnReason): boolean {
  return reason.trim() !== '' || categories.length > 0;
}

/** The reason alone, out of what carries it. */
export function reasonOf({ reason, categories }: ReturnReason): ReturnReason {
  return { reason, ...(categories && { categories }) };
}
