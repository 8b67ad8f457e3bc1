import type { FlowChart } from '../../commands/reply.ts';
import type { Shop } from '../../data/types.ts';
import { clip, formatValue } from '../text.ts';
import type { Drawing, Layer } from './frame.ts';
import { INK, INNER_WIDTH, LABEL_SIZE, lettersIn, ORANGE, QUIET } from './look.ts';
import { brief } from './numbers.ts';
import { pixel, pixels } from './pixels.ts';
import { drawable, wrap } from './words.ts';

const MOST_PLACES = 12;
/** Names stand outside, in up to two lines. */
const SIDE_ROOM = 215;
const LABEL_LINES = 2;
const LINE_HEIGHT = 23;
const SLOT_GAP = 10;
const HEAD_ROOM = 30;
const NODE_WIDTH = 12;
const NAME_GAP = 10;
/** All of a side together, in pixels. */
const FULL_HEIGHT = 380;
/** A band this thick holds a number. */
const NUMBER_HEIGHT = 24;
const BAND_POINTS = 24;
const STAYED = '#c3ccd5';

type Flow = FlowChart['flows'][number];

type Place = {
  readonly index: number;
  /** Upper end and thickness of the bar. */
  readonly y: number;
  readonly thick: number;
  readonly lines: readonly string[];
};
type Band = {
  readonly flow: Flow;
  /** Upper ends on either side. */
  readonly y: number;
  readonly y2: number;
  readonly thick: number;
};

/** Bands between two columns of places, as thick as their value: grey stayed, blue moved, the warm colour is lost. */
export function flowDrawing(chart: FlowChart, shop: Shop | null): Drawing {
  const from = chart.from.slice(0, MOST_PLACES);
  const to = chart.to.slice(0, MOST_PLACES);
  const flows = chart.flows.filter((flow) => flow.value > 0 && flow.from in from && flow.to in to);
  const total = flows.reduce((sum, { value }) => sum + value, 0) || 1;
  const scale = { perUnit: FULL_HEIGHT / total, say: (value: number) => brief(value, chart.unit, shop) };
  const sides = {
    from: stack(from, flows, 'from', scale),
    to: stack(to, flows, 'to', scale),
  };
  const height = Math.max(...[sides.from, sides.to].map(heightOf));
  const left = stretched(sides.from, height);
  const right = stretched(sides.to, height);
  const rows = bandsOf(flows, { left, right }, scale.perUnit).map((band, i) => ({
    ...band,
    band: i,
    kind: band.flow.loss ? 'lost' : from[band.flow.from] === to[band.flow.to] ? 'stayed' : 'moved',
    number: scale.say(band.flow.value),
    From: drawable(from[band.flow.from]!),
    To: drawable(to[band.flow.to]!),
    Value: formatValue(band.flow.value, chart.unit, shop),
  }));
  const dropped = chart.from.length - from.length + (chart.to.length - to.length);
  return {
    layer: [
      ...bandLayers(rows),
      ...placeLayers(left, { edge: SIDE_ROOM, align: 'right', head: chart.left }),
      ...placeLayers(right, { edge: INNER_WIDTH - SIDE_ROOM, align: 'left', head: chart.right }),
    ],
    plot: { width: INNER_WIDTH, height },
    legend: dropped > 0 ? `${dropped} more not drawn` : '',
  };
}

/** The places of a side below each other, each with room for its name. */
function stack(
  names: readonly string[],
  flows: readonly Flow[],
  side: 'from' | 'to',
  { perUnit, say }: { readonly perUnit: number; readonly say: (value: number) => string },
): Place[] {
  const letters = lettersIn(SIDE_ROOM - NAME_GAP, LABEL_SIZE);
  let top = HEAD_ROOM;
  return names.map((name, index) => {
    const value = flows.reduce((sum, flow) => sum + (flow[side] === index ? flow.value : 0), 0);
    const number = say(value).replaceAll(' ', '\u00a0');
    const room = letters * LABEL_LINES - number.length - 2;
    const lines = wrap(`${clip(drawable(name), room)} ${number}`, { letters, lines: LABEL_LINES });
    const slot = Math.max(lines.length * LINE_HEIGHT, value * perUnit);
    const thick = value * perUnit;
    const place = { index, y: top + (slot - thick) / 2, thick, lines };
    top += slot + SLOT_GAP;
    return place;
  });
}

