/** `dragoman numbers`: JSON lines of a source and a target in, the same out with what became of the numbers. */
import { compareNumbers, type NumberComparison, type NumberText } from '../domain/language/numbers/compare.ts';
import type { Quantity } from '../domain/language/numbers/quantities.ts';
import { localeOption } from './command.ts';
import { jsonLines } from './json-lines.ts';
import type { TextCommand } from './text-commands.ts';

export const numbersCommand: TextCommand = {
  usage: 'numbers --from en --to he < LINES (each { "source", "target" })',
  operands: [0, 0],
  options: ['from', 'to'],
  run: async ({ options, input }) => {
    const [from, to] = [localeOption(options.from, '--from'), localeOption(options.to, '--to')];
    const lines = jsonLines(await input(), ['source', 'target']).map((line) => {
      const [source, target] = [
        { text: line.source, locale: from },
        { text: line.target, locale: to },
      ];
      return { ...line, ...answer(source, target, compareNumbers(source, target)) };
    });
    return { reply: lines, lines, text: lines.map((line) => JSON.stringify(line)).join('\n') };
  },
};

/** `report` is the gravest of what is wrong. */
function answer(source: NumberText, target: NumberText, found: NumberComparison) {
  const { equal, missing, extra, transposed, percent } = found;
  if (equal) return { equal };
  return {
    equal,
    report:
      transposed.length > 0
        ? 'digits transposed'
        : missing.length > 0
          ? 'missing'
          : extra.length > 0
            ? 'extra'
            : 'percent',
    ...whereAny('transposed', transposed, (pair) => [written(source, pair.source), written(target, pair.target)]),
    ...whereAny('missing', missing, (one) => written(source, one)),
    ...whereAny('extra', extra, (one) => written(target, one)),
    ...whereAny('percent', percent.source, (one) => written(source, one)),
    ...whereAny('percentExtra', percent.target, (one) => written(target, one)),
  };
}

function whereAny<T, U>(name: string, list: readonly T[], show: (one: T) => U): Record<string, U[]> {
  return list.length > 0 ? { [name]: list.map(show) } : {};
}

function written({ text }: NumberText, { span }: Quantity): string {
  return text.slice(...span);
}
