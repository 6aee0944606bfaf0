/**
 * `dragoman lint`: two files, line by line, and what the checks find in the second. Each line is a document of its own, so
 * that one line's digits or quotation marks say nothing about another's; only translations of the same source are
 * compared across all of them. A blank line of the source is no source: what compares the two sides is then silent.
 */
import { readFile } from 'node:fs/promises';
import type { Finding } from '../domain/checks/check.ts';
import { inconsistent } from '../domain/checks/inconsistent.ts';
import { checkDocument, checkSegment } from '../domain/checks/run.ts';
import { subjectOf, type Subject } from '../domain/checks/subject.ts';
import { plain } from '../domain/content.ts';
import { refuse, Refused } from '../domain/errors.ts';
import { policiesOf, policyChoices, policyFor, type PolicyChanges, type PolicyName } from '../domain/policy.ts';
import { localeOption, UsageError, type Options } from './command.ts';
import { fileOperand } from './operands.ts';
import type { TextCommand } from './text-commands.ts';
import { wordsOf } from './words.ts';

export const lintCommand: TextCommand = {
  usage: 'lint --from en --to he SOURCE.txt TARGET.txt [--policy digits=arab,…] [--lang he]   (1: it finds an error)',
  operands: [2, 2],
  options: ['from', 'to', 'policy', 'lang'],
  run: async ({ operands, options }) => {
    const subjects = await subjectsOf(operands, options);
    const say = await wordsOf('checks', options.lang === undefined ? 'en' : localeOption(options.lang, '--lang'));
    const lines = findingsByLine(subjects).map(([line, { check, severity, params, spans }]) => ({
      line,
      check,
      severity,
      message: say(check, params),
      spans,
    }));
    const text = lines.map(({ line, severity, message, check }) => `${line}: ${severity}: ${message} [${check}]`);
    return {
      reply: lines,
      lines,
      text: text.length > 0 ? text.join('\n') : 'Nothing found.',
      refused: lines.some(({ severity }) => severity === 'error'),
    };
  },
};

async function subjectsOf([sourceFile, targetFile]: readonly string[], options: Options): Promise<Subject[]> {
  const [from, to] = [localeOption(options.from, '--from'), localeOption(options.to, '--to')];
  const policy = policyFor(to, policyOption(options.policy, policiesOf[to]));
  const [sources, targets] = sameNumber(await linesOf(sourceFile), await linesOf(targetFile));
  return targets.map((target, i) =>
    subjectOf({ segmentId: String(i + 1), from, to, source: plain(sources[i] ?? ''), target, policy }),
  );
}

/** Findings with the numbers of their lines, in the order of the file. */
function findingsByLine(subjects: readonly Subject[]): Array<[line: number, finding: Finding]> {
  const across = Map.groupBy(checkDocument(subjects, [inconsistent]), ({ segmentId }) => segmentId);
  return subjects.flatMap((subject, i) =>
    [...checkSegment(subject), ...checkDocument([subject]), ...(across.get(subject.segmentId) ?? [])].map(
      (finding): [number, Finding] => [i + 1, finding],
    ),
  );
}

async function linesOf(operand: string | undefined): Promise<string[]> {
  const file = fileOperand(operand);
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(`There is no readable file ${file}.`);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).split(/\r?\n/u);
  } catch {
    throw new Refused(refuse('import.encoding', { encoding: 'UTF-8' }));
  }
}

/** With or without a line break at the end, as long as both mean the same number of lines. Throws `Refused` lint.lines. */
function sameNumber(sources: readonly string[], targets: readonly string[]): [readonly string[], readonly string[]] {
  if (sources.length === targets.length) return [sources, targets];
  const [source, target] = [withoutLastBreak(sources), withoutLastBreak(targets)];
  if (source.length === target.length) return [source, target];
  throw new Refused(refuse('lint.lines', { source: source.length, target: target.length }));
}

function withoutLastBreak(lines: readonly string[]): readonly string[] {
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** `digits=arab,quotes=curly`, of the policies that a language knows. */
function policyOption(option: string | undefined, known: readonly PolicyName[]): PolicyChanges {
  const parts = (option ?? '').split(',').filter(Boolean);
  return Object.fromEntries(
    parts.map((part) => {
      const [name = '', choice = ''] = part.split('=');
      const policy = known.find((one) => one === name);
      if (policy && (policyChoices[policy] as readonly string[]).includes(choice)) return [policy, choice];
      const choices = known.map((one) => `${one}=${policyChoices[one].join('|')}`);
      throw new UsageError(`--policy takes, in this language: ${choices.join(', ')}.`);
    }),
  );
}
