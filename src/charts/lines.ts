import type { Shop } from '../../data/types.ts';
import { clip, formatValue } from '../text.ts';
import type { Axis, LineChart } from '../told.ts';
import { dayLabels, dayTicks, longDay } from './days.ts';
import type { Drawing, Layer } from './frame.ts';
import { placedNames, spread, titleAbove } from './labels.ts';
import { INNER_WIDTH, LINE_HEIGHT, palette, QUIET, roomFor, textColour } from './look.ts';
import { brief, labelExpression, type Scale, scaleOf } from './numbers.ts';
import { pixels } from './pixels.ts';
import { placeLabels } from './placing.ts';
import { drawable, wrap } from './words.ts';

const MOST_LINES = palette.length;
const PLOT_HEIGHT = 290;
const NAME_LETTERS = 19;
const NAME_LINES = 2;
const NAME_GAP = 10;
const AXIS_GAP = 12;
const LONGEST_MARK = 20;
const MARK_RADIUS = 9;
/** More marks than this are told by ring and dot, and the subtitle says which is which. */
const MOST_NAMED_MARKS = 6;
/** A line that ends nearer to the right edge than this share is named there. */
const EDGE = 0.03;
const NEAR = 8;

type Line = LineChart['lines'][number];
type Point = Line['points'][number];
type Mark = Point & { readonly label: string; readonly colour: string };

/** Lines over a numeric axis or days, each named at its end, its range shaded in its colour. */
export function lineDrawing({ x: across, y: up, lines, level = 0.8 }: LineChart, shop: Shop | null): Drawing {
  const shown = coloured(lines.slice(0, MOST_LINES));
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
  const xLabels = across.unit === 'day' ? dayLabels(xScale.ticks, shop) : labelsOf(xScale, across, shop);
  const yLabels = labelsOf(yScale, up, shop);
  const names = shown.map(({ label }) => wrap(label, { letters: NAME_LETTERS, lines: NAME_LINES }));
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
    ...shown.map((line) => lineLayer(line, { across, up, shop }, axes)),
    ...[...nows, ...named].map((mark) => markLayer(mark, rings.has(mark.label), axes)),
    ...edgeNames(atEdge, plot.width),
    ...placedNames(
      inside,
      placeLabels(
        inside,
        plot,
        shown.flatMap((line) => alongside(line.points.map(pixel))),
      ),
    ),
  ];

  return { layer, plot, legend: legendOf({ bands, level, nows, named, words, left: lines.length - shown.length }) };
}

type Axes = { readonly x: object; readonly y: (field: string) => object };

/** A yardstick is grey, so that grey is left to it. */
function coloured(lines: readonly Line[]): (Line & { readonly colour: string })[] {
  const isYardstick = ({ dashed, band }: Line) => dashed === true && band === undefined;
  const colours = lines.some(isYardstick) ? palette.filter((colour) => colour !== QUIET) : palette;
  let next = 0;
  return lines.map((line) => ({ ...line, colour: isYardstick(line) ? QUIET : colours[next++ % colours.length]! }));
}

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
  if (unit !== 'day' || values.length === 0) return scaleOf(values, { fromZero: false, unit });
  const [low, last] = [Math.min(...values), Math.max(...values)];
  const high = Math.max(last, low + 1);
  return { low, high, ticks: dayTicks(low, high) };
}

function labelsOf({ ticks }: Scale, { unit }: Axis, shop: Shop | null): string[] {
  return ticks.map((tick) => brief(tick, unit, shop));
}

function legendOf(has: {
  readonly bands: readonly unknown[];
  readonly level: number;
  readonly nows: readonly Mark[];
  readonly named: readonly Mark[];
  readonly words: readonly Mark[];
  readonly left: number;
}): string {
  const labels = [...new Set(has.named.map(({ label }) => drawable(label)))];
  return [
    has.bands.length > 0 ? `shaded: ${Math.round(has.level * 100)}% range` : '',
    has.nows.length > 0 ? 'dot: where we are now' : '',
    has.named.length > has.words.length ? `ring: ${labels[0]}, dot: ${labels.slice(1).join(' or ')}` : '',
    has.left > 0 ? `${has.left} more not drawn` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function bandLayer(
  band: NonNullable<Line['band']>,
  { colour, opacity }: { readonly colour: string; readonly opacity: number },
  { x, y }: Axes,
): Layer {
  return {
    data: { values: band },
    mark: { type: 'area', color: colour, fillOpacity: opacity, interpolate: 'monotone', aria: false },
    encoding: { x, y: y('low'), y2: { field: 'high' } },
  };
}

type Asked = { readonly across: Axis; readonly up: Axis; readonly shop: Shop | null };

function lineLayer(
  { label, points, dashed, colour }: Line & { readonly colour: string },
  { across, up, shop }: Asked,
  { x, y }: Axes,
): Layer {
  const place = (value: number) =>
    across.unit === 'day' ? longDay(value, shop) : formatValue(value, across.unit, shop);
  const [xName, yName] = [drawable(across.title) || 'Day', drawable(up.title)];
  return {
    data: {
      values: points.map((point) => ({
        ...point,
        Line: drawable(label),
        [xName]: place(point.x),
        [yName]: formatValue(point.y, up.unit, shop),
      })),
    },
    mark: {
      type: 'line',
      color: colour,
      strokeWidth: 3,
      ...(dashed && { strokeDash: [7, 5] }),
      interpolate: 'monotone',
      point: { opacity: points.length === 1 ? 1 : 0, size: 220 },
      aria: false,
    },
    encoding: {
      x,
      y: y('y'),
      tooltip: ['Line', xName, yName].map((field) => ({ field: escaped(field), title: field, type: 'nominal' })),
    },
  };
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

/** Vega reads dots and brackets in a field name as a path. */
function escaped(field: string): string {
  return field.replace(/[.[\]\\'"]/g, '\\$&');
}
