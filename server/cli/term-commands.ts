/** The termbase from a terminal: tables and TBX in and out. */
import { UsageError, type Command, type Done, type Invocation } from './command.ts';
import { handOut, namedFile } from './operands.ts';

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
  const input = await namedFile(operands[0]);
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
  return handOut(await connection.call('GET /api/terms/export', { query: { format } }), options);
}
