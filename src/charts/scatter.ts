import type { Axis, ScatterChart } from '../../commands/reply.ts';
import type { Shop } from '../../data/types.ts';
import { clip } from '../text.ts';
import type { Drawing, Layer } from './frame.ts';
import { titleAbove } from './labels.ts';
import { INNER_WIDTH, palette, QUIET, roomFor, textColour } from './look.ts';
import { brief, labelExpression, logScaleOf, type Scale, scaleOf } from './numbers.ts';
import { pixels } from './pixels.ts';
import { placeLabels } from './placing.ts';
import { drawable } from './words.ts';

const PLOT_HEIGHT = 420;
const LONGEST_LABEL = 30;
/** Groups beyond the colours one can tell apart are grey, and named all the same. */
const colours = palette.filter((colour) => colour !== QUIET);
const CENTRE_RADIUS = 10;
const AXIS_GAP = 12;
/** The last number of the axis hangs over by half. */
const RIGHT_ROOM = 24;

type ScatterAxis = ScatterChart['x'];
type Group = ScatterChart['groups'][number];
type Point = Group['points'][number];

/** Light dots for all, and for each group a strong one with its name. */
export function scatterDrawing({ x, y, groups }: ScatterChart, shop: Shop | null): Drawing {
  const fits = (point: Point) => hasPlace(point.x, x) && hasPlace(point.y, y);
  const shown = groups.map((group, i) => ({
    label: clip(drawable(group.label), LONGEST_LABEL),
    points: group.points.filter(fits),
    centre: group.centre && fits(group.centre) ? group.centre : undefined,
    colour: colours[i] ?? QUIET,
  }));
  const all = shown.flatMap(({ points, centre }) => (centre ? [...points, centre] : points));
  const xScale = scaleFor(
    x,
    all.map((point) => point.x),
  );
  const yScale = scaleFor(
    y,
    all.map((point) => point.y),
  );
  const yLabels = labelsOf(yScale, y, shop);
  const plot = {
    width: INNER_WIDTH - Math.max(...yLabels.map((label) => roomFor(label))) - AXIS_GAP - RIGHT_ROOM,
    height: PLOT_HEIGHT,
  };
  const named = shown.flatMap((group) => {
    const at = group.centre ?? middleOf(group.points);
    return at ? [{ ...group, at }] : [];
  });
  const anchors = named.map(({ label, at, centre }) => ({
    text: label,
    x: shareOf(at.x, xScale, x) * plot.width,
    y: (1 - shareOf(at.y, yScale, y)) * plot.height,
    radius: centre ? CENTRE_RADIUS : 0,
  }));

  const axes = {
    x: {
      field: 'x',
      type: 'quantitative',
      scale: { domain: [xScale.low, xScale.high], ...kindOf(x) },
      axis: {
        values: [...xScale.ticks],
        labelExpr: labelExpression(xScale.ticks, labelsOf(xScale, x, shop)),
        title: drawable(x.title),
        grid: false,
      },
    },
    y: {
      field: 'y',
      type: 'quantitative',
      scale: { domain: [yScale.low, yScale.high], ...kindOf(y) },
      axis: { ...titleAbove(y.title), values: [...yScale.ticks], labelExpr: labelExpression(yScale.ticks, yLabels) },
    },
  };
  const layer: Layer[] = [
    ...shown.map(({ points, colour, label }) => dots(points, { colour, label, opacity: dotOpacity(all.length) }, axes)),
    ...named.flatMap(({ at, centre, colour }) => (centre ? [strongDot(at, colour, axes)] : [])),
    ...placeLabels(anchors, plot).flatMap(({ align, ...at }, i) =>
      nameOf({ ...at, text: anchors[i]!.text }, { align, colour: textColour(named[i]!.colour) }),
    ),
  ];
  const given = groups.reduce((sum, { points }) => sum + points.length, 0);
  const left = given - shown.reduce((sum, { points }) => sum + points.length, 0);
  return { layer, plot, legend: left > 0 ? `${left} at zero or below not drawn` : '' };
}

function hasPlace(value: number, { scale }: ScatterAxis): boolean {
  return Number.isFinite(value) && (scale !== 'log' || value > 0);
}

function scaleFor({ scale }: ScatterAxis, values: readonly number[]): Scale {
  return scale === 'log' ? logScaleOf(values) : scaleOf(values, { fromZero: false });
}

function kindOf({ scale }: ScatterAxis): object {
  return scale === 'log' ? { type: 'log', nice: false } : { type: 'linear', nice: false, zero: false };
}

function labelsOf({ ticks }: Scale, { unit }: Axis, shop: Shop | null): string[] {
  return ticks.map((tick) => brief(tick, unit, shop));
}

/** Where a value lies on its axis, 0 at the start and 1 at the end. */
function shareOf(value: number, { low, high }: Scale, { scale }: ScatterAxis): number {
  return scale === 'log' ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
}

/** The median of both axes: where most of a group is, whatever its outliers. */
function middleOf(points: readonly Point[]): Point | undefined {
  if (points.length === 0) return undefined;
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
  return { x: median(points.map(({ x }) => x)), y: median(points.map(({ y }) => y)) };
}

function dotOpacity(count: number): number {
  return count > 1000 ? 0.3 : 0.45;
}

function dots(
  points: readonly Point[],
  { colour, label, opacity }: { readonly colour: string; readonly label: string; readonly opacity: number },
  axes: object,
): Layer {
  return {
    data: { values: points.map(({ x, y }) => ({ x, y, Group: label })) },
    mark: { type: 'point', filled: true, color: colour, opacity, size: 36, aria: false },
    encoding: { ...axes, tooltip: [{ field: 'Group', type: 'nominal' }] },
  };
}

function strongDot(at: Point, colour: string, axes: object): Layer {
  return {
    data: { values: [at] },
    mark: {
      type: 'point',
      filled: true,
      color: colour,
      stroke: '#ffffff',
      strokeWidth: 2.5,
      opacity: 1,
      size: Math.PI * CENTRE_RADIUS ** 2,
      aria: false,
    },
    encoding: axes,
  };
}

/** A name on a white edge, so that the dots behind do not cross it out. */
function nameOf(
  row: { readonly x: number; readonly y: number; readonly text: string },
  { align, colour }: { readonly align: string; readonly colour: string },
): Layer[] {
  const name = (mark: object) => ({
    data: { values: [row] },
    mark: { type: 'text', align, baseline: 'middle', fontWeight: 600, aria: false, ...mark },
    encoding: { ...pixels, text: { field: 'text' } },
  });
  return [name({ stroke: '#ffffff', strokeWidth: 6, strokeJoin: 'round', opacity: 0.85 }), name({ color: colour })];
}
