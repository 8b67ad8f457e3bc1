import { count, say } from '../../words/say.ts';
import { type Reader, tell } from '../../words/tell.ts';
import { formatValue } from '../text.ts';
import type { HeatChart } from '../told.ts';
import type { Drawing, Layer } from './frame.ts';
import { rowNames, rowNamesRoom } from './labels.ts';
import { BLUE, INNER_WIDTH, LABEL_SIZE, LINE_HEIGHT, lettersIn, ORANGE_TEXT, QUIET, roomFor } from './look.ts';
import { figure, signed } from './numbers.ts';
import { tooltip } from './said.ts';
import { drawable, wrapApart } from './words.ts';

/** More rows or columns than this cannot be read on a phone; the rest is counted in the subtitle. */
const MOST_ROWS = 14;
const MOST_COLUMNS = 9;
const ROW_HEIGHT = 58;
const ROW_LETTERS = 19;
const ROW_LINES = 3;
const UPRIGHT_LINES = 4;
/** Heads with a word wider than their column are turned: better read sideways than in pieces. */
const TURNED_LETTERS = 18;
const TURNED_LINES = 2;
const NAME_GAP = 8;
/** Numbers turn white on cells beyond these shares of the deepest colour: from here on white is the clearer one. */
const DARK_FROM = { blue: 0.85, brown: 0.89 };
/** Clearer than ink on what is nearly dark. */
const CELL_TEXT = '#000000';
const ONE_WAY = { domain: [0, 1], range: ['#f3f6f9', BLUE] };
/** Nothing is pale, and both ends are equally dark. */
const DIVERGING = { domain: [-1, 0, 1], range: [ORANGE_TEXT, '#f6f6f6', BLUE], interpolate: 'lab' };

/** A table of numbers whose size is also their colour; every number is written, so that colour is never needed. */
export function heatDrawing(chart: HeatChart, reader: Reader): Drawing {
  const { rows, columns, cells, unit, x, scale } = chart;
  const shownRows = rows.slice(0, MOST_ROWS);
  const shownColumns = columns.slice(0, MOST_COLUMNS);
  const values = shownRows.flatMap((row, i) =>
    shownColumns.map((column, j) => ({
      row: i,
      column: j,
      value: cells[i]?.[j] ?? null,
      text: textOf(cells[i]?.[j] ?? null, chart, reader),
      Row: drawable(row),
      Column: drawable(column),
      Value: formatValue(cells[i]?.[j] ?? null, unit, reader.shop),
    })),
  );
  const most = Math.max(0, ...values.map(({ value }) => Math.abs(value ?? 0))) || 1;
  const left = rows.length - shownRows.length + (columns.length - shownColumns.length);
  const names = wrapApart(shownRows, { letters: ROW_LETTERS, lines: ROW_LINES });
  const width = INNER_WIDTH - rowNamesRoom(names);
  const slot = width / Math.max(1, shownColumns.length);
  const upright = shownColumns.every((column) => fitsUpright(column, slot));
  const heads = wrapApart(
    shownColumns,
    upright
      ? { letters: lettersIn(slot * 0.92, LABEL_SIZE), lines: UPRIGHT_LINES }
      : { letters: TURNED_LETTERS, lines: TURNED_LINES },
  );
  const rowHeight = Math.max(ROW_HEIGHT, Math.max(0, ...names.map(({ length }) => length)) * LINE_HEIGHT + NAME_GAP);
  return {
    layer: layers(
      values.map((cell) => ({ ...cell, depth: (scale ? (cell.value ?? 0) : Math.abs(cell.value ?? 0)) / most })),
      {
        rows: names,
        heads,
        upright,
        title: drawable(x),
        colours: scale ? DIVERGING : ONE_WAY,
        middle: width / 2,
        told: tooltip(['Row', 'Column', 'Value'], reader),
      },
    ),
    plot: { width, height: Math.max(1, shownRows.length) * rowHeight },
    legend: [left > 0 ? tell(say`${count(left)} more rows or columns not drawn`, reader) : ''],
  };
}

