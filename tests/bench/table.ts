/** The printed table: a row an operation, ratios first; times mean little without the machine named above them. */
import os from 'node:os';
import type { Spread } from './measure.ts';

export interface Row {
  readonly operation: string;
  readonly input: string;
  /** Who is compared with. */
  readonly peerName?: string;
  readonly peer?: Spread;
  readonly ours: Spread;
  /** In words; `met` says whether it was reached, where the goal is one that can be. */
  readonly goal: string;
  readonly met?: boolean;
  readonly note?: string;
}

const columns = ['operation', 'input', 'peer', 'peer median', 'ours', 'ratio', 'goal', 'met', 'ours min–max', 'note'];

/** The peer's median over ours: above 1, we are quicker. */
export function ratioOf({ peer, ours }: Pick<Row, 'peer' | 'ours'>): number | undefined {
  return peer && peer.median / ours.median;
}

/** On what the figures were measured. */
export function machine(): string {
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return [
    `${os.cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${memory} GiB, ${os.type()} ${os.release()}`,
    `Node ${process.version}`,
    new Date().toISOString().slice(0, 10),
  ].join(' · ');
}

/** The rows as a table of plain text. */
export function tableOf(rows: readonly Row[]): string {
  return aligned([columns, ...rows.map(cellsOf)]);
}

/** Lines of cells, the first of them the head, with each column as wide as its widest. */
export function aligned(lines: ReadonlyArray<readonly string[]>): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const [head = '', ...body] = lines.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [head, '─'.repeat(head.length), ...body].join('\n');
}

function cellsOf(row: Row): string[] {
  const ratio = ratioOf(row);
  return [
    row.operation,
    row.input,
    row.peerName ?? '',
    row.peer ? time(row.peer.median) : '',
    time(row.ours.median),
    ratio === undefined ? '' : `${ratio.toPrecision(3)}×`,
    row.goal,
    row.met === undefined ? '' : row.met ? 'met' : 'NOT met',
    `${time(row.ours.min)}–${time(row.ours.max)}`,
    row.note ?? '',
  ];
}

/** A time as people read it. */
export function time(ms: number): string {
  if (ms < 1) return `${(ms * 1000).toPrecision(3)} µs`;
  return ms < 100 ? `${ms.toPrecision(3)} ms` : `${Math.round(ms)} ms`;
}
