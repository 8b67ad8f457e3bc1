import type { ColumnChart, PanelChart, Unit } from '../../commands/reply.ts';
import type { Shop } from '../../data/types.ts';
import { clip, formatValue } from '../text.ts';
import type { Drawing, Layer, Plot } from './frame.ts';
import { INK, INNER_WIDTH, LABEL_SIZE, lettersIn, palette, QUIET, roomFor, textColour } from './look.ts';
import { brief, labelExpression, scaleOf } from './numbers.ts';
import { drawable, wrap } from './words.ts';

/** More than this are thinner than a finger's line on a phone; the rest is counted in the subtitle. */
const MOST_COLUMNS = 60;
const MOST_PANELS = 4;
const PLOT_HEIGHT = 260;
const PANEL_HEIGHT = 150;
const LABEL_LINES = 3;
const LINE_HEIGHT = 23;
/** Up to so many columns have names, which are cut rather than left out. */
const FEW = 8;
const LONGEST_SERIES = 20;
const GAP = 12;

type Content = Omit<ColumnChart, 'type'>;
type Column = ColumnChart['columns'][number];

/** Vertical columns: with their numbers where these fit above them, else with an axis. */
export function columnDrawing(chart: ColumnChart, shop: Shop | null): Drawing {
  return { ...columnPlot(chart, shop, PLOT_HEIGHT), legend: legendOf([chart]) };
}

/** Small multiples: the same picture once per panel, each on its own scale. */
export function panelDrawing({ panels }: PanelChart, shop: Shop | null): Drawing {
  const shown = panels.slice(0, MOST_PANELS);
  return {
    plots: shown.map((panel) => ({ title: panel.title, ...columnPlot(panel, shop, PANEL_HEIGHT) })),
    legend: [legendOf(shown), leftOut(panels.length - shown.length)].filter(Boolean).join(' · '),
  };
}

function legendOf(charts: readonly Content[]): string {
  const level = charts.find(({ columns }) => columns.some(hasRange))?.level ?? 0.8;
  const left = charts.reduce((sum, chart) => sum + chart.columns.length - shownOf(chart).columns.length, 0);
  return [charts.some(({ columns }) => columns.some(hasRange)) ? `thin line: ${rangeName(level)}` : '', leftOut(left)]
    .filter(Boolean)
    .join(' · ');
}

function leftOut(count: number): string {
  return count > 0 ? `${count} more not drawn` : '';
}

function rangeName(level: number): string {
  return `${Math.round(level * 100)}% range`;
}

function hasRange({ low, high }: Column): boolean {
  return low !== undefined || high !== undefined;
}

/** The columns there is room for, by the slot each stands in. */
function shownOf({ columns }: Content) {
  const series = [...new Set(columns.map((column) => column.series ?? ''))].slice(0, palette.length);
  const grouped = series.length > 1;
  const slots = grouped ? [...new Set(columns.map(({ label }) => label))] : columns.map(({ label }) => label);
  const labels = slots.slice(0, Math.floor(MOST_COLUMNS / Math.max(1, series.length)));
  const shown = columns
    .map((column, i) => ({ column, slot: grouped ? labels.indexOf(column.label) : i }))
    .filter(({ column, slot }) => slot >= 0 && slot < labels.length && series.includes(column.series ?? ''));
  return { series, labels, columns: shown };
}

