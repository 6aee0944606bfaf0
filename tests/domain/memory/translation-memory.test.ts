/** The memory: what it offers for a text, in every direction, in what order, and that it forgets. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain, type Content } from '../../../server/domain/content.ts';
import type { Locale } from '../../../server/domain/locale.ts';
import type { Context } from '../../../server/domain/memory/context.ts';
import type { Asked } from '../../../server/domain/memory/matches.ts';
import { createMemory, type Memory } from '../../../server/domain/memory/translation-memory.ts';
import { outsideUnit, type MemoryUnit } from '../../../server/domain/memory/unit.ts';
import '../../support/laws.ts';

type Texts = Partial<Record<Locale, string | Content>>;

interface Said {
  readonly at?: string;
  readonly context?: Context;
  readonly from?: Locale;
}

/** As a document brings it: translated from English, unless said otherwise. */
function unit(texts: Texts, { at, context, from = 'en' }: Said = {}): MemoryUnit {
  const contents = Object.entries(texts).map(([locale, text]) => {
    return [locale, { ...(typeof text === 'string' ? plain(text) : text), ...(at && { at }) }] as const;
  });
  const place = { documentId: 'document', segmentId: 'segment' };
  return { place, texts: Object.fromEntries(contents), from, ...(context && { context }) };
}

function outside(texts: Partial<Record<Locale, string>>): MemoryUnit {
  return outsideUnit({ texts }, { batch: 'batch', name: 'house.tmx', index: 0 });
}

function memoryOf(...units: MemoryUnit[]): Memory {
  const memory = createMemory();
  units.forEach((one, at) => memory.put(`key ${at}`, [one]));
  return memory;
}

function asked(source: string | Content, change: Partial<Asked> = {}): Asked {
  return { source: typeof source === 'string' ? plain(source) : source, from: 'en', to: 'he', ...change };
}

const offered = (memory: Memory, what: Asked) => memory.matches(what).map(({ text, score }) => [text, score]);

describe('the same text', () => {
  it.each([
    ['to the letter', 'הָלַךְ', 'הָלַךְ', 100],
    ['with other white space', 'He  walked\u00A0home', 'He walked home', 99],
    ['in another normal form', 'cafe\u0301', 'café', 99],
    ['with a mark of direction', 'صه\u200F تُثبّت', 'صه تُثبّت', 99],
  ])('%s', (_title, stored, source, score) =>
    expect(memoryOf(unit({ en: stored, he: 'יעד' })).draft(asked(source))).toMatchObject({ text: 'יעד', score }),
  );

  it.each([
    ['of another language', { from: 'ar' }],
    ['into a language that it lacks', { to: 'ar' }],
  ] as const)('is no match %s', (_title, change) =>
    expect(memoryOf(unit({ en: 'Text', he: 'יעד' })).matches(asked('Text', change))).toEqual([]),
  );

  it('in the same context is worth more than a newer one elsewhere', () => {
    const context = ['before', 'after'] as const;
    const memory = memoryOf(
      unit({ en: 'Yes.', he: 'כן.' }, { at: '2026-01-01', context }),
      unit({ en: 'Yes.', he: 'אכן.' }, { at: '2026-02-01', context: ['before', 'elsewhere'] }),
    );
    expect(offered(memory, asked('Yes.', { context }))).toEqual([
      ['כן.', 101],
      ['אכן.', 100],
    ]);
    expect(offered(memory, asked('Yes.'))).toEqual([
      ['אכן.', 100],
      ['כן.', 99],
    ]);
  });

  it('alone in its document has no context', () => {
    const memory = memoryOf(unit({ en: 'Yes.', he: 'כן.' }, { context: ['', ''] }));
    expect(memory.draft(asked('Yes.', { context: ['', ''] }))?.score).toBe(100);
  });

  it('of several texts, the newest holds and each comes once', () => {
    const memory = memoryOf(
      unit({ en: 'Text', he: 'אחת' }, { at: '2026-01-01' }),
      unit({ en: 'Text', he: 'שתיים' }, { at: '2026-03-01' }),
      unit({ en: 'Text', he: 'אחת' }, { at: '2026-02-01' }),
    );
    expect(offered(memory, asked('Text'))).toEqual([
      ['שתיים', 100],
      ['אחת', 99],
    ]);
  });

  it('to the letter comes before a newer one that only folds to it', () => {
    const memory = memoryOf(unit({ en: 'A text', he: 'זהה' }), unit({ en: 'A  text', he: 'דומה' }));
    expect(memory.draft(asked('A text'))).toMatchObject({ text: 'זהה', score: 100 });
  });

  it('from outside stands behind what was approved here', () => {
    const memory = memoryOf(
      outside({ en: 'Text', he: 'מבחוץ' }),
      unit({ en: 'Text', he: 'אושר' }, { at: '2026-01-01' }),
    );
    expect(memory.matches(asked('Text')).map(({ text, penalties }) => [text, penalties])).toEqual([
      ['אושר', []],
      ['מבחוץ', ['older', 'outside']],
    ]);
    expect(memoryOf(outside({ en: 'Text', he: 'מבחוץ' })).draft(asked('Text'))?.score).toBe(100);
  });

  it('whose translation has another number is offered, and drafted by nobody', () => {
    const memory = memoryOf(unit({ en: 'In 1998', he: 'ב־1989' }));
    expect(memory.draft(asked('In 1998'))).toBeUndefined();
    expect(memory.matches(asked('In 1998'))).toMatchObject([{ text: 'ב־1989', guards: ['number'] }]);
  });
});

