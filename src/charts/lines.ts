import type { LineChart } from '../../commands/reply.ts';
import type { Shop } from '../../data/types.ts';
import { clip, formatValue } from '../text.ts';
import type { Drawing, Layer } from './frame.ts';
import { spread } from './labels.ts';
import { LABEL_SIZE, ORANGE, ORANGE_TEXT, palette } from './look.ts';
import { brief, labelExpression, scaleOf } from './numbers.ts';
import { drawable } from './words.ts';

const MOST_LINES = palette.length;
const LONGEST_LABEL = 18;
const PLOT_HEIGHT = 190;
const LABEL_GAP = 25;

/** Lines over a numeric axis, each named at its right end; a dot on a line is where we are now. */
export function lineDrawing({ x: across, y: up, lines }: LineChart, shop: Shop | null): Drawing {
  const shown = lines.slice(0, MOST_LINES);
  const points = shown.flatMap(({ points }) => points);
  const marks = shown.flatMap(({ mark }) => (mark ? [mark] : []));
  const xScale = scaleOf(
    [...points, ...marks].map(({ x }) => x),
    { fromZero: false },
  );
  const yScale = scaleOf(
    [...points, ...marks].map(({ y }) => y),
    { fromZero: false },
  );
  const axis = (scale: typeof xScale, { title, unit }: LineChart['x']) => ({
    values: [...scale.ticks],
    labelExpr: labelExpression(
      scale.ticks,
      scale.ticks.map((tick) => brief(tick, unit, shop)),
    ),
    title: drawable(title),
    labelOverlap: true,
  });
  const x = {
    field: 'x',
    type: 'quantitative' as const,
    scale: { domain: [xScale.low, xScale.high], nice: false },
    axis: { ...axis(xScale, across), grid: false },
  };
  const y = {
    field: 'y',
    type: 'quantitative' as const,
    scale: { domain: [yScale.low, yScale.high], nice: false },
    // Standing above the axis it is read without turning the head.
    axis: {
      ...axis(yScale, up),
      titleAngle: 0,
      titleAnchor: 'end',
      titleAlign: 'left',
      titleX: 0,
      titleY: -12,
      titleBaseline: 'bottom',
    },
  };

  const ends = shown.flatMap(({ label, points: own }, i) => {
    const end = own.at(-1);
    return end ? [{ text: clip(drawable(label), LONGEST_LABEL), at: end.y, x: end.x, color: textColour(i) }] : [];
  });
  const names = spread(ends, ((yScale.high - yScale.low) * LABEL_GAP) / PLOT_HEIGHT);

  const layer: Layer[] = [
    ...shown.map(({ label, points: own }, i) => ({
      data: { values: own.map((point) => ({ ...point, ...hover(label, point, across, up, shop) })) },
      mark: {
        type: 'line',
        color: palette[i],
        strokeWidth: 3,
        interpolate: 'monotone',
        point: { opacity: 0, size: 220 },
        aria: false,
      },
      encoding: {
        x,
        y,
        tooltip: ['Line', drawable(across.title), drawable(up.title)].map((field) => ({
          field: escaped(field),
          title: field,
          type: 'nominal',
        })),
      },
    })),
    ...shown.flatMap(({ mark }, i) =>
      mark
        ? [
            {
              data: { values: [mark] },
              mark: {
                type: 'point',
                filled: true,
                color: palette[i],
                stroke: '#ffffff',
                strokeWidth: 2,
                opacity: 1,
                size: 260,
                aria: false,
              },
              encoding: { x, y },
            },
          ]
        : [],
    ),
    ...names.map(({ text, at, color }) => ({
      data: { values: [{ x: xScale.high, y: at, text }] },
      mark: { type: 'text', align: 'left', dx: 10, fontSize: LABEL_SIZE, color, aria: false },
      encoding: { x, y, text: { field: 'text' } },
    })),
  ];

  const left = lines.length - shown.length;
  const legend = [marks.length > 0 ? 'dot: where we are now' : '', left > 0 ? `${left} more not drawn` : '']
    .filter(Boolean)
    .join(' · ');
  return { layer, legend };
}

/** A line may be pale, its name may not. */
function textColour(line: number): string {
  return palette[line] === ORANGE ? ORANGE_TEXT : palette[line]!;
}

function hover(
  label: string,
  { x, y }: { readonly x: number; readonly y: number },
  across: LineChart['x'],
  up: LineChart['y'],
  shop: Shop | null,
) {
  return {
    Line: drawable(label),
    [drawable(across.title)]: formatValue(x, across.unit, shop),
    [drawable(up.title)]: formatValue(y, up.unit, shop),
  };
}

/** Vega reads dots and brackets in a field name as a path. */
function escaped(field: string): string {
  return field.replace(/[.[\]\\'"]/g, '\\$&');
}
