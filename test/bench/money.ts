import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { allocate } from '../../models/campaigns/allocation.ts';
import { salesAt } from '../../models/campaigns/curve.ts';
import { mix } from '../../models/campaigns/mix/mix.ts';
import type { AllocationLine, ResponseCurve } from '../../models/campaigns/types.ts';
import { seeded } from '../../models/random.ts';
import { mixRequest, mixWorld, wideWorld } from '../models/support/mix-worlds.ts';
import { holdOut, mape, robyn, robynFile } from '../models/support/robyn.ts';
import { ms, quantile, type Row, seconds } from './print.ts';
import { houseInFolder, inFolder } from './shops.ts';

const WORLDS = 40;
/** Worlds that no prior was chosen on. */
const FIRST_SEED = 50_000;
const kinds = [
  { name: 'noise 5', noise: 5, follows: false },
  { name: 'noise 5, spend follows the season', noise: 5, follows: true },
  { name: 'noise 10', noise: 10, follows: false },
] as const;

/** The response model against worlds with known truth, Robyn's data and scipy; the split against the clock and scipy. */
export async function measure(): Promise<readonly Row[]> {
  return [...kinds.flatMap(recovery), ...robynRows(), ...(await speed()), ...manyLines()];
}

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

/** What was found of each channel's contribution, and what became of the splits that were advised. */
function recovery({ name, noise, follows }: (typeof kinds)[number]): Row[] {
  const worlds = Array.from({ length: WORLDS }, (_, k) => mixWorld(seeded(FIRST_SEED + k), { noise, follows }));
  const results = worlds.map((world, seed) => mix(mixRequest(world, seed)));
  const peer = scipy({
    worlds: worlds.map(({ sales, channels }) => ({
      sales: [...sales],
      spends: channels.map(({ spend }) => [...spend]),
    })),
  });
  const channels = [0, 1, 2];
  const error = (found: (world: number, channel: number) => number) =>
    channels.map((i) => worlds.map((world, k) => found(k, i) / world.channels[i]!.contribution - 1));
  const own = error((k, i) => results[k]!.channels[i]!.contribution.expected);
  const median = (errors: readonly number[][]) =>
    errors.map((each) => percent(quantile(each.map(Math.abs), 0.5))).join(', ');
  const held = channels.map((i) =>
    share(worlds, ({ channels: truth }, k) => {
      const { low90, high90 } = results[k]!.channels[i]!.contribution;
      return low90 <= truth[i]!.contribution && truth[i]!.contribution <= high90;
    }),
  );
  const advised = [
    { status: 'the same spend on each', spend: () => [10_000, 10_000, 10_000] },
    { status: 'what was spent on average, near the best already', spend: meanSpend },
  ].map(({ status, spend }) => ({ status, ...shifts(worlds, results, spend) }));
  return [
    {
      what: `Contribution, ${name}, ${WORLDS} worlds: median error by channel (mean bias)`,
      measured: `${median(own)} (${own.map((each) => percent(each.reduce((sum, x) => sum + x, 0) / WORLDS)).join(', ')})`,
      beside: peer
        ? `scipy least squares ${median(error((k, i) => peer.contributions[k]![i]!))}`
        : 'scipy is not installed',
      goal: '11% each',
    },
    {
      what: `90% intervals of it, ${name}: share that held`,
      measured: held.map(percent).join(', '),
      beside: '',
      goal: '85 to 95%',
    },
    ...advised.map(({ status, advice, right, anyway, promised, came }) => ({
      what: `Shifts advised, ${name}; now ${status}`,
      measured: `${right} of ${advice} truly gain; ${percent(came / promised)} of what was promised`,
      beside: `without refusing: ${anyway} of ${WORLDS}`,
      goal: '90% gain',
    })),
  ];
}

type Worlds = readonly ReturnType<typeof mixWorld>[];

function meanSpend({ channels }: Worlds[number]): number[] {
  return channels.map(({ spend }) => Math.round(spend.reduce((sum, x) => sum + x, 0) / spend.length));
}

function shifts(
  worlds: Worlds,
  results: readonly ReturnType<typeof mix>[],
  spendOf: (world: Worlds[number]) => number[],
) {
  const made = worlds.map((world, k) => {
    const now = spendOf(world);
    const lines = results[k]!.channels.map(({ curve }, i) => line(i, now[i]!, curve));
    const split = allocate({ totalMinor: now.reduce((sum, x) => sum + x, 0), lines, maxStep: 0.2, reach: 0.1 });
    const gain = split.lines.reduce(
      (sum, { proposedMinor }, i) =>
        sum + salesAt(world.channels[i]!.curve, proposedMinor) - salesAt(world.channels[i]!.curve, now[i]!),
      0,
    );
    return { gain, isAdvised: split.verdict === 'shift', promised: split.salesGain!.expected };
  });
  const advice = made.filter(({ isAdvised }) => isAdvised);
  const sum = (of: (one: (typeof made)[number]) => number) => advice.reduce((all, one) => all + of(one), 0);
  return {
    advice: advice.length,
    right: advice.filter(({ gain }) => gain > 0).length,
    anyway: made.filter(({ gain }) => gain > 0).length,
    promised: sum(({ promised }) => promised),
    came: sum(({ gain }) => gain),
  };
}

