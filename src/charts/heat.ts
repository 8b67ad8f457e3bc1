import type { HeatChart } from '../../commands/reply.ts';
import type { Shop } from '../../data/types.ts';
import { formatValue } from '../text.ts';
import type { Drawing, Layer } from './frame.ts';
import { rowNames, rowNamesRoom } from './labels.ts';
import { BLUE, INK, INNER_WIDTH, LABEL_SIZE, LINE_HEIGHT, lettersIn, ORANGE_TEXT, QUIET } from './look.ts';
import { figure, signed } from './numbers.ts';
import { drawable, wrap } from './words.ts';

/** More rows or columns than this cannot be read on a phone; the rest is counted in the subtitle. */
const MOST_ROWS = 14;
const MOST_COLUMNS = 9;
const ROW_HEIGHT = 58;
const ROW_LETTERS = 19;
const ROW_LINES = 2;
const COLUMN_LINES = 4;
const NAME_GAP = 8;
/** Numbers turn white on cells darker than this share of the deepest colour: there both have a contrast of 4.5 or more. */
const DARK_FROM = 0.72;
const ONE_WAY = { domain: [0, 1], range: ['#f3f6f9', BLUE] };
/** Nothing is pale, and both ends are equally dark. */
const DIVERGING = { domain: [-1, 0, 1], range: [ORANGE_TEXT, '#f6f6f6', BLUE], interpolate: 'lab' };

/** A table of numbers whose size is also their colour; every number is written, so that colour is never needed. */
export function heatDrawing(chart: HeatChart, shop: Shop | null): Drawing {
  const { rows, columns, cells, unit, x, scale } = chart;
  const shownRows = rows.slice(0, MOST_ROWS);
  const shownColumns = columns.slice(0, MOST_COLUMNS);
  const values = shownRows.flatMap((row, i) =>
    shownColumns.map((column, j) => ({
      row: i,
      column: j,
      value: cells[i]?.[j] ?? null,
      text: textOf(cells[i]?.[j] ?? null, chart, shop),
      Row: drawable(row),
      Column: drawable(column),
      Value: formatValue(cells[i]?.[j] ?? null, unit, shop),
    })),
  );
  const most = Math.max(0, ...values.map(({ value }) => Math.abs(value ?? 0))) || 1;
  const left = rows.length - shownRows.length + (columns.length - shownColumns.length);
  const names = shownRows.map((row) => wrap(row, { letters: ROW_LETTERS, lines: ROW_LINES }));
  const width = INNER_WIDTH - rowNamesRoom(names);
  const letters = lettersIn((width / Math.max(1, columns.length)) * 0.92, LABEL_SIZE);
  return {
    layer: layers(
      values.map((cell) => ({ ...cell, depth: (scale ? (cell.value ?? 0) : Math.abs(cell.value ?? 0)) / most })),
      {
        rows: names,
        columns: shownColumns.map((column) => wrap(column, { letters: Math.max(6, letters), lines: COLUMN_LINES })),
        title: drawable(x),
        colours: scale ? DIVERGING : ONE_WAY,
        middle: width / 2,
      },
    ),
    plot: { width, height: Math.max(1, shownRows.length) * ROW_HEIGHT },
    legend: left > 0 ? `${left} more rows or columns not drawn` : '',
  };
}

/** Differences have their sign and one decimal: their ranks are what is read. */
function textOf(value: number | null, { unit, scale }: HeatChart, shop: Shop | null): string {
  return value !== null && scale === 'diverging' ? signed(value, unit, shop) : figure(value, unit, shop);
}

type Plan = {
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly (readonly string[])[];
  readonly title: string;
  readonly colours: typeof ONE_WAY | typeof DIVERGING;
  readonly middle: number;
};

function layers(values: readonly object[], { rows, columns, title, colours, middle }: Plan): Layer[] {
  const band = (field: string, count: number) => ({
    field,
    type: 'ordinal',
    sort: null,
    scale: { domain: Array.from({ length: count }, (_, i) => i), padding: 0 },
    axis: null,
  });
  const place = { y: band('row', rows.length), x: band('column', columns.length) };
  return [
    {
      data: { values },
      mark: { type: 'rect', cornerRadius: 3, stroke: '#ffffff', strokeWidth: 3, aria: false },
      encoding: {
        ...place,
        color: { field: 'depth', type: 'quantitative', scale: colours, legend: null },
        tooltip: ['Row', 'Column', 'Value'].map((field) => ({ field, type: 'nominal' })),
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
    ...rowNames(rows, place.y),
    ...columnNames(columns, place.x),
    ...(title === '' ? [] : [titleAt(title, middle, Math.max(0, ...columns.map(({ length }) => length)))]),
  ];
}

/** Names above their columns, all ending where the cells begin. */
function columnNames(names: readonly (readonly string[])[], x: object): Layer[] {
  return Array.from({ length: COLUMN_LINES }, (_, line) => ({
    data: {
      values: names.flatMap((written, column) =>
        written.at(-1 - line) ? [{ column, text: written.at(-1 - line) }] : [],
      ),
    },
    mark: { type: 'text', baseline: 'bottom', aria: false },
    encoding: { x, y: { value: -NAME_GAP - line * LINE_HEIGHT }, text: { field: 'text' } },
  }));
}

function titleAt(title: string, middle: number, lines: number): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'text', baseline: 'bottom', color: QUIET, aria: false },
    encoding: { x: { value: middle }, y: { value: -2 * NAME_GAP - lines * LINE_HEIGHT }, text: { value: title } },
  };
}
