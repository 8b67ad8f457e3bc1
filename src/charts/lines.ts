import { listed, say, share } from '../../words/say.ts';
import { type Reader, tell } from '../../words/tell.ts';
import { clip, formatValue } from '../text.ts';
import type { Axis, LineChart } from '../told.ts';
import { type Colours, isYardstick } from './colours.ts';
import { dayLabels, dayTicks, longDay } from './days.ts';
import type { Drawing, Layer } from './frame.ts';
import { placedNames, spread, titleAbove } from './labels.ts';
import { INNER_WIDTH, LINE_HEIGHT, QUIET, roomFor, textColour } from './look.ts';
import { brief, labelExpression, type Scale, scaleOf } from './numbers.ts';
import { pixels } from './pixels.ts';
import { placeLabels } from './placing.ts';
import { notDrawn } from './said.ts';
import { drawable, wrapApart } from './words.ts';

const MOST_LINES = 6;
const PLOT_HEIGHT = 290;
const NAME_LETTERS = 19;
const NAME_LINES = 3;
const NAME_GAP = 10;
const AXIS_GAP = 12;
const LONGEST_MARK = 20;
const MARK_RADIUS = 9;
/** More marks than this are told by ring and dot, and the subtitle says which is which. */
const MOST_NAMED_MARKS = 3;
/** A line that ends nearer to the right edge than this share is named there. */
const EDGE = 0.03;
const NEAR = 8;

type Line = LineChart['lines'][number];
type Point = Line['points'][number];
type Mark = Point & { readonly label: string; readonly colour: string };

/** Lines over a numeric axis or days, each named at its end, its range shaded in its colour. */
export function lineDrawing(
  { x: across, y: up, lines, level = 0.8 }: LineChart,
  reader: Reader,
  colours: Colours,
): Drawing {
  const shown = lines
    .slice(0, MOST_LINES)
    .map((line) => ({ ...line, colour: (isYardstick(line) ? undefined : colours.get(line.label)) ?? QUIET }));
  const nows = shown.flatMap(({ mark, colour }) => (mark ? [{ ...mark, label: '', colour }] : []));
  const named = shown.flatMap(({ marks = [], colour }) => marks.map((mark) => ({ ...mark, colour })));
  const points = [...shown.flatMap((line) => line.points), ...nows, ...named];
  const banded = shown.filter(({ band }) => band !== undefined && band.length > 0);
  const bands = banded.flatMap(({ band }) => band!);
  const xScale = acrossScale(across, [...points, ...bands]);
  const yScale = scaleOf([...points.map(({ y }) => y), ...bands.flatMap(({ low, high }) => [low, high])], {
    fromZero: false,
    unit: up.unit,
  });
  const xLabels = across.unit === 'day' ? dayLabels(xScale.ticks, reader) : labelsOf(xScale, across, reader);
  const yLabels = labelsOf(yScale, up, reader);
  const names = wrapApart(
    shown.map(({ label }) => label),
    { letters: NAME_LETTERS, lines: NAME_LINES },
  );
  const plot = {
    width:
      INNER_WIDTH -
      Math.max(...yLabels.map((label) => roomFor(label))) -
      AXIS_GAP -
      NAME_GAP -
      Math.max(0, ...names.flat().map((name) => roomFor(name))),
    height: PLOT_HEIGHT,
  };
  const pixel = ({ x, y }: Point): Point => ({
    x: (plot.width * (x - xScale.low)) / (xScale.high - xScale.low),
    y: plot.height * (1 - (y - yScale.low) / (yScale.high - yScale.low)),
  });

  const axes = {
    x: {
      field: 'x',
      type: 'quantitative',
      scale: { domain: [xScale.low, xScale.high], nice: false, zero: false },
      axis: {
        values: [...xScale.ticks],
        labelExpr: labelExpression(xScale.ticks, xLabels),
        title: across.title === '' ? null : drawable(across.title),
        labelOverlap: true,
        grid: false,
      },
    },
    y: (field: string) => ({
      field,
      type: 'quantitative',
      scale: { domain: [yScale.low, yScale.high], nice: false, zero: false },
      axis: { ...titleAbove(up.title), values: [...yScale.ticks], labelExpr: labelExpression(yScale.ticks, yLabels) },
    }),
  };
  const rings = new Set(named.slice(0, 1).map(({ label }) => label));
  const words = named.length <= MOST_NAMED_MARKS ? named : [];
  const ends = shown.flatMap((line, i) => {
    const end = line.points.at(-1);
    return end ? [{ at: pixel(end), lines: names[i]!, colour: textColour(line.colour) }] : [];
  });
  const atEdge = ends.filter(({ at }) => at.x >= plot.width * (1 - EDGE));
  const within = ends.filter((end) => !atEdge.includes(end));
  const inside = [
    ...words.map(({ label, colour, ...at }) => ({
      ...pixel(at),
      lines: [clip(drawable(label), LONGEST_MARK)],
      radius: MARK_RADIUS,
      colour: textColour(colour),
    })),
    ...within.map(({ at, lines, colour }) => ({ ...at, lines, radius: 4, colour })),
  ];
  const layer: Layer[] = [
    ...banded.map(({ band, colour }) => bandLayer(band!, { colour, opacity: banded.length > 2 ? 0.1 : 0.16 }, axes)),
    ...shown.map((line) => lineLayer(line, across, axes)),
    ...[...nows, ...named].map((mark) => markLayer(mark, rings.has(mark.label), axes)),
    ...edgeNames(atEdge, plot.width),
    ...placedNames(
      inside,
      placeLabels(
        inside,
        plot,
        shown.flatMap((line) => alongside(line.points.map(pixel))),
      ),
      { edged: true },
    ),
    hoverLayer(shown, { across, up, reader }, axes, plot.width),
  ];

  return {
    layer,
    plot,
    legend: legendOf({ bands, level, nows, named, words, left: lines.length - shown.length, reader }),
  };
}

