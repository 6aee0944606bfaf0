/** Which texts need room for vowel signs. */
import { expect, it } from 'vitest';
import { htmlBytes } from '../../server/render/html.ts';
import { pointedClass } from '../../server/render/pointed.ts';

it.each([
  ['שָׁלוֹם עֲלֵיכֶם מַלְאֲכֵי הַשָּׁרֵת', true],
  ['הָלַךְ', true],
  ['צה״ל אמר שהָלַךְ הוא מילה אחת מתוך משפט ארוך שאין בו ניקוד', false],
  ['صَهْ، تُثَبَّتُ الكَلِمَاتُ بِالشَّكْلِ التَّامِّ', true],
  ['صه تُثبّت الـ«حزب» بيانه في الصحيفة اليومية', false],
  ['وقّع أكثر من 1,400 من السكان العريضة التي أنقذتها', false],
  ['A library in Almond Street', false],
  ['', false],
])('%s: %s', (text, isPointed) => {
  expect(new TextDecoder().decode(htmlBytes(pointedClass(text)))).toBe(isPointed ? ' class="pointed"' : '');
});
