import { z } from 'zod';
import type { Metric } from '../../data/types/series.ts';
import { listed, named, say } from '../../words/say.ts';
import { type Context, defineCommand } from '../command.ts';
import { choice, day, text, wholeNumber } from '../inputs.ts';
import { standingAsk } from '../models/champion.ts';
import { nearest } from '../nearest.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { type Cut, readCut, readCutAsKnown, requireFresh } from '../runs/cut.ts';
import { type ForecastAsk, subjectRun } from '../runs/forecast.ts';
import { freeze } from '../runs/freeze.ts';
import { freezeSeries } from '../runs/freeze-series.ts';
import type { RunOf } from '../runs/keep.ts';
import { segmentsRun } from '../runs/segments.ts';
import { kindOf, readHistory, type Slicing, type SlicingKind, type Subject } from '../runs/series.ts';
import { type KeptSlices, type SlicesAsk, slicesRun } from '../runs/slices.ts';
import { peopleOf } from '../segments/people.ts';
import { answerOf } from './answer.ts';
import { horizonOf, horizonWords, LONGEST_DAYS, requireReach } from './horizon.ts';
import { requireLikelyLevel } from './level.ts';
import { views } from './look.ts';
import { keptName, metrics, sliceName, slicings } from './metric.ts';
import { slicesAnswer } from './slices-answer.ts';
import { weeklyAnswer } from './weekly-answer.ts';
import { readAssumption } from './what-if.ts';
import { whatIfAnswer } from './what-if-answer.ts';

const MOST_SLICES = 100;
const USUAL_SLICES = 10;

const methods = { auto: 'auto', naive: 'seasonal-naive', ets: 'ets', mstl: 'mstl', prophet: 'prophet' } as const;

const input = z.strictObject({
  weeks: wholeNumber({ from: 1, to: 52, says: say`how many weeks ahead` }).optional(),
  days: wholeNumber({ from: 1, to: LONGEST_DAYS, says: say`how many days ahead, instead of weeks` }).optional(),
  metric: choice(['revenue', 'orders', 'units', 'customers', 'order-value'], say`what to forecast`).default('revenue'),
  by: choice(
    ['channel', 'category', 'product', 'campaign', 'campaign-kind', 'segment', 'place'],
    say`the largest slices side by side`,
  ).optional(),
  only: text(say`one slice, by its name, with by:`, { names: 'slice' }).optional(),
  top: wholeNumber({ from: 1, to: MOST_SLICES, says: say`how many slices` }).default(USUAL_SLICES),
  promotion: text(say`what if: a campaign and on, off or its days`).optional(),
  growth: text(say`what if: so many percent more or less`).optional(),
  closed: text(say`what if: days without trade`).optional(),
  method: choice(
    ['auto', 'naive', 'ets', 'mstl', 'prophet'],
    say`all weighted by their past errors, or one of your choice`,
  ).default('auto'),
  'as-of': day(say`what could be said before this past day`).optional(),
  since: day(say`learn from this day on only`).optional(),
  'before-gap': choice(['left-out', 'used'], say`what was sold before a gap of months in the data`).default('left-out'),
  show: choice(views, say`figures: every figure of it; components: weekdays, season, events and methods`).default(
    'forecast',
  ),
  csv: choice(['yes', 'no'], say`add the forecast as a file`).default('no'),
  anyway: choice(['yes', 'no'], say`answer what looks wrong`).default('no').meta({ hidden: true }),
});
type Input = z.output<typeof input>;

export const forecast = defineCommand({
  name: 'forecast',
  summary: say`What is expected in the coming days and weeks, with a range`,
  examples: [
    'forecast',
    'forecast weeks:8',
    'forecast days:14 method:prophet',
    'forecast by:product metric:units',
    'forecast weeks:4 growth:+10',
  ],
  needs: 'viewer',
  input,

  async run(asked, context) {
    const { 'as-of': asOf, by, only, metric } = asked;
    if (only !== undefined && by === undefined) {
      throw new Refusal(
        say`Which kind of slice is "${only}"?`,
        say`Say by:, for example /forecast by:channel only:"${only}".`,
      );
    }
    const cut = asOf === undefined ? await readCut(context) : await readCutAsKnown(context, asOf);
    if (asOf === undefined) requireFresh(cut, context, '/forecast', 'look ahead');
    const horizon = horizonOf(asked, cut);
    const slicing = by === undefined ? null : await slicingOf(context, by, asOf);
    const given = { context, cut, horizon, slicing };
    if (slicing !== null && only === undefined) return sideBySide(asked, slicing, given);
    if (!metrics[metric].adds && asked.days === undefined) {
      return byTheWeek(asked, given);
    }
    return oneSeries(asked, given);
  },
});

