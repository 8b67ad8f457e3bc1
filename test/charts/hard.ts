import { seeded } from '../../models/random.ts';
import type { Chart, ChartPart, HeatChart, LineChart } from '../../src/told.ts';
import { nasty } from './parts.ts';

/** Charts as a shop fills them: long names, many of everything, numbers that lie close together. */

const part = (chart: Chart): ChartPart => ({
  kind: 'chart',
  title: 'Lapsing frequent high spenders are where the money went',
  subtitle: 'Customers by group, then and now · data until 19 Apr 2026',
  alt: 'Lapsing frequent high spenders are where the money went.',
  chart,
});

const groups = [
  'Active frequent high spenders',
  'Lapsing frequent high spenders',
  'New one-time buyers',
  'Active low spenders',
  'Lost promo hunters',
  'Weekend gift buyers',
  'Hibernating mid spenders',
  'Loyal small baskets',
];

const random = seeded(7);
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const spend = Array.from({ length: 31 }, (_, i) => i * 1e8);
const response = (label: string, i: number): LineChart['lines'][number] => {
  const sales = (x: number) => ((30 + 9 * i) * 1e8 * x) / ((5 + 3 * i) * 1e8 + x);
  return {
    label,
    points: spend.map((x) => ({ x, y: sales(x) })),
    ...(i < 3 && { band: spend.map((x) => ({ x, low: sales(x) * 0.75, high: sales(x) * 1.3 })) }),
    marks: [
      { x: 5e8, y: sales(5e8), label: 'now' },
      { x: (6 + 3 * i) * 1e8, y: sales((6 + 3 * i) * 1e8), label: 'proposed' },
    ],
  };
};
const responses = (count: number): ChartPart =>
  part({
    type: 'lines',
    x: { title: 'Spend a week', unit: 'money' },
    y: { title: 'Extra sales a week', unit: 'money' },
    lines: groups.slice(0, count).map(response),
  });

const scatter = (count: number, points: number): ChartPart =>
  part({
    type: 'scatter',
    x: { title: 'Days since the last order', unit: 'count', scale: 'log' },
    y: { title: 'Spend', unit: 'money', scale: 'log' },
    groups: groups.slice(0, count).map((label, i) => ({
      label,
      points: Array.from({ length: points / count }, () => ({
        x: Math.exp(3 + 0.4 * i + 0.5 * normal()),
        y: Math.exp(18 - 0.3 * (i % 4) + 0.5 * normal()),
      })),
      centre: { x: Math.exp(3 + 0.4 * i), y: Math.exp(18 - 0.3 * (i % 4)) },
    })),
  });

const profile = (rows: readonly string[], columns: readonly string[]): HeatChart => ({
  type: 'heat',
  unit: 'number',
  scale: 'diverging',
  x: 'Group',
  rows,
  columns,
  cells: rows.map(() => columns.map(() => 1.2 * normal())),
});

const bins = (count: number, name: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => ({ label: name(i), value: Math.round(1800 * Math.exp(-i / 6)) }));

