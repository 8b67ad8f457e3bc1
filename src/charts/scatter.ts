import { count, say } from '../../words/say.ts';
import { type Reader, tell } from '../../words/tell.ts';
import type { Axis, ScatterChart } from '../told.ts';
import type { Colours } from './colours.ts';
import type { Drawing, Layer } from './frame.ts';
import { placedNames, titleAbove } from './labels.ts';
import { INNER_WIDTH, QUIET, roomFor, textColour } from './look.ts';
import { brief, labelExpression, logScaleOf, type Scale, scaleOf } from './numbers.ts';
import { placeLabels } from './placing.ts';
import { tooltip } from './said.ts';
import { drawable, wrapApart } from './words.ts';

const PLOT_HEIGHT = 420;
/** More cover each other and take long to paint: then every second, third, … of each group is drawn. */
const MOST_DOTS = 1500;
const NAME_LETTERS = 18;
const NAME_LINES = 3;
const CENTRE_RADIUS = 10;
const DOT_RADIUS = 3.4;
const AXIS_GAP = 12;

type ScatterAxis = ScatterChart['x'];
type Group = ScatterChart['groups'][number];
type Point = Group['points'][number];
type Drawn = { readonly label: string; readonly points: readonly Point[]; readonly colour: string };

/** Light dots for all, and for each group a strong one with its name. */
export function scatterDrawing({ x, y, groups }: ScatterChart, reader: Reader, colours: Colours): Drawing {
  const fits = (point: Point) => hasPlace(point.x, x) && hasPlace(point.y, y);
  const shown = groups.map((group) => ({
    label: drawable(group.label),
    points: group.points.filter(fits),
    centre: group.centre && fits(group.centre) ? group.centre : undefined,
    colour: colours.get(group.label) ?? QUIET,
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
  const yLabels = labelsOf(yScale, y, reader);
  const plot = {
    width: INNER_WIDTH - Math.max(...yLabels.map((label) => roomFor(label))) - AXIS_GAP,
    height: PLOT_HEIGHT,
  };
  const named = shown.flatMap((group) => {
    const at = group.centre ?? middleOf(group.points);
    return at ? [{ ...group, at }] : [];
  });
  const names = wrapApart(
    named.map(({ label }) => label),
    { letters: NAME_LETTERS, lines: NAME_LINES },
  );
  const anchors = named.map(({ at, centre, colour }, i) => ({
    lines: names[i]!,
    colour: textColour(colour),
    x: shareOf(at.x, xScale, x) * plot.width,
    y: (1 - shareOf(at.y, yScale, y)) * plot.height,
    radius: centre ? CENTRE_RADIUS : DOT_RADIUS,
  }));

  const axes = {
    x: {
      field: 'x',
      type: 'quantitative',
      scale: { domain: [xScale.low, xScale.high], ...kindOf(x) },
      axis: {
        values: [...xScale.ticks],
        labelExpr: labelExpression(xScale.ticks, labelsOf(xScale, x, reader)),
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
  const step = Math.ceil(countOf(shown) / MOST_DOTS);
  const layer: Layer[] = [
    dots(
      shown.map((group) => ({ ...group, points: group.points.filter((_, i) => i % step === 0) })),
      axes,
      reader,
    ),
    ...named.flatMap(({ at, centre, colour }) => (centre ? [strongDot(at, colour, axes)] : [])),
    ...placedNames(anchors, placeLabels(anchors, plot), { edged: true }),
  ];
  const given = countOf(groups);
  const left = given - countOf(shown);
  const legend = [
    left > 0 ? tell(say`${count(left)} at zero or below not drawn`, reader) : '',
    step > 1 ? tell(say`one dot for ${count(step)} of them`, reader) : '',
  ];
  return { layer, plot, legend };
}

function countOf(groups: readonly { readonly points: readonly Point[] }[]): number {
  return groups.reduce((sum, { points }) => sum + points.length, 0);
}

function hasPlace(value: number, { scale }: ScatterAxis): boolean {
  return Number.isFinite(value) && (scale !== 'log' || value > 0);
}

function scaleFor({ scale, unit }: ScatterAxis, values: readonly number[]): Scale {
  return scale === 'log' ? logScaleOf(values) : scaleOf(values, { fromZero: false, unit });
}

function kindOf({ scale }: ScatterAxis): object {
  return scale === 'log' ? { type: 'log', nice: false } : { type: 'linear', nice: false, zero: false };
}

function labelsOf({ ticks }: Scale, { unit }: Axis, reader: Reader): string[] {
  return ticks.map((tick) => brief(tick, unit, reader));
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

/** All groups mixed evenly, so that none covers another. */
function dots(groups: readonly Drawn[], axes: object, reader: Reader): Layer {
  const placed = groups.flatMap(({ points, colour, label }) =>
    points.map(({ x, y }, i) => ({ x, y, colour, Group: label, turn: (i + 0.5) / points.length })),
  );
  const rows = placed.sort((a, b) => a.turn - b.turn).map(({ turn, ...row }) => row);
  return {
    data: { values: rows },
    // fillOpacity, not opacity: the painter would make a picture of its own for each dot.
    mark: {
      type: 'point',
      filled: true,
      fillOpacity: rows.length > 1000 ? 0.3 : 0.45,
      size: Math.PI * DOT_RADIUS ** 2,
      aria: false,
    },
    encoding: {
      ...axes,
      color: { field: 'colour', type: 'nominal', scale: null },
      tooltip: tooltip(['Group'], reader),
    },
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
