/** What a terminal says of a refusal: a sentence of its language, the check by its name, and the code for scripts. */
import { expect, it } from 'vitest';
import { refusalSentences } from '../../server/cli/words.ts';
import { locales } from '../../server/domain/locale.ts';

const open = { code: 'check.open', params: { check: 'code.missing', count: 2 } };

it.each(locales)('names the check that speaks against an approval, and the code: %s', async (locale) => {
  const sentence = (await refusalSentences(locale))(open);
  expect(sentence).toMatch(/ \[check\.open\]$/u);
  expect(sentence).not.toContain('code.missing');
  expect(sentence).not.toContain('{{');
});

it('says it in English in so many words', async () => {
  const say = await refusalSentences('en');
  expect(say({ code: 'target.stale', params: { revision: 2 } })).toBe(
    'Somebody changed this segment in the meantime. [target.stale]',
  );
});

it('leaves a code and a check of a newer server as they are', async () => {
  const say = await refusalSentences('he');
  expect(say({ code: 'of.tomorrow', params: {} })).toBe('[of.tomorrow]');
  expect(say({ code: 'check.open', params: { check: 'of.tomorrow', count: 1 } })).toContain('of.tomorrow');
});

it.each(locales)('speaks of no page that could be loaded again: %s', async (locale) => {
  const say = await refusalSentences(locale);
  const where = 'body/segmentIds/0';
  expect(say({ code: 'request.invalid', params: { where } })).toContain(where);
  for (const code of ['request.invalid', 'decision.reused']) {
    expect(say({ code, params: { where } })).not.toMatch(/page|העמוד|الصفحة/u);
    expect(say({ code, params: { where } })).toContain(`[${code}]`);
  }
});