export const hard: Readonly<Record<string, ChartPart>> = {
  'eight groups and 3,000 customers': scatter(8, 3000),
  'three responses with ranges': responses(3),
  'six responses': responses(6),
  'forty bins': part({
    type: 'columns',
    unit: 'count',
    x: 'Days',
    columns: bins(40, (i) => `${i * 10}–${i * 10 + 9}`),
  }),
  'hours with ranges': part({
    type: 'columns',
    unit: 'share',
    x: 'Hour',
    columns: Array.from({ length: 24 }, (_, i) => ({ label: `${i}:00`, value: i / 300, low: i / 400, high: i / 200 })),
  }),
  'weekdays below and above': part({
    type: 'columns',
    unit: 'change',
    x: '',
    columns: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((label, i) => ({
      label,
      value: (i - 3) / 10,
      low: (i - 4) / 10,
      high: (i - 2) / 10,
    })),
  }),
  'two years side by side': part({
    type: 'columns',
    unit: 'money',
    x: 'Week of the month',
    columns: ['1–7', '8–14', '15–21', '22–24', 'Payday 25–31'].flatMap((label, i) => [
      { label, series: '2025', value: (14 + i) * 1e8 },
      { label, series: '2026', value: (15 + 2 * i) * 1e8 },
    ]),
  }),
  'three distributions': part({
    type: 'panels',
    panels: [
      { title: 'Days since the last order', unit: 'count', x: 'Days', columns: bins(36, (i) => `${i * 10}`) },
      { title: 'Orders', unit: 'count', x: 'Orders', columns: bins(12, (i) => `${i + 1}`) },
      { title: 'Spend', unit: 'count', x: 'IDR, from', columns: bins(30, (i) => `${i * 100}K`) },
    ],
  }),
  'moves of eight groups': part({
    type: 'flow',
    unit: 'count',
    left: '20 Jan 2026',
    right: '20 Apr 2026',
    from: [...groups, 'New'],
    to: [...groups, 'Stopped'],
    flows: Array.from({ length: 81 }, (_, i) => {
      const [from, to] = [Math.floor(i / 9), i % 9];
      const value = Math.round(from === to ? 400 / (from + 1) : 20 * random());
      return { from, to, value, loss: to > from };
    }),
  }),
  'money that moved': part({
    type: 'flow',
    unit: 'money',
    left: 'Then',
    right: 'Now',
    from: groups.slice(0, 3),
    to: groups.slice(0, 3),
    flows: Array.from({ length: 9 }, (_, i) => ({ from: Math.floor(i / 3), to: i % 3, value: (1 + (i % 4)) * 152e8 })),
  }),
  'forty in five trees': part({
    type: 'tree',
    unit: 'money',
    nodes: Array.from({ length: 40 }, (_, i) => ({
      label: i % 8 === 0 ? 'A customer whose name is far too long' : `C-${1042 + 97 * i}`,
      parent: i % 8 === 0 ? null : i - 1 - (i % 3 === 0 ? 1 : 0),
      value: 94e8 / (i + 1),
      note: i % 4 === 0 ? '12 people below, IDR 34M in all of their orders' : '',
    })),
  }),
  'a small shift': part({
    type: 'waterfall',
    unit: 'money',
    steps: [
      { label: 'Now', value: 100e8, kind: 'start' },
      ...groups.map((label, i) => ({ label, value: (i % 2 ? -1 : 1) * (i + 1) * 4e7, kind: 'change' as const })),
      { label: 'Proposed', value: 98.4e8, kind: 'end' },
    ],
  }),
  'a profile of five groups': part(
    profile(['Days since the last order', 'Orders', 'Spend', 'Share bought on promotion'], groups.slice(0, 5)),
  ),
  'a profile of nine measures': part(
    profile(groups, ['Recency', 'Orders', 'Spend', 'Basket', 'Promo', 'Weekend', 'Breadth', 'Gap', 'Age']),
  ),
  'returns from far below to far above': part({
    type: 'bars',
    unit: 'share',
    bars: [14.2, 1.2, 0.4, -0.35, -0.8].map((value, i) => ({
      label: groups[i]!,
      value,
      low: value - Math.abs(value) / 2,
      high: value + Math.abs(value),
    })),
  }),
};

const words = new Set(['label', 'series', 'title', 'x', 'left', 'right', 'note']);
const lists = new Set(['rows', 'columns', 'from', 'to']);

/** The same chart with everything a person wrote replaced by a text that was made to break it. */
export function withNastyWords<Value>(value: Value, key = ''): Value {
  if (typeof value === 'string') return (words.has(key) || lists.has(key) ? nasty : value) as Value;
  if (Array.isArray(value)) return value.map((each) => withNastyWords(each, key)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withNastyWords(each, name)])) as Value;
}

/** The same chart with at most so many of everything. */
export function cutTo<Value>(most: number, value: Value): Value {
  if (Array.isArray(value)) return value.slice(0, most).map((each) => cutTo(most, each)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, cutTo(most, each)])) as Value;
}
