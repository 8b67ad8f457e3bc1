import { methodNames } from '../../models/forecast/method-names.ts';
import type { Interval } from '../../models/forecast/types.ts';
import { count, day, say, type Words } from '../../words/say.ts';
import type { Row, Table } from '../reply.ts';
import { kindOf, type Slicing } from '../runs/series.ts';
import type { KeptSlice, SlicesAsk } from '../runs/slices.ts';
import { enoughOf, signed, widthOf } from './band.ts';
import { metrics, sliceName, slicings } from './metric.ts';

export type SlicedAsk = SlicesAsk & { readonly by: Slicing };

/** A slice as it is told, and what is expected of it; null where that cannot be said. */
export type ToldSlice = { readonly slice: KeptSlice; readonly label: Words; readonly interval: Interval | null };

/** Whether the question is how much of a product to have. */
export function isStock({ by, metric }: SlicedAsk): boolean {
  return by === 'product' && metric === 'units';
}

/** What fits a phone: what is expected, and how surely, or how much of it is enough. */
export function firstColumns(rows: readonly ToldSlice[], ask: SlicedAsk): Table {
  const { unit, adds } = metrics[ask.metric];
  return {
    kind: 'table',
    columns: [
      { title: slicings[kindOf(ask.by)].one, unit: 'text' },
      { title: adds ? say`Expected` : say`Expected, next week`, unit },
      ...(isStock(ask)
        ? [{ title: say`Enough 9 times in 10`, unit }]
        : [
            { title: say`Low 80%`, unit },
            { title: say`High 80%`, unit },
          ]),
    ],
    rows: rows.map(
      ({ label, interval }): Row => [
        label,
        interval?.expected ?? null,
        ...(isStock(ask) ? [interval && enoughOf(interval)] : [interval?.low80 ?? null, interval?.high80 ?? null]),
      ],
    ),
  };
}

/** The same with what came before, the width of the band, and the method. */
export function allColumns(rows: readonly ToldSlice[], ask: SlicedAsk): Table {
  const { unit, adds } = metrics[ask.metric];
  return {
    kind: 'table',
    columns: [
      { title: slicings[kindOf(ask.by)].one, unit: 'text' },
      { title: adds ? say`Last ${count(ask.horizon)} days` : say`A week until now`, unit },
      { title: adds ? say`Expected` : say`Expected, next week`, unit },
      { title: say`Low 80%`, unit },
      { title: say`High 80%`, unit },
      ...(isStock(ask) ? [{ title: say`Enough 9 times in 10`, unit }] : []),
      { title: say`Change`, unit: 'change' },
      { title: say`80% band`, unit: 'text' },
      { title: say`Method`, unit: 'text' },
    ],
    rows: rows.map(({ slice, label, interval }): Row => {
      const width = interval && widthOf(interval);
      return [
        label,
        slice.past,
        interval?.expected ?? null,
        interval?.low80 ?? null,
        interval?.high80 ?? null,
        ...(isStock(ask) ? [interval && enoughOf(interval)] : []),
        interval && slice.past ? interval.expected / slice.past - 1 : null,
        width ? say`${signed(width.below)} to ${signed(width.above)}` : null,
        'lacks' in slice.ahead ? say`too little history` : methodOf(slice.ahead.method),
      ];
    }),
  };
}

function methodOf(method: Exclude<KeptSlice['ahead'], { readonly lacks: Words }>['method']): Words {
  return method === null ? say`weekly pool` : methodNames[method];
}

/** Every slice with all its whole weeks. */
export function weeksOfAll(slices: readonly KeptSlice[], ask: SlicedAsk): Table {
  const { unit } = metrics[ask.metric];
  const by = kindOf(ask.by);
  return {
    kind: 'table',
    columns: [
      { title: slicings[by].one, unit: 'text' },
      { title: say`Week from`, unit: 'day' },
      { title: say`Expected`, unit },
      { title: say`Low 80%`, unit },
      { title: say`High 80%`, unit },
      { title: say`Low 95%`, unit },
      { title: say`High 95%`, unit },
    ],
    rows: slices.flatMap(({ name, ahead }) =>
      'lacks' in ahead
        ? []
        : ahead.weekly.map(
            ({ firstDay, expected, low80, high80, low95, high95 }): Row => [
              sliceName(by, name),
              day(firstDay),
              expected,
              low80,
              high80,
              low95,
              high95,
            ],
          ),
    ),
  };
}
