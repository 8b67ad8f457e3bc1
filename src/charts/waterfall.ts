import { say } from '../../words/say.ts';
import { type Reader, tell } from '../../words/tell.ts';
import { formatValue } from '../text.ts';
import type { WaterfallChart } from '../told.ts';
import type { Drawing, Layer } from './frame.ts';
import { rowNames, rowNamesRoom } from './labels.ts';
import { BLUE, INNER_WIDTH, LINE_HEIGHT, ORANGE, QUIET, roomFor } from './look.ts';
import { brief, difference, figure } from './numbers.ts';
import { andMore, tooltip } from './said.ts';
import { drawable, wrapApart } from './words.ts';

/** More than this no phone can show; the rest is counted below. */
const MOST_STEPS = 16;
const LABEL_LETTERS = 22;
const LABEL_LINES = 3;
const ROW_HEIGHT = 52;
const GAP = 10;
/** Sums are cut short when the changes would otherwise be slivers: smaller than this share of them. */
const SLIVER = 0.3;

type Step = WaterfallChart['steps'][number];

/** Steps below each other, each bar beginning where the one above ended; names in full at the left. */
export function waterfallDrawing({ steps, unit }: WaterfallChart, reader: Reader): Drawing {
  const shown = steps.slice(0, MOST_STEPS);
  const names = wrapApart(
    shown.map(({ label }) => label),
    { letters: LABEL_LETTERS, lines: LABEL_LINES },
  );
  const spans = spansOf(shown);
  const base = baseOf(spans);
  const rows = spans.map(({ step, from, to }, row) => ({
    row,
    next: Math.min(row + 1, spans.length - 1),
    from: step.kind === 'change' ? from : base,
    to,
    end: Math.max(from, to),
    kind: step.kind !== 'change' ? 'sum' : step.value < 0 ? 'less' : 'more',
    text: (step.kind === 'change' ? difference : figure)(step.value, unit, reader),
    Step: drawable(step.label),
    Value: formatValue(step.value, unit, reader.shop),
  }));
  const rowHeight = Math.max(ROW_HEIGHT, Math.max(0, ...names.map(({ length }) => length)) * LINE_HEIGHT + GAP);
  const width = INNER_WIDTH - rowNamesRoom(names);
  const domain = domainOf(rows, { base, width });
  const y = {
    field: 'row',
    type: 'ordinal',
    scale: { domain: rows.map(({ row }) => row), paddingInner: 0.32, paddingOuter: 0.1 },
    axis: null,
  };
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { domain, nice: false, zero: false },
    axis: null,
    stack: null,
  });
  const layer: Layer[] = [
    {
      data: { values: rows.slice(0, -1) },
      mark: { type: 'rule', color: QUIET, strokeWidth: 1, aria: false },
      encoding: { x: x('to'), y: { ...y, bandPosition: 1 }, y2: { field: 'next', bandPosition: 0 } },
    },
    {
      data: { values: rows },
      mark: { type: 'bar', aria: false },
      encoding: {
        y,
        x: x('from'),
        x2: { field: 'to' },
        color: {
          field: 'kind',
          type: 'nominal',
          scale: { domain: ['sum', 'more', 'less'], range: [QUIET, BLUE, ORANGE] },
          legend: null,
        },
        tooltip: tooltip(['Step', 'Value'], reader),
      },
    },
    {
      data: { values: rows },
      mark: { type: 'text', align: 'left', dx: 9, baseline: 'middle', aria: false },
      encoding: { y, x: x('end'), text: { field: 'text' } },
    },
    ...(base === 0
      ? []
      : [
          cut(
            rows.filter(({ kind }) => kind === 'sum'),
            { x: x('from'), y },
          ),
        ]),
    {
      data: { values: [{ base }] },
      mark: { type: 'rule', color: QUIET, strokeWidth: 1, aria: false },
      encoding: { x: x('base') },
    },
    ...rowNames(names, y),
  ];
  return {
    layer,
    plot: { width, height: rows.length * rowHeight },
    legend: [base === 0 ? '' : tell(say`grey bars start at ${brief(base, unit, reader)}`, reader)],
    below: andMore(steps.length - shown.length, reader),
  };
}

/** Two white strokes across a bar that does not start at zero. */
function cut(rows: readonly object[], place: object): Layer {
  return {
    data: { values: rows },
    mark: { type: 'text', text: '//', color: '#ffffff', fontSize: 34, dx: 26, baseline: 'middle', aria: false },
    encoding: place,
  };
}

/** Each step with the sum before and after it. */
function spansOf(steps: readonly Step[]) {
  let sum = 0;
  return steps.map((step) => {
    const from = step.kind === 'change' ? sum : 0;
    sum = step.kind === 'change' ? sum + step.value : step.value;
    return { step, from, to: sum };
  });
}

/** Zero, unless all that happens is far away from it. */
function baseOf(spans: ReturnType<typeof spansOf>): number {
  const levels = spans.map(({ to }) => to);
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  if (spans.length < 2 || least <= 0 || most - least >= SLIVER * most) return 0;
  const room = most - least;
  const round = 10 ** Math.floor(Math.log10(room || most));
  return Math.max(0, Math.floor((least - room) / round) * round);
}

function domainOf(
  rows: readonly { readonly from: number; readonly to: number; readonly text: string }[],
  { base, width }: { readonly base: number; readonly width: number },
): [number, number] {
  const ends = rows.flatMap(({ from, to }) => [from, to]);
  const [least, most] = [Math.min(base, ...ends), Math.max(base, ...ends)];
  const room = Math.max(0, ...rows.map(({ text }) => roomFor(text))) + GAP;
  const perPixel = (most - least || 1) / Math.max(width / 4, width - room);
  return [least, most + room * perPixel];
}
