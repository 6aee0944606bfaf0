/** The translation memory from a terminal: TMX files in and out, and what it has for a text. */
import type { SuggestionView } from '../contract/suggestions-api.ts';
import { localeOption, UsageError, type Command, type Done, type Invocation } from './command.ts';
import { handOut, namedFile } from './operands.ts';

export const memoryCommands: Readonly<Record<string, Command>> = {
  'memory import': { usage: 'memory import FILE.tmx [--trial]', operands: [1, 1], options: ['trial'], run: importFile },
  'memory export': {
    usage: 'memory export [--from en] [--output FILE]',
    operands: [0, 0],
    options: ['from', 'output'],
    run: exportAll,
  },
  'memory lookup': {
    usage: 'memory lookup TEXT|- --from en --to he [--before TEXT] [--after TEXT]',
    operands: [1, 1],
    options: ['from', 'to', 'before', 'after'],
    run: lookUp,
  },
};

async function importFile({ connection, operands, options }: Invocation): Promise<Done> {
  const input = await namedFile(operands[0]);
  const body = { decisionId: crypto.randomUUID(), input, ...(options.trial && { isTrial: true }) };
  const reply = await connection.call('POST /api/memory/import', { body });
  const { added, known, skipped, examples } = reply;
  const lines = examples.map(({ line, reason }) => `  line ${line}: ${reason}`);
  const will = options.trial ? 'would be ' : '';
  return { reply, text: [`${added} ${will}added, ${known} known already, ${skipped} skipped`, ...lines].join('\n') };
}

async function exportAll({ connection, options }: Invocation): Promise<Done> {
  const query = options.from === undefined ? {} : { from: localeOption(options.from, '--from') };
  return handOut(await connection.call('GET /api/memory/export', { query }), options);
}

/** What the memory has for a text; `-` takes it from standard input. Outer white space is none of it, as at import. */
async function lookUp({ connection, operands: [operand = ''], options, input }: Invocation): Promise<Done> {
  const [from, to] = [localeOption(options.from, '--from'), localeOption(options.to, '--to')];
  const text = (operand === '-' ? await input() : operand).trim();
  if (text === '') throw new UsageError('There is no text to look up.');
  const { before, after } = options;
  const body = { text, from, to, ...(before && { before }), ...(after && { after }) };
  const reply = await connection.call('POST /api/memory/matches', { body });
  const lines = [
    ...reply.suggestions.map((match) => matchLines(match)),
    ...reply.sentences.map((match) => `“${match.sentence}”\n${matchLines(match)}`),
  ];
  return { reply, text: lines.join('\n') || 'The memory has nothing like it.' };
}

/** The target with its score; below, its source, what speaks against it, and where it comes from. */
function matchLines({ score, target, source, penalties, guards, origin, file }: SuggestionView): string {
  const where = origin ? `${origin.title} (${origin.documentId}), ${origin.ordinal + 1}` : file;
  const notes = [...penalties, ...guards.map((guard) => `other ${guard}`), ...(where === undefined ? [] : [where])];
  return [`${String(score).padStart(3)}  ${target}`, `     ${source}`, ...notes.map((note) => `     · ${note}`)].join(
    '\n',
  );
}