type Axes = { readonly x: object; readonly y: (field: string) => object };

/** Points along a line, near enough to each other that no word slips between them. */
function alongside(points: readonly Point[]): Point[] {
  return points.flatMap((point, i) => {
    const before = points[i - 1];
    if (before === undefined) return [point];
    const steps = Math.ceil(Math.hypot(point.x - before.x, point.y - before.y) / NEAR);
    return Array.from({ length: steps }, (_, step) => {
      const t = (step + 1) / steps;
      return { x: before.x + (point.x - before.x) * t, y: before.y + (point.y - before.y) * t };
    });
  });
}

function acrossScale({ unit }: Axis, points: readonly { readonly x: number }[]): Scale {
  const values = points.map(({ x }) => x);
  if (unit !== 'day' || values.length === 0) {
    // Nothing is read off the distance from zero: the axis begins with the first point.
    const scale = scaleOf(values, { fromZero: false, unit });
    const low = values.reduce((a, b) => Math.min(a, b), scale.high);
    const ticks = scale.ticks.filter((tick) => tick >= low);
    return ticks.length > 1 ? { ...scale, low, ticks } : scale;
  }
  const [low, last] = [Math.min(...values), Math.max(...values)];
  const high = Math.max(last, low + 1);
  return { low, high, ticks: dayTicks(low, high) };
}

function labelsOf({ ticks }: Scale, { unit }: Axis, reader: Reader): string[] {
  return ticks.map((tick) => brief(tick, unit, reader));
}

function legendOf(has: {
  readonly bands: readonly unknown[];
  readonly level: number;
  readonly nows: readonly Mark[];
  readonly named: readonly Mark[];
  readonly words: readonly Mark[];
  readonly left: number;
  readonly reader: Reader;
}): string[] {
  const labels = [...new Set(has.named.map(({ label }) => drawable(label)))];
  const [ring, ...dots] = has.named.length > has.words.length ? labels : [];
  return [
    has.bands.length > 0 ? tell(say`shaded: ${share(has.level)} range`, has.reader) : '',
    has.nows.length > 0 ? tell(say`dot: where we are now`, has.reader) : '',
    ring === undefined ? '' : tell(say`ring: ${ring}`, has.reader),
    dots.length > 0 ? tell(say`dot: ${listed(dots, 'or')}`, has.reader) : '',
    notDrawn(has.left, has.reader),
  ];
}

