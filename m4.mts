import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const read = (f: string) =>
  gunzipSync(readFileSync('/work/shared/data/m4/' + f))
    .toString()
    .trim()
    .split('\n')
    .slice(1)
    .map((l) =>
      Float64Array.from(
        l
          .trim()
          .split(',')
          .slice(1)
          .map((c) => c.replace(/"/g, '').trim())
          .filter((c) => c !== '' && c !== 'NA')
          .map(Number),
      ),
    );
export const train = read('Weekly-train.csv.gz');
export const test = read('Weekly-test.csv.gz');
