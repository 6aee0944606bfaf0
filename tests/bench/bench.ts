/**
 * `npm run bench [group …]`: measures against peers and prints tables. It informs and never gates: the exit code is 0
 * whatever was measured. A group is loaded when it is measured: another's packages on the heap make its pauses longer.
 * To add a group: a file that gives rows (or its own tables, as text), and its line here.
 */
import { machine, tableOf, type Row } from './table.ts';

const groups: Readonly<Record<string, () => Promise<Row[] | string>>> = {
  segment: async () => (await import('./segment.ts')).segmentRows(),
  diff: async () => (await import('./diff.ts')).diffRows(),
  import: async () => (await import('./import.ts')).importRows(),
  store: async () => (await import('./store.ts')).storeRows(),
  queue: async () => (await import('./queue.ts')).queueRows(),
  presence: async () => (await import('./presence.ts')).presenceRows(),
  desk: async () => (await import('./desk.ts')).deskRows(),
  checks: async () => (await import('./checks.ts')).checksReport(),
  terms: async () => (await import('./terms.ts')).termRows(),
  memory: async () => (await import('./memory.ts')).memoryReport(),
  publish: async () => (await import('./publish.ts')).publishReport(),
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
