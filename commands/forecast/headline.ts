import type { Day } from '../../data/types/shop.ts';
import { addDays } from '../../models/days.ts';
import { methodNames } from '../../models/forecast/method-names.ts';
import type { Interval } from '../../models/forecast/types.ts';
import type { Unit } from '../../words/quantity.ts';
import { count, period, say, type Words } from '../../words/say.ts';
import type { Bands } from '../forecast-chart.ts';
import type { Fact } from '../reply.ts';
import type { Cut } from '../runs/cut.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import type { RunOf } from '../runs/keep.ts';
import type { History, Subject } from '../runs/series.ts';
import { enoughOf, signed, widthOf } from './band.ts';
import { metrics } from './metric.ts';
import { pastSum } from './periods.ts';
import { useByFact } from './use-by.ts';

const WEEK = 7;
const A_YEAR = 364;
/** A peak stands out from the mean of the periods shown by this share at least: one of equals is none. */
const STANDS_OUT = 0.02;

/** What is expected, and how wide its band is: computed from that band. */
export function expectationFacts(
  { expected, low80, high80 }: Interval,
  { label, unit, receipt }: { readonly label: Words; readonly unit: Unit; readonly receipt: string },
): Fact[] {
  const width = widthOf({ expected, low80, high80 });
  const facts: Fact[] = [{ label, value: expected, unit, low: low80, high: high80, receipt }];
  if (width)
    facts.push({
      label: say`80% band`,
      value: say`${signed(width.below)} to ${signed(width.above)} of that`,
      unit: 'text',
    });
  return facts;
}

/** The largest of the periods shown, where it stands out. */
export function peakFact({ points }: Bands, { days, unit }: { readonly days: number; readonly unit: Unit }): Fact[] {
  const mean = points.reduce((sum, { expected }) => sum + expected, 0) / points.length;
  const [peak] = points.toSorted((a, b) => b.expected - a.expected);
  if (!peak || peak.expected <= (1 + STANDS_OUT) * mean) return [];
  const when = period(peak.day, addDays(peak.day, days - 1));
  return [{ label: say`Peak, ${when}`, value: peak.expected, unit, low: peak.low80, high: peak.high80 }];
}

/** The answer in a few lines: what is expected, against what was, at most, by which method, and what it is good for. */
export function headlineFacts(
  { id, result }: RunOf<KeptForecast>,
  {
    cut,
    subject,
    history,
    bands,
    byWeek,
    label,
  }: {
    readonly cut: Cut;
    readonly subject: Subject;
    readonly history: History;
    readonly bands: Bands;
    readonly byWeek: boolean;
    readonly label: Words;
  },
): Fact[] {
  const { total, method, daily } = result;
  const { unit, adds } = metrics[subject.metric];
  const horizon = daily.expected.length;
  const against = (label: Words, from: Day): Fact[] => {
    const past = pastSum(history, { from, days: horizon });
    return past === null ? [] : [{ label, value: total.expected / past - 1, unit: 'change' }];
  };
  const ofTheWhole: Fact[] = [
    { label: say`A day on average`, value: total.expected / horizon, unit },
    ...against(say`Against the ${count(horizon)} days before`, addDays(cut.before, -horizon)),
    ...(horizon <= A_YEAR ? against(say`Against the same days last year`, addDays(cut.before, -A_YEAR)) : []),
  ];
  const isStock = subject.metric === 'units' && subject.slice?.by === 'product';
  return [
    ...expectationFacts(adds ? total : bands.points[0]!, { label, unit, receipt: id }),
    ...(adds ? ofTheWhole : []),
    ...peakFact(bands, { days: byWeek ? WEEK : 1, unit }),
    { label: say`Method`, value: methodNames[method], unit: 'text' },
    ...(isStock ? [{ label: say`Enough 9 times in 10`, value: enoughOf(total), unit }] : []),
    useByFact(result, cut),
  ];
}
