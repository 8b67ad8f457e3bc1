import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kmeans } from 'ml-kmeans';
import { connect } from '../../data/database.ts';
import { openFacts } from '../../data/facts/open.ts';
import type { Facts } from '../../data/types/facts.ts';
import { type Random, randomBelow, seeded } from '../../models/random.ts';
import { type FeatureSet, featureColumns, featureSets } from '../../models/segments/feature-sets.ts';
import { featuresOf } from '../../models/segments/features.ts';
import { kMeans, nearest } from '../../models/segments/k-means.ts';
import { plainKernel } from '../../models/segments/kernel.ts';
import { simdKernel } from '../../models/segments/kernel-simd.ts';
import { lloyd } from '../../models/segments/lloyd.ts';
import { type Points, pick } from '../../models/segments/points.ts';
import { placeOf } from '../../models/segments/score.ts';
import type { SegmentView } from '../../models/segments/types.ts';
import { openPool } from '../../src/worker/pool.ts';
import { inEnglish } from '../../words/tell.ts';

/** One run of Lloyd's rounds. */
export type Fit = {
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly rounds: number;
  readonly inertia: number;
};

export const WIDTH = 13;
export const groups = [4, 8] as const;
/** The day after the last of the big shop. */
const BEFORE = '2026-01-01';
/** Fitted before the clock starts, as the rows drawn are in the product: compilers take their time only once. */
const WARM_UP = 20_000;
const SCORED = 10_000;
const SMALL = { customers: 4338, width: 3, starts: 20 } as const;

/** The customers of the big shop with what the thirteen features are made of. Its money has no cents. */
async function viewOf({ customers }: Facts): Promise<SegmentView> {
  const view = await customers.view({ before: BEFORE });
  return { ...view, features: featureColumns(await customers.features({ before: BEFORE }), 1) };
}

/** Eight round groups whose centres are about as far apart as they are wide. */
function planted(count: number, random: Random): Points {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const centres = Float64Array.from({ length: 8 * WIDTH }, () => 1.5 * normal());
  const values = new Float64Array(count * WIDTH);
  for (let row = 0; row < count; row++) {
    const from = WIDTH * randomBelow(8, random);
    for (let c = 0; c < WIDTH; c++) values[row * WIDTH + c] = centres[from + c]! + normal();
  }
  return { values, width: WIDTH, count };
}

/** Writes points and one start for each k; what stands in each file is numbers of 64 bits, row by row. */
function write(folder: string, name: string, points: Points): void {
  const random = seeded(7);
  writeFileSync(join(folder, name), points.values);
  for (const k of groups) {
    const rows = Array.from({ length: k }, () => randomBelow(points.count, random));
    writeFileSync(join(folder, `${name}.${k}`), pick(points, rows).values);
  }
}

function read(path: string): Points {
  const bytes = readFileSync(path);
  const values = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return { values, width: WIDTH, count: values.length / WIDTH };
}

function timed(work: () => Pick<Fit, 'rounds' | 'inertia'>): Fit {
  const [cpu, started] = [process.cpuUsage(), performance.now()];
  const found = work();
  const { user, system } = process.cpuUsage(cpu);
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() - started, ...found };
}

function fits(path: string, settle: (points: Points, start: Points) => Pick<Fit, 'rounds' | 'inertia'>): Fit[] {
  const points = read(path);
  const few = { ...points, values: points.values.subarray(0, WARM_UP * WIDTH), count: WARM_UP };
  return groups.map((k) => {
    const start = read(`${path}.${k}`);
    settle(few, start);
    return timed(() => settle(points, start));
  });
}

function rowsOf({ values, count, width }: Points): number[][] {
  return Array.from({ length: count }, (_, row) => Array.from(values.subarray(row * width, (row + 1) * width)));
}

function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}

export const kMeansWorks = {
  writePoints: async (file: string, folder: string) => {
    const { points } = featuresOf(await viewOf(openFacts(connect(file))), featureSets.thirteen);
    if (points.width !== WIDTH) throw new Error(`${points.width} features are left of the big shop's, not ${WIDTH}`);
    write(folder, 'shop', points);
    write(folder, 'planted', planted(points.count, seeded(1)));
    return { customers: points.count };
  },
  simd: (path: string) => fits(path, (points, start) => lloyd(simdKernel(points, start.count)!, start)),
  plain: (path: string) => fits(path, (points, start) => lloyd(plainKernel(points, start.count), start)),
  mlKmeans: (path: string) =>
    groups.map((k): Fit => {
      const [points, start] = [read(path), read(`${path}.${k}`)];
      const [rows, initialization] = [rowsOf(points), rowsOf(start)];
      let centroids: number[][] = [];
      const fit = timed(() => {
        const found = kmeans(rows, k, { initialization, maxIterations: 300, tolerance: 0 });
        centroids = found.centroids;
        return { rounds: found.iterations, inertia: 0 };
      });
      return { ...fit, inertia: nearest(points, { ...start, values: Float64Array.from(centroids.flat()) }).inertia };
    }),
  /** View, scale, groups, their checks and names, as the bot has it done: in a worker. */
  refresh: async (file: string, features: FeatureSet) => {
    const pool = openPool(file);
    const started = performance.now();
    const view = await viewOf(pool.facts);
    const viewMs = performance.now() - started;
    const recipe = featureSets[features];
    const { clusters, whyNoClusters } = await pool.compute('segments', { view, recipe, seed: 1 });
    const wallMs = performance.now() - started;
    const { user, system } = process.cpuUsage();
    await pool.close();
    if (clusters === null) throw new Error(inEnglish(whyNoClusters ?? ''));
    const scored = performance.now();
    for (let i = 0; i < SCORED; i++) placeOf(clusters, { recencyDays: i % 500, orders: 3, revenueMinor: 100 * i });
    const scoreMs = (performance.now() - scored) / SCORED;
    return { k: clusters.k, viewMs, wallMs, cpuMs: (user + system) / 1000, peakMb: peakMb(), scoreMs };
  },
  /** Twenty starts for each k from 2 to 8, on as many customers as a small shop has. */
  small: () => {
    const random = seeded(1);
    const points = {
      values: new Float64Array(SMALL.customers * SMALL.width).map(random),
      width: SMALL.width,
      count: SMALL.customers,
    };
    const ks = [2, 3, 4, 5, 6, 7, 8];
    const nothing = { rounds: 0, inertia: 0 };
    const own = timed(() => {
      for (const k of ks) kMeans(points, { k, starts: SMALL.starts, random });
      return nothing;
    });
    const rows = rowsOf(points);
    const peer = timed(() => {
      for (const k of ks)
        for (let seed = 1; seed <= SMALL.starts; seed++) kmeans(rows, k, { seed, maxIterations: 300 });
      return nothing;
    });
    return { own, peer };
  },
};