it('a unit serves every direction among its languages, at a point less where it was translated the other way', () => {
  const memory = memoryOf(unit({ en: 'A school', he: 'בית ספר', ar: 'مدرسة' }));
  const scoreOf = (source: string, from: Locale, to: Locale) => memory.draft(asked(source, { from, to }))?.score;
  expect([scoreOf('A school', 'en', 'he'), scoreOf('A school', 'en', 'ar')]).toEqual([100, 100]);
  expect([scoreOf('בית ספר', 'he', 'en'), scoreOf('בית ספר', 'he', 'ar')]).toEqual([99, 99]);
  expect([scoreOf('مدرسة', 'ar', 'en'), scoreOf('مدرسة', 'ar', 'he')]).toEqual([99, 99]);
});

describe('nearly the same text', () => {
  const known = 'The committee opened the new school in the village last week';
  const memory = memoryOf(unit({ en: known, he: 'הוועדה פתחה' }));

  it.each([
    ['a word replaced', known.replace('new', 'old'), 90],
    ['a word more', `${known} again`, 91],
    ['two words less', known.replace('last week', ''), 81],
    ['other case and an end', `${known.toUpperCase()}!`, 98],
  ])('%s', (_title, source, score) => expect(offered(memory, asked(source))).toEqual([['הוועדה פתחה', score]]));

  it('is never drafted, and not offered below seven words of ten', () => {
    expect(memory.draft(asked(known.toUpperCase()))).toBeUndefined();
    expect(memory.matches(asked('The committee closed an old road in the village'))).toEqual([]);
  });

  it('of equals, that with more of the same letters comes first', () => {
    const several = memoryOf(
      unit({ en: known.replace('week', 'winter'), he: 'א' }),
      unit({ en: known.replace('week', 'weeks'), he: 'ב' }),
      unit({ en: known.replace('week', 'month'), he: 'ג' }),
    );
    expect(several.matches(asked(known)).map(({ text }) => text)[0]).toBe('ב');
  });

  it('says what a reader would mind', () => {
    const match = memoryOf(unit({ en: 'He came to Haifa with 20 men', he: 'א' })).matches(
      asked('He came to Jaffa with 30 men'),
    );
    expect(match).toMatchObject([{ guards: ['number', 'name'] }]);
  });
});