function robynRows(): Row[] {
  if (!existsSync(robynFile)) return [];
  const request = robyn();
  const started = performance.now();
  const { fitted } = mix(holdOut(request, 26));
  return [
    {
      what: `Robyn's weekly data, 5 channels and 208 weeks: MAPE of the last 26, held out`,
      measured: `${percent(mape(fitted, request.sales, 26))}, fitted in ${seconds(performance.now() - started)}`,
      beside: 'recorded: least squares 7.2%, last year 22.3%',
      goal: '7.5%, 30 s',
    },
  ];
}

async function speed(): Promise<Row[]> {
  const { request, spends } = wideWorld(seeded(FIRST_SEED), 10);
  return inFolder(async (folder) => {
    const { pool, close } = await houseInFolder(folder);
    await pool.facts.coverage();
    const started = performance.now();
    const { channels } = await pool.compute('mix', request);
    const lines = channels.map(({ curve }, i) => line(i, 10_000, curve));
    await pool.compute('allocate', { totalMinor: 100_000, lines, maxStep: 0.2, reach: 0.1 });
    const took = performance.now() - started;
    await close();
    const peer = scipy({ worlds: [{ sales: [...request.sales], spends: spends.map((spend) => [...spend]) }] });
    return [
      {
        what: 'Fit with intervals and split, 10 channels and 156 weeks, in the worker',
        measured: seconds(took),
        beside: peer
          ? `scipy least squares, points only: ${seconds(peer.fitMs)}, ratio ${(took / peer.fitMs).toFixed(1)}`
          : '',
        goal: '5 s',
      },
    ];
  });
}

function manyLines(): Row[] {
  const random = seeded(7);
  const curves = Array.from({ length: 200 }, () => ({ a: 1e7 * (0.1 + random()), b: 1e5 * (0.5 + random()) }));
  const totalMinor = 200 * 50_000;
  const timed = (shapeOf: () => number) => {
    const lines = curves.map(({ a, b }, i) => line(i, 50_000, flat(a, b, shapeOf())));
    const started = performance.now();
    const result = allocate({ totalMinor, lines, maxStep: null });
    const value = result.lines.reduce((sum, { proposedMinor }, i) => sum + salesAt(lines[i]!.curve!, proposedMinor), 0);
    return { took: performance.now() - started, value };
  };
  const concave = timed(() => 1);
  const sShaped = timed(() => 1 + 2 * random());
  const peer = scipy({
    worlds: [],
    lines: { a: curves.map(({ a }) => a), b: curves.map(({ b }) => b) },
    total: totalMinor,
  });
  return [
    {
      what: 'Split over 200 lines',
      measured: ms(concave.took),
      beside: peer
        ? `scipy SLSQP ${ms(peer.splitMs)}; its sales are ${((peer.value ?? 0) / concave.value).toFixed(6)} of ours`
        : '',
      goal: `1 s${peer ? `; ratio ${(concave.took / peer.splitMs).toFixed(3)}` : ''}`,
    },
    { what: 'Split over 200 S-shaped lines', measured: ms(sShaped.took), beside: '', goal: '1 s' },
  ];
}

function line(id: number, currentMinor: number, curve: ResponseCurve): AllocationLine {
  return {
    id,
    name: `line ${id}`,
    currentMinor,
    floorMinor: null,
    ceilingMinor: null,
    keep: false,
    margin: null,
    curve,
  };
}

/** A curve that is certain. */
function flat(a: number, b: number, shape: number): ResponseCurve {
  return {
    form: 'hill',
    a,
    b,
    shape,
    basis: 'modelled',
    draws: { form: ['hill'], a: [a], b: [b], shape: [shape] },
    weeks: 1,
    rSquared: 1,
    seen: { least: 0, most: 1e9 },
    marginal: { at: 0, expected: 0, low80: 0, high80: 0 },
  };
}

function share<T>(all: readonly T[], holds: (one: T, at: number) => boolean): number {
  return all.filter(holds).length / all.length;
}

type Asked = {
  readonly worlds: readonly { readonly sales: readonly number[]; readonly spends: readonly (readonly number[])[] }[];
  readonly lines?: { readonly a: readonly number[]; readonly b: readonly number[] };
  readonly total?: number;
};

type Answered = {
  readonly contributions: readonly (readonly number[])[];
  readonly fitMs: number;
  readonly value: number | null;
  readonly splitMs: number;
};

/** The same with Python; null where scipy is not installed. */
function scipy({ lines, total, worlds }: Asked): Answered | null {
  const input = JSON.stringify({ worlds, lines: lines ?? null, total: total ?? 0 });
  const script = join(import.meta.dirname, 'money-scipy.py');
  const { status, stdout } = spawnSync('python3', [script], { input, encoding: 'utf8', maxBuffer: 1e8 });
  return status === 0 ? (JSON.parse(stdout) as Answered) : null;
}