function columnPlot(chart: Content, shop: Shop | null, height: number): Plot {
  const { unit, level = 0.8 } = chart;
  const { series, labels, columns } = shownOf(chart);
  const rows = columns.map(({ column, slot }) => ({
    slot,
    series: column.series ?? '',
    value: column.value,
    low: column.low ?? column.value,
    high: column.high ?? column.value,
    top: column.value < 0 ? column.value : Math.max(column.value, column.high ?? column.value),
    bottom: Math.min(column.value, column.low ?? column.value),
    text: numberText(column.value, unit, shop),
    ...hover(column, { unit, shop, range: rangeName(level), x: chart.x }),
  }));
  const scale = scaleOf(
    rows.flatMap(({ low, high, value }) => [low, high, value]),
    { fromZero: true },
  );
  const widest = Math.max(0, ...rows.map(({ text }) => roomFor(text)));
  const numbered = widest + GAP / 2 <= INNER_WIDTH / Math.max(1, labels.length * series.length);
  const ticks = scale.ticks.map((tick) => brief(tick, unit, shop));
  const width = numbered ? INNER_WIDTH : INNER_WIDTH - Math.max(...ticks.map((tick) => roomFor(tick))) - GAP;
  const slot = width / Math.max(1, labels.length);
  const room = numbered ? (scale.high - scale.low) * ((LABEL_SIZE + GAP) / height) : 0;
  const domain = [
    rows.some(({ value }) => value < 0) ? scale.low - room : scale.low,
    rows.some(({ value }) => value >= 0) ? scale.high + room : scale.high,
  ];

  const x = {
    field: 'slot',
    type: 'ordinal',
    scale: { domain: labels.map((_, i) => i), paddingInner: slot < 40 ? 0.1 : 0.3, paddingOuter: 0.1 },
    axis: {
      title: drawable(chart.x),
      labelColor: INK,
      grid: false,
      labelAngle: 0,
      labelOverlap: false,
      labelLineHeight: LINE_HEIGHT,
      labelExpr: `${JSON.stringify(labelsUnder(labels, slot))}[datum.value]`,
    },
  };
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { domain, nice: false },
    stack: null,
    axis: numbered ? null : { values: [...scale.ticks], labelExpr: labelExpression(scale.ticks, ticks), title: null },
  });
  const place = {
    x,
    ...(series.length > 1 && {
      xOffset: { field: 'series', sort: null, scale: { domain: series, paddingInner: 0.08 } },
    }),
  };
  const tooltip = Object.keys(
    hover({ label: '', value: 0, low: 0, high: 0, series: '' }, { unit, shop, range: rangeName(level), x: chart.x }),
  )
    .filter((field) => rows.some((row) => field in row))
    .map((field) => ({ field, type: 'nominal' }));
  const each = slot / Math.max(1, series.length);
  const whisker = (stroke: string, strokeWidth: number) => ({
    data: { values: rows },
    mark: { type: 'rule', color: stroke, strokeWidth, aria: false },
    encoding: { ...place, y: y('low'), y2: { field: 'high' } },
  });
  const numbers = (above: boolean) => ({
    data: { values: rows.filter(({ value }) => value >= 0 === above) },
    mark: { type: 'text', baseline: above ? 'bottom' : 'top', dy: above ? -5 : 6, aria: false },
    encoding: { ...place, y: y(above ? 'top' : 'bottom'), text: { field: 'text' } },
  });
  const layer: Layer[] = [
    {
      data: { values: rows },
      mark: { type: 'bar', cornerRadiusEnd: each < 24 ? 1 : 3, aria: false },
      encoding: {
        ...place,
        y: y('value'),
        color: {
          field: 'series',
          type: 'nominal',
          sort: null,
          scale: { domain: series, range: [...palette] },
          legend: null,
        },
        tooltip,
      },
    },
    ...(columns.some(({ column }) => hasRange(column))
      ? [whisker('#ffffff', Math.min(6, each / 3)), whisker(INK, 2)]
      : []),
    ...(numbered ? [numbers(true), numbers(false)] : []),
    {
      data: { values: [{ zero: 0 }] },
      mark: { type: 'rule', color: QUIET, strokeWidth: 1, aria: false },
      encoding: { y: y('zero') },
    },
    ...(series.length > 1 ? seriesNames(series) : []),
  ];
  return { layer, plot: { width, height } };
}

/** Every label, broken into lines, where all fit; else, where there are many, every second, third, … */
function labelsUnder(labels: readonly string[], slot: number): string[][] {
  const letters = lettersIn(slot * 0.96, LABEL_SIZE);
  const wrapped = labels.map((label) => wrap(label, { letters: Math.max(4, letters), lines: LABEL_LINES }));
  const whole = labels.every((label, i) => wrapped[i]!.join(' ') === drawable(label));
  if (whole && letters >= 4) return wrapped;
  if (labels.length <= FEW) return wrapped;
  const written = labels.map((label) => clip(drawable(label), 16));
  const step = Math.ceil((Math.max(...written.map((label) => roomFor(label))) + GAP) / slot);
  return written.map((label, i) => (i % step === 0 ? [label] : ['']));
}

/** The names of the series in their colours, above the columns. */
function seriesNames(series: readonly string[]): Layer[] {
  const written = series.map((name) => clip(drawable(name), LONGEST_SERIES));
  return written.map((text, i) => ({
    data: { values: [{}] },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'bottom',
      fontWeight: 600,
      color: textColour(palette[i]!),
      aria: false,
    },
    encoding: {
      x: { value: written.slice(0, i).reduce((sum, before) => sum + roomFor(before) + 2 * GAP, 0) },
      y: { value: -GAP / 2 },
      text: { value: text },
    },
  }));
}

function numberText(value: number, unit: Unit, shop: Shop | null): string {
  return unit === 'money' ? brief(value, unit, shop) : formatValue(value, unit, shop);
}

function hover(
  { label, series, value, low, high }: Column,
  {
    unit,
    shop,
    range,
  }: { readonly unit: Unit; readonly shop: Shop | null; readonly range: string; readonly x: string },
): Record<string, string> {
  const say = (each: number) => formatValue(each, unit, shop);
  return {
    Name: drawable(label),
    ...(series !== undefined && { Series: drawable(series) }),
    Value: say(value),
    ...(low !== undefined && high !== undefined && { [range]: `${say(low)} to ${say(high)}` }),
  };
}