describe('codes', () => {
  const linked: Content = { text: 'See <1>this</1>', codes: { 1: { type: 'emphasis' } } };
  it.each([
    ['whole', 'ראו <1>זה</1>', 'ראו <1>זה</1>', 100],
    ['lacking one', 'ראו זה', 'ראו זה', 98],
    ['doubled', 'ראו <1>זה</1><1>זה</1>', 'ראו זהזה', 98],
    ['with a look-alike', 'ראו <1>זה</1> <1/>', 'ראו זה', 98],
  ])('%s', (_title, target, text, score) => {
    const memory = memoryOf(unit({ en: linked, he: { text: target, codes: linked.codes } }));
    expect(offered(memory, asked(linked))).toEqual([[text, score]]);
    expect(memory.draft(asked(linked)) !== undefined).toBe(score === 100);
  });

  it('an older target where the newest lacks one is drafted', () => {
    const memory = memoryOf(
      unit({ en: linked, he: { text: 'ראו <1>זה</1>', codes: linked.codes } }, { at: '2026-01-01' }),
      unit({ en: linked, he: { text: 'ראו', codes: linked.codes } }, { at: '2026-02-01' }),
    );
    expect(memory.draft(asked(linked))?.text).toBe('ראו <1>זה</1>');
  });

  it('of units from outside mean nothing, and fit where their numbers do', () => {
    const memory = memoryOf(outside({ en: 'See <1>this</1>', he: 'ראו <1>זה</1>' }));
    expect(memory.draft(asked(linked))?.text).toBe('ראו <1>זה</1>');
    expect(offered(memory, asked('See this'))).toEqual([['ראו זה', 95]]);
  });
});

describe('sentences', () => {
  const memory = memoryOf(
    unit({ en: 'The road was closed. The school opened again today.', he: 'הכביש נסגר. בית הספר נפתח שוב היום.' }),
    unit({ en: 'Nobody was there at night. It was cold.', he: 'איש לא היה שם בלילה והיה קר.' }),
    unit({ en: 'They walked home in silence.', he: 'הם הלכו הביתה בדממה.' }),
  );

  it('of a paragraph are found inside others and alone, in their order', () => {
    const source = 'They walked home in silence. Later the rain came down hard. The school opened again today.';
    expect(memory.sentences(asked(source)).map(({ sentence, text, score }) => [sentence, text, score])).toEqual([
      ['They walked home in silence.', 'הם הלכו הביתה בדממה.', 100],
      ['The school opened again today.', 'בית הספר נפתח שוב היום.', 100],
    ]);
  });

  it('are not offered where nobody knows which belongs to which, nor for a text of one', () => {
    expect(memory.sentences(asked('Nobody was there at night. The end of it.'))).toEqual([]);
    expect(memory.sentences(asked('The school opened again today.'))).toEqual([]);
  });

  it('nor for a text that is known as a whole', () =>
    expect(memory.sentences(asked('The road was closed. The school opened again today.'))).toEqual([]));

  it('are forgotten with their paragraph', () => {
    const one = memoryOf(unit({ en: 'The road was closed. It rained a lot.', he: 'הכביש נסגר. ירד גשם רב.' }));
    const source = asked('The road was closed. Then it opened.');
    expect(one.sentences(source)).toHaveLength(1);
    one.put('key 0', []);
    expect(one.sentences(source)).toEqual([]);
  });
});

it('what is not to be offered is offered in no way', () => {
  const memory = memoryOf(unit({ en: 'One two three. Four five six.', he: 'אחת. שתיים.' }));
  const mayOffer = () => false;
  expect(memory.matches(asked('One two three. Four five six!', { mayOffer }))).toEqual([]);
  expect(memory.sentences(asked('One two three. Four five six!', { mayOffer }))).toEqual([]);
});

it('after bringing and taking back, it answers as if the rest alone had been brought', () => {
  const words = fc.array(fc.constantFrom('the', 'school', 'road', 'opened', 'closed', 'now.', 'Then'), {
    minLength: 1,
    maxLength: 8,
  });
  const text = words.map((list) => list.join(' '));
  const brought = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(fc.record({ en: text, he: text })));
  fc.assert(
    fc.property(fc.array(brought, { maxLength: 14 }), text, (steps, source) => {
      const [memory, fresh] = [createMemory(), createMemory()];
      const last = new Map<string, readonly MemoryUnit[]>();
      for (const [at, [key, texts]] of steps.entries()) {
        // Each has an age of its own, so that the order of equals does not hang on the order of bringing.
        const units = texts ? [unit(texts, { at: String(at).padStart(3, '0') })] : [];
        memory.put(key, units);
        last.set(key, units);
      }
      for (const [key, units] of last) fresh.put(key, units);
      for (const what of [asked(source), asked(source, { from: 'he', to: 'en' })]) {
        expect(memory.matches(what)).toEqual(fresh.matches(what));
        expect(memory.draft(what)).toEqual(fresh.draft(what));
      }
      expect(new Set(memory.units())).toEqual(new Set(fresh.units()));
    }),
  );
});
