import type { Shop } from '../../data/types.ts';
import { formatValue } from '../text.ts';
import type { ForecastChart } from '../told.ts';
import { dayLabels, dayTicks, epochDay, longDay } from './days.ts';
import type { Drawing, Layer } from './frame.ts';
import { spread } from './labels.ts';
import { BLUE, LABEL_SIZE, ORANGE, ORANGE_TEXT, QUIET } from './look.ts';
import { brief, labelExpression, scaleOf } from './numbers.ts';

/** About how large the plot is, and how far apart two lines of text beside it must be. */
const PLOT_HEIGHT = 210;
const PLOT_WIDTH = 600;
const LABEL_GAP = 25;
/** Room above the values for "Actual" and "Forecast", as a share of the axis. */
const HEADROOM = 0.14;
const BAND_OPACITY = { outer: 0.2, inner: 0.38 };

/** What happened is solid, what is expected is dashed inside its bands; names stand where a legend would send the eye. */
export function forecastDrawing(chart: ForecastChart, shop: Shop | null): Drawing {
  const actual = chart.actual.map(({ day, value }) => ({ x: epochDay(day), value }));
  const expected = chart.expected.map(({ day, value }) => ({ x: epochDay(day), value }));
  // A forecast held against what came lies over it; one of days to come begins where the facts end.
  const isAhead = expected.length === 0 || actual.length === 0 || expected[0]!.x > actual.at(-1)!.x;
  const lastActual = isAhead ? actual.at(-1) : undefined;
  const bands = [...chart.bands].sort((a, b) => b.level - a.level);
  const ranges = bands.map(({ points }) => [
    ...(lastActual ? [{ x: lastActual.x, low: lastActual.value, high: lastActual.value }] : []),
    ...points.map(({ day, low, high }) => ({ x: epochDay(day), low, high })),
  ]);

  const days = [...actual, ...expected].map(({ x }) => x);
  const [first, last] = days.length > 0 ? [Math.min(...days), Math.max(...days)] : [0, 1];
  const scale = scaleOf(
    [...actual, ...expected].map(({ value }) => value).concat(ranges.flat().flatMap(({ low, high }) => [low, high])),
    { fromZero: false, unit: chart.unit },
  );
  const top = scale.high + (scale.high - scale.low) * HEADROOM;
  const ticks = dayTicks(first, last);

  const axes = {
    x: {
      field: 'x',
      type: 'quantitative' as const,
      scale: { domain: [first, last], nice: false, zero: false },
      axis: {
        values: ticks,
        labelExpr: labelExpression(ticks, dayLabels(ticks, shop)),
        grid: false,
        title: null,
        labelOverlap: true,
      },
    },
    y: (field: string) => ({
      field,
      type: 'quantitative' as const,
      scale: { domain: [scale.low, top], nice: false, zero: false },
      axis: {
        values: [...scale.ticks],
        labelExpr: labelExpression(
          scale.ticks,
          scale.ticks.map((tick) => brief(tick, chart.unit, shop)),
        ),
        title: null,
      },
    }),
  };

  const names = endLabels(chart, shop, (scale.high - scale.low) * (1 + HEADROOM));
  const border = lastActual && expected.length > 0 ? lastActual.x : null;

  const layer: Layer[] = [
    ...ranges.map(
      (points, i): Layer => ({
        data: { values: points },
        mark: {
          type: 'area',
          color: ORANGE,
          opacity: i === ranges.length - 1 ? BAND_OPACITY.inner : BAND_OPACITY.outer,
          aria: false,
        },
        encoding: { x: axes.x, y: axes.y('low'), y2: { field: 'high' } },
      }),
    ),
    ...(border === null ? [] : borderLayers(border, top, axes)),
    ...(isAhead ? [] : wordsAbove(first, top, axes)),
    {
      data: { values: actual },
      mark: { type: 'line', color: BLUE, strokeWidth: 3, strokeJoin: 'round', aria: false },
      encoding: { x: axes.x, y: axes.y('value') },
    },
    {
      // Like its bands, the estimate starts where the facts end, so that the eye need not jump.
      data: { values: lastActual ? [lastActual, ...expected] : expected },
      mark: { type: 'line', color: ORANGE_TEXT, strokeWidth: 3, strokeDash: [7, 5], aria: false },
      encoding: { x: axes.x, y: axes.y('value') },
    },
    {
      data: { values: names.map(({ text, at }) => ({ x: last, at, text })) },
      mark: { type: 'text', align: 'left', dx: 10, color: ORANGE_TEXT, fontSize: LABEL_SIZE, aria: false },
      encoding: { x: axes.x, y: axes.y('at'), text: { field: 'text' } },
    },
    ...hoverLayers(chart, shop, axes),
  ];
  return { layer };
}