type Given = {
  readonly context: Context;
  readonly cut: Cut;
  readonly horizon: number;
  readonly slicing: Slicing | null;
};

/** Segments are those of the data as it stands, or stood before a past day: not of what was known of it then. */
async function slicingOf(context: Context, by: SlicingKind, asOf: string | undefined): Promise<Slicing> {
  if (by !== 'segment') return by;
  const cut = await readCut(context, asOf);
  return peopleOf(context, await segmentsRun(context, cut), cut.before);
}

/** The forecast of the whole shop, or of one slice, by the day. */
async function oneSeries(asked: Input, { context, cut, horizon, slicing }: Given): Promise<Reply> {
  const { metric, only, 'as-of': asOf, since = null, 'before-gap': beforeGap } = asked;
  const wanted = {
    metric,
    slice: slicing && only !== undefined ? { by: slicing, name: keptName(slicing, only) } : null,
    since,
  };
  const history = await readHistory(context, cut, wanted);
  if (history === null) throw await noSuchSlice(context, cut, slicing!, only!);
  // However it was typed, it is one and the same run.
  const subject: Subject = { ...wanted, slice: wanted.slice && { ...wanted.slice, name: history.name } };
  // What was chosen by hand, looks back, or is a part of the shop, is not what we say of the coming weeks.
  const isWhole = metric === 'revenue' && subject.slice === null && since === null;
  const isUsual = asOf === undefined && asked.method === 'auto' && beforeGap === 'left-out';
  const isOurs = isWhole && isUsual;
  const how = isOurs ? standingAsk(context, cut) : { method: methods[asked.method] };
  const ask = {
    horizon,
    subject,
    ...how,
    ...(beforeGap === 'used' && { beforeHole: beforeGap }),
  } satisfies ForecastAsk;
  const again = againOf(asked);
  await requireReach(context, cut, ask, again);
  const answered = {
    cut,
    subject,
    history,
    asOf,
    again,
    ahead: horizonWords(asked),
    csv: asked.csv === 'yes',
    show: asked.show,
  };
  const assumption = await readAssumption(context, cut, asked, horizon);
  if (assumption !== null) {
    const [given, otherwise] = await Promise.all([
      subjectRun(context, cut, { ...ask, whatIf: assumption.given }),
      subjectRun(context, cut, { ...ask, whatIf: assumption.otherwise }),
    ]);
    return whatIfAnswer(given, otherwise, {
      ...answered,
      words: assumption.words,
      promotion: assumption.given.promotion?.name ?? null,
    });
  }
  const run = await subjectRun(context, cut, ask);
  if (run.result.learnedAfter) await requireReach(context, cut, ask, again, run.result.historyDays);
  if (asked.anyway === 'no') requireLikelyLevel(run.result, { history, metric, again });
  if (context.shared && isOurs) {
    freeze(context, run, await context.facts.revenue.daily({ before: cut.before }));
  }
  const isOther = !isWhole && since === null && isUsual && metrics[metric].adds;
  if (context.shared && isOther) {
    const slices = [{ name: history.name, weekly: run.result.weekly }];
    await freezeSeries(context, cut, { run: run.id, metric, by: slicing, slices });
  }
  return answerOf(run, answered);
}

