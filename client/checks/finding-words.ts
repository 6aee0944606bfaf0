/**
 * What a check says of one place, in the reader's language. A code is called what its chip is; of a rule that the source
 * breaks as well, it is said that it does; a check that this client does not know (a newer server) is called by its name.
 */
import type { Finding } from '../../server/domain/checks/check.ts';
import type { CodeFault, Codes } from '../../server/domain/content.ts';
import en from '../../locales/en.json';
import type { Key, Translate } from '../i18n.ts';
import { checkName } from '../problems.ts';
import { codeFaultSentence } from '../review/fault-words.ts';

type Said = Pick<Finding, 'check' | 'params' | 'isInSource'>;

/** `codes`: those of the segment. */
export function findingSentence(finding: Said, codes: Codes, t: Translate): string {
  const { check, params = {}, isInSource } = finding;
  const fault = codeFaultOf(finding);
  const isKnown = Object.hasOwn(en.checks, check) || Object.hasOwn(en.checks, `${check}_other`);
  const words = isKnown ? t(`checks.${check}` as Key, params) : checkName(check);
  const sentence = fault ? codeFaultSentence(fault, codes, t) : words;
  return isInSource ? t('review.finding-in-source', { sentence }) : sentence;
}

const codeFaultOfCheck: Readonly<Record<string, CodeFault['code']>> = {
  'code.missing': 'content.code-missing',
  'code.doubled': 'content.code-doubled',
  'code.unpaired': 'content.code-unpaired',
};

/** The fault of the codes that it is, where it is one. */
export function codeFaultOf({ check, params }: Said): CodeFault | undefined {
  const code = codeFaultOfCheck[check];
  return code && { code, number: String(params?.['number']) };
}
