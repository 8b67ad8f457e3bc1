import type { Unit } from '../../words/quantity.ts';
import type { Reader } from '../../words/tell.ts';
import { clip, formatValue } from '../text.ts';
import type { BarChart } from '../told.ts';
import type { Colours } from './colours.ts';
import type { Drawing, Layer } from './frame.ts';
import { rowNames, rowNamesRoom } from './labels.ts';
import { BLUE, INK, INNER_WIDTH, LINE_HEIGHT, palette, QUIET, roomFor } from './look.ts';
import { figure } from './numbers.ts';
import { andMore, fromTo, notDrawn, rangeTooltip, thinLine, tooltip } from './said.ts';
import { drawable, wrapApart } from './words.ts';

/** More than this no phone can show; the rest is counted below. */
const MOST_BARS = 14;
const LABEL_LETTERS = 22;
const LABEL_LINES = 3;
const LONGEST_SERIES = 16;
const BAR_HEIGHT = 34;
const GROUP_GAP = 16;
const NAME_ROOM = 8;
/** Between a bar and its number. */
const NUMBER_GAP = 24;

type Bar = BarChart['bars'][number];

/** Horizontal bars with their numbers written at the end: no axis to look up, names in full. */
export function barDrawing({ bars, unit, level = 0.8 }: BarChart, reader: Reader, colours: Colours): Drawing {
  const series = [...new Set(bars.map((bar) => bar.series ?? ''))].slice(0, palette.length);
  const grouped = series.length > 1;
  const groups = grouped ? [...new Set(bars.map(({ label }) => label))] : bars.map(({ label }) => label);
  const names = groups.slice(0, Math.max(1, Math.floor(MOST_BARS / series.length)));
  const shown = bars.filter((bar, i) =>
    grouped ? names.includes(bar.label) && series.includes(bar.series ?? '') : i < names.length,
  );
  const first = new Set(series.map((each) => shown.find((bar) => (bar.series ?? '') === each)));
  const rows = shown.map((bar, i) => ({
    // A number, because two long names may read the same once they are cut.
    row: grouped ? names.indexOf(bar.label) : i,
    series: bar.series ?? '',
    colour: grouped ? palette[series.indexOf(bar.series ?? '')]! : (colours.get(bar.label) ?? BLUE),
    value: bar.value,
    low: bar.low ?? bar.value,
    high: bar.high ?? bar.value,
    end: bar.value < 0 ? Math.min(bar.value, bar.low ?? bar.value) : Math.max(bar.value, bar.high ?? bar.value),
    text: endText(bar, unit, reader, grouped && first.has(bar)),
    ...hover(bar, unit, reader),
  }));
  const labels = wrapApart(names, { letters: LABEL_LETTERS, lines: LABEL_LINES });
  const hasRange = shown.some(({ low, high }) => low !== undefined || high !== undefined);
  const dropped = grouped ? bars.filter(({ label }) => names.includes(label)).length - shown.length : 0;
  const rowHeight = Math.max(
    series.length * BAR_HEIGHT + GROUP_GAP,
    Math.max(0, ...labels.map(({ length }) => length)) * LINE_HEIGHT + NAME_ROOM,
  );
  const width = INNER_WIDTH - rowNamesRoom(labels);

  return {
    layer: layers(rows, {
      labels,
      series,
      domain: domainOf(rows, width),
      hasRange,
      tooltip: [
        ...tooltip(series.some(Boolean) ? ['Name', 'Series', 'Value'] : ['Name', 'Value'], reader),
        ...(hasRange ? [rangeTooltip(level, reader)] : []),
      ],
    }),
    plot: { width, height: Math.max(1, names.length) * rowHeight },
    legend: [hasRange ? thinLine(level, reader) : '', notDrawn(dropped, reader)],
    below: andMore(groups.length - names.length, reader),
  };
}

type Row = {
  readonly row: number;
  readonly series: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly text: string;
};

type Plan = {
  readonly labels: readonly (readonly string[])[];
  readonly series: readonly string[];
  readonly domain: readonly [number, number];
  readonly hasRange: boolean;
  readonly tooltip: readonly object[];
};

function layers(rows: readonly Row[], { labels, series, domain, hasRange, tooltip }: Plan): Layer[] {
  const y = {
    field: 'row',
    type: 'nominal',
    sort: null,
    axis: null,
    scale: { domain: labels.map((_, row) => row), paddingInner: series.length > 1 ? 0.25 : 0.32, paddingOuter: 0.1 },
  };
  const across = {
    y,
    ...(series.length > 1 && {
      yOffset: { field: 'series', sort: null, scale: { domain: series, paddingInner: 0.12 } },
    }),
  };
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { domain, nice: false },
    axis: null,
    stack: null,
  });
  const color = { field: 'colour', type: 'nominal', scale: null };
  const whisker = (stroke: string, strokeWidth: number) => ({
    mark: { type: 'rule', color: stroke, strokeWidth, aria: false },
    encoding: { ...across, x: x('low'), x2: { field: 'high' } },
  });
  const number = (side: 'left' | 'right') => ({
    transform: [{ filter: side === 'right' ? 'datum.value >= 0' : 'datum.value < 0' }],
    mark: {
      type: 'text',
      align: side === 'right' ? 'left' : 'right',
      dx: side === 'right' ? 9 : -9,
      baseline: 'middle',
      aria: false,
    },
    encoding: { ...across, x: x('end'), text: { field: 'text' } },
  });
  const drawn = [
    // Below zero the rounded end would be the wrong one.
    {
      mark: { type: 'bar', cornerRadiusEnd: rows.some(({ value }) => value < 0) ? 0 : 3, aria: false },
      encoding: { ...across, x: x('value'), color, tooltip },
    },
    // The pale edge keeps the line visible on a dark bar.
    ...(hasRange ? [whisker('#ffffff', 5), whisker(INK, 2)] : []),
    number('right'),
    number('left'),
  ].map((layer) => ({ ...layer, data: { values: rows } }));
  const zero = {
    data: { values: [{ zero: 0 }] },
    mark: { type: 'rule', color: QUIET, strokeWidth: 1, aria: false },
    encoding: { x: x('zero') },
  };
  return [...drawn, zero, ...rowNames(labels, y)];
}

/** From the least to the most, zero in between, with room for the numbers written beyond the ends. */
function domainOf(rows: readonly Row[], width: number): [number, number] {
  const least = Math.min(0, ...rows.map(({ value, low }) => Math.min(value, low)));
  const most = Math.max(0, ...rows.map(({ value, high }) => Math.max(value, high)));
  const beside = (wanted: (value: number) => boolean) =>
    Math.max(0, ...rows.filter(({ value }) => wanted(value)).map(({ text }) => roomFor(text) + NUMBER_GAP));
  const left = beside((value) => value < 0);
  const right = beside((value) => value >= 0);
  const perPixel = (most - least || 1) / Math.max(width / 4, width - left - right);
  return [least - left * perPixel, most + right * perPixel];
}

function endText({ value, series }: Bar, unit: Unit, reader: Reader, named: boolean): string {
  const number = figure(value, unit, reader);
  return named && series ? `${number} ${clip(drawable(series), LONGEST_SERIES)}` : number;
}

function hover({ label, series, value, low, high }: Bar, unit: Unit, reader: Reader): Record<string, string> {
  const say = (each: number) => formatValue(each, unit, reader.shop);
  return {
    Name: drawable(label),
    ...(series !== undefined && { Series: drawable(series) }),
    Value: say(value),
    Range: low === undefined || high === undefined ? '–' : fromTo(say(low), say(high), reader),
  };
}