async function sideBySide(asked: Input, by: Slicing, { context, cut, horizon }: Given): Promise<Reply> {
  const { metric, top, 'as-of': asOf } = asked;
  if (asked.promotion ?? asked.growth ?? asked.closed ?? asked.since) {
    throw new Refusal(
      say`What-if and since: are for one series at a time`,
      say`Name one slice: /forecast by:${named(kindOf(by))} only:"…", or leave by: away.`,
    );
  }
  const whole = { metric: 'revenue', slice: null, since: null } as const;
  await requireReach(context, cut, { horizon, method: 'auto', subject: whole }, againOf(asked));
  const ask = { metric, by, most: top, horizon };
  const run = await slicesRun(context, cut, ask);
  if (run.result.slices.every(({ name }) => name === null)) {
    throw new Refusal(
      slicings[kindOf(by)].nobodyTells,
      say`Import a file that has such a column, then ask again. The whole shop: /forecast metric:${named(metric)}`,
      [{ label: say`The whole shop`, style: 'primary', ask: { name: 'forecast', input: { metric } } }],
    );
  }
  if (context.shared && asOf === undefined) await freezeSlices(context, cut, run, ask);
  return slicesAnswer(run, {
    cut,
    ask,
    asOf,
    again: againOf(asked),
    ahead: horizonWords(asked),
    csv: asked.csv === 'yes',
    show: asked.show,
  });
}

async function byTheWeek(asked: Input, { context, cut, horizon, slicing }: Given): Promise<Reply> {
  const { metric, only, since, 'as-of': asOf } = asked;
  if (asked.promotion ?? asked.growth ?? asked.closed ?? since) {
    throw new Refusal(
      say`${metrics[metric].name} by the week knows no what-if and no since:`,
      say`Ask by the day, for example /forecast metric:${named(metric)} days:14 growth:+10`,
    );
  }
  const slice = slicing && only !== undefined ? { by: slicing, name: keptName(slicing, only) } : null;
  const history = await readHistory(context, cut, { metric, slice, since: null }, 'week');
  if (history === null && slice) throw await noSuchSlice(context, cut, slice.by, slice.name);
  if (history === null) {
    throw new Refusal(say`There is no whole week yet`, say`Ask again when a week from Monday to Sunday is over.`);
  }
  const ask = { metric, by: slice?.by ?? null, only: slice && history.name, most: 1, horizon };
  const run = await slicesRun(context, cut, ask);
  if (context.shared && asOf === undefined) await freezeSlices(context, cut, run, ask);
  return weeklyAnswer(run, {
    cut,
    ask,
    history,
    asOf,
    again: againOf(asked),
    ahead: horizonWords(asked),
    csv: asked.csv === 'yes',
    show: asked.show,
  });
}

async function freezeSlices(
  context: Context,
  cut: Cut,
  run: RunOf<KeptSlices>,
  { metric, by }: SlicesAsk,
): Promise<void> {
  const slices = run.result.slices.flatMap(({ name, ahead }) =>
    'lacks' in ahead ? [] : [{ name, weekly: ahead.weekly }],
  );
  await freezeSeries(context, cut, { run: run.id, metric, by, slices });
}

async function noSuchSlice({ facts }: Context, { before }: Cut, by: Slicing, only: string): Promise<Refusal> {
  const { slices } = await facts.series({ metric: 'revenue', by, period: 'day', before, most: MOST_SLICES });
  const names = slices.flatMap(({ name }) => (name === null ? [] : [name]));
  const near = nearest(only, names);
  return new Refusal(
    slicings[kindOf(by)].unknown(only),
    near
      ? say`Did you mean "${sliceName(kindOf(by), near)}"?`
      : say`The largest are: ${listed(names.slice(0, 10).map((name) => sliceName(kindOf(by), name)))}.`,
    near
      ? [
          {
            label: say`Only ${sliceName(kindOf(by), near)}`,
            style: 'primary',
            ask: { name: 'forecast', input: { by: kindOf(by), only: near } },
          },
        ]
      : [],
  );
}

/** The arguments as they were typed, without those that are as always. */
function againOf({
  metric,
  method,
  top,
  show: _,
  csv: __,
  anyway,
  'before-gap': beforeGap,
  ...rest
}: Input): Readonly<Record<string, unknown>> {
  return {
    ...rest,
    ...(metric !== 'revenue' && { metric: metric satisfies Metric }),
    ...(method !== 'auto' && { method }),
    ...(beforeGap === 'used' && { 'before-gap': beforeGap }),
    ...(top !== USUAL_SLICES && { top }),
    ...(anyway === 'yes' && { anyway }),
  };
}
