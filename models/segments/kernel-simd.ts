import { BLOCK, type Kernel, marginError, radiusOf, UNPLACED } from './kernel.ts';
import {
  type Code,
  constant,
  double,
  f64,
  four,
  get,
  i32,
  int,
  moduleOf,
  numbered,
  repeat,
  set,
  single,
  v128,
  when,
} from './kernel-assembler.ts';
import { meanOf, type Points } from './points.ts';

/** Numbers of 32 bits in a vector. */
const LANES = 4;
const [BYTES_OF_INT, BYTES_OF_SINGLE, BYTES_OF_DOUBLE, PAGE] = [4, 4, 8, 65_536];

/** Where things of fixed size lie in the memory; of the rest, the program is told. */
const GAPS = 0;
const FOUND_MARGINS = GAPS + BYTES_OF_DOUBLE * (UNPLACED + 1);
const FOUND_ROWS = FOUND_MARGINS + BYTES_OF_DOUBLE * BLOCK;
const FOUND_LABELS = FOUND_ROWS + BYTES_OF_INT * BLOCK;
const CENTROIDS = FOUND_LABELS + BYTES_OF_INT * BLOCK;

/**
 * A kernel in WebAssembly, four centroids at a time in 32 bits, about the mean so that few of them are lost to an
 * offset. What 32 bits cannot decide is left uncertain, so that labels are those of the plain kernel.
 *
 * @returns null where WebAssembly or its vectors are missing
 */
export function simdKernel(points: Points, k: number): Kernel | null {
  const { width, count } = points;
  const module = compiled(width, k);
  if (module === null) return null;
  const fours = Math.ceil(k / LANES);
  const at = { margins: CENTROIDS + BYTES_OF_SINGLE * LANES * fours * width, values: 0, labels: 0 };
  at.values = at.margins + BYTES_OF_DOUBLE * count;
  at.labels = at.values + BYTES_OF_SINGLE * width * count;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((at.labels + count) / PAGE) });
  const { look } = new WebAssembly.Instance(module, { own: { memory } }).exports as { readonly look: Look };
  const { buffer } = memory;

  const mean = meanOf(points).values;
  const radius = centre(points, mean, new Float32Array(buffer, at.values, width * count));
  const lanes = new Float32Array(buffer, CENTROIDS, LANES * fours * width).fill(Number.POSITIVE_INFINITY);
  let tolerance = Number.POSITIVE_INFINITY;
  return {
    points,
    k,
    labels: new Uint8Array(buffer, at.labels, count).fill(UNPLACED),
    margins: new Float64Array(buffer, at.margins, count).fill(-1),
    gaps: new Float64Array(buffer, GAPS, UNPLACED + 1),
    found: {
      rows: new Int32Array(buffer, FOUND_ROWS, BLOCK),
      labels: new Int32Array(buffer, FOUND_LABELS, BLOCK),
      margins: new Float64Array(buffer, FOUND_MARGINS, BLOCK),
    },
    place: (centroids) => {
      const reach = Math.max(radius, radiusOf(centroids, mean));
      tolerance =
        marginError(width, { radius: reach, bits: 24 }) +
        marginError(width, { radius: reach + Math.hypot(...mean), bits: 53 });
      for (let j = 0; j < k; j++) {
        for (let c = 0; c < width; c++) lanes[c * LANES * fours + j] = centroids.values[j * width + c]! - mean[c]!;
      }
    },
    look: (from, to) => look(from, to, tolerance, at.margins, at.values, at.labels),
  };
}

/** Writes the rows less their mean. Returns the largest distance from it. */
function centre({ values, width, count }: Points, mean: Float64Array, centred: Float32Array): number {
  let most = 0;
  for (let row = 0; row < count; row++) {
    let sum = 0;
    for (let c = 0; c < width; c++) {
      const value = values[row * width + c]! - mean[c]!;
      centred[row * width + c] = value;
      sum += value * value;
    }
    if (sum > most) most = sum;
  }
  return Math.sqrt(most);
}

type Look = (from: number, to: number, tolerance: number, margins: number, values: number, labels: number) => number;

const modules = new Map<string, WebAssembly.Module>();

/** The program for a width and a k, unrolled for both; kept, since V8 makes a module fast only after some rounds. */
function compiled(width: number, k: number): WebAssembly.Module | null {
  if (typeof WebAssembly === 'undefined') return null;
  const name = `${width} x ${k}`;
  const known = modules.get(name);
  if (known !== undefined) return known;
  const bytes = program(width, k);
  if (!WebAssembly.validate(bytes)) return null;
  const module = new WebAssembly.Module(bytes);
  modules.set(name, module);
  return module;
}

/** What the program is handed and what it keeps, with the type of each; after these, `sums`: a vector for every four centroids. */
const parameters = { row: i32, to: i32, tolerance: f64, margins: i32, values: i32, labels: i32 } as const;
const locals = {
  ...({ label: i32, nearest: i32, n: i32, marginAt: i32, rowAt: i32, gap: f64, margin: f64 } as const),
  ...({ x: v128, difference: v128, least: v128, next: v128 } as const),
};
type Name = keyof typeof parameters | keyof typeof locals | 'sums';

