/**
 * `dragoman check`: everything that the checks find in an edition, a finding a line, in the language of the terminal. What
 * is dismissed is counted. An open error is a refusal: a script that publishes can ask first.
 */
import type { EditionFindings, FindingView } from '../contract/checks-api.ts';
import { localeOption, type Command, type Done } from './command.ts';
import { documentOperand } from './operands.ts';
import { terminalLocale, wordsOf } from './words.ts';

export const checkCommand: Command = {
  usage: 'check DOC --locale he   (1: an error is open)',
  operands: [1, 1],
  options: ['locale'],
  run: async ({ connection, operands, options }) => {
    const params = { documentId: documentOperand(operands[0]), locale: localeOption(options.locale, '--locale') };
    const reply = await connection.call('GET /api/documents/:documentId/checks/:locale', { params });
    return said(reply);
  },
};

async function said(reply: EditionFindings): Promise<Done> {
  const say = await wordsOf('checks', terminalLocale());
  const open = reply.findings.filter(({ dismissed }) => dismissed === undefined);
  const dismissed = reply.findings.length - open.length;
  const lines = open.map(({ ordinal, severity, check, params = {}, marked }) =>
    [`${ordinal + 1}. ${severity}: ${say(check, params)} [${check}]`, oneLine(marked)].filter(Boolean).join('  '),
  );
  const sum = `${reply.checked} checked, ${open.length} found${dismissed > 0 ? `, ${dismissed} dismissed` : ''}`;
  return {
    reply: { ...reply, findings: reply.findings.map((finding) => ({ ...finding, message: messageOf(finding, say) })) },
    text: [...lines, sum].join('\n'),
    refused: open.some(({ severity }) => severity === 'error'),
  };
}

function messageOf({ check, params = {} }: FindingView, say: Awaited<ReturnType<typeof wordsOf>>): string {
  return say(check, params);
}

/** So much of the marked text is shown. */
const longest = 60;

function oneLine(marked: string): string {
  const text = marked.replace(/\0/gu, ' … ').replace(/\s+/gu, ' ').trim();
  return text.length > longest ? '' : text;
}
