/**
 * `npm run bench [group …]`: measures against peers and prints tables. It informs and never gates: the exit code is 0
 * whatever was measured. To add a group: a file that gives rows (or its own tables, as text), and its line here.
 */
import { checksReport } from './checks.ts';
import { deskRows } from './desk.ts';
import { diffRows } from './diff.ts';
import { importRows } from './import.ts';
import { memoryReport } from './memory.ts';
import { presenceRows } from './presence.ts';
import { queueRows } from './queue.ts';
import { segmentRows } from './segment.ts';
import { storeRows } from './store.ts';
import { termRows } from './terms.ts';
import { machine, tableOf, type Row } from './table.ts';

const groups: Readonly<Record<string, () => Promise<Row[] | string>>> = {
  segment: segmentRows,
  diff: diffRows,
  import: importRows,
  store: storeRows,
  queue: queueRows,
  presence: presenceRows,
  desk: deskRows,
  checks: checksReport,
  terms: termRows,
  memory: memoryReport,
};

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = asked.filter((name) => !Object.hasOwn(groups, name));
if (unknown.length > 0)
  console.log(`No such group: ${unknown.join(', ')}. There are: ${Object.keys(groups).join(', ')}.`);

console.log(machine());
for (const [name, rowsOf] of Object.entries(groups)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n${name}`);
  try {
    const measured = await rowsOf();
    console.log(typeof measured === 'string' ? measured : tableOf(measured));
  } catch (fault) {
    console.log(`not measured: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}