function heightOf(places: readonly Place[]): number {
  const last = places.at(-1);
  return last
    ? Math.max(last.y + last.thick, last.y + last.thick / 2 + (last.lines.length * LINE_HEIGHT) / 2)
    : HEAD_ROOM;
}

/** The same places spread over the whole height. */
function stretched(places: readonly Place[], height: number): Place[] {
  const more = (height - heightOf(places)) / Math.max(1, places.length - 1);
  return places.map((place, i) => ({ ...place, y: place.y + i * more }));
}

/** Bands leave and arrive in the order of the places they connect, so that they cross as little as may be. */
function bandsOf(
  flows: readonly Flow[],
  { left, right }: { readonly left: readonly Place[]; readonly right: readonly Place[] },
  perUnit: number,
): Band[] {
  const ends = (places: readonly Place[]) => places.map(({ y }) => y);
  const [leaving, arriving] = [ends(left), ends(right)];
  const inOrder = [...flows].sort((a, b) => a.from - b.from || a.to - b.to);
  return inOrder.map((flow) => {
    const thick = flow.value * perUnit;
    const [y, y2] = [leaving[flow.from]!, arriving[flow.to]!];
    leaving[flow.from] = y + thick;
    arriving[flow.to] = y2 + thick;
    return { flow, y, y2, thick };
  });
}

type Row = Band & { readonly band: number; readonly kind: string; readonly number: string };

function bandLayers(rows: readonly Row[]): Layer[] {
  const [start, end] = [SIDE_ROOM + NODE_WIDTH, INNER_WIDTH - SIDE_ROOM - NODE_WIDTH];
  const points = rows.flatMap(({ y, y2, thick, ...row }) =>
    Array.from({ length: BAND_POINTS + 1 }, (_, step) => {
      const t = step / BAND_POINTS;
      const top = y + (y2 - y) * t * t * (3 - 2 * t);
      return { ...row, flow: undefined, x: start + (end - start) * t, top, bottom: top + thick };
    }),
  );
  const kind = (range: readonly string[]) => ({
    field: 'kind',
    type: 'nominal',
    scale: { domain: ['stayed', 'moved', 'lost'], range },
    legend: null,
  });
  return [
    {
      data: { values: points },
      mark: { type: 'area', opacity: 0.62, aria: false },
      encoding: {
        x: pixel('x'),
        y: pixel('top'),
        y2: { field: 'bottom' },
        detail: { field: 'band', type: 'nominal' },
        color: kind([STAYED, '#7fa8cc', ORANGE]),
        tooltip: ['From', 'To', 'Value'].map((field) => ({ field, type: 'nominal' })),
      },
    },
    {
      data: {
        values: rows
          .filter(({ thick }) => thick >= NUMBER_HEIGHT)
          .map(({ y2, thick, number, kind }) => ({ x: end - NAME_GAP, y: y2 + thick / 2, number, kind })),
      },
      mark: { type: 'text', align: 'right', baseline: 'middle', aria: false },
      encoding: { ...pixels, text: { field: 'number' }, color: { value: INK } },
    },
  ];
}

function placeLayers(
  places: readonly Place[],
  { edge, align, head }: { readonly edge: number; readonly align: 'left' | 'right'; readonly head: string },
): Layer[] {
  const away = align === 'right' ? -1 : 1;
  const lines = places.flatMap(({ y, thick, lines }) =>
    lines.map((text, i) => ({
      x: edge + away * NAME_GAP,
      y: y + thick / 2 + (i - (lines.length - 1) / 2) * LINE_HEIGHT,
      text,
    })),
  );
  const letters = lettersIn(SIDE_ROOM, LABEL_SIZE, 'bold');
  const text = (values: readonly object[], mark: object): Layer => ({
    data: { values },
    mark: { type: 'text', align, baseline: 'middle', aria: false, ...mark },
    encoding: { ...pixels, text: { field: 'text' } },
  });
  return [
    {
      data: { values: places.map(({ y, thick }) => ({ y, bottom: y + Math.max(1, thick) })) },
      mark: { type: 'rect', color: INK, aria: false },
      encoding: {
        x: { value: align === 'right' ? edge : edge - NODE_WIDTH },
        x2: { value: align === 'right' ? edge + NODE_WIDTH : edge },
        y: pixel('y'),
        y2: { field: 'bottom' },
      },
    },
    text(lines, {}),
    text([{ x: edge + away * NAME_GAP, y: LINE_HEIGHT / 2 - 4, text: clip(drawable(head), letters) }], {
      fontWeight: 600,
      color: QUIET,
    }),
  ];
}
