/** `dragoman sentences`: a text on standard input, its sentences out. */
import { sentencesOf } from '../domain/language/sentences.ts';
import { localeOption } from './command.ts';
import type { TextCommand } from './text-commands.ts';

export const sentencesCommand: TextCommand = {
  usage: 'sentences --lang ar < TEXT',
  operands: [0, 0],
  options: ['lang'],
  run: async ({ options, input }) => {
    const locale = localeOption(options.lang, '--lang');
    const sentences = sentencesOf(await input(), locale);
    return { reply: sentences, text: sentences.join('\n') };
  },
};
