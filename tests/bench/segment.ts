import type { Row } from './table.ts';
export async function segmentRows(): Promise<Row[]> {
  return [];
}