/** The look of `plainKernel`, distances to all centroids in vectors of four. */
function program(width: number, k: number): Uint8Array<ArrayBuffer> {
  const fours = Array.from({ length: Math.ceil(k / LANES) }, (_, at) => at);
  const local = numbered([...Object.keys(parameters), ...Object.keys(locals), 'sums'] as Name[]);
  const [row, x, difference, least, next] = [local.row, local.x, local.difference, local.least, local.next];
  const sum = (at: number) => get(local.sums + at);
  const scaled = (index: number, bytes: number) => int.multiply(get(index), constant(bytes));

  const distances = Array.from({ length: width }, (_, c): Code => {
    const intoSums = fours.flatMap((at): Code => {
      const centroids = four.load(constant(0), CENTROIDS + BYTES_OF_SINGLE * LANES * (c * fours.length + at));
      const square = four.multiply(get(difference), get(difference));
      return [
        ...set(difference, four.subtract(get(x), centroids)),
        ...set(local.sums + at, c === 0 ? square : four.add(sum(at), square)),
      ];
    });
    return [...set(x, four.loadToAll(get(local.rowAt), BYTES_OF_SINGLE * c)), ...intoSums];
  }).flat();

  /** Brings the least of all lanes into each. */
  const across = (vector: number): Code => [
    ...set(vector, four.lesser(get(vector), four.reorder(get(vector), [2, 3, 0, 1]))),
    ...set(vector, four.lesser(get(vector), four.reorder(get(vector), [1, 0, 3, 2]))),
  ];
  const isLeast = (at: number): Code =>
    int.shiftLeft(four.bits(four.isEqual(sum(at), get(least))), constant(LANES * at));
  const isNearest = (at: number): Code =>
    four.isEqualInt(
      four.toAll(get(local.nearest)),
      four.constants(Int32Array.from([0, 1, 2, 3], (j) => LANES * at + j)),
    );
  const infinity = four.constants(
    new Int32Array(Float32Array.of(...new Array(LANES).fill(Number.POSITIVE_INFINITY)).buffer),
  );
  const root = (vector: number): Code => single.squareRoot(four.lane(get(vector), 0));

  const measure: Code = [
    ...set(local.rowAt, int.add(get(local.values), scaled(row, BYTES_OF_SINGLE * width))),
    ...distances,
    ...set(
      least,
      fours.map(sum).reduce((a, b) => four.lesser(a, b)),
    ),
    ...across(least),
    ...set(local.nearest, int.trailingZeros(fours.map(isLeast).reduce((a, b) => int.or(a, b)))),
    ...set(
      next,
      fours.map((at) => four.choose(infinity, sum(at), isNearest(at))).reduce((a, b) => four.lesser(a, b)),
    ),
    ...across(next),
    ...set(
      local.margin,
      double.subtract(double.fromSingle(single.subtract(root(next), root(least))), get(local.tolerance)),
    ),
  ];
  const stays = int.and(
    int.isEqual(get(local.nearest), get(local.label)),
    double.isMore(get(local.margin), double.constant(0)),
  );
  const keep = double.store(get(local.marginAt), 0, double.add(get(local.margin), get(local.gap)));
  const report: Code = [
    ...int.store(scaled(local.n, BYTES_OF_INT), FOUND_ROWS, get(row)),
    ...int.store(scaled(local.n, BYTES_OF_INT), FOUND_LABELS, get(local.nearest)),
    ...double.store(scaled(local.n, BYTES_OF_DOUBLE), FOUND_MARGINS, get(local.margin)),
    ...set(local.n, int.add(get(local.n), constant(1))),
  ];
  const look: Code = [
    ...set(local.label, int.loadByte(int.add(get(local.labels), get(row)), 0)),
    ...set(local.gap, double.load(scaled(local.label, BYTES_OF_DOUBLE), GAPS)),
    ...set(local.marginAt, int.add(get(local.margins), scaled(row, BYTES_OF_DOUBLE))),
    ...when(double.isAtMost(double.load(get(local.marginAt), 0), get(local.gap)), [
      ...measure,
      ...when(stays, keep, report),
    ]),
    ...set(row, int.add(get(row), constant(1))),
  ];
  return moduleOf({
    name: 'look',
    parameters: Object.values(parameters),
    locals: [...Object.values(locals), ...fours.map(() => v128)],
    body: [...repeat(int.isLess(get(row), get(local.to)), look), ...get(local.n)],
  });
}

/** As far as it is used here: the types of Node 20 leave it out. */
declare namespace WebAssembly {
  type Module = { readonly kind?: 'module' };
  const Module: new (bytes: Uint8Array<ArrayBuffer>) => Module;
  const Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  const Instance: new (
    module: Module,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
  function validate(bytes: Uint8Array<ArrayBuffer>): boolean;
}
