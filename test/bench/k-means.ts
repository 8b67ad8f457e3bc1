import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { openDatabase } from '../../data/database.ts';
import { writeBigShop } from './big-shop.ts';
import { type Fit, groups, WIDTH } from './k-means-works.ts';
import { once } from './own-process.ts';
import { ms, quantile, type Row, seconds } from './print.ts';
import { inFolder } from './shops.ts';

const REPEATS = 3;
/** Debian's own, which has its scikit-learn; another one may be first on the path. */
const PYTHON = '/usr/bin/python3';
/** All of them stop at the same groups; sums in another order differ in the last digits. */
const SAME_INERTIA = 1e-9;

const data = {
  shop: 'features of the big shop',
  planted: 'features, eight groups planted',
} as const;

/** Lloyd's rounds beside those of others from the same start, and the whole of a large shop's segments. */
export function measure(): Promise<readonly Row[]> {
  return inFolder(async (folder) => {
    const csv = join(folder, 'orders.csv');
    writeBigShop(csv);
    const file = join(folder, 'shop.db');
    openDatabase(file).close();
    once('load', file, csv);
    const { customers } = once('writePoints', file, folder);
    const names = Object.keys(data) as (keyof typeof data)[];
    return [
      ...names.flatMap((name) =>
        lloydRows(join(folder, name), `${customers.toLocaleString('en-US')} × ${WIDTH} ${data[name]}`),
      ),
      ...refreshRows(file, customers),
      smallRow(),
    ];
  });
}

function lloydRows(path: string, what: string): readonly Row[] {
  const fitters = {
    simd: () => once('simd', path),
    plain: () => once('plain', path),
    one: () => scikitLearn(path, '1'),
    all: () => scikitLearn(path, null),
  };
  const found: Record<keyof typeof fitters, (readonly Fit[])[]> = { simd: [], plain: [], one: [], all: [] };
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    for (const name of Object.keys(fitters) as (keyof typeof fitters)[]) {
      const fits = fitters[name]();
      if (fits !== null) found[name].push(fits);
    }
  }
  const mlKmeans = once('mlKmeans', path);
  return groups.map((k, at) => {
    const median = (name: keyof typeof fitters) => medianOf(found[name].map((fits) => fits[at]!));
    const [simd, plain, one, all] = [median('simd')!, median('plain')!, median('one'), median('all')];
    const peer = mlKmeans[at]!;
    for (const { inertia } of [plain, one, all, peer].flatMap((fit) => fit ?? [])) {
      if (Math.abs(inertia / simd.inertia - 1) > SAME_INERTIA)
        throw new Error(`inertia ${inertia}, not ${simd.inertia}`);
    }
    const theirs =
      one && all
        ? `scikit-learn, 1 thread: ${cost(one)}; all threads: ${cost(all)}; `
        : 'scikit-learn is not installed; ';
    const ratio = (own: Fit) => (one ? `${(own.cpuMs / one.cpuMs).toFixed(2)} times scikit-learn's CPU` : '');
    return {
      what: `Lloyd to the end, k = ${k}, ${what}`,
      measured: `${cost(simd)}, ${simd.rounds} rounds; in plain JavaScript ${cost(plain)}`,
      beside: `${theirs}ml-kmeans: ${cost(peer)}, ${peer.rounds} rounds`,
      goal: `${ratio(simd)}, plain ${ratio(plain)}; goal 0.6`,
    };
  });
}

function cost({ cpuMs, wallMs }: Fit): string {
  return `CPU ${(cpuMs / 1000).toFixed(2)} s (clock ${(wallMs / 1000).toFixed(2)})`;
}

function medianOf(fits: readonly Fit[]): Fit | null {
  const [first] = fits;
  if (first === undefined) return null;
  const of = (value: (fit: Fit) => number) => quantile(fits.map(value), 0.5);
  return { ...first, cpuMs: of(({ cpuMs }) => cpuMs), wallMs: of(({ wallMs }) => wallMs) };
}

/** Null where scikit-learn is not installed. */
function scikitLearn(path: string, threads: string | null): readonly Fit[] | null {
  const script = join(import.meta.dirname, 'k-means.py');
  const { status, stdout } = spawnSync(PYTHON, [script, path, String(WIDTH), ...groups.map((k) => `${path}.${k}`)], {
    encoding: 'utf8',
    env: { ...process.env, ...(threads === null ? {} : { OMP_NUM_THREADS: threads, OPENBLAS_NUM_THREADS: threads }) },
  });
  return status === 0 ? (JSON.parse(stdout) as readonly Fit[]) : null;
}

function refreshRows(file: string, customers: number): readonly Row[] {
  const plain = once('refresh', file, 'rfm');
  const wide = once('refresh', file, 'thirteen');
  const row = (of: string, whole: typeof plain): Row => ({
    what: `Segments of ${customers.toLocaleString('en-US')} customers by ${of}, in the worker: view, k = 2 to 8, checks, names`,
    measured: `${seconds(whole.wallMs)} (CPU ${seconds(whole.cpuMs)}), peak ${Math.round(whole.peakMb)} MB; ${whole.k} groups`,
    beside: `view and features alone: ${seconds(whole.viewMs)}`,
    goal: 'under 60 s and 1.5 GB',
  });
  return [
    row('recency, orders and money', plain),
    row('thirteen features', wide),
    {
      what: 'Scoring one customer by thirteen features',
      measured: `${(1000 * wide.scoreMs).toFixed(0)} µs`,
      beside: '',
      goal: 'under 5 ms',
    },
  ];
}

function smallRow(): Row {
  const { own, peer } = once('small');
  return {
    what: 'k = 2 to 8 with 20 starts each on 4,338 × 3',
    measured: `CPU ${ms(own.cpuMs)}`,
    beside: `ml-kmeans: CPU ${ms(peer.cpuMs)}`,
    goal: `${(own.cpuMs / peer.cpuMs).toFixed(2)} times ml-kmeans; goal 3 s`,
  };
}
