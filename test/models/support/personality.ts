import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const path = join(import.meta.dirname, '../../../../shared/data/customer-personality/marketing_campaign.csv.gz');

/** The customer-personality table, where the file is at hand; tests on it are skipped, and say so, where it is not. */
export const personalityIsHere = existsSync(path);

/** A column of it by its name, shape (2240,); NaN where it is blank. */
export function personality(): (name: string) => Float64Array {
  const [head, ...rows] = gunzipSync(readFileSync(path))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((row) => row.trimEnd().split('\t'));
  return (name) => {
    const at = head!.indexOf(name);
    return Float64Array.from(rows, (row) => (row[at] ? Number(row[at]) : Number.NaN));
  };
}

export function sumOf(columns: readonly Float64Array[]): Float64Array {
  return columns[0]!.map((_, row) => columns.reduce((sum, column) => sum + column[row]!, 0));
}
