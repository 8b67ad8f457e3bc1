import type { Day } from '../../data/types/shop.ts';
import { addDays } from '../../models/days.ts';
import { day, period, type Quantity, type Said, say } from '../../words/say.ts';
import type { Bands } from '../forecast-chart.ts';
import type { Row } from '../reply.ts';
import type { Cut } from '../runs/cut.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import type { RunOf } from '../runs/keep.ts';
import { type History, kindOf, type Subject } from '../runs/series.ts';
import { type MetricWords, metrics, sliceName } from './metric.ts';
import { dayBands, daysOutsideWeeks, isWeekly, weekBands } from './periods.ts';

/** What one may be shown of a forecast: what a plan needs first, or all there is behind it. */
export const views = ['forecast', 'figures', 'components'] as const;
export type View = (typeof views)[number];

export type Answered = {
  readonly cut: Cut;
  readonly subject: Subject;
  readonly history: History;
  readonly asOf: Day | undefined;
  /** The arguments, to ask the same again. */
  readonly again: Readonly<Record<string, unknown>>;
  /** "the next 8 weeks". */
  readonly ahead: Said;
  readonly csv: boolean;
  readonly show: View;
};

/** A forecast of one daily series, with what each way of showing it needs. */
export type Look = Answered & {
  readonly run: RunOf<KeptForecast>;
  /** "Net revenue of Shopee". */
  readonly name: Said;
  readonly words: MetricWords;
  /** Of weeks, where there are enough of them and days add up. */
  readonly bands: Bands;
  readonly byWeek: boolean;
  /** The days outside those weeks, as a row. */
  readonly outside: Row | null;
  /** The whole horizon, or its first day for what does not add up. */
  readonly when: Quantity;
};

export function lookAt(run: RunOf<KeptForecast>, answered: Answered): Look {
  const { result } = run;
  const { cut, subject } = answered;
  const words = metrics[subject.metric];
  const byWeek = words.adds && isWeekly(result);
  const last = addDays(cut.before, result.daily.expected.length - 1);
  return {
    ...answered,
    run,
    name: subject.slice ? say`${words.name} of ${sliceName(kindOf(subject.slice.by), subject.slice.name)}` : words.name,
    words,
    bands: byWeek ? weekBands(result) : dayBands(result),
    byWeek,
    outside: byWeek ? daysOutsideWeeks(result) : null,
    when: words.adds ? period(cut.before, last) : day(cut.before),
  };
}
