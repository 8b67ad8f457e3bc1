import type { HeatChart } from '../../commands/reply.ts';
import type { Shop } from '../../data/types.ts';
import { formatValue } from '../text.ts';
import type { Drawing, Layer } from './frame.ts';
import { BLUE, HEIGHT, INK, LABEL_SIZE, lettersIn, ORANGE_TEXT, WIDTH } from './look.ts';
import { brief, withSign } from './numbers.ts';
import { drawable, wrap } from './words.ts';

/** More rows or columns than this cannot be read on a phone; the rest is counted in the subtitle. */
const MOST_ROWS = 14;
const MOST_COLUMNS = 9;
const ROW_HEIGHT = 64;
const FRAME_HEIGHT = 210;
const ROW_LETTERS = 18;
const LABEL_LINES = 2;
const LINE_HEIGHT = 23;
/** Numbers turn white on cells darker than this share of the deepest blue. */
const DARK_FROM = 0.72;
const ONE_WAY = { domain: [0, 1], range: ['#f3f6f9', BLUE] };
/** Nothing is pale, and both ends are equally dark. */
const DIVERGING = { domain: [-1, 0, 1], range: [ORANGE_TEXT, '#f6f6f6', BLUE], interpolate: 'lab' };

/** A table of numbers whose size is also their colour; every number is written, so that colour is never needed. */
export function heatDrawing({ rows, columns, cells, unit, x, scale }: HeatChart, shop: Shop | null): Drawing {
  const shownRows = rows.slice(0, MOST_ROWS);
  const shownColumns = columns.slice(0, MOST_COLUMNS);
  const values = shownRows.flatMap((row, i) =>
    shownColumns.map((column, j) => ({
      row: i,
      column: j,
      value: cells[i]?.[j] ?? null,
      text: textOf(cells[i]?.[j] ?? null, { unit, scale }, shop),
      From: drawable(row),
      To: drawable(column),
      Value: formatValue(cells[i]?.[j] ?? null, unit, shop),
    })),
  );
  const most = Math.max(0, ...values.map(({ value }) => Math.abs(value ?? 0))) || 1;
  const left = rows.length - shownRows.length + (columns.length - shownColumns.length);
  return {
    layer: layers(
      values.map((cell) => ({ ...cell, depth: (scale ? (cell.value ?? 0) : Math.abs(cell.value ?? 0)) / most })),
      { rows: shownRows, columns: shownColumns, title: x, colours: scale ? DIVERGING : ONE_WAY },
    ),
    height: Math.max(HEIGHT, shownRows.length * ROW_HEIGHT + FRAME_HEIGHT),
    legend: left > 0 ? `${left} more rows or columns not drawn` : '',
  };
}

function textOf(value: number | null, { unit, scale }: Pick<HeatChart, 'unit' | 'scale'>, shop: Shop | null): string {
  const text = value !== null && unit === 'money' ? brief(value, unit, shop) : formatValue(value, unit, shop);
  return scale === 'diverging' ? withSign(text, value ?? 0) : text;
}

type Plan = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly title: string;
  readonly colours: typeof ONE_WAY | typeof DIVERGING;
};

function layers(values: readonly object[], { rows, columns, title, colours }: Plan): Layer[] {
  const letters = lettersIn(((WIDTH - 240) / Math.max(1, columns.length)) * 0.95, LABEL_SIZE);
  const axis = (names: readonly string[], width: number) => {
    const written = names.map((name) => wrap(name, { letters: Math.max(6, width), lines: LABEL_LINES }));
    return {
      // Vega sets the first line where one alone would stand: this much must be made up for.
      below: (Math.max(1, ...written.map(({ length }) => length)) - 1) * LINE_HEIGHT,
      style: {
        labelColor: INK,
        labelExpr: `${JSON.stringify(written)}[datum.value]`,
        labelLineHeight: LINE_HEIGHT,
        grid: false,
      },
    };
  };
  const [left, top] = [axis(rows, ROW_LETTERS), axis(columns, letters)];
  const place = {
    y: {
      field: 'row',
      type: 'ordinal',
      sort: null,
      axis: { ...left.style, title: null, labelOffset: -left.below / 2 },
    },
    x: {
      field: 'column',
      type: 'ordinal',
      sort: null,
      axis: { ...top.style, title: drawable(title), orient: 'top', labelAngle: 0, labelPadding: 8 + top.below },
    },
  };
  return [
    {
      data: { values },
      mark: { type: 'rect', cornerRadius: 3, stroke: '#ffffff', strokeWidth: 3, aria: false },
      encoding: {
        ...place,
        color: {
          field: 'depth',
          type: 'quantitative',
          scale: colours,
          legend: null,
        },
        tooltip: ['From', 'To', 'Value'].map((field) => ({ field, type: 'nominal' })),
      },
    },
    {
      data: { values },
      mark: { type: 'text', baseline: 'middle', aria: false },
      encoding: {
        ...place,
        text: { field: 'text' },
        color: { condition: { test: `abs(datum.depth) > ${DARK_FROM}`, value: '#ffffff' }, value: INK },
      },
    },
  ];
}
