import { describe, expect, it } from 'vitest';
import { seeded } from '../../models/random.ts';
import { ORANGE, QUIET } from '../../src/charts/look.ts';
import { placeLabels } from '../../src/charts/placing.ts';
import { vegaLiteSpec } from '../../src/charts/spec.ts';
import type { Chart, ChartPart } from '../../src/told.ts';
import { hard } from './hard.ts';
import { kinds, reader } from './parts.ts';
import { wordsIn } from './words-in.ts';

type Row = Readonly<Record<string, unknown>>;
type Drawn = {
  readonly width: number;
  readonly mark: { readonly type?: string; readonly color?: string; readonly strokeDash?: readonly number[] };
  readonly data: { readonly values: readonly Row[] };
};

const drawn = (part: ChartPart) =>
  (vegaLiteSpec(part, reader) as unknown as { readonly layer: readonly Drawn[] }).layer;
const textsIn = async (part: ChartPart) => (await wordsIn(vegaLiteSpec(part, reader))).words.map(({ text }) => text);
const withChart = (chart: Chart): ChartPart => ({ ...kinds.columns!, chart });

describe('columns', () => {
  it('have their numbers above them where there is room, and an axis where there is none', async () => {
    expect(await textsIn(kinds.columns!)).toEqual(expect.arrayContaining(['10', '11', '12', 'Mon', 'Tue', 'Wed']));
    expect(await textsIn(hard['forty bins']!)).toEqual(expect.arrayContaining(['0', '500', '1K', '1.5K']));
  });

  it('have fewer labels where not all fit, evenly', async () => {
    const written = (await textsIn(hard['forty bins']!)).filter((text) => text.includes('–'));

    expect(written.slice(0, 3)).toEqual(['0–9', '60–69', '120–129']);
  });

  it('begin at the same edge in every panel', () => {
    const { vconcat } = vegaLiteSpec(kinds.panels!, reader) as unknown as { readonly vconcat: readonly Drawn[] };

    expect(new Set(vconcat.map(({ width }) => width)).size).toBe(1);
  });
});

describe('lines', () => {
  it('name what is marked beside its dot', async () => {
    const { words } = await wordsIn(vegaLiteSpec(kinds.curves!, reader));
    const [now, proposed] = ['now', 'proposed'].map((text) => words.find((word) => word.text === text)!);

    expect(now!.left).toBeGreaterThan(proposed!.left);
  });

  it('tell of every line wherever the pointer is, and of none where it is not drawn', () => {
    const told = drawn(kinds.pacing!).flatMap(({ data }) => data.values.filter((row) => 'Line0' in row));

    expect(told.map(({ Line0, Line1 }) => [Line0, Line1])).toEqual([
      ['GBP 0.00', 'GBP 0.00'],
      ['GBP 1.1M', 'GBP 933,333'],
      ['GBP 2.2M', 'GBP 1.87M'],
      ['–', 'GBP 14M'],
      ['–', 'GBP 28M'],
    ]);
  });

  it('begin at their first point, which is not zero', () => {
    const chart = { ...kinds.curves!.chart } as Extract<Chart, { type: 'lines' }>;
    const points = [2, 3, 4, 5, 6, 7, 8].map((x) => ({ x, y: 10 / x }));
    const spec = vegaLiteSpec(
      withChart({ ...chart, x: { title: 'Groups', unit: 'count' }, lines: [{ label: 'Inertia', points }] }),
      reader,
    );

    expect(JSON.stringify(spec)).toContain('"domain":[2,8]');
  });

  it('draw a yardstick dashed and grey', () => {
    const lines = drawn(kinds.pacing!).filter(({ mark }) => mark.type === 'line');

    expect(lines.map(({ mark }) => mark.strokeDash !== undefined)).toEqual([false, true]);
    expect(lines[1]!.mark.color).toBe(QUIET);
  });

  it('have days on an axis of days', async () => {
    expect((await textsIn(kinds.pacing!)).join(' ')).toMatch(/Apr/);
  });

  it('say which range is shaded', async () => {
    const chart = { ...kinds.curves!.chart, level: 0.5 } as Chart;

    expect((await textsIn(withChart(chart))).join(' ')).toContain('shaded: 50% range');
  });
});

describe('a scatter', () => {
  const point = (x: number) => ({ x, y: 5 });
  const scatter = (points: readonly { readonly x: number; readonly y: number }[]): ChartPart =>
    withChart({
      type: 'scatter',
      x: { title: 'Days', unit: 'count', scale: 'log' },
      y: { title: 'Orders', unit: 'count' },
      groups: [{ label: 'All', points }],
    });

  it('counts what has no place on an axis of ratios', async () => {
    expect((await textsIn(scatter([point(0), point(3), point(30)]))).join(' ')).toContain(
      '1 at zero or below not drawn',
    );
  });

  it('says when a dot stands for several', () => {
    const part = scatter(Array.from({ length: 12_000 }, (_, i) => point(i + 1)));
    const dots = drawn(part).find(({ data }) => data.values.some((row) => 'Group' in row))!;

    expect(dots.data.values).toHaveLength(1500);
    expect(JSON.stringify(vegaLiteSpec(part, reader))).toContain('one dot for 8 of them');
  });

  it('names every group at its centre, once and a white edge', () => {
    const rows = drawn(hard['eight groups and 3,000 customers']!).flatMap(({ data }) => data.values);

    expect(rows.filter(({ text }) => text === 'Lost promo hunters')).toHaveLength(2);
    expect(rows.filter(({ text }) => text === 'Hibernating')).toHaveLength(2);
  });
});

