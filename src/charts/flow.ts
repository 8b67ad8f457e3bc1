import { say } from '../../words/say.ts';
import { type Reader, tell } from '../../words/tell.ts';
import { clip, formatValue } from '../text.ts';
import type { FlowChart } from '../told.ts';
import type { Drawing, Layer } from './frame.ts';
import { INNER_WIDTH, LABEL_SIZE, LINE_HEIGHT, lettersIn, ORANGE, QUIET } from './look.ts';
import { figure } from './numbers.ts';
import { curve, pixel, pixels } from './pixels.ts';
import { notDrawn, tooltip } from './said.ts';
import { drawable, NO_BREAK, wrap } from './words.ts';

const MOST_PLACES = 12;
/** Names stand outside, in up to two lines. */
const SIDE_ROOM = 215;
const LABEL_LINES = 3;
const SLOT_GAP = 10;
const HEAD_ROOM = 30;
const NODE_WIDTH = 12;
const NAME_GAP = 10;
/** All of a side together, in pixels. */
const FULL_HEIGHT = 380;
/** A band this thick holds a number. */
const NUMBER_HEIGHT = 24;
/** In the order they are drawn: what matters most comes last. */
const KINDS = {
  stayed: { colour: '#c3ccd5', word: say`grey: stayed` },
  moved: { colour: '#7fa8cc', word: say`blue: moved` },
  lost: { colour: ORANGE, word: say`orange: losses` },
} as const;

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
export function flowDrawing(chart: FlowChart, reader: Reader): Drawing {
  const from = chart.from.slice(0, MOST_PLACES);
  const to = chart.to.slice(0, MOST_PLACES);
  const flows = chart.flows.filter((flow) => flow.value > 0 && flow.from in from && flow.to in to);
  const total = flows.reduce((sum, { value }) => sum + value, 0) || 1;
  const scale = { perUnit: FULL_HEIGHT / total, written: (value: number) => figure(value, chart.unit, reader) };
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
    kind: kindOf(band.flow, from, to),
    number: scale.written(band.flow.value),
    From: drawable(from[band.flow.from]!),
    To: drawable(to[band.flow.to]!),
    Value: formatValue(band.flow.value, chart.unit, reader.shop),
  }));
  const dropped = chart.from.length - from.length + (chart.to.length - to.length);
  return {
    layer: [
      ...bandLayers(rows, tooltip(['From', 'To', 'Value'], reader)),
      ...placeLayers(left, { edge: SIDE_ROOM, align: 'right', head: chart.left }),
      ...placeLayers(right, { edge: INNER_WIDTH - SIDE_ROOM, align: 'left', head: chart.right }),
    ],
    plot: { width: INNER_WIDTH, height },
    legend: [...wordsFor(rows, reader), notDrawn(dropped, reader)],
  };
}

type Kind = keyof typeof KINDS;

function kindOf({ from, to, loss }: Flow, left: readonly string[], right: readonly string[]): Kind {
  if (loss) return 'lost';
  return left[from] === right[to] ? 'stayed' : 'moved';
}

/** Says the colours, where there are two. */
function wordsFor(rows: readonly { readonly kind: Kind }[], reader: Reader): string[] {
  const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => rows.some((row) => row.kind === kind));
  return kinds.length > 1 ? kinds.map((kind) => tell(KINDS[kind].word, reader)) : [];
}

/** The places of a side below each other, each with room for its name. */
function stack(
  names: readonly string[],
  flows: readonly Flow[],
  side: 'from' | 'to',
  { perUnit, written }: { readonly perUnit: number; readonly written: (value: number) => string },
): Place[] {
  const letters = lettersIn(SIDE_ROOM - NAME_GAP, LABEL_SIZE);
  let top = HEAD_ROOM;
  return names.map((name, index) => {
    const value = flows.reduce((sum, flow) => sum + (flow[side] === index ? flow.value : 0), 0);
    const number = written(value).replaceAll(' ', NO_BREAK);
    // The number is kept, whatever the name.
    const kept = clip(drawable(name), letters * LABEL_LINES - 2 * number.length);
    const lines = wrap(`${kept} ${number}`, { letters, lines: LABEL_LINES });
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

type Row = Band & { readonly band: number; readonly kind: Kind; readonly number: string };

function bandLayers(rows: readonly Row[], told: readonly object[]): Layer[] {
  const [start, end] = [SIDE_ROOM + NODE_WIDTH, INNER_WIDTH - SIDE_ROOM - NODE_WIDTH];
  const points = ({ y, y2, thick, flow, ...row }: Row) =>
    curve({ x: start, y, x2: end, y2 }).map((point) => ({ ...row, x: point.x, top: point.y, bottom: point.y + thick }));
  return [
    ...(Object.keys(KINDS) as Kind[]).map((kind) => ({
      data: { values: rows.filter((row) => row.kind === kind).flatMap(points) },
      mark: { type: 'area', interpolate: 'monotone', fillOpacity: 0.62, color: KINDS[kind].colour, aria: false },
      encoding: {
        x: pixel('x'),
        y: pixel('top'),
        y2: { field: 'bottom' },
        detail: { field: 'band', type: 'nominal' },
        tooltip: told,
      },
    })),
    {
      data: {
        values: rows
          .filter(({ thick }) => thick >= NUMBER_HEIGHT)
          .map(({ y2, thick, number }) => ({ x: end - NAME_GAP, y: y2 + thick / 2, number })),
      },
      mark: { type: 'text', align: 'right', baseline: 'middle', aria: false },
      encoding: { ...pixels, text: { field: 'number' } },
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
      mark: { type: 'rect', color: QUIET, aria: false },
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
