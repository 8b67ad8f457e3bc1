import type { Reader } from '../../words/tell.ts';
import { clip, formatValue } from '../text.ts';
import type { ColumnChart } from '../told.ts';
import type { Drawing, Layer, Plot } from './frame.ts';
import { INK, INNER_WIDTH, LABEL_SIZE, LINE_HEIGHT, lettersIn, palette, QUIET, roomFor, textColour } from './look.ts';
import { brief, figure, labelExpression, type Scale, scaleOf } from './numbers.ts';
import { pixel } from './pixels.ts';
import { fromTo, notDrawn, rangeTooltip, thinLine, tooltip } from './said.ts';
import { drawable, isWhole, wrap } from './words.ts';

/** More than this are thinner than a line on a phone; the rest is counted in the subtitle. */
const MOST_COLUMNS = 60;
const PLOT_HEIGHT = 260;
const LABEL_LINES = 3;
/** Wider than this a column is a wall. */
const WIDEST = 110;
/** Narrower than this they are a distribution: they stand close together. */
const NARROW = 40;
/** So few have names, which are cut rather than left out. */
const FEW = 8;
const LONGEST_BIN = 16;
const LONGEST_SERIES = 20;
const GAP = 12;

type Column = ColumnChart['columns'][number];

/** The columns there is room for, and what they are drawn from. */
export type Content = {
  readonly chart: Omit<ColumnChart, 'type'>;
  readonly reader: Reader;
  readonly series: readonly string[];
  /** One per slot of the axis. */
  readonly labels: readonly string[];
  readonly columns: readonly { readonly column: Column; readonly slot: number }[];
  readonly scale: Scale;
  readonly left: number;
};

/** Vertical columns: with their numbers where these fit above them, else with an axis. */
export function columnDrawing(chart: ColumnChart, reader: Reader): Drawing {
  const content = contentOf(chart, reader);
  const room = hasRoomForNumbers(content) ? 'numbered' : axisRoom(content);
  return { ...columnPlot(content, { height: PLOT_HEIGHT, room }), legend: legendOf([content], reader) };
}

export function contentOf(chart: Content['chart'], reader: Reader): Content {
  const series = [...new Set(chart.columns.map((column) => column.series ?? ''))].slice(0, palette.length);
  const grouped = series.length > 1;
  const slots = chart.columns.map(({ label }) => label);
  const labels = (grouped ? [...new Set(slots)] : slots).slice(
    0,
    Math.floor(MOST_COLUMNS / Math.max(1, series.length)),
  );
  const columns = chart.columns
    .map((column, i) => ({ column, slot: grouped ? labels.indexOf(column.label) : i }))
    .filter(({ column, slot }) => slot in labels && series.includes(column.series ?? ''));
  const values = columns.flatMap(({ column: { value, low = value, high = value } }) => [value, low, high]);
  const scale = scaleOf(values, { fromZero: true, unit: chart.unit });
  return { chart, reader, series, labels, columns, scale, left: chart.columns.length - columns.length };
}

/** What the reader must know of these columns, of several plots said once. */
export function legendOf(contents: readonly Content[], reader: Reader): string[] {
  const ranged = contents.find(({ columns }) => columns.some(({ column }) => hasRange(column)));
  const left = contents.reduce((sum, content) => sum + content.left, 0);
  return [ranged ? thinLine(levelOf(ranged), reader) : '', notDrawn(left, reader)];
}

export function hasRoomForNumbers({ chart, reader, labels, series, columns }: Content): boolean {
  const widest = Math.max(0, ...columns.map(({ column }) => roomFor(figure(column.value, chart.unit, reader))));
  return widest + GAP / 2 <= INNER_WIDTH / Math.max(1, labels.length * series.length);
}

/** What the axis and its labels take of the width. */
export function axisRoom(content: Content): number {
  return GAP + Math.max(...tickLabels(content).map((label) => roomFor(label)));
}

type Size = {
  readonly height: number;
  /** Each column has its number above it and there is no axis; or so many pixels are left to the axis. */
  readonly room: 'numbered' | number;
};

