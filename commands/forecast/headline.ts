import type { Day } from '../../data/types/shop.ts';
import { addDays } from '../../models/days.ts';
import { methodNames } from '../../models/forecast/method-names.ts';
import type { ForecastMethod, Interval } from '../../models/forecast/types.ts';
import type { Unit } from '../../words/quantity.ts';
import { count, period, say, share, type Words } from '../../words/say.ts';
import type { Bands } from '../forecast-chart.ts';
import type { Fact } from '../reply.ts';
import { enoughOf, signed, widthOf } from './band.ts';
import type { Look } from './look.ts';
import { pastSum } from './periods.ts';
import { useByFact } from './use-by.ts';

const WEEK = 7;
const A_YEAR = 364;
/** A peak stands out from the mean of the periods shown by this share at least: one of equals is none. */
const STANDS_OUT = 0.02;

/** What is expected, with its band. */
export function expectationFact(
  { expected, low80, high80 }: Interval,
  { label, unit, receipt }: { readonly label: Words; readonly unit: Unit; readonly receipt: string },
): Fact {
  return { label, value: expected, unit, low: low80, high: high80, receipt };
}

/** How wide that band is: computed from it. */
export function widthFact(interval: Interval): Fact[] {
  const width = widthOf(interval);
  return width
    ? [{ label: say`80% band`, value: say`${signed(width.below)} to ${signed(width.above)} of that`, unit: 'text' }]
    : [];
}

/** The largest of the periods shown, where it stands out. */
export function peakFact({ points }: Bands, { days, unit }: { readonly days: number; readonly unit: Unit }): Fact[] {
  const mean = points.reduce((sum, { expected }) => sum + expected, 0) / points.length;
  const [peak] = points.toSorted((a, b) => b.expected - a.expected);
  if (!peak || peak.expected <= (1 + STANDS_OUT) * mean) return [];
  const when = period(peak.day, addDays(peak.day, days - 1));
  return [{ label: say`Peak, ${when}`, value: peak.expected, unit, low: peak.low80, high: peak.high80 }];
}

/** The answer in a few lines: what is expected, against what was, how far such forecasts were off, what it is good for. */
export function firstFacts(look: Look): Fact[] {
  const { run, cut } = look;
  return [
    headline(look),
    ...againstThePast(look).slice(0, 1),
    // The combination is the usual thing; another is named at once.
    ...(run.result.method === 'combination' ? [] : [methodFact(look)]),
    ...missedBy(look),
    ...enough(look),
    useByFact(run.result, cut),
  ];
}

/** The same with every other figure of the whole. */
export function allFacts(look: Look): Fact[] {
  const { run, cut, words, bands, byWeek } = look;
  const { total, daily } = run.result;
  const mean = { label: say`A day on average`, value: total.expected / daily.expected.length, unit: words.unit };
  return [
    headline(look),
    ...widthFact(whole(look)),
    ...(words.adds ? [mean] : []),
    ...againstThePast(look),
    ...peakFact(bands, { days: byWeek ? WEEK : 1, unit: words.unit }),
    methodFact(look),
    ...missedBy(look),
    ...enough(look),
    useByFact(run.result, cut),
  ];
}

/** Of the whole horizon; of what does not add up, its first day. */
function whole({ run, words, bands }: Look): Interval {
  return words.adds ? run.result.total : bands.points[0]!;
}

/** What is expected of the whole, with its receipt. */
export function headline(look: Look): Fact {
  const { run, name, when, words } = look;
  return expectationFact(whole(look), { label: say`${name}, ${when}`, unit: words.unit, receipt: run.id });
}

function methodFact({ run }: Look): Fact {
  return { label: say`Method`, value: methodNames[run.result.method], unit: 'text' };
}

/** The same days a year ago say more than the last ones: the season is in both. */
function againstThePast({ run, cut, words, history }: Look): Fact[] {
  if (!words.adds) return [];
  const { total, daily } = run.result;
  const horizon = daily.expected.length;
  const against = (label: Words, from: Day): Fact[] => {
    const past = pastSum(history, { from, days: horizon });
    return past === null ? [] : [{ label, value: total.expected / past - 1, unit: 'change' }];
  };
  return [
    ...(horizon <= A_YEAR ? against(say`Against the same days last year`, addDays(cut.before, -A_YEAR)) : []),
    ...against(say`Against the ${count(horizon)} days before`, addDays(cut.before, -horizon)),
  ];
}

/** How far off it was on the past, beside the yardstick. */
function missedBy({ run, words }: Look): Fact[] {
  const { method, backtest } = run.result;
  const errorOf = (of: ForecastMethod) => {
    const score = backtest.scores.find((each) => each.method === of);
    return (words.adds ? score?.weekWape : score?.wape) ?? null;
  };
  const naive = method === 'seasonal-naive' ? null : errorOf('seasonal-naive');
  return missedFact(words.adds ? say`Week totals were off by` : say`Days were off by`, { own: errorOf(method), naive });
}

/** An error beside that of the yardstick, as shares; null where none was measured. */
export function missedFact(
  label: Words,
  { own, naive }: { readonly own: number | null; readonly naive: number | null },
): Fact[] {
  if (own === null) return [];
  return naive === null
    ? [{ label, value: own, unit: 'share' }]
    : [{ label, value: say`${share(own)} (repeating last week: ${share(naive)})`, unit: 'text' }];
}

/** For the stock of a product. */
function enough({ run, subject, words: { unit } }: Look): Fact[] {
  const isStock = subject.metric === 'units' && subject.slice?.by === 'product';
  return isStock ? [{ label: say`Enough 9 times in 10`, value: enoughOf(run.result.total), unit }] : [];
}