function bandLayer(
  band: NonNullable<Line['band']>,
  { colour, opacity }: { readonly colour: string; readonly opacity: number },
  { x, y }: Axes,
): Layer {
  return {
    data: { values: band },
    mark: { type: 'area', color: colour, fillOpacity: opacity, aria: false },
    encoding: { x, y: y('low'), y2: { field: 'high' } },
  };
}

type Asked = { readonly across: Axis; readonly up: Axis; readonly reader: Reader };

function lineLayer(
  { points, dashed, colour }: Line & { readonly colour: string },
  { unit }: Axis,
  { x, y }: Axes,
): Layer {
  // What was counted step by step is not a curve: each step has its dot.
  const isStepped = unit === 'count' || points.length === 1;
  return {
    data: { values: points },
    mark: {
      type: 'line',
      color: colour,
      strokeWidth: 3,
      ...(dashed && { strokeDash: [7, 5] }),
      ...(isStepped && { point: { size: 90 } }),
      aria: false,
    },
    encoding: { x, y: y('y') },
  };
}

/** Says what every line has where the pointer is, in the workspace; invisible in the picture. */
function hoverLayer(lines: readonly Line[], { across, up, reader }: Asked, { x }: Axes, width: number): Layer {
  const places = [...new Set(lines.flatMap(({ points }) => points.map((point) => point.x)))].sort((a, b) => a - b);
  const written = (value: number) =>
    across.unit === 'day' ? longDay(value, reader) : formatValue(value, across.unit, reader.shop);
  return {
    data: {
      values: places.map((at) => ({
        x: at,
        At: written(at),
        ...Object.fromEntries(
          lines.map(({ points }, i) => [`Line${i}`, formatValue(heightAt(points, at), up.unit, reader.shop)]),
        ),
      })),
    },
    mark: { type: 'rule', opacity: 0, strokeWidth: Math.max(2, width / Math.max(1, places.length)), aria: false },
    encoding: {
      x,
      tooltip: [
        { field: 'At', title: drawable(across.title) || tell(say`Day`, reader), type: 'nominal' },
        ...lines.map(({ label }, i) => ({ field: `Line${i}`, title: drawable(label), type: 'nominal' })),
      ],
    },
  };
}

/** How high a line is drawn at a place; null before its first point and after its last. */
function heightAt(points: readonly Point[], x: number): number | null {
  const after = points.findIndex((point) => point.x >= x);
  const [from, to] = [points[after - 1], points[after]];
  if (to === undefined || (from === undefined && to.x > x)) return null;
  return from === undefined || to.x === x ? to.y : from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
}

function markLayer({ x: at, y: height, colour }: Mark, isRing: boolean, { x, y }: Axes): Layer {
  return {
    data: { values: [{ x: at, y: height }] },
    mark: {
      type: 'point',
      filled: true,
      color: isRing ? '#ffffff' : colour,
      stroke: isRing ? colour : '#ffffff',
      strokeWidth: isRing ? 4 : 2,
      opacity: 1,
      size: isRing ? 200 : 260,
      aria: false,
    },
    encoding: { x, y: y('y') },
  };
}

type Name = { readonly at: Point; readonly lines: readonly string[]; readonly colour: string };

/** Names beside the right edge, moved apart. */
function edgeNames(names: readonly Name[], edge: number): Layer[] {
  const placed = spread(
    names.map((name) => ({ ...name, at: name.at.y, size: name.lines.length * LINE_HEIGHT + 2 })),
    [0, PLOT_HEIGHT],
  );
  const rows = placed.flatMap(({ lines, at, colour }) =>
    lines.map((text, i) => ({
      x: edge + NAME_GAP,
      y: at + (i - (lines.length - 1) / 2) * LINE_HEIGHT,
      text,
      colour,
    })),
  );
  return [
    {
      data: { values: rows },
      mark: { type: 'text', align: 'left', baseline: 'middle', aria: false },
      encoding: { ...pixels, text: { field: 'text' }, color: { field: 'colour', type: 'nominal', scale: null } },
    },
  ];
}