export function columnPlot(content: Content, { height, room }: Size): Plot {
  const { chart, labels, series, columns, scale } = content;
  const rows = columns.map((each) => rowOf(each, content));
  const numbered = room === 'numbered';
  const width = INNER_WIDTH - (numbered ? 0 : room);
  const slot = width / Math.max(1, labels.length);
  const each = slot / Math.max(1, series.length);
  const beyond = numbered ? (scale.high - scale.low) * ((LABEL_SIZE + GAP) / height) : 0;
  const domain = [
    scale.low - (rows.some(({ value }) => value < 0) ? beyond : 0),
    scale.high + (rows.some(({ value }) => value >= 0) ? beyond : 0),
  ];
  const place = {
    x: {
      field: 'slot',
      type: 'ordinal',
      scale: { domain: labels.map((_, i) => i), paddingInner: slot < NARROW ? 0.1 : 0.3, paddingOuter: 0.1 },
      axis: {
        title: drawable(chart.x),
        labelColor: INK,
        grid: false,
        labelAngle: 0,
        labelOverlap: false,
        labelLineHeight: LINE_HEIGHT,
        labelExpr: `${JSON.stringify(labelsUnder(labels, slot))}[datum.value]`,
      },
    },
    ...(series.length > 1 && {
      xOffset: { field: 'series', sort: null, scale: { domain: series, paddingInner: 0.08 } },
    }),
  };
  const axis = { values: [...scale.ticks], labelExpr: labelExpression(scale.ticks, tickLabels(content)), title: null };
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { domain, nice: false },
    stack: null,
    axis: numbered ? null : axis,
  });
  const { reader } = content;
  const told = [
    ...tooltip(series.some(Boolean) ? ['Name', 'Series', 'Value'] : ['Name', 'Value'], reader),
    ...(columns.some(({ column }) => hasRange(column)) ? [rangeTooltip(levelOf(content), reader)] : []),
  ];
  const rule = (stroke: string, strokeWidth: number): Layer => ({
    data: { values: rows },
    mark: { type: 'rule', color: stroke, strokeWidth, aria: false },
    encoding: { ...place, y: y('low'), y2: { field: 'high' } },
  });
  const numbers = (above: boolean): Layer => ({
    data: { values: rows.filter(({ value }) => value >= 0 === above) },
    mark: { type: 'text', baseline: above ? 'bottom' : 'top', dy: above ? -5 : 6, aria: false },
    encoding: { ...place, y: y('end'), text: { field: 'text' } },
  });
  const layer: Layer[] = [
    {
      data: { values: rows },
      mark: {
        type: 'bar',
        width: { band: Math.min(1, WIDEST / each) },
        // Below zero the rounded end would be the wrong one.
        cornerRadiusEnd: rows.some(({ value }) => value < 0) ? 0 : each < NARROW / 2 ? 1 : 3,
        aria: false,
      },
      encoding: {
        ...place,
        y: y('value'),
        color: { field: 'colour', type: 'nominal', scale: null },
        tooltip: told,
      },
    },
    // The pale edge keeps the line visible on a dark column.
    ...(columns.some(({ column }) => hasRange(column)) ? [rule('#ffffff', Math.min(5, each / 3)), rule(INK, 2)] : []),
    ...(numbered ? [numbers(true), numbers(false)] : []),
    {
      data: { values: [{ zero: 0 }] },
      mark: { type: 'rule', color: QUIET, strokeWidth: 1, aria: false },
      encoding: { y: y('zero') },
    },
    ...(series.length > 1 ? [seriesNames(series)] : []),
  ];
  return { layer, plot: { width, height } };
}

function rowOf({ column, slot }: Content['columns'][number], content: Content) {
  const { unit } = content.chart;
  const { value, low = value, high = value } = column;
  const say = (each: number) => formatValue(each, unit, content.reader.shop);
  return {
    slot,
    series: column.series ?? '',
    colour: palette[content.series.indexOf(column.series ?? '')],
    value,
    low,
    high,
    end: value < 0 ? Math.min(value, low) : Math.max(value, high),
    text: figure(value, unit, content.reader),
    Name: drawable(column.label),
    ...(column.series !== undefined && { Series: drawable(column.series) }),
    Value: say(value),
    Range: hasRange(column) ? fromTo(say(low), say(high), content.reader) : '–',
  };
}

function hasRange({ low, high }: Column): boolean {
  return low !== undefined || high !== undefined;
}

function levelOf({ chart: { level = 0.8 } }: Content): number {
  return level;
}

function tickLabels({ scale, chart, reader }: Content): string[] {
  return scale.ticks.map((tick) => brief(tick, chart.unit, reader));
}

/** Every label, broken into lines, where all fit; else, where there are many, every second, third, … */
function labelsUnder(labels: readonly string[], slot: number): string[][] {
  const letters = Math.max(2, lettersIn(slot * 0.95, LABEL_SIZE));
  const wrapped = labels.map((label) => wrap(label, { letters, lines: LABEL_LINES }));
  const fits = (lines: readonly string[]) => lines.every((line) => roomFor(line) + GAP / 2 <= slot);
  if (labels.length <= FEW || labels.every((label, i) => isWhole(label, wrapped[i]!) && fits(wrapped[i]!)))
    return wrapped;
  const written = labels.map((label) => clip(drawable(label), LONGEST_BIN));
  const step = Math.ceil((Math.max(...written.map((label) => roomFor(label))) + GAP) / slot);
  return written.map((label, i) => [i % step === 0 ? label : '']);
}

/** The names of the series in their colours, above the columns. */
function seriesNames(series: readonly string[]): Layer {
  let end = 0;
  const rows = series.map((name, i) => {
    const text = clip(drawable(name), LONGEST_SERIES);
    const x = end;
    end += roomFor(text) + 2 * GAP;
    return { x, text, colour: textColour(palette[i]!) };
  });
  return {
    data: { values: rows },
    mark: { type: 'text', align: 'left', baseline: 'bottom', fontWeight: 600, aria: false },
    encoding: {
      x: pixel('x'),
      y: { value: -GAP / 2 },
      text: { field: 'text' },
      color: { field: 'colour', type: 'nominal', scale: null },
    },
  };
}
