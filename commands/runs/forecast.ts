import type { DailyRevenue } from '../../data/types/series.ts';
import type { Day } from '../../data/types/shop.ts';
import type { Check } from '../../models/check.ts';
import { addDays, daysBetween, startOfWeek } from '../../models/days.ts';
import { NotEnoughData } from '../../models/errors.ts';
import type { CalendarEvent } from '../../models/forecast/events.ts';
import { methodNames } from '../../models/forecast/method-names.ts';
import type { EventEffect, ForecastRequest, ForecastResult, Score } from '../../models/forecast/types.ts';
import { eventName } from '../../words/event-names.ts';
import { count, day, days as daysOf, listed, number, period, say, share, type Words } from '../../words/say.ts';
import { campaignPromotion } from '../calendar/promotion-days.ts';
import { type SellingDays, sellingDays } from '../calendar/selling-days.ts';
import type { Context } from '../command.ts';
import type { Cut } from './cut.ts';
import { keepRun, type RunOf } from './keep.ts';
import { type History, netRevenue, readHistory, type Subject, subjectParameters } from './series.ts';
import { keepSlicing } from './slicing.ts';
import { parametersOf, type Standing, stoodBy } from './standing.ts';
import { asItGoes, assumed, type WhatIf } from './what-if.ts';

/** Any fixed number: two runs on the same data must agree to the last digit. */
export const SEED = 20_261_122;

const VERSION = 6;

/** The forecast as kept: JSON has turned its typed arrays into plain ones. */
export type KeptForecast = Omit<ForecastResult, 'daily'> & {
  readonly daily: { readonly firstDay: Day } & Readonly<
    Record<Exclude<keyof ForecastResult['daily'], 'firstDay'>, ArrayLike<number>>
  >;
};

export type ForecastAsk = Pick<ForecastRequest, 'horizon' | 'method' | 'beforeHole'> & {
  /** Net revenue of the whole shop where left out. */
  readonly subject?: Subject;
  readonly whatIf?: WhatIf;
  /** What the ledger makes of it, where it is what we stand by. */
  readonly standing?: Standing;
};

/** Days from the end of the data over so many whole weeks, Monday to Sunday, and those left of the running one. */
export function throughWeeks({ before }: Cut, weeks: number): number {
  return daysBetween(before, startOfWeek(addDays(before, 6))) + 7 * weeks;
}

/** The forecast of the shop's daily revenue on a cut, with the history that it continues. */
export async function forecastRun(
  context: Context,
  cut: Cut,
  ask: Pick<ForecastAsk, 'horizon' | 'method' | 'standing'>,
): Promise<{ readonly run: RunOf<KeptForecast>; readonly history: DailyRevenue }> {
  const [run, history] = await Promise.all([
    subjectRun(context, cut, ask),
    context.facts.revenue.daily({ before: cut.before }),
  ]);
  return { run, history };
}

/** The forecast of any daily series of the shop, with what the calendar says and what is assumed. */
export function subjectRun(
  context: Context,
  cut: Cut,
  { horizon, method, beforeHole = 'left out', subject = netRevenue, whatIf = asItGoes, standing }: ForecastAsk,
): Promise<RunOf<KeptForecast>> {
  return keepRun<KeptForecast>(context, {
    kind: 'forecast',
    version: VERSION,
    parameters: {
      ...subjectParameters(subject),
      horizon,
      method,
      ...(beforeHole === 'used' && { 'before the gap': beforeHole }),
      calendar: context.state.calendar.version(),
      ...assumed(whatIf),
      ...parametersOf(standing),
    },
    asked: {
      horizon,
      method,
      ...(beforeHole === 'used' && { beforeHole }),
      subject: subject.slice ? { ...subject, slice: { ...subject.slice, by: keepSlicing(subject.slice.by) } } : subject,
      whatIf,
      ...(standing && { standing }),
    },
    cut,
    async compute() {
      const history = await readHistory(context, cut, subject);
      if (history === null) throw new NotEnoughData(say`days with sales`, 28, 0);
      const { firstDay, values, holes, basis } = history;
      const before = addDays(cut.before, horizon);
      const calendar = await sellingDays(context, cut.shop, { from: firstDay, before });
      const promotions = await plannedPromotions(context, cut, calendar, whatIf);
      const events = [...calendarBeside(calendar, cut, whatIf), ...promotions];
      const made = await context.compute('forecast', {
        firstDay,
        values,
        horizon,
        method,
        beforeHole,
        seed: SEED,
        // It costs more than all others together: where another is asked for by name, it is not wanted.
        prophet: standing?.prophet ?? (method === 'auto' || method === 'prophet' ? 'member' : 'left out'),
        events,
        growth: whatIf.growth,
        closedDays: [...calendar.closedDays, ...whatIf.closedDays],
      });
      const named = { ...made, checks: made.checks.map((check) => withEventNames(check, made)) };
      const result = standing ? stoodBy(named, standing) : named;
      return {
        result,
        receipt: {
          method: methodNames[result.method],
          seed: SEED,
          used: [
            say`${count(result.historyDays)} days from ${day(addDays(result.lastDay, 1 - result.historyDays))} of ${basis}`,
            ...holes.map(leftOut),
            ...result.events.map(wordsOfEvent),
          ],
          checks: result.checks,
          record: recordOf(result),
          assumptions: [
            result.reason,
            ...aboutTheGap(result, beforeHole),
            say`Intervals come from past misses of the same method, not from a formula.`,
          ],
        },
      };
    },
  });
}

