/** The translation memory from a terminal: TMX files in and out, and what it has for a text. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { localeOption, UsageError, type Command, type Done, type Invocation } from './command.ts';
import { fileOperand } from './operands.ts';

export const memoryCommands: Readonly<Record<string, Command>> = {
  'memory import': { usage: 'memory import FILE.tmx [--trial]', operands: [1, 1], options: ['trial'], run: importFile },
  'memory export': {
    usage: 'memory export [--from en] [--output FILE]',
    operands: [0, 0],
    options: ['from', 'output'],
    run: exportAll,
  },
};

async function importFile({ connection, operands, options }: Invocation): Promise<Done> {
  const file = fileOperand(operands[0]);
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(`There is no readable file ${file}.`);
  });
  const input = { file: path.basename(file), base64: bytes.toString('base64') };
  const body = { decisionId: crypto.randomUUID(), input, ...(options.trial && { isTrial: true }) };
  const reply = await connection.call('POST /api/memory/import', { body });
  const { added, known, skipped, examples } = reply;
  const lines = examples.map(({ line, reason }) => `  line ${line}: ${reason}`);
  return { reply, text: [`${added} added, ${known} known already, ${skipped} skipped`, ...lines].join('\n') };
}

async function exportAll({ connection, options }: Invocation): Promise<Done> {
  const query = options.from === undefined ? {} : { from: localeOption(options.from, '--from') };
  const text = await connection.call('GET /api/memory/export', { query });
  if (options.output === undefined) return { reply: { text }, text };
  const file = fileOperand(options.output);
  await writeFile(file, text);
  return { reply: { file }, text: file };
}
