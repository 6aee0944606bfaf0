/** The termbase from a terminal: tables and TBX in and out. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError, type Command, type Done, type Invocation } from './command.ts';
import { fileOperand } from './operands.ts';

export const termCommands: Readonly<Record<string, Command>> = {
  'terms import': {
    usage: 'terms import FILE.csv|FILE.tbx [--trial]',
    operands: [1, 1],
    options: ['trial'],
    run: importFile,
  },
  'terms export': {
    usage: 'terms export --format csv|tbx [--output FILE]',
    operands: [0, 0],
    options: ['format', 'output'],
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
  const reply = await connection.call('POST /api/terms/import', { body });
  const { added, changed, known, alike, skipped } = reply;
  const will = options.trial ? 'would be ' : '';
  const lines = [
    `${added} ${will}added, ${changed} ${will}changed, ${known} known already`,
    ...(alike.count > 0 ? [`  ${alike.count} share a word with another term: ${alike.examples.join(', ')}`] : []),
    ...skipped.map(({ why, name, line, count }) => `  line ${line}: ${why} ${name} (${count})`.trimEnd()),
  ];
  return { reply, text: lines.join('\n') };
}

async function exportAll({ connection, options }: Invocation): Promise<Done> {
  const format = (['csv', 'tbx'] as const).find((known) => known === (options.format ?? 'csv'));
  if (format === undefined) throw new UsageError('--format is one of csv, tbx.');
  const text = await connection.call('GET /api/terms/export', { query: { format } });
  if (options.output === undefined) return { reply: { text }, text };
  const file = fileOperand(options.output);
  await writeFile(file, text);
  return { reply: { file }, text: file };
}