/** Days that are assumed to sell as another event of the calendar does are no longer those of the event that they were. */
function calendarBeside({ events }: SellingDays, { before }: Cut, { promotion }: WhatIf): readonly CalendarEvent[] {
  const own = events.find(({ name }) => name === promotion?.name);
  if (!promotion || !own) return events;
  const assumed = new Set(promotion.days.filter((day) => day >= before && !own.days.includes(day)));
  return events
    .filter((event) => event !== own)
    .map(({ name, days }) => ({ name, days: days.filter((day) => !assumed.has(day)) }));
}

/**
 * Promotions of which it is known when they come: those of the calendar, with the days on which they ran so far, and
 * the one that is assumed. Others go on as they did: they are part of an ordinary day.
 */
async function plannedPromotions(
  context: Context,
  cut: Cut,
  { planned }: SellingDays,
  { promotion }: WhatIf,
): Promise<CalendarEvent[]> {
  const events: CalendarEvent[] = promotion ? [promotion] : [];
  for (const { name, days } of planned) {
    if (name.toLowerCase() === promotion?.name.toLowerCase()) continue;
    const campaign = await campaignPromotion(context, cut, name);
    const coming = days.filter((day) => day >= cut.before);
    if (campaign && coming.length === 0) continue;
    events.push({ name, days: [...(campaign?.days ?? days.filter((day) => day < cut.before)), ...coming] });
  }
  return events;
}

/** What is taken of the days before a long gap: they teach nothing, or somebody wants them to. */
function aboutTheGap({ learnedAfter }: ForecastResult, beforeHole: ForecastRequest['beforeHole']): Words[] {
  if (learnedAfter) {
    const { days: missing, from, to } = learnedAfter;
    return [
      say`What came before ${daysOf(missing)} without data, ${period(from, to)}, is taken to say nothing of the shop as it is now.`,
    ];
  }
  return beforeHole === 'used'
    ? [say`What came before a gap of months is used too, because somebody asked for it.`]
    : [];
}

/** The models know an event by the name in the calendar; people read it in their language. */
function withEventNames(check: Check, { events }: ForecastResult): Check {
  if (check.name !== 'events' || check.passed) return check;
  const unseen = events.filter(({ seen, ahead }) => seen === 0 && ahead > 0).map(({ name }) => eventName(name));
  return unseen.length === 0
    ? check
    : { ...check, says: say`Never seen in this history, so no effect is counted: ${listed(unseen)}.` };
}

/** A stretch that no file tells of. */
export function leftOut({ from, to, days: missing }: History['holes'][number]): Words {
  return say`left out, not told by any file: ${count(missing)} days, ${period(from, to)}`;
}

function wordsOfEvent({ name, says }: EventEffect): Words {
  return say`${eventName(name)}: ${says}`;
}

/** Past error of the method beside the yardstick's, and of what else was tried in a line. */
function recordOf({ method, backtest: { scores, horizon } }: ForecastResult): Words[] {
  const isOurs = (score: Score) => score.method === method || score.method === 'seasonal-naive';
  const others = scores.filter((score) => !isOurs(score));
  return [
    ...scores.filter(isOurs).map((score) => wordsOfScore(score, horizon)),
    ...(others.length > 0
      ? [
          say`The single methods missed week totals by: ${listed(
            others.map((score) => say`${methodNames[score.method]} ${share(score.weekWape)}`),
          )}.`,
        ]
      : []),
  ];
}

/** Past error of one method, in a line. */
function wordsOfScore({ method, wape, weekWape, mase, cover80 }: Score, horizon: number): Words {
  const name = methodNames[method];
  return mase === null
    ? say`${name}: missed days by ${share(wape)} and week totals by ${share(weekWape)} over ${count(horizon)} days ahead; the 80% band held ${share(cover80)} of days`
    : say`${name}: missed days by ${share(wape)} and week totals by ${share(weekWape)} over ${count(horizon)} days ahead, MASE ${number(mase)}; the 80% band held ${share(cover80)} of days`;
}
