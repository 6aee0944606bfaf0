import type { Row } from './table.ts';
export async function storeRows(): Promise<Row[]> {
  return [];
}
