import { setTimeout as pause } from 'node:timers/promises';
import { closeCharts, renderPng, warmCharts } from '../../src/charts/render.ts';
import type { ChartPart } from '../../src/told.ts';
import { kinds, reader } from '../charts/parts.ts';
import { ms, quantile, type Row } from './print.ts';

const CHARTS = 500;
const POINTS = 3_000;
const WATCH_EVERY_MS = 100;

const scatter: ChartPart = {
  kind: 'chart',
  title: `${POINTS} customers`,
  subtitle: 'Data until Sunday',
  alt: 'Groups lie apart.',
  chart: {
    type: 'scatter',
    x: { title: 'Days since the last order', unit: 'days' },
    y: { title: 'Spent', unit: 'money', scale: 'log' },
    groups: ['Champions', 'Promising', 'Asleep'].map((label, group) => ({
      label,
      points: Array.from({ length: POINTS / 3 }, (_, i) => ({
        x: 10 + group * 40 + ((i * 7919) % 97) / 2,
        y: 100_000 * (3 - group) + ((i * 104_729) % 99_991),
      })),
    })),
  },
};

const mixed: readonly (readonly [string, ChartPart])[] = [
  ...['forecast', 'heat', 'bars', 'lines', 'waterfall'].map((name) => [name, kinds[name]!] as const),
  [`scatter of ${POINTS} points`, scatter],
];

/** 500 charts of six kinds one after the other: how long each takes, and what the process holds meanwhile. */
export async function measure(): Promise<readonly Row[]> {
  const first = performance.now();
  warmCharts();
  await renderPng(mixed[0]![1], reader);
  const opening = performance.now() - first;
  const times = new Map<string, number[]>(mixed.map(([name]) => [name, []]));
  const start = process.memoryUsage.rss();
  let peak = start;
  const watching = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, WATCH_EVERY_MS);
  const halves: number[] = [];
  for (let i = 0; i < CHARTS; i++) {
    const [name, part] = mixed[i % mixed.length]!;
    const began = performance.now();
    // Each one is another: a picture that was drawn lately is not drawn again.
    await renderPng({ ...part, title: `${part.title}, ${i}` }, reader);
    times.get(name)!.push(performance.now() - began);
    if (i === CHARTS / 2) halves.push(process.memoryUsage.rss());
  }
  const once = performance.now();
  const [, last] = mixed[(CHARTS - 1) % mixed.length]!;
  await renderPng({ ...last, title: `${last.title}, ${CHARTS - 1}` }, reader);
  const again = performance.now() - once;
  await pause(WATCH_EVERY_MS);
  clearInterval(watching);
  const end = process.memoryUsage.rss();
  await closeCharts();
  const all = [...times.values()].flat();
  return [
    {
      what: `${CHARTS} charts, one after the other`,
      measured: `p50 ${ms(quantile(all, 0.5))}, p95 ${ms(quantile(all, 0.95))}, p99 ${ms(quantile(all, 0.99))}`,
      beside: `the first, its worker started: ${ms(opening)}`,
      goal: 'p50 under 150 ms',
    },
    {
      what: 'The last one once more',
      measured: ms(again),
      beside: '',
      goal: '',
    },
    ...[...times].map(([name, sample]) => ({
      what: name,
      measured: `p50 ${ms(quantile(sample, 0.5))}, p95 ${ms(quantile(sample, 0.95))}`,
      beside: '',
      goal: '',
    })),
    {
      what: 'Memory of the process meanwhile',
      measured: `at the start ${mb(start)}, half-way ${mb(halves[0]!)}, at the end ${mb(end)}, peak ${mb(peak)}`,
      beside: '',
      goal: 'flat',
    },
  ];
}

function mb(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
