import type { Shop } from '../../data/types/shop.ts';
import type { ReplyAround } from '../../src/charts/spec.ts';
import type { ChartPart } from '../../src/told.ts';

export const shop: Shop = { name: 'Kopi', currency: 'GBP', zone: 'Asia/Jakarta', locale: 'en-US', demo: false };

/** Someone who reads English in this shop. */
export const reader: ReplyAround = { language: 'en', shop, parts: [] };

const part = (chart: ChartPart['chart']): ChartPart => ({
  kind: 'chart',
  title: 'Sales stay near GBP 150M a week',
  subtitle: 'Placed orders, weekly · data until 19 Apr 2026',
  alt: 'Sales stay near 150 million a week, 80 % range 130 to 170 million.',
  chart,
});

const weeks = ['2026-03-30', '2026-04-06', '2026-04-13', '2026-04-20', '2026-04-27'];

/** One of each kind of chart. Money in pence: 150M is 150e8. */
export const kinds: Readonly<Record<string, ChartPart>> = {
  forecast: part({
    type: 'forecast',
    unit: 'money',
    actual: weeks.slice(0, 3).map((day, i) => ({ day, value: (140 + 5 * i) * 1e8 })),
    expected: weeks.slice(3).map((day) => ({ day, value: 150e8 })),
    bands: [
      { level: 0.8, points: weeks.slice(3).map((day) => ({ day, low: 130e8, high: 170e8 })) },
      { level: 0.95, points: weeks.slice(3).map((day) => ({ day, low: 110e8, high: 190e8 })) },
    ],
  }),
  heat: part({
    type: 'heat',
    unit: 'share',
    x: 'Now',
    rows: ['Active high spenders', 'Lapsing <b>low</b> spenders'],
    columns: ['Active high spenders', 'Lapsing low spenders', 'Stopped'],
    cells: [
      [0.8, 0.1, 0.1],
      [0, 0.05, null],
    ],
  }),
  bars: part({
    type: 'bars',
    unit: 'money',
    bars: [
      { label: 'Voucher', value: 82e8, low: 40e8, high: 130e8 },
      { label: 'Flash sale', value: -24e8, low: -50e8, high: -4e8 },
    ],
  }),
  grouped: part({
    type: 'bars',
    unit: 'money',
    bars: ['Vouchers', 'Search'].flatMap((label) => [
      { label, series: 'now', value: 70e8 },
      { label, series: 'proposed', value: 78e8 },
    ]),
  }),
  lines: part({
    type: 'lines',
    x: { title: 'Spend a week', unit: 'money' },
    y: { title: 'Extra sales a week', unit: 'money' },
    lines: ['Vouchers', 'Search'].map((label, i) => ({
      label,
      points: [0, 10, 20, 30].map((x) => ({ x: x * 1e8, y: Math.sqrt(x) * (i + 1) * 1e9 })),
      mark: { x: 10e8, y: Math.sqrt(10) * (i + 1) * 1e9 },
    })),
  }),
  curves: part({
    type: 'lines',
    x: { title: 'Spend a week', unit: 'money' },
    y: { title: 'Extra sales a week', unit: 'money' },
    lines: [
      {
        label: 'Vouchers',
        points: [0, 10, 20, 30].map((x) => ({ x: x * 1e8, y: Math.sqrt(x) * 1e9 })),
        band: [0, 10, 20, 30].map((x) => ({ x: x * 1e8, low: Math.sqrt(x) * 7e8, high: Math.sqrt(x) * 13e8 })),
        marks: [
          { x: 20e8, y: Math.sqrt(20) * 1e9, label: 'now' },
          { x: 10e8, y: Math.sqrt(10) * 1e9, label: 'proposed' },
        ],
      },
    ],
  }),
  pacing: part({
    type: 'lines',
    x: { title: '', unit: 'day' },
    y: { title: 'Spent since the 1st', unit: 'money' },
    lines: [
      { label: 'Spent', points: [20544, 20545, 20546].map((x, i) => ({ x, y: i * 11e7 })) },
      { label: 'Plan', dashed: true, points: [20544, 20559, 20573].map((x, i) => ({ x, y: i * 14e8 })) },
    ],
  }),
  columns: part({
    type: 'columns',
    unit: 'count',
    x: 'Weekday',
    columns: ['Mon', 'Tue', 'Wed'].map((label, i) => ({ label, value: 10 + i, low: 8, high: 14 + i })),
  }),
  panels: part({
    type: 'panels',
    panels: ['Days since the last order', 'Orders'].map((title) => ({
      title,
      unit: 'count',
      x: title,
      columns: Array.from({ length: 36 }, (_, i) => ({ label: `${i * 10}`, value: 400 - 10 * i })),
    })),
  }),
  scatter: part({
    type: 'scatter',
    x: { title: 'Days since the last order', unit: 'days', scale: 'log' },
    y: { title: 'Spend', unit: 'money' },
    groups: ['Active high spenders', 'Lapsing <b>low</b> spenders'].map((label, i) => ({
      label,
      points: Array.from({ length: 60 }, (_, j) => ({ x: 3 + j * (i + 1), y: ((j * 37) % 50) * 1e7 })),
      centre: { x: 20 + 30 * i, y: 25e7 },
    })),
  }),
  diverging: part({
    type: 'heat',
    unit: 'number',
    scale: 'diverging',
    x: 'Group',
    rows: ['Orders', 'Spend'],
    columns: ['Active high spenders', 'Lapsing low spenders'],
    cells: [
      [1.8, -1.2],
      [0, null],
    ],
  }),
  flow: part({
    type: 'flow',
    unit: 'count',
    left: '20 Jan',
    right: '20 Apr',
    from: ['Active high spenders', 'Lapsing <b>low</b> spenders'],
    to: ['Active high spenders', 'Lapsing <b>low</b> spenders', 'Stopped'],
    flows: [
      { from: 0, to: 0, value: 400 },
      { from: 0, to: 1, value: 80, loss: true },
      { from: 1, to: 0, value: 30 },
      { from: 1, to: 2, value: 90, loss: true },
    ],
  }),
  tree: part({
    type: 'tree',
    unit: 'money',
    nodes: [
      { label: 'C-1042', parent: null, value: 94e7, note: '3 people below' },
      { label: 'C-2117', parent: 0, value: 12e7 },
      { label: 'C-2118', parent: 0, value: 4e7 },
      { label: 'C-3001', parent: 1, value: 9e7 },
    ],
  }),
  waterfall: part({
    type: 'waterfall',
    unit: 'money',
    steps: [
      { label: 'Now', value: 100e8, kind: 'start' },
      { label: 'Vouchers', value: -18e8, kind: 'change' },
      { label: 'Live affiliates', value: 16e8, kind: 'change' },
      { label: 'Proposed', value: 98e8, kind: 'end' },
    ],
  }),
};

export const nasty = '<!channel> & "quotes" \u0000\u0007\u001b[31m @everyone </svg><image href="/etc/passwd"/> 😀 名前';

export const nastyBars: ChartPart = {
  kind: 'chart',
  title: nasty,
  subtitle: nasty,
  alt: nasty,
  chart: {
    type: 'bars',
    unit: 'count',
    bars: [
      { label: nasty, value: 3 },
      { label: 'x'.repeat(500), value: 2 },
      { label: `${'x'.repeat(500)}y`, value: 1 },
      { label: '', value: 0 },
    ],
  },
};
