import { say } from '../../words/say.ts';
import { type Reader, tell } from '../../words/tell.ts';
import { formatValue } from '../text.ts';
import type { ForecastChart } from '../told.ts';
import { dayLabels, dayTicks, epochDay, longDay } from './days.ts';
import type { Drawing, Layer } from './frame.ts';
import { spread } from './labels.ts';
import { BLUE, LABEL_SIZE, ORANGE, ORANGE_TEXT, QUIET, roomFor } from './look.ts';
import { brief, labelExpression, scaleOf } from './numbers.ts';
import { fromTo, rangeName, rangeTooltip, tooltip } from './said.ts';

/** About how large the plot is, and how far apart two lines of text beside it must be. */
const PLOT_HEIGHT = 210;
const PLOT_WIDTH = 600;
const LABEL_GAP = 25;
/** Room above the values for "Actual" and "Forecast", as a share of the axis. */
const HEADROOM = 0.14;
const ACTUAL = say`Actual`;
const FORECAST = say`Forecast`;
const BAND_OPACITY = { outer: 0.2, inner: 0.38 };

/** What happened is solid, what is expected is dashed inside its bands; names stand where a legend would send the eye. */
export function forecastDrawing(chart: ForecastChart, reader: Reader): Drawing {
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
        labelExpr: labelExpression(ticks, dayLabels(ticks, reader)),
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
          scale.ticks.map((tick) => brief(tick, chart.unit, reader)),
        ),
        title: null,
      },
    }),
  };

  const names = endLabels(chart, reader, (scale.high - scale.low) * (1 + HEADROOM));
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
    ...(border === null
      ? []
      : borderLayers({ border, top, share: (border - first) / (last - first || 1) }, axes, reader)),
    ...(isAhead ? [] : wordsAbove(first, top, axes, reader)),
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
    ...hoverLayers(chart, reader, axes),
  ];
  return { layer };
}

type Axes = { readonly x: object; readonly y: (field: string) => object };

/** A thin line where knowing ends, with a word on either side. */
function borderLayers(
  { border, top, share }: { readonly border: number; readonly top: number; readonly share: number },
  axes: Axes,
  reader: Reader,
): Layer[] {
  const before = word({ text: tell(ACTUAL, reader), color: BLUE, align: 'right', dx: -10 }, { x: border, top }, axes);
  return [
    {
      data: { values: [{ x: border }] },
      mark: { type: 'rule', color: QUIET, strokeWidth: 1, aria: false },
      encoding: { x: axes.x },
    },
    ...(share * PLOT_WIDTH > roomFor(tell(ACTUAL, reader)) ? [before] : []),
    word({ text: tell(FORECAST, reader), color: ORANGE_TEXT, align: 'left', dx: 10 }, { x: border, top }, axes),
  ];
}

/** Both words side by side, where the two lines lie over each other. */
function wordsAbove(first: number, top: number, axes: Axes, reader: Reader): Layer[] {
  const actual = tell(ACTUAL, reader);
  return [
    word({ text: actual, color: BLUE, align: 'left', dx: 10 }, { x: first, top }, axes),
    word(
      { text: tell(FORECAST, reader), color: ORANGE_TEXT, align: 'left', dx: 30 + roomFor(actual) },
      { x: first, top },
      axes,
    ),
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
function endLabels({ expected, bands, unit }: ForecastChart, reader: Reader, span: number) {
  const end = expected.at(-1);
  const size = (span * LABEL_GAP) / PLOT_HEIGHT;
  const labels = bands.flatMap(({ level, points }) => {
    const edge = points.at(-1);
    return edge ? [{ text: rangeName(level, reader), at: edge.high, size }] : [];
  });
  if (end) labels.push({ text: brief(end.value, unit, reader), at: end.value, size });
  return spread(labels);
}

/** Says a day's numbers under the pointer, in the workspace; invisible in the picture. */
function hoverLayers(chart: ForecastChart, reader: Reader, { x }: Axes): Layer[] {
  const written = (value: number) => formatValue(value, chart.unit, reader.shop);
  const at = (day: string) => ({ x: epochDay(day), Day: longDay(epochDay(day), reader) });
  const bands = chart.bands.map(({ level, points }) => ({
    level,
    byDay: new Map(points.map((each) => [each.day, each])),
  }));
  const past = chart.actual.map(({ day, value }) => ({ ...at(day), Actual: written(value) }));
  const coming = chart.expected.map(({ day, value }) => ({
    ...at(day),
    Expected: written(value),
    ...Object.fromEntries(
      bands.map(({ byDay }, i) => {
        const point = byDay.get(day);
        return [`Range${i}`, point ? fromTo(written(point.low), written(point.high), reader) : '–'];
      }),
    ),
  }));
  const ranges = bands.map(({ level }, i) => ({ ...rangeTooltip(level, reader), field: `Range${i}` }));
  const reach = Math.max(2, PLOT_WIDTH / Math.max(1, past.length + coming.length));
  const hover = (values: readonly object[], told: readonly object[]): Layer => ({
    data: { values },
    mark: { type: 'rule', opacity: 0, strokeWidth: reach, aria: false },
    encoding: { x, tooltip: told },
  });
  return [
    hover(past, tooltip(['Day', 'Actual'], reader)),
    hover(coming, [...tooltip(['Day', 'Expected'], reader), ...ranges]),
  ];
}
