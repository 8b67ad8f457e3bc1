import type { ChartPart } from '../../commands/reply.ts';
import type { Shop } from '../../data/types.ts';

export const shop: Shop = { name: 'Kopi', currency: 'GBP', zone: 'Asia/Jakarta', locale: 'en-US', demo: false };

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
