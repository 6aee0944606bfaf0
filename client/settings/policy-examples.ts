/**
 * How the choices of a policy look, each in the script that it is about: what `gershayim` means shows in צה״ל beside צה"ל,
 * and no name says it as well. The domain's lists say which choices there are.
 */
import type { Locale } from '../../server/domain/locale.ts';
import type { Policy, PolicyName } from '../../server/domain/policy.ts';

type Examples = { readonly [N in PolicyName]: Readonly<Record<Policy[N], string>> };

const common: Examples = {
  digits: { latn: '123', arab: '١٢٣' },
  quotes: { straight: '"…"', curly: '“…”', guillemets: '«…»' },
  months: { gulf: 'يوليو', levant: 'تموز', maghreb: 'جويلية', morocco: 'يوليوز' },
  gershayim: { gershayim: 'צה״ל, ג׳נין', quotes: 'צה"ל, ג\'נין' },
  maqaf: { maqaf: 'בית־ספר', hyphen: 'בית-ספר' },
  tanwin: { 'before-alef': 'شكرًا', 'on-alef': 'شكراً' },
  gender: { masculine: 'עובדים', slash: 'עובדים/ות', dot: 'עובדים.ות', double: 'עובדות ועובדים' },
};

const inLocale: Readonly<Record<Locale, Partial<Examples>>> = {
  en: {},
  he: { quotes: { ...common.quotes, curly: '”…”' } },
  ar: {
    quotes: { ...common.quotes, curly: '”…“' },
    gender: { masculine: 'عاملون', slash: 'عاملون/ات', dot: 'عاملون.ات', double: 'عاملون وعاملات' },
  },
};

export function exampleOf<N extends PolicyName>(locale: Locale, name: N, choice: Policy[N]): string {
  const examples: Examples = { ...common, ...inLocale[locale] };
  return examples[name][choice];
}