/** Differences have their sign and one decimal: their ranks are what is read. */
function textOf(value: number | null, { unit, scale }: HeatChart, reader: Reader): string {
  return value !== null && scale === 'diverging' ? signed(value, unit, reader) : figure(value, unit, reader);
}

type Plan = {
  readonly rows: readonly (readonly string[])[];
  readonly heads: readonly (readonly string[])[];
  readonly upright: boolean;
  readonly title: string;
  readonly colours: typeof ONE_WAY | typeof DIVERGING;
  readonly middle: number;
  /** What the pointer is told. */
  readonly told: readonly object[];
};

function fitsUpright(name: string, slot: number): boolean {
  return drawable(name)
    .split(' ')
    .every((word) => roomFor(word) <= slot * 0.95);
}

function layers(values: readonly object[], { rows, heads, upright, title, colours, middle, told }: Plan): Layer[] {
  const band = (field: string, count: number) => ({
    field,
    type: 'ordinal',
    sort: null,
    scale: { domain: Array.from({ length: count }, (_, i) => i), padding: 0 },
    axis: null,
  });
  const place = { y: band('row', rows.length), x: band('column', heads.length) };
  return [
    {
      data: { values },
      mark: { type: 'rect', cornerRadius: 3, stroke: '#ffffff', strokeWidth: 3, aria: false },
      encoding: {
        ...place,
        color: { field: 'depth', type: 'quantitative', scale: colours, legend: null },
        tooltip: told,
      },
    },
    {
      data: { values },
      mark: { type: 'text', baseline: 'middle', aria: false },
      encoding: {
        ...place,
        text: { field: 'text' },
        color: {
          condition: { test: `datum.depth > ${DARK_FROM.blue} || datum.depth < -${DARK_FROM.brown}`, value: '#ffffff' },
          value: CELL_TEXT,
        },
      },
    },
    ...rowNames(rows, place.y),
    ...(upright ? uprightHeads(heads, place.x) : turnedHeads(heads, place.x)),
    ...(title === '' ? [] : [titleAt(title, middle, headRoom(heads, upright))]),
  ];
}

/** Heads above their columns, all ending where the cells begin. */
function uprightHeads(heads: readonly (readonly string[])[], x: object): Layer[] {
  return Array.from({ length: UPRIGHT_LINES }, (_, line) => ({
    data: {
      values: heads.flatMap((lines, column) => {
        const text = lines[lines.length - 1 - line];
        return text === undefined ? [] : [{ column, text }];
      }),
    },
    mark: { type: 'text', baseline: 'bottom', aria: false },
    encoding: { x, y: { value: -NAME_GAP - line * LINE_HEIGHT }, text: { field: 'text' } },
  }));
}

/** Heads that read upwards from their columns. */
function turnedHeads(heads: readonly (readonly string[])[], x: object): Layer[] {
  const lines = heads.flatMap((written, column) =>
    written.map((text, i) => ({ column, text, dy: (i - (written.length - 1) / 2) * LINE_HEIGHT })),
  );
  return [...new Set(lines.map(({ dy }) => dy))].map((dy) => ({
    data: { values: lines.filter((line) => line.dy === dy) },
    mark: { type: 'text', align: 'left', baseline: 'middle', angle: 270, dy, aria: false },
    encoding: { x, y: { value: -NAME_GAP }, text: { field: 'text' } },
  }));
}

function headRoom(heads: readonly (readonly string[])[], upright: boolean): number {
  return upright
    ? LINE_HEIGHT * Math.max(0, ...heads.map(({ length }) => length))
    : Math.max(0, ...heads.flat().map((line) => roomFor(line)));
}

function titleAt(title: string, middle: number, room: number): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'text', baseline: 'bottom', color: QUIET, aria: false },
    encoding: { x: { value: middle }, y: { value: -2 * NAME_GAP - room }, text: { value: title } },
  };
}
