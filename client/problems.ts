/**
 * The sentence for a refusal or a fault, in the reader's language: `refusals.<code>` in locales/*.json. Parameters that
 * are words of ours (a locale, a state, an act) are named in that language first; everything else goes in as it is.
 */
import type { FaultCode } from '../server/domain/document.ts';
import { isLocale } from '../server/domain/locale.ts';
import { Problem } from './api.ts';
import { formatList, t, type Key, type Values } from './i18n.ts';
import en from '../locales/en.json';

export type RefusalKey = Extract<Key, `refusals.${string}`>;

const named: Readonly<Record<string, (value: string) => string>> = {
  locale: (value) => formatList(value.split(/,\s*/u).map((tag) => (isLocale(tag) ? t(`app.locale-${tag}`) : tag))),
  state: (value) => wordFor('states', value),
  act: (value) => wordFor('history', value),
  check: checkName,
};

/** What to tell the reader. A code that this client does not know (a newer server) is a fault without details. */
export function sentenceFor(code: string, params: Values = {}): string {
  const values = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, named[name]?.(String(value)) ?? value]),
  );
  return t(isWord('refusals', code) ? (`refusals.${code}` as RefusalKey) : 'refusals.server.fault', values);
}

/** The sentence for anything thrown. What is no `Problem` is a bug of ours, and said to be one. */
export function sentenceOf(error: unknown): string {
  return error instanceof Problem ? sentenceFor(error.code, error.params) : t('refusals.server.fault');
}

export function faultSentence(code: FaultCode): string {
  return sentenceFor(code);
}

/** What a decision is called; one of a kind that this client does not know (a newer server) is a change. */
export function decisionWord(kind: string): string {
  return isWord('history', kind) ? wordFor('history', kind) : t('panel.history-unknown');
}

/** What a check is called; one that this client does not know (a newer server) by its id. */
export function checkName(check: string): string {
  return wordFor('check-names', check);
}

function wordFor(section: 'states' | 'history' | 'check-names', word: string): string {
  return isWord(section, word) ? t(`${section}.${word}` as Key) : word;
}

/** Whether a section has this word, in one form or in plural forms. */
function isWord(section: 'refusals' | 'states' | 'history' | 'check-names', word: string): boolean {
  return Object.hasOwn(en[section], word) || Object.hasOwn(en[section], `${word}_other`);
}