type Axes = { readonly x: object; readonly y: (field: string) => object };

/** A thin line where knowing ends, with a word on either side. */
function borderLayers(border: number, top: number, axes: Axes): Layer[] {
  return [
    {
      data: { values: [{ x: border }] },
      mark: { type: 'rule', color: QUIET, strokeWidth: 1, aria: false },
      encoding: { x: axes.x },
    },
    word({ text: 'Actual', color: BLUE, align: 'right', dx: -10 }, { x: border, top }, axes),
    word({ text: 'Forecast', color: ORANGE_TEXT, align: 'left', dx: 10 }, { x: border, top }, axes),
  ];
}

/** Both words side by side, where the two lines lie over each other. */
function wordsAbove(first: number, top: number, axes: Axes): Layer[] {
  return [
    word({ text: 'Actual', color: BLUE, align: 'left', dx: 10 }, { x: first, top }, axes),
    word({ text: 'Forecast', color: ORANGE_TEXT, align: 'left', dx: 80 }, { x: first, top }, axes),
  ];
}

function word(
  mark: { readonly text: string; readonly color: string; readonly align: 'left' | 'right'; readonly dx: number },
  at: { readonly x: number; readonly top: number },
  { x, y }: Axes,
): Layer {
  return {
    data: { values: [at] },
    mark: { type: 'text', ...mark, baseline: 'top', fontWeight: 600, aria: false },
    encoding: { x, y: y('top') },
  };
}

/** "IDR 152M" at the end of the estimate, "80% range" and "95% range" at the upper edges of the bands. */
function endLabels({ expected, bands, unit }: ForecastChart, shop: Shop | null, span: number) {
  const end = expected.at(-1);
  const size = (span * LABEL_GAP) / PLOT_HEIGHT;
  const labels = bands.flatMap(({ level, points }) => {
    const edge = points.at(-1);
    return edge ? [{ text: `${Math.round(level * 100)}% range`, at: edge.high, size }] : [];
  });
  if (end) labels.push({ text: brief(end.value, unit, shop), at: end.value, size });
  return spread(labels);
}

/** Says a day's numbers under the pointer, in the workspace; invisible in the picture. */
function hoverLayers(chart: ForecastChart, shop: Shop | null, { x }: Axes): Layer[] {
  const say = (value: number) => formatValue(value, chart.unit, shop);
  const at = (day: string) => ({ x: epochDay(day), Day: longDay(epochDay(day), shop) });
  const past = chart.actual.map(({ day, value }) => ({ ...at(day), Actual: say(value) }));
  const coming = chart.expected.map(({ day, value }) => ({
    ...at(day),
    Expected: say(value),
    ...Object.fromEntries(
      chart.bands.flatMap(({ level, points }) => {
        const point = points.find((each) => each.day === day);
        return point ? [[bandName(level), `${say(point.low)} to ${say(point.high)}`]] : [];
      }),
    ),
  }));
  const reach = Math.max(2, PLOT_WIDTH / Math.max(1, past.length + coming.length));
  return [past, coming].map((values) => ({
    data: { values },
    mark: { type: 'rule', opacity: 0, strokeWidth: reach, aria: false },
    encoding: {
      x,
      tooltip: Object.keys(values[0] ?? {})
        .filter((field) => field !== 'x')
        .map((field) => ({ field, type: 'nominal' })),
    },
  }));
}

function bandName(level: number): string {
  return `${Math.round(level * 100)}% range`;
}
