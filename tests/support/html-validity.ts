/** What a validator of HTML finds in our pages. */
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': ['error', { style: 'selfclose' }],
    'doctype-style': ['error', { style: 'lowercase' }],
    // What the style of our templates decides, and what a page of three languages may do.
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
  },
});

/** Each fault as a line; none: the page is valid. */
export function faultsOf(page: string, path: string): string[] {
  const { results } = validator.validateStringSync(page, path);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${path} ${ruleId} ${message}`));
}