describe('places for labels', () => {
  const random = seeded(3);
  const plot = { width: 600, height: 400 };

  it('are inside the plot and off the dots', () => {
    for (let round = 0; round < 50; round++) {
      const anchors = Array.from({ length: 4 }, () => ({
        lines: ['New one-time', 'buyers'],
        x: plot.width * random(),
        y: plot.height * random(),
        radius: 10,
      }));
      for (const [i, { x, y, align }] of placeLabels(anchors, plot).entries()) {
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(plot.width);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(plot.height);
        const beside = align === 'left' ? x - anchors[i]!.x : align === 'right' ? anchors[i]!.x - x : 10;
        expect(beside).toBeGreaterThanOrEqual(10);
      }
    }
  });
});

describe('a heat map of differences', () => {
  it('writes signs, and a nothing as nothing', async () => {
    expect(await textsIn(kinds.diverging!)).toEqual(expect.arrayContaining(['+1.8', '−1.2', '0.0', '–']));
  });
});

describe('the heads of a heat map', () => {
  it('are turned rather than broken', async () => {
    expect(await textsIn(hard['a profile of nine measures']!)).toEqual(expect.arrayContaining(['Recency', 'Weekend']));
    expect(await textsIn(hard['a profile of five groups']!)).toEqual(expect.arrayContaining(['frequent', 'spenders']));
  });
});

describe('a flow', () => {
  it('adds up at both ends', async () => {
    const texts = await textsIn(kinds.flow!);

    expect(texts.join(' ')).toContain('Active high spenders 480');
    expect(texts.join(' ')).toContain('Active high spenders 430');
    expect(texts).toContain('Stopped 90');
  });

  it('draws losses last, in the warm colour, and says so', async () => {
    const bands = drawn(kinds.flow!).filter(({ mark }) => mark.type === 'area');
    const lost = new Set(bands.at(-1)!.data.values.map(({ From, To }) => `${From} to ${To}`));

    expect(bands.at(-1)!.mark.color).toBe(ORANGE);
    expect(lost.size).toBe(2);
    expect((await textsIn(kinds.flow!)).join(' ')).toContain('grey: stayed · blue: moved · orange: losses');
  });

  it('leaves out what goes nowhere', () => {
    const chart = kinds.flow!.chart as Extract<Chart, { type: 'flow' }>;
    const flows = [...chart.flows, { from: 7, to: 0, value: 5 }, { from: 0, to: -1, value: 5 }];

    expect(vegaLiteSpec(withChart({ ...chart, flows }), reader)).toEqual(vegaLiteSpec(withChart(chart), reader));
  });
});

describe('a tree', () => {
  const node = (label: string, parent: number | null) => ({ label, parent, value: 1 });
  const tree = (nodes: readonly ReturnType<typeof node>[]) => withChart({ type: 'tree', unit: 'count', nodes });

  it('has everyone below the one they came through, one level further in', async () => {
    const { words } = await wordsIn(vegaLiteSpec(kinds.tree!, reader));
    const [root, child, grandchild, sibling] = ['C-1042', 'C-2117', 'C-3001', 'C-2118'].map(
      (name) => words.find(({ text }) => text === name)!,
    );

    expect([child, grandchild, sibling].map((word) => word!.top)).toEqual(
      [child, grandchild, sibling].map((word) => word!.top).sort((a, b) => a - b),
    );
    expect(child!.top).toBeGreaterThan(root!.top);
    expect([root, child, grandchild].map((word) => word!.left)).toEqual(
      [root, child, grandchild].map((word) => word!.left).sort((a, b) => a - b),
    );
    expect(sibling!.left).toBe(child!.left);
  });

  it('leaves out rings and the fatherless, and counts them', async () => {
    const texts = await textsIn(tree([node('root', null), node('ring', 2), node('ring too', 1), node('lost', 99)]));

    expect(texts).toContain('root');
    expect(texts.join(' ')).toContain('… and 3 more');
  });

  it('draws forty of a chain of thousands', async () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => node(`n${i}`, i === 0 ? null : i - 1));

    expect((await textsIn(tree(chain))).join(' ')).toContain('… and 19,960 more');
  });
});

describe('a waterfall', () => {
  const bars = (part: ChartPart) => drawn(part).find(({ mark }) => mark.type === 'bar')!.data.values;

  it('begins each change where the step before ended', () => {
    const values = bars(kinds.waterfall!);

    expect(values.map(({ to }) => to)).toEqual([100e8, 82e8, 98e8, 98e8]);
    expect(values.slice(1, 3).map(({ from }) => from)).toEqual([100e8, 82e8]);
  });

  it('cuts the sums short where the changes would be slivers, and says so', async () => {
    expect((await textsIn(hard['a small shift']!)).join(' ')).toMatch(/grey bars start at GBP [1-9]/);
  });

  it('starts at zero where the changes are large', () => {
    const steps = [
      { label: 'Now', value: 10e8, kind: 'start' as const },
      { label: 'Vouchers', value: -6e8, kind: 'change' as const },
    ];

    expect(bars(withChart({ type: 'waterfall', unit: 'money', steps }))[0]!.from).toBe(0);
  });
});
