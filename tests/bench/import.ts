import type { Row } from './table.ts';
export async function importRows(): Promise<Row[]> {
  return [];
}
