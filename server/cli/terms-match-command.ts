/** `dragoman terms match`: texts and words on standard input, how surely each text holds its word out. */
import { matchLevel } from '../domain/terms/term-index.ts';
import { localeOption } from './command.ts';
import { jsonLines } from './json-lines.ts';
import type { TextCommand } from './text-commands.ts';

export const termsMatchCommand: TextCommand = {
  usage: 'terms match --lang he < LINES   ({ "text", "term" } a line)',
  operands: [0, 0],
  options: ['lang'],
  run: async ({ options, input }) => {
    const locale = localeOption(options.lang, '--lang');
    const lines = jsonLines(await input(), ['text', 'term']).map((line) => ({
      ...line,
      level: matchLevel(line.text, line.term, locale),
    }));
    return { reply: lines, lines, text: lines.map(({ level, term, text }) => `${level}  ${term}  ${text}`).join('\n') };
  },
};
