import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { growForest, likeliest, probabilities } from '../../models/forest/forest.ts';
import { accuracy } from '../../models/forest/scores.ts';
import type { Table } from '../../models/forest/table.ts';
import { type Random, seeded } from '../../models/random.ts';
import { normal } from '../models/support/series.ts';
import { type Row, seconds } from './print.ts';
import { inFolder } from './shops.ts';

const ROWS = 50_000;
const JUDGED = 10_000;
const FEATURES = 13;
const CLASSES = 4;
const TREES = 100;
/** scikit-learn's own default. */
const MIN_LEAF = 1;
/** Debian's, where python3-sklearn is installed; the one on the path is often another. */
const PYTHON = '/usr/bin/python3';

/** 100 trees on 50,000 customers of 13 features, beside scikit-learn on the same rows with one thread. */
export function measure(): Promise<readonly Row[]> {
  return inFolder(async (folder) => {
    const random = seeded(1);
    const centres = Array.from({ length: 3 * CLASSES }, () => Array.from({ length: FEATURES }, () => normal(random)));
    const [learned, judged] = [ROWS, JUDGED].map((rows) => table(rows, centres, random)) as [Table, Table];
    const started = process.cpuUsage();
    const forest = growForest(learned, { trees: TREES, minLeaf: MIN_LEAF, random });
    const { user, system } = process.cpuUsage(started);
    const own = (user + system) / 1000;
    const guess = likeliest(probabilities(forest, judged.columns), CLASSES);
    const peer = await sklearn(folder, learned, judged);
    return [
      {
        what: `Random forest, ${TREES} trees, ${ROWS} x ${FEATURES}, CPU`,
        measured: `${seconds(own)}, accuracy ${accuracy(judged.label, guess).toFixed(4)}`,
        beside: peer
          ? `scikit-learn ${peer.version}: ${seconds(peer.cpuMs)}, accuracy ${peer.accuracy.toFixed(4)}`
          : `no scikit-learn for ${PYTHON} (apt install python3-sklearn)`,
        goal: peer ? `0.3 x; here ${(own / peer.cpuMs).toFixed(2)} x` : '0.3 x',
      },
    ];
  });
}

/** Classes of three clouds each, that overlap; the last three features say nothing. */
function table(rows: number, centres: readonly (readonly number[])[], random: Random): Table {
  const columns = Array.from({ length: FEATURES }, () => new Float64Array(rows));
  const label = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const cloud = Math.floor(random() * centres.length);
    label[row] = cloud % CLASSES;
    columns.forEach((column, feature) => {
      column[row] = normal(random) + (feature < FEATURES - 3 ? centres[cloud]![feature]! : 0);
    });
  }
  return { columns, label, classes: CLASSES };
}

async function sklearn(folder: string, learned: Table, judged: Table) {
  if (!existsSync(PYTHON)) return null;
  for (const [name, { columns, label }] of Object.entries({ learned, judged })) {
    const all = [...columns, Float64Array.from(label)].map(({ buffer }) => new Uint8Array(buffer as ArrayBuffer));
    writeFileSync(join(folder, `${name}.f64`), Buffer.concat(all));
  }
  const script = join(import.meta.dirname, 'random-forest.py');
  const args = [script, folder, FEATURES, TREES, MIN_LEAF].map(String);
  const found = await promisify(execFile)(PYTHON, args).catch(() => null);
  return found && (JSON.parse(found.stdout) as { cpuMs: number; accuracy: number; version: string });
}
